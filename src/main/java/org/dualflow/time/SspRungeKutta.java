package org.dualflow.time;

import java.util.Locale;

/**
 * Strong-stability-preserving Runge–Kutta methods in the form of Shu and Osher: with E(u) = u + Δt L(u) an Euler step,
 *
 * <pre>  u_1 = E(u_0),     u_s = α_s u_0 + (1 - α_s) E(u_{s-1}),     u(t + Δt) = u_last.</pre>
 *
 * Every stage is a convex combination of Euler steps with the full Δt, so whatever convex bound one Euler step keeps
 * (positivity, total variation, L¹ contraction, mass) the method keeps under the same step restriction.
 *
 * @see <a href="https://doi.org/10.1137/S003614450036757X">Gottlieb, Shu, Tadmor 2001</a>
 */
public enum SspRungeKutta {
    /** Euler's method, order 1. */
    SSP1(new double[] {0}, new double[] {0}),
    /** Heun's method, order 2. */
    SSP2(new double[] {0, 0.5}, new double[] {0, 1}),
    /** Shu and Osher's method, order 3. */
    SSP3(new double[] {0, 0.75, 1.0 / 3}, new double[] {0, 1, 0.5});

    private final double[] weights;
    private final double[] nodes;

    SspRungeKutta(double[] weights, double[] nodes) {
        this.weights = weights;
        this.nodes = nodes;
    }

    /** The method that case files call {@code ssp1}, {@code ssp2} or {@code ssp3}. */
    public static SspRungeKutta named(String name) {
        for (SspRungeKutta method : values()) {
            if (method.label().equals(name)) {
                return method;
            }
        }
        throw new IllegalArgumentException("time integrator = \"" + name + "\": ssp1, ssp2 or ssp3 is allowed");
    }

    /** What case files call the method. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Number of stages, equal to the order. */
    public int stages() {
        return weights.length;
    }

    /** Order of accuracy. */
    public int order() {
        return weights.length;
    }

    /** α_s, the share of the start of the step in the result of stage {@code s}; zero for {@code s = 0}. */
    public double startWeight(int s) {
        return weights[s];
    }

    /** The time at which stage {@code s} evaluates the right-hand side, as a fraction of the step. */
    public double node(int s) {
        return nodes[s];
    }
}
