package org.dualflow.validation.defect;

import java.util.List;

/** Mistakes in the finite-volume solver, its boundaries, its Runge–Kutta methods and its axes. */
final class FiniteVolumeDefects {

    private static final String VAN_LEER_EDGES = """
        double h = vanLeer(m - below[i], above[i] - m);
                            low[i] = m - h;
                            high[i] = m + h;
        """.stripTrailing();

    private FiniteVolumeDefects() {}

    static List<Defect> all() {
        return List.of(
                Defect.of(
                        "upwind-flux-sign",
                        "upwind takes the wrong one of the two cells of a face",
                        "fv/PlainRowKernels",
                        "high[i] = (a[i] + Math.abs(a[i])) * m[i];",
                        "high[i] = (a[i] - Math.abs(a[i])) * m[i];",
                        "upwind-slab-first-order"),
                Defect.of(
                        "upwind-backflow-sign",
                        "what leaves a cell downwards has the wrong sign",
                        "fv/PlainRowKernels",
                        "low[i] = (a[i] - Math.abs(a[i])) * m[i];",
                        "low[i] = (Math.abs(a[i]) - a[i]) * m[i];",
                        "upwind-sink-on-centre-exact"),
                Defect.of(
                        "missing-cell-width",
                        "the flux difference is not divided by Δx",
                        "fv/AxisGeometry",
                        "return uniform ? 0.5 * dt * inverseWidth[0] : 0.5 * dt;",
                        "return 0.5 * dt;",
                        "upwind-slab-first-order",
                        "upwind-sink-on-face",
                        "aggregation-slab-after-collapse",
                        "upwind-smooth-first-order",
                        "gan-upwind-critic-half-order"),
                Defect.of(
                        "missing-step",
                        "the flux difference is not multiplied by Δt",
                        "fv/AxisGeometry",
                        "uniform ? 0.5 * dt * inverseWidth[0]",
                        "uniform ? 0.5 * inverseWidth[0]",
                        "upwind-slab-first-order"),
                Defect.of(
                        "missing-half",
                        "kernels give twice the flux and the factor ½ is forgotten",
                        "fv/AxisGeometry",
                        "uniform ? 0.5 * dt * inverseWidth[0]",
                        "uniform ? dt * inverseWidth[0]",
                        "upwind-slab-first-order",
                        "upwind-dirac-half-order",
                        "upwind-slab-three-quarters",
                        "upwind-sink-before-collapse",
                        "upwind-smooth-first-order",
                        "muscl-minmod-second-order",
                        "muscl-van-leer-second-order",
                        "weno5-fifth-order",
                        "gan-upwind-critic-half-order",
                        "aggregation-slab-before-collapse",
                        "aggregation-atom-eats-slab",
                        "agreement-contracting-field"),
                Defect.of(
                        "courant-factor-two",
                        "the Courant number counts every face twice",
                        "fv/MeshVelocity",
                        "rate[i] = rate[i] + 0.5 * (up * inverse[i + 1] + down * inverse[i]);",
                        "rate[i] = rate[i] + up * inverse[i + 1] + down * inverse[i];",
                        "upwind-slab-first-order"),
                Defect.of(
                        "cell-value-for-face-value",
                        "MUSCL takes the mean of the cell below the face instead of the value at the face",
                        "fv/PlainRowKernels",
                        VAN_LEER_EDGES,
                        VAN_LEER_EDGES.replace("m + h", "m"),
                        "manufactured-circle",
                        "muscl-van-leer-off-extrema-second-order"),
                Defect.of(
                        "slope-sign-above",
                        "MUSCL extrapolates from the cell above the face in the wrong direction",
                        "fv/PlainRowKernels",
                        VAN_LEER_EDGES,
                        VAN_LEER_EDGES.replace("m - h", "m + h"),
                        "swirl-muscl-second-order",
                        "swirl-at-turn-second-order"),
                Defect.of(
                        "limiter-on-one-side",
                        "van Leer slopes are zero where the density falls",
                        "fv/PlainRowKernels",
                        "return (scaled * v + Math.abs(scaled) * y)",
                        "return Math.max(0.0, scaled * v + Math.abs(scaled) * y)",
                        "manufactured-circle"),
                Defect.of(
                        "limiter-of-one-difference",
                        "van Leer slopes are the difference to the cell below, without a limit",
                        "fv/PlainRowKernels",
                        "return (scaled * v + Math.abs(scaled) * y) / (Math.abs(x) + v + TINY) * HALF_UNSCALED;",
                        "return 0.5 * x;",
                        "muscl-certificate-smooth"),
                Defect.of(
                        "central-slope-factor-two",
                        "the central difference of the MC limiter spans two cells and is not halved",
                        "fv/PlainRowKernels",
                        "double c = 0.5 * (x + y);",
                        "double c = x + y;",
                        "muscl-mc-second-order",
                        "muscl-mc-off-extrema-second-order"),
                Defect.of(
                        "weno-linear-weight",
                        "the ideal weight of the middle stencil of WENO5 is 5 instead of 6",
                        "fv/PlainRowKernels",
                        "6 * (1 + r1 * r1)",
                        "5 * (1 + r1 * r1)",
                        "weno5-circle-fifth-order"),
                Defect.of(
                        "second-axis-forgotten",
                        "the difference along the second axis is that of one face with itself",
                        "fv/PlainRowKernels",
                        "out[i] = m[i] - (cx * (east[i] - west[i]) + cy * (north[i] - south[i]));",
                        "out[i] = m[i] - (cx * (east[i] - west[i]) + cy * (north[i] - north[i]));",
                        "swirl-muscl-second-order"),
                Defect.of(
                        "periodic-seam-slope",
                        "the cell below the seam of a periodic axis has no slope",
                        "fv/ReconstructedRowFlux",
                        "below[0] = g.periodic ? high[n - 1] : 0;",
                        "below[0] = g.periodic ? m[n - 1] : 0;",
                        "periodic-seam-is-no-place"),
                Defect.of(
                        "periodic-seam-flux",
                        "the flux through the seam of a periodic axis is that of the face before it",
                        "fv/ReconstructedRowFlux",
                        "west[n] = west[0];",
                        "west[n] = west[n - 1];",
                        "periodic-seam-is-no-place"),
                Defect.of(
                        "stale-time-level",
                        "every stage takes field and source at the beginning of the step",
                        "fv/FiniteVolumeTransport",
                        "double t = time + method.node(s) * dt;",
                        "double t = time;",
                        "manufactured-walls"),
                Defect.of(
                        "stale-stage",
                        "every stage starts from the beginning of the step",
                        "fv/FiniteVolumeTransport",
                        "one.stage(from, level[0], to, weight, t, dt, last);",
                        "one.stage(level[0], level[0], to, weight, t, dt, last);",
                        "manufactured-circle"),
                Defect.of(
                        "ssp2-weight",
                        "the last stage of SSP-RK2 takes a quarter of the start",
                        "time/SspRungeKutta",
                        "return weights[s];",
                        "return weights.length == 2 ? 0.5 * weights[s] : weights[s];",
                        "manufactured-circle",
                        "manufactured-vortices",
                        "rotation-muscl-second-order"),
                Defect.of(
                        "ssp2-node",
                        "the second stage of SSP-RK2 sits at the middle of the step",
                        "time/SspRungeKutta",
                        "nodes[s] = node;",
                        "nodes[s] = weights.length == 2 ? 0.5 * node : node;",
                        "manufactured-walls"),
                Defect.of(
                        "ssp3-nodes-swapped",
                        "the second and third stage of SSP-RK3 have each other's time",
                        "time/SspRungeKutta",
                        "nodes[s] = node;",
                        "nodes[s] = weights.length == 3 && s > 0 ? 1.5 - node : node;",
                        "weno5-circle-fifth-order"),
                Defect.of(
                        "source-weights",
                        "the source is integrated with equal weights at Gauss nodes",
                        "fv/SourceQuadrature",
                        "{5.0 / 18, 8.0 / 18, 5.0 / 18}",
                        "{1.0 / 3, 1.0 / 3, 1.0 / 3}",
                        "weno5-circle-fifth-order"),
                Defect.of(
                        "source-per-cell",
                        "the source is not multiplied by the width of the cell",
                        "fv/SourceQuadrature",
                        "weight * weights[p] * widths[i] * values[i]",
                        "weight * weights[p] * values[i]",
                        "manufactured-circle"),
                Defect.of(
                        "box-off-by-one",
                        "the velocity is projected one cell before the upper end of the box",
                        "fv/MeshVelocity",
                        "int last = centred ? g.cells - 1 : g.cells;",
                        "int last = centred ? g.cells - 2 : g.cells;",
                        "wall-collects-everything"),
                Defect.of(
                        "open-end-closed",
                        "the upper open end lets nothing out",
                        "fv/MeshVelocity",
                        "g.openAbove ? End.KEEP_POSITIVE : End.ZERO",
                        "End.ZERO",
                        "manufactured-outflow"),
                Defect.of(
                        "outflow-not-counted",
                        "what leaves through the upper end is not booked",
                        "fv/Sweep",
                        "out.add(cx * west[nx]);",
                        "out.add(0);",
                        "open-ends-account-for-mass"),
                Defect.of(
                        "centre-not-zero",
                        "points of a symmetric axis are computed from its lower end: the centre is 1e-17 instead of 0",
                        "mesh/Axis",
                        "((n - k) * side.lower() + k * side.upper()) / n",
                        "side.lower() + k * (side.length() / n)",
                        "upwind-sink-on-centre-exact"),
                Defect.of(
                        "wall-point-inside",
                        "the last point of a clipped axis lies half a cell inside the wall",
                        "mesh/Axis",
                        "int last = side.atUpper() == Boundary.CLIPPED ? 1 : 0;",
                        "int last = 0;",
                        "wall-collects-everything"),
                Defect.of(
                        "largest-step-not-kept",
                        "explicit steps are as long as the CFL condition allows, whatever the scheme's largest",
                        "fv/FiniteVolumeTransport",
                        "double dt = Math.min(scheme.maxStep(), scheme.cfl() * ROUNDING / (method.stageStep() * emptyingRate));",
                        "double dt = scheme.cfl() * ROUNDING / (method.stageStep() * emptyingRate);",
                        "agreement-contracting-field"));
    }
}
