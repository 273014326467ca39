package org.dualflow.validation.defect;

import java.util.List;

/** Mistakes in interactions, in the adversarial models and in what watches a run. */
final class ModelDefects {

    private ModelDefects() {}

    static List<Defect> all() {
        return List.of(
                Defect.of(
                        "pointy-kernel-diagonal",
                        "a point attracts itself by the pointy potential",
                        "field/LineSum",
                        "double b = field(y[from], from, to);",
                        "double b = field(y[from], from, from);",
                        "aggregation-pair-first-order"),
                Defect.of(
                        "kernel-negated",
                        "attraction becomes repulsion",
                        "field/LineSum",
                        "sign * binomial(above, s, p) - binomial(below, s, p)",
                        "binomial(below, s, p) - sign * binomial(above, s, p)",
                        "aggregation-pair-first-order",
                        "aggregation-normal-atom"),
                Defect.of(
                        "line-moment-sign",
                        "odd powers of the distance to the masses above have the wrong sign",
                        "field/LineSum",
                        "double sign = (p & 1) == 0 ? 1 : -1;",
                        "double sign = 1;",
                        "interaction-line-sums"),
                Defect.of(
                        "pair-sum-sign",
                        "the sum over all pairs has the wrong sign",
                        "field/DirectSum",
                        "sum[i] -= w * factor[i] * dx[i];",
                        "sum[i] += w * factor[i] * dx[i];",
                        "interaction-plane-sums"),
                Defect.of(
                        "kernel-transposed",
                        "the two components of the kernel on a lattice are exchanged",
                        "field/LatticeSum",
                        "-force[0] * difference[c][0]",
                        "-force[0] * difference[difference.length - 1 - c][0]",
                        "interaction-plane-sums"),
                Defect.of(
                        "lattice-shift",
                        "the kernel between points and faces is shifted by a cell",
                        "field/LatticeSum",
                        "steps - (faces == d + 1 ? 0.5 : 0)",
                        "steps + (faces == d + 1 ? 0.5 : 0)",
                        "interaction-plane-sums"),
                Defect.of(
                        "lattice-product",
                        "the product of two spectra is not that of complex numbers",
                        "field/LatticeSum",
                        "values[q] = m[q] * spectrum[q] - m[q + 1] * spectrum[q + 1];",
                        "values[q] = m[q] * spectrum[q] + m[q + 1] * spectrum[q + 1];",
                        "interaction-plane-sums"),
                Defect.of(
                        "gaussian-width",
                        "the force of a Gaussian kernel is divided by the width once",
                        "field/GaussianKernel",
                        "fill(strength / (width * width), r2, n, out);",
                        "fill(strength / width, r2, n, out);",
                        "interaction-plane-sums"),
                Defect.of(
                        "missing-critic-speed",
                        "the critic lacks its speed γ",
                        "gan/TwoPointGan",
                        "return -criticSpeed * bias(g);",
                        "return -bias(g);",
                        "gan-reference-closes"),
                Defect.of(
                        "potential-series",
                        "the double factorial of the two-point potential is one of even numbers",
                        "gan/TwoPointGan",
                        "power *= g * g / (2 * k + 1);",
                        "power *= g * g / (2 * k + 2);",
                        "gan-reference-numbers"),
                Defect.of(
                        "normal-density-width",
                        "the exponent of the normal density lacks its ½",
                        "gan/TwoPointGan",
                        "return FastMath.exp(-0.5 * g * g)",
                        "return FastMath.exp(-g * g)",
                        "gan-reference-numbers"),
                Defect.of(
                        "energy-half",
                        "the energy of the two-point GAN lacks the ½ of c²/2",
                        "gan/TwoPointGan",
                        "return 0.5 * c * c + criticSpeed * potential(g);",
                        "return c * c + criticSpeed * potential(g);",
                        "observables-known-values"),
                Defect.of(
                        "critic-mean-sign",
                        "the generator descends where it should ascend",
                        "gan/TwoPointCoupling",
                        "rate = TwoPointGan.density(g) * mean.take(state.measure(0));",
                        "rate = -TwoPointGan.density(g) * mean.take(state.measure(0));",
                        "gan-grid-generator-second-order",
                        "gan-particles-within-one-percent",
                        "gan-grid-critic-first-order"),
                Defect.of(
                        "critic-mean-tail",
                        "the mean of the critic leaves out what remains after groups of four",
                        "gan/Mean",
                        "for (; i < n; i++) {",
                        "for (; i < n - 3; i++) {",
                        "observables-known-values"),
                Defect.of(
                        "variance-about-zero",
                        "the variance of a density is its second moment",
                        "model/Aggregation",
                        "sum += (x[d][i] - centre[d]) * (x[d][i] - centre[d]);",
                        "sum += x[d][i] * x[d][i];",
                        "observables-known-values"),
                Defect.of(
                        "energy-counts-pairs-twice",
                        "the interaction energy lacks its factor ½",
                        "field/DirectSum",
                        "return 0.5 * total;",
                        "return total;",
                        "observables-known-values"),
                Defect.of(
                        "collapse-threshold",
                        "the resolution below which a species has collapsed is halved",
                        "run/BlowUpDetector",
                        "double resolution = 2 * longest / perAxis;",
                        "double resolution = longest / perAxis;",
                        "gan-collapse-time-two-thirds"),
                Defect.of(
                        "half-period",
                        "a cycle ends at every zero, upward or downward",
                        "run/Oscillation",
                        "if (y[2] < 0 && y[3] >= 0) {",
                        "if (y[2] * y[3] <= 0) {",
                        "gan-grid-within-one-percent"),
                Defect.of(
                        "centre-unweighted",
                        "the centre of an aggregation forgets the weights of its points",
                        "model/Aggregation",
                        "sum.add(w[i] * x[axis][i]);",
                        "sum.add(x[axis][i]);",
                        "observables-known-values"),
                Defect.of(
                        "collapse-by-variance",
                        "a collapse is seen when the variance, not the deviation, is below two spacings",
                        "run/BlowUpDetector",
                        "there ? resolution - moments.spread() : Double.NaN",
                        "there ? resolution - moments.spread() * moments.spread() : Double.NaN",
                        "gan-collapse-time-two-thirds",
                        "gan-grid-within-one-percent"),
                Defect.of(
                        "points-per-axis-of-a-plane",
                        "points per axis are the root of their number in every dimension",
                        "run/BlowUpDetector",
                        "double perAxis = FastMath.pow(state.measure(index).size(), 1.0 / domain.dimension());",
                        "double perAxis = FastMath.sqrt(state.measure(index).size());",
                        "gan-particles-within-one-percent",
                        "gan-grid-within-one-percent"));
    }
}
