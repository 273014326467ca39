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
                        "scale(Reductions.dot(c, slope, 0, size), at[i], from, to, out[shape.bias()]);",
                        "scale(1.05 * Reductions.dot(c, slope, 0, size), at[i], from, to, out[shape.bias()]);",
                        "network-gan-agreement"),
                Defect.of(
                        "row-outer-at-rest",
                        "outer weights of a row of cells do not move",
                        "gan/NetworkField",
                        "Arrays.fill(out[i], from, to, Reductions.dot(c, s, 0, size));",
                        "Arrays.fill(out[i], from, to, 0);",
                        "network-gan-agreement-at-walls",
                        "network-gan-limit-cycle"),
                Defect.of(
                        "blow-up-threshold-stays",
                        "a wall holds more than a bounded density from a fifth of the mass on, on every mesh",
                        "run/BlowUpDetector",
                        "double beyondDensity = Math.max(touching,",
                        "double beyondDensity = Math.max(0.2,",
                        "network-gan-blow-up"),
                Defect.of(
                        "blow-up-starts-at-contact",
                        "the bracket of a blow-up begins when a wall is touched, not when mass is near it",
                        "run/BlowUpDetector",
                        "approach.rises(nearest - Math.min(touching, 1.0 / points))",
                        "approach.rises(fullest - touching)",
                        "network-gan-blow-up"),
                Defect.of(
                        "event-without-its-step",
                        "the bracket of an event begins at its estimate, not at the step before it",
                        "run/WallDetector",
                        "return new Event(at, from, time, kind, species, detail);",
                        "return new Event(at, at, time, kind, species, detail);",
                        "network-gan-first-atom"),
                Defect.of(
                        "third-axis-half-flux",
                        "fluxes along the third axis of a mesh count half",
                        "fv/Sweep",
                        "kernels.addDifference(z.lower(j), z.upper(), geometry[2].coefficient(dt), change, from, to);",
                        "kernels.addDifference(z.lower(j), z.upper(), 0.5 * geometry[2].coefficient(dt), change, from,"
                                + " to);",
                        "network-gan-atom-travels",
                        "manufactured-beltrami"),
                Defect.of(
                        "coverage-by-the-larger",
                        "coverage adds the larger of two shares",
                        "gan/Modes",
                        "sum += Math.min(p[m], q[m]);",
                        "sum += Math.max(p[m], q[m]);",
                        "mode-coverage-known-values"),
                Defect.of(
                        "divergence-forward",
                        "the divergence of modes takes the logarithm of the data's share over the law's",
                        "gan/Modes",
                        "FastMath.log(p[m] / q[m])",
                        "FastMath.log(q[m] / p[m])",
                        "mode-coverage-known-values"),
                Defect.of(
                        "mode-last-of-equals",
                        "a point between two modes belongs to the last of them",
                        "gan/Modes",
                        "if (square < least) {",
                        "if (square <= least) {",
                        "mode-coverage-known-values"),
                Defect.of(
                        "generator-nine-tenths",
                        "the generator of the two-point GAN moves at nine tenths of its speed",
                        "gan/TwoPointCoupling",
                        "rate = TwoPointGan.density(g) * mean.take(state.measure(0));",
                        "rate = 0.9 * TwoPointGan.density(g) * mean.take(state.measure(0));",
                        "gan-certificate-bounds-error",
                        "evi-duel-three-ways",
                        "duel-three-ways",
                        "gan-recurrence-uncertainty",
                        "gan-particles-within-one-percent",
                        "gan-grid-within-one-percent"),
                Defect.of(
                        "one-cycle-too-many",
                        "the period is that of one more cycle than there are",
                        "run/Recurrence",
                        "- cycles.start(first)) / patterns;",
                        "- cycles.start(first)) / (patterns + 1);",
                        "gan-recurrence-uncertainty"),
                Defect.of(
                        "amplitude-peak-to-peak",
                        "the amplitude of a cycle is that from peak to peak",
                        "run/Cycles",
                        "return new Peak(0.5 * (high + low), 0.5 * error);",
                        "return new Peak(high + low, 0.5 * error);",
                        "gan-recurrence-uncertainty"),
                Defect.of(
                        "no-two-cycles-alike",
                        "cycles must agree to rounding to count as the same",
                        "run/Recurrence",
                        "static final double SAME = 0.01;",
                        "static final double SAME = 1e-15;",
                        "gan-recurrence-uncertainty"),
                Defect.of(
                        "event-ends-at-its-estimate",
                        "the bracket of an event ends at its estimate, not at the end of the step",
                        "run/WallDetector",
                        "return new Event(at, from, time, kind, species, detail);",
                        "return new Event(at, from, at, kind, species, detail);",
                        "network-gan-first-atom"),
                Defect.of(
                        "time-of-the-last-look-lost",
                        "the time of the last look at a wall is overwritten before it is used",
                        "run/WallDetector",
                        "if (contact.rises(share - touching)) {",
                        "before = time;\n        if (contact.rises(share - touching)) {",
                        "network-gan-first-atom"),
                Defect.of(
                        "blow-up-ends-at-its-estimate",
                        "the bracket of a blow-up ends at its estimate",
                        "run/BlowUpDetector",
                        "new Event(blowUpTime, blowUpEarliest, time, Event.Kind.BLOW_UP",
                        "new Event(blowUpTime, blowUpEarliest, blowUpTime, Event.Kind.BLOW_UP",
                        "network-gan-blow-up"),
                Defect.of(
                        "near-the-lower-walls-is-on-them",
                        "neurons beyond halfway to a lower wall count as on it",
                        "run/Strata",
                        "x[d][i] <= side.lower()",
                        "x[d][i] <= 0.5 * side.lower()",
                        "network-gan-blow-up"),
                Defect.of(
                        "points-inner-force",
                        "particles feel a twentieth more force on their inner weights than rows of cells",
                        "gan/NetworkField",
                        "NeuronArguments.add(potential.moments[i][j][k], slope, slopes[i][j], n);",
                        "NeuronArguments.add(1.05 * potential.moments[i][j][k], slope, slopes[i][j], n);",
                        "network-gan-stability-is-sharp"),
                Defect.of(
                        "third-axis-nine-tenths",
                        "fluxes along the third axis of a mesh count nine tenths",
                        "fv/Sweep",
                        "kernels.addDifference(z.lower(j), z.upper(), geometry[2].coefficient(dt), change, from, to);",
                        "kernels.addDifference(z.lower(j), z.upper(), 0.9 * geometry[2].coefficient(dt), change, from, to);",
                        "manufactured-beltrami"),
                Defect.of(
                        "row-outer-nine-tenths",
                        "outer weights of a row of cells move at nine tenths of their speed",
                        "gan/NetworkField",
                        "Arrays.fill(out[i], from, to, Reductions.dot(c, s, 0, size));",
                        "Arrays.fill(out[i], from, to, 0.9 * Reductions.dot(c, s, 0, size));",
                        "network-gan-blow-up"));
    }
}
