package org.dualflow.validation.defect;

import java.util.List;

/** Mistakes in the clipped GAN, its stability rates, and what is read off its runs. */
final class NetworkDefects {

    private NetworkDefects() {}

    static List<Defect> all() {
        return List.of(
                Defect.of(
                        "stability-smaller-eigenvalue",
                        "bounds of curvature are the smaller eigenvalues",
                        "gan/Curvature",
                        "return 0.5 * (a + c + Math.hypot(a - c, 2 * b));",
                        "return 0.5 * (a + c - Math.hypot(a - c, 2 * b));",
                        "network-gan-stability",
                        "network-gan-stability-is-sharp"),
                Defect.of(
                        "stability-data-sign",
                        "the data's part of the stability rate has the wrong sign",
                        "gan/StabilityRate",
                        "critic += target.weights()[j]",
                        "critic -= target.weights()[j]",
                        "network-gan-stability-is-sharp"),
                Defect.of(
                        "data-without-speed",
                        "the data's part of the critic's field lacks the speed γ",
                        "gan/GanCoupling",
                        "ascent.coefficients[0][n + k] = -gan.criticSpeed() * weights[k];",
                        "ascent.coefficients[0][n + k] = -weights[k];",
                        "network-gan-energy-balance"),
                Defect.of(
                        "energy-without-data",
                        "the energy leaves out what the critic says of the data",
                        "gan/GanOutputs",
                        "return score(gan, state, generated(gan, state)) - score(gan, state, gan.target());",
                        "return score(gan, state, generated(gan, state));",
                        "network-gan-energy-balance"),
                Defect.of(
                        "row-bias-force",
                        "a row of cells feels a twentieth more force on its bias than particles do",
                        "gan/NetworkField",
                        "scale(Dot.product(c, slope, size), at[i], from, to, out[shape.bias()]);",
                        "scale(1.05 * Dot.product(c, slope, size), at[i], from, to, out[shape.bias()]);",
                        "network-gan-agreement"),
                Defect.of(
                        "row-outer-at-rest",
                        "outer weights of a row of cells do not move",
                        "gan/NetworkField",
                        "Arrays.fill(out[i], from, to, Dot.product(c, s, size));",
                        "Arrays.fill(out[i], from, to, 0);",
                        "network-gan-agreement-at-walls"),
                Defect.of(
                        "blow-up-threshold-stays",
                        "a wall holds more than a bounded density from a fifth of the mass on, on every mesh",
                        "run/BlowUpDetector",
                        "double beyondDensity = Math.max(touching,",
                        "double beyondDensity = Math.max(0.2,",
                        "network-gan-blow-up"),
                Defect.of(
                        "generator-nine-tenths",
                        "the generator of the two-point GAN moves at nine tenths of its speed",
                        "gan/TwoPointCoupling",
                        "rate = TwoPointGan.density(g) * mean.take(state.measure(0));",
                        "rate = 0.9 * TwoPointGan.density(g) * mean.take(state.measure(0));",
                        "gan-certificate-bounds-error"),
                Defect.of(
                        "one-cycle-too-many",
                        "the period is that of one more cycle than there are",
                        "run/Recurrence",
                        "- cycles.start(first)) / patterns;",
                        "- cycles.start(first)) / (patterns + 1);",
                        "gan-recurrence-uncertainty"));
    }
}
