package org.dualflow.validation.defect;

import java.util.List;

/** Mistakes in gradient flows and their implicit solver. */
final class FlowDefects {

    private FlowDefects() {}

    static List<Defect> all() {
        return List.of(
                Defect.of(
                        "flow-mobility",
                        "the mobility of the Jensen-Shannon flow lacks its factor ½",
                        "gan/JensenShannonFlow",
                        "return 0.5;",
                        "return 1;",
                        "jensen-shannon-circle-second-order",
                        "jensen-shannon-walls-second-order",
                        "jensen-shannon-normal-modes",
                        "jensen-shannon-dissipation",
                        "jensen-shannon-certificate-circle",
                        "jensen-shannon-certificate-walls",
                        "jensen-shannon-certificate-graded",
                        "jensen-shannon-certificate-modes",
                        "jensen-shannon-certificate-plane",
                        "jensen-shannon-manufactured-plane",
                        "jensen-shannon-manufactured-space",
                        "jensen-shannon-manufactured-plane-euler",
                        "jensen-shannon-manufactured-space-euler",
                        "explicit-muscl-circle-second-order"),
                Defect.of(
                        "explicit-slope-sign",
                        "densities at faces are taken from the far side of their cells",
                        "fv/explicit/UpwindFluxes",
                        "value = speed > 0 ? value + rise : value - rise;",
                        "value = speed > 0 ? value - rise : value + rise;",
                        "explicit-muscl-circle-second-order",
                        "explicit-muscl-walls-second-order",
                        "explicit-muscl-plane-second-order",
                        "explicit-muscl-against-implicit"),
                Defect.of(
                        "explicit-potential",
                        "the potential of explicit fluxes is that of a Fokker-Planck equation",
                        "fv/explicit/UpwindFluxes",
                        "Math.log1p(target[c] / masses[c])",
                        "Math.log(target[c] / masses[c])",
                        "explicit-upwind-circle-first-order",
                        "explicit-upwind-plane-first-order",
                        "explicit-muscl-against-implicit"),
                Defect.of(
                        "flow-mobility-quarter",
                        "the mobility of the Jensen-Shannon flow is a quarter",
                        "gan/JensenShannonFlow",
                        "return 0.5;",
                        "return 0.25;",
                        "jensen-shannon-global-decay",
                        "jensen-shannon-plane-second-order"),
                Defect.of(
                        "fokker-planck-mobility",
                        "the Fokker-Planck equation is half as fast",
                        "model/FokkerPlanck",
                        "return 1;",
                        "return 0.5;",
                        "ornstein-uhlenbeck-second-order",
                        "ornstein-uhlenbeck-certificate",
                        "ornstein-uhlenbeck-certificate-graded"),
                Defect.of(
                        "euler-half-step",
                        "steps of implicit Euler are half as long as time says",
                        "fv/implicit/ImplicitFlow",
                        "return solve(now, dt, first) ? 0",
                        "return solve(now, 0.5 * dt, first) ? 0",
                        "jensen-shannon-euler-first-order-in-time",
                        "jensen-shannon-certificate-euler-order"),
                Defect.of(
                        "flow-one-sided-conductance",
                        "the conductance of a face is that of the cell before it",
                        "model/FaceConductances",
                        "(half * volume / mass + otherHalf * otherVolume / otherMass)",
                        "(half * volume / mass + otherHalf * volume / mass)",
                        "ornstein-uhlenbeck-second-order",
                        "ornstein-uhlenbeck-certificate-order"),
                Defect.of(
                        "flow-half-widths",
                        "the half width of the other cell is taken for that of the cell",
                        "model/FaceConductances",
                        "(half * volume / mass + otherHalf * otherVolume / otherMass)",
                        "(half * volume / mass + half * otherVolume / otherMass)",
                        "jensen-shannon-graded-second-order",
                        "ornstein-uhlenbeck-graded-second-order"),
                Defect.of(
                        "flow-exponential-square",
                        "the exponential has a quarter of the square",
                        "model/ExponentialStorage",
                        "q = Math.fma(f, q, 0.5);",
                        "q = Math.fma(f, q, 0.25);",
                        "jensen-shannon-circle-second-order",
                        "jensen-shannon-vanishing-gradient"),
                Defect.of(
                        "extrapolation-sign",
                        "the extrapolation goes towards the whole step",
                        "fv/implicit/Extrapolation",
                        "whole[k][i] = halves[k][i] + theta * (halves[k][i] - whole[k][i]);",
                        "whole[k][i] = halves[k][i] - theta * (halves[k][i] - whole[k][i]);",
                        "jensen-shannon-extrapolated-second-order-in-time"),
                Defect.of(
                        "extrapolation-one-half",
                        "the second half step is left out",
                        "fv/implicit/ImplicitFlow",
                        "!solve(second, 0.5 * dt, first)",
                        "!solve(now, 0.5 * dt, first)",
                        "jensen-shannon-extrapolated-second-order-in-time",
                        "jensen-shannon-circle-second-order",
                        "jensen-shannon-certificate-circle-order",
                        "jensen-shannon-certificate-graded-order"),
                Defect.of(
                        "tridiagonal-far-end",
                        "what the upper half hands down misses its factor",
                        "linear/Tridiagonal",
                        "t = t * down + groundAbove * upAbove + c[l];",
                        "t = t * up + groundAbove * upAbove + c[l];",
                        "jensen-shannon-walls-second-order"),
                Defect.of(
                        "cyclic-hub",
                        "what is eliminated grounds the hub by its whole link",
                        "linear/CyclicTridiagonal",
                        "hubGround += ground * toHub;",
                        "hubGround += toHub;",
                        "jensen-shannon-circle-second-order"),
                Defect.of(
                        "multigrid-stretch",
                        "coarse links are as short as fine ones",
                        "linear/Coarsening",
                        "return gap(fineFaces, fine, i) / gap(faces, coarse, c);",
                        "return gap(faces, coarse, c) / gap(fineFaces, fine, i);",
                        "multigrid-counts-large"),
                Defect.of(
                        "smoother-weight",
                        "the larger weight of the sweeps is twice as large",
                        "linear/Smoother",
                        "first = (float) (1 / (middle - half));",
                        "first = (float) (2 / (middle - half));",
                        "multigrid-counts",
                        "multigrid-counts-large"),
                Defect.of(
                        "dissipation-quarter",
                        "the dissipation has the factor ½",
                        "gan/TargetDistance",
                        "0.25 * conductance * slope",
                        "0.5 * conductance * slope",
                        "jensen-shannon-dissipation"));
    }
}
