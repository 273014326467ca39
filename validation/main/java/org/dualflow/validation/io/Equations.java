package org.dualflow.validation.io;

import java.util.List;
import java.util.Map;

/** What every model of the {@link Registry} solves, in TeX. */
final class Equations {

    private static final String CONTINUITY = "\\partial_t \\rho + \\nabla\\cdot(\\rho\\, a) = 0";

    private static final Map<String, List<String>> OF_MODEL = Map.of(
            "two-point-gan",
            List.of(
                    "\\dot g = \\varphi(g)\\, c, \\qquad c = \\int \\omega \\,\\mathrm d\\nu(\\omega)",
                    "\\partial_t \\nu + \\partial_\\omega\\bigl(\\nu\\, \\Pi_\\omega\\bigl[\\gamma\\,(\\tfrac12 - \\Phi(g))\\bigr]\\bigr) = 0"
                            + " \\quad\\text{on } [-1, 1]"),
            "clipped-transport",
            List.of(
                    "\\partial_t \\rho + \\partial_x\\bigl(\\rho\\, \\Pi_x[\\dot U(t)]\\bigr) = 0 \\quad\\text{on } [-1, 1]"),
            "clipped-wasserstein-gan",
            List.of(
                    "\\partial_t \\mu - \\nabla_\\theta\\cdot\\Bigl(\\mu\\, \\nabla_\\theta \\frac{\\delta E}{\\delta\\mu}\\Bigr) = 0,"
                            + " \\qquad \\partial_t \\nu + \\gamma\\, \\nabla_\\omega\\cdot\\Bigl(\\nu\\, \\Pi_\\omega \\nabla_\\omega"
                            + " \\frac{\\delta E}{\\delta\\nu}\\Bigr) = 0",
                    "E[\\mu, \\nu] = \\int D_\\nu(G_\\mu(z)) \\,\\mathrm dN(z) - \\int D_\\nu(x) \\,\\mathrm dP(x)"),
            "kernel-gan",
            List.of(
                    "\\partial_t p + \\nabla\\cdot\\Bigl(p\\,\\Bigl[G_1 \\nabla D + G_2 \\int \\nabla D \\,\\mathrm dp\\Bigr]\\Bigr) = 0",
                    "\\partial_t D = \\eta\\,\\bigl[K * (p_{\\mathrm{data}} - p) + \\lambda\\, K * \\nabla\\cdot(\\pi\\, \\nabla D)\\bigr]"),
            "transport",
            List.of(CONTINUITY),
            "aggregation",
            List.of(CONTINUITY + ", \\qquad a = -\\nabla W * \\rho"),
            "manufactured",
            List.of("\\partial_t \\rho + \\nabla\\cdot(\\rho\\, a) = s"),
            "jensen-shannon-flow",
            List.of(
                    "\\partial_t u = \\tfrac12\\, \\nabla\\cdot\\Bigl(u\\, \\nabla \\log\\frac{u}{u + d}\\Bigr)",
                    "d\\, \\partial_t r = \\tfrac12\\, \\nabla\\cdot\\bigl(d\\, \\nabla \\log(1 + r)\\bigr), \\qquad r = u/d"),
            "porous-medium",
            List.of("\\partial_t u = \\Delta u^m"));

    private Equations() {}

    /** The equations of a model; none are known of one that is not in the registry. */
    static List<String> of(String model) {
        return OF_MODEL.getOrDefault(model, List.of());
    }
}
