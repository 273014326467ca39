package org.dualflow.validation.defect;

import java.util.List;

/** Mistakes in the particle solver, its starts and its sticking. */
final class ParticleDefects {

    private ParticleDefects() {}

    static List<Defect> all() {
        return List.of(
                Defect.of(
                        "wall-not-clipped",
                        "particles pass the walls",
                        "particle/Walls",
                        "out[i] = Math.min(upper, Math.max(lower, x[i] + delta[i]));",
                        "out[i] = x[i] + delta[i];",
                        "wall-collects-everything",
                        "network-gan-atom-leaves-corner",
                        "clipped-transport-fourth-order",
                        "clipped-transport-collapse"),
                Defect.of(
                        "clip-before-step",
                        "particles are clipped before they move instead of after",
                        "particle/Walls",
                        "out[i] = Math.min(upper, Math.max(lower, x[i] + delta[i]));",
                        "out[i] = Math.min(upper, Math.max(lower, x[i])) + delta[i];",
                        "wall-collects-everything"),
                Defect.of(
                        "runge-kutta-4-weights",
                        "the weights of the classical Runge-Kutta method are 1/6, 1/6, 1/2, 1/6",
                        "particle/ExplicitRungeKutta",
                        "1.0 / 6, 1.0 / 3, 1.0 / 3, 1.0 / 6",
                        "1.0 / 6, 1.0 / 6, 0.5, 1.0 / 6",
                        "particles-runge-kutta-4"),
                Defect.of(
                        "euler-weight",
                        "Euler's method makes nine tenths of its step",
                        "particle/ExplicitRungeKutta",
                        "new double[][] {{}}, 1)",
                        "new double[][] {{}}, 0.9)",
                        "particles-runge-kutta-1"),
                Defect.of(
                        "heun-weights",
                        "the two slopes of Heun's method have unequal weights",
                        "particle/ExplicitRungeKutta",
                        "{1}}, 0.5, 0.5)",
                        "{1}}, 0.4, 0.6)",
                        "particles-runge-kutta-2"),
                Defect.of(
                        "runge-kutta-3-stage",
                        "the last stage of SSP-RK3 sits at a quarter of the step",
                        "particle/ExplicitRungeKutta",
                        "{0.25, 0.25}",
                        "{0.25, 0}",
                        "particles-runge-kutta-3"),
                Defect.of(
                        "particle-stale-position",
                        "all stages take the velocity at the start of the step",
                        "particle/Cloud",
                        "lanes.fill(field, s == 0 ? x : y, n, velocities);",
                        "lanes.fill(field, x, n, velocities);",
                        "particles-runge-kutta-4"),
                Defect.of(
                        "particle-stale-time",
                        "all stages take the field at the start of the step",
                        "particle/ParticleTransport",
                        "coupling.freeze(t, at);",
                        "coupling.freeze(time, at);",
                        "particles-unsteady-fourth-order"),
                Defect.of(
                        "particle-stale-coupling",
                        "all stages take the field of the state at the start of the step",
                        "particle/ParticleTransport",
                        "evaluate(s, h, trial);",
                        "evaluate(s, h, current);",
                        "gan-particles-critic-first-order"),
                Defect.of(
                        "last-term-of-stage",
                        "the fourth slope is left out of the sum of slopes",
                        "particle/Walls",
                        "out[i] = (c0 * k0[i] + c1 * k1[i]) + (c2 * k2[i] + c3 * k3[i]);",
                        "out[i] = (c0 * k0[i] + c1 * k1[i]) + (c2 * k2[i] + c3 * k2[i]);",
                        "particles-runge-kutta-4",
                        "clipped-transport-fourth-order",
                        "aggregation-quadratic-fourth-order"),
                Defect.of(
                        "particle-outflow-not-counted",
                        "particles that leave through an open end are not booked",
                        "particle/Cloud",
                        "outflow.add(w[i]);",
                        "outflow.add(0);",
                        "open-ends-account-for-mass"),
                Defect.of(
                        "exit-at-one-end",
                        "particles leave through the upper open end only",
                        "particle/Walls",
                        "if (y < lower || y > upper) {",
                        "if (y > upper) {",
                        "open-ends-account-for-mass"),
                Defect.of(
                        "sticking-order",
                        "particles are pooled when they are in order",
                        "particle/IsotonicRegression",
                        "mean[groups - 1] > m",
                        "mean[groups - 1] < m",
                        "aggregation-sticky-particles-exact",
                        "aggregation-normal-atom"),
                Defect.of(
                        "seed-reuse",
                        "all species draw from one stream of random numbers",
                        "particle/Starts",
                        "starts.add(random(law, n, root.split()));",
                        "starts.add(random(law, n, seed));",
                        "random-starts-never-repeat"),
                Defect.of(
                        "stream-reuse",
                        "all blocks of particles draw from one stream of random numbers",
                        "particle/Starts",
                        "law.sample(BLOCK, root.split())",
                        "law.sample(BLOCK, new SplittableRandom(BLOCK))",
                        "random-starts-never-repeat"),
                Defect.of(
                        "draw-mean-of-two",
                        "an independent particle takes the mean of two random numbers",
                        "measure/LineLaw",
                        "double p = random.nextDouble();",
                        "double p = 0.5 * (random.nextDouble() + random.nextDouble());",
                        "particles-independent-start-w2",
                        "particles-independent-start-w1"),
                Defect.of(
                        "growth-stale-position",
                        "all stages take the growth rate at the start of the step",
                        "particle/Cloud",
                        "growing.evaluate(t, s == 0 ? x : y, s);",
                        "growing.evaluate(t, x, s);",
                        "particles-growth-fourth-order"),
                Defect.of(
                        "growth-stale-time",
                        "all stages take the growth rate of the beginning of the step",
                        "particle/ParticleTransport",
                        "evaluate(coupling.field(c), t, s)",
                        "evaluate(coupling.field(c), time, s)",
                        "particles-growth-fourth-order"),
                Defect.of(
                        "growth-linear",
                        "weights grow by the factor 1 + hc instead of e^{hc}",
                        "particle/GrowingWeights",
                        "w[i] * FastMath.exp(exponent[i])",
                        "w[i] * (1 + exponent[i])",
                        "particles-growth-fourth-order"),
                Defect.of(
                        "quantile-at-end",
                        "particles start at the quantiles i/n instead of (i + ½)/n",
                        "measure/LineLaw",
                        "x[i] = quantile((i + 0.5) / n);",
                        "x[i] = quantile((double) i / n);",
                        "particles-quantile-start"),
                Defect.of(
                        "one-stage-half",
                        "a single stage moves particles half of the way",
                        "particle/Walls",
                        "                    out[i] = c0 * k0[i];\n",
                        "                    out[i] = 0.5 * c0 * k0[i];\n",
                        "particles-runge-kutta-1"),
                Defect.of(
                        "isotonic-the-other-way",
                        "isotonic regression pools what is in order",
                        "particle/IsotonicRegression",
                        "while (groups > 0 && mean[groups - 1] > m) {",
                        "while (groups > 0 && mean[groups - 1] < m) {",
                        "movement-sticky-exact"));
    }
}
