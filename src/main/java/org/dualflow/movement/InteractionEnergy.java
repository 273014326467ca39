package org.dualflow.movement;

import org.dualflow.measure.CompensatedSum;

/**
 * The two interactions that are sums over single particles on the line, for a measure of mass one:
 *
 * <pre>  ½ ∬ c/2 |x-x'|² dμdμ = c/2 (∫ x² dμ - m²),      ½ ∬ k |x-x'| dμdμ = k Σ w_i x_i (mass below i - mass above i),</pre>
 *
 * m the mean. The second one is linear on places in order, hence 0-convex for either sign of k; its movements pool particles where k &gt; 0.
 * The first one is λ-convex with λ = min(0, c).
 */
public final class InteractionEnergy implements LineEnergy {

    private final double[] w;
    private final double quadratic;
    private final double[] push;

    private InteractionEnergy(double[] weights, double quadratic, double pointy) {
        if (!(Math.abs(quadratic) <= Double.MAX_VALUE && Math.abs(pointy) <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("strength = " + (quadratic + pointy) + ": a finite number is allowed");
        }
        this.w = weights;
        this.quadratic = quadratic;
        this.push = new double[weights.length];
        CompensatedSum all = new CompensatedSum();
        all.addAll(weights, weights.length);
        CompensatedSum below = new CompensatedSum();
        for (int i = 0; i < weights.length && pointy != 0; i++) {
            below.add(0.5 * weights[i]);
            push[i] = 2 * pointy * weights[i] * (below.value() - 0.5 * all.value());
            below.add(0.5 * weights[i]);
        }
    }

    /**
     * The potential c |x|²/2, attractive for c &gt; 0.
     *
     * @param weights of the particles, of sum one, shared with the caller
     */
    public static InteractionEnergy quadratic(double[] weights, double c) {
        return new InteractionEnergy(weights, c, 0);
    }

    /**
     * The potential k |x|, attractive for k &gt; 0.
     *
     * @param weights of the particles, of sum one, shared with the caller
     */
    public static InteractionEnergy pointy(double[] weights, double k) {
        return new InteractionEnergy(weights, 0, k);
    }

    private double mean(double[] x) {
        double sum = 0;
        for (int i = 0; i < w.length; i++) {
            sum += w[i] * x[i];
        }
        return sum;
    }

    @Override
    public double value(double[] x) {
        double m = mean(x);
        double sum = 0;
        for (int i = 0; i < w.length; i++) {
            sum += 0.5 * quadratic * w[i] * (x[i] - m) * (x[i] - m) + push[i] * x[i];
        }
        return sum;
    }

    @Override
    public void gradient(double[] x, double[] out) {
        double m = mean(x);
        for (int i = 0; i < w.length; i++) {
            out[i] = quadratic * w[i] * (x[i] - m) + push[i];
        }
    }

    @Override
    public void addCurvature(double[] x, double[] diagonal, double[] coupling) {
        for (int i = 0; i < w.length; i++) {
            diagonal[i] += quadratic * w[i];
        }
    }

    @Override
    public double attraction() {
        return quadratic;
    }

    @Override
    public double modulus() {
        return Math.min(0, quadratic);
    }

    @Override
    public double concordance() {
        return quadratic < 0 ? Double.POSITIVE_INFINITY : 0;
    }
}
