package org.dualflow.measure;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Gauss–Legendre quadrature with a fixed number n of nodes, exact for polynomials of degree 2n - 1.
 *
 * <p>Immutable.
 */
public final class GaussRule {

    private final double[] nodes;
    private final double[] weights;

    private GaussRule(double[] nodes, double[] weights) {
        this.nodes = nodes;
        this.weights = weights;
    }

    /** The rule with {@code n} nodes, 1 ≤ n ≤ 64. */
    public static GaussRule of(int n) {
        if (n < 1 || n > 64) {
            throw new IllegalArgumentException("nodes = " + n + ": 1 to 64 is allowed");
        }
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(n);
        double[] nodes = new double[n];
        double[] weights = new double[n];
        for (int i = 0; i < n; i++) {
            nodes[i] = rule.getPoint(i);
            weights[i] = rule.getWeight(i);
        }
        return new GaussRule(nodes, weights);
    }

    /** Number of nodes. */
    public int size() {
        return nodes.length;
    }

    /** Node {@code i} of the rule for [from, to]. */
    public double node(int i, double from, double to) {
        return 0.5 * (from + to) + 0.5 * (to - from) * nodes[i];
    }

    /** Weight {@code i} of the rule for [from, to]. */
    public double weight(int i, double from, double to) {
        return 0.5 * (to - from) * weights[i];
    }

    /** ∫ f over [from, to]. */
    public double integrate(DoubleUnaryOperator f, double from, double to) {
        double middle = 0.5 * (from + to);
        double half = 0.5 * (to - from);
        double sum = 0;
        for (int i = 0; i < nodes.length; i++) {
            sum += weights[i] * f.applyAsDouble(middle + half * nodes[i]);
        }
        return half * sum;
    }

    /**
     * ∫ f over [from, to] by bisection: an interval is halved until the rule on it and the rule on its two halves differ
     * by no more than {@code tolerance}, or 50 times. The error of the sum of the halves is far below that difference
     * where f is smooth; at a jump the interval has shrunk by 2⁻⁵⁰ when it stops.
     *
     * @param tolerance absolute difference accepted on every interval, at least 0
     */
    public double integrate(DoubleUnaryOperator f, double from, double to, double tolerance) {
        return refine(f, from, to, integrate(f, from, to), tolerance, 50);
    }

    private double refine(DoubleUnaryOperator f, double from, double to, double whole, double tolerance, int depth) {
        double middle = 0.5 * (from + to);
        double left = integrate(f, from, middle);
        double right = integrate(f, middle, to);
        double halves = left + right;
        double noise = 4 * Math.ulp(halves);
        if (!(Math.abs(whole - halves) > Math.max(tolerance, noise)) || depth == 0) {
            return halves;
        }
        return refine(f, from, middle, left, tolerance, depth - 1) + refine(f, middle, to, right, tolerance, depth - 1);
    }
}
