package org.dualflow.validation.defect;

import java.util.List;

/** Mistakes in the harness itself: a certificate bounds whatever error a scheme makes, so no mistake in a scheme tests it. */
final class HarnessDefects {

    private HarnessDefects() {}

    static List<Defect> all() {
        return List.of(
                Defect.of(
                        "certificate-flux-sign",
                        "the defect of a certificate has the flux at the start of a step with the wrong sign",
                        "validation/certificate/Defect",
                        "double g0 = -b[0][s] * p0.density[s];",
                        "double g0 = b[0][s] * p0.density[s];",
                        "upwind-certificate-sink",
                        "upwind-certificate-slab",
                        "upwind-certificate-dirac",
                        "upwind-certificate-smooth",
                        "muscl-certificate-smooth"),
                Defect.of(
                        "certificate-half-defect",
                        "half of the defect of a certificate is counted",
                        "validation/certificate/Defect",
                        "normAverage += Integral.absolute(average, Samples.INTERVALS, width);",
                        "normAverage += 0.5 * Integral.absolute(average, Samples.INTERVALS, width);",
                        "upwind-certificate-slab"),
                Defect.of(
                        "manufactured-extrapolation",
                        "the extrapolation of a flow with sources goes half of the way",
                        "validation/manufactured/ManufacturedFlow",
                        "combine(now, 2, whole, -1);",
                        "combine(now, 1.5, whole, -0.5);",
                        "jensen-shannon-manufactured-line-second-order-in-time",
                        "jensen-shannon-manufactured-plane-second-order-in-time",
                        "jensen-shannon-manufactured-space-second-order-in-time"),
                Defect.of(
                        "next-difference-only",
                        "what is left of a part is the next difference alone, not all to come",
                        "validation/agreement/ErrorPart",
                        "last / (FastMath.pow(ratio, order) - 1)",
                        "last / FastMath.pow(ratio, order)",
                        "agreement-contracting-field",
                        "network-gan-agreement",
                        "network-gan-agreement-at-walls"),
                Defect.of(
                        "certificate-forgets-the-past",
                        "a step's bound leaves out what there was before it",
                        "validation/certificate/CertifiedEvolution",
                        "bound = factor * bound + Math.max(1, factor)",
                        "bound = Math.max(1, factor)",
                        "gan-certificate-bounds-error",
                        "duel-three-ways"),
                Defect.of(
                        "certificate-slope-sign",
                        "the cubic of a certificate in time ends with the opposite slope",
                        "validation/certificate/TimeCubic",
                        "double slopeIn = s * (3 * s - 2);",
                        "double slopeIn = s * (2 - 3 * s);",
                        "jensen-shannon-certificate-plane"),
                Defect.of(
                        "most-16-cells",
                        "a limit of 16 cells per axis is left from debugging",
                        "run/Grid",
                        "int n = cells.get(cells.size() == 1 ? 0 : d);",
                        "int n = Math.min(16, cells.get(cells.size() == 1 ? 0 : d));",
                        "network-gan-agreement",
                        "agreement-contracting-field"),
                Defect.of(
                        "most-216-particles",
                        "a limit of 216 particles is left from debugging",
                        "run/Particles",
                        "Starts.quantiles(initial, count);",
                        "Starts.quantiles(initial, Math.min(216, count));",
                        "network-gan-agreement",
                        "agreement-contracting-field"));
    }
}
