package org.dualflow.time;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Strong-stability-preserving Runge–Kutta methods in the form of Shu and Osher: with E(u) = u + σ Δt L(u) an Euler step,
 *
 * <pre>  u_1 = E(u_0),     u_s = α_s u_0 + (1 - α_s) E(u_{s-1}),     u(t + Δt) = u_last.</pre>
 *
 * Every stage is a convex combination of Euler steps of size σ Δt, so whatever convex bound one Euler step keeps (positivity,
 * total variation, L¹ contraction, mass) the method keeps if σ Δt satisfies the step restriction of Euler's method. The methods that come
 * along have σ = 1; optimal methods of more stages have longer steps, 1/σ times those of Euler's method:
 *
 * <pre>{@code
 * SspRungeKutta ssp43 = SspRungeKutta.of("ssp43", 3, 0.5, 0, 0, 2.0 / 3, 0);   // 4 stages, order 3
 * SspRungeKutta ssp42 = SspRungeKutta.of("ssp42", 2, 1.0 / 3, 0, 0, 0, 0.25);  // 4 stages, order 2
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1137/S003614450036757X">Gottlieb, Shu, Tadmor 2001</a>
 * @see <a href="https://doi.org/10.1137/S0036142901389025">Spiteri, Ruuth 2002, the optimal methods</a>
 */
public final class SspRungeKutta {
    /** Euler's method, order 1. */
    public static final SspRungeKutta SSP1 = of("ssp1", 1, 1, 0);
    /** Heun's method, order 2. */
    public static final SspRungeKutta SSP2 = of("ssp2", 2, 1, 0, 0.5);
    /** Shu and Osher's method, order 3. */
    public static final SspRungeKutta SSP3 = of("ssp3", 3, 1, 0, 0.75, 1.0 / 3);

    private static final double ROUNDING = 1e-14;

    private final String label;
    private final int order;
    private final double stageStep;
    private final double[] weights;
    private final double[] nodes;

    private SspRungeKutta(String label, int order, double stageStep, double[] weights) {
        this.label = label;
        this.order = order;
        this.stageStep = stageStep;
        this.weights = weights;
        nodes = new double[weights.length];
        double node = 0;
        for (int s = 0; s < weights.length; s++) {
            nodes[s] = node;
            node = (1 - weights[s]) * (node + stageStep);
        }
        if (!(Math.abs(node - 1) < ROUNDING)) {
            throw new IllegalArgumentException(
                    "weights of " + label + ": the last stage is at " + node + " of the step, only 1 is allowed");
        }
    }

    /**
     * A method of one's own.
     *
     * @param label what tables call it
     * @param order its order, at least 1; not checked here but by a convergence study
     * @param stageStep σ, more than 0 and at most 1
     * @param weights α_1 … α_s, each at least 0 and less than 1, the first 0; the last stage must end at t + Δt
     */
    public static SspRungeKutta of(String label, int order, double stageStep, double... weights) {
        if (order < 1) {
            throw new IllegalArgumentException("order = " + order + ": at least 1 is allowed");
        }
        if (!(stageStep > 0 && stageStep <= 1)) {
            throw new IllegalArgumentException("stageStep = " + stageStep + ": more than 0 and at most 1 is allowed");
        }
        for (int s = 0; s < weights.length; s++) {
            if (!(weights[s] >= 0 && weights[s] < 1) || s == 0 && weights[0] != 0) {
                throw new IllegalArgumentException("weights[" + s + "] = " + weights[s]
                        + ": 0 is allowed for the first stage, at least 0 and less than 1 for others");
            }
        }
        return new SspRungeKutta(label, order, stageStep, weights.clone());
    }

    /** The methods that come along. */
    public static List<SspRungeKutta> all() {
        return List.of(SSP1, SSP2, SSP3);
    }

    /** The method that case files call {@code ssp1}, {@code ssp2} or {@code ssp3}. */
    public static SspRungeKutta named(String name) {
        return all().stream()
                .filter(method -> method.label.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("time integrator = \"" + name + "\": one of "
                        + all().stream().map(SspRungeKutta::label).collect(Collectors.joining(", ")) + " is allowed"));
    }

    /** What case files call the method. */
    public String label() {
        return label;
    }

    @Override
    public String toString() {
        return label;
    }

    /** Number of stages. */
    public int stages() {
        return weights.length;
    }

    /** Order of accuracy. */
    public int order() {
        return order;
    }

    /** σ, the size of a stage's Euler step as a fraction of the step; 1/σ is the method's SSP coefficient. */
    public double stageStep() {
        return stageStep;
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
