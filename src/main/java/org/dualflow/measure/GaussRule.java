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
    /** Lagrange polynomials of the nodes, at the lower end. */
    private final double[] ends;

    private GaussRule(double[] nodes, double[] weights) {
        this.nodes = nodes;
        this.weights = weights;
        this.ends = new double[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            ends[i] = 1;
            for (int j = 0; j < nodes.length; j++) {
                ends[i] *= j == i ? 1 : (-1 - nodes[j]) / (nodes[i] - nodes[j]);
            }
        }
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
        return sum(sample(f, from, to), from, to);
    }

    /**
     * ∫ f over [from, to] by bisection: an interval is halved until the rule on it and the rule on its two halves differ
     * by no more than {@code tolerance}, or 50 times. The error of the sum of the halves is far below that difference
     * where f is smooth; a kink between an end and the next node may go unseen, and a jump should be an end.
     *
     * @param tolerance absolute difference accepted on every interval, at least 0
     */
    public double integrate(DoubleUnaryOperator f, double from, double to, double tolerance) {
        CompensatedSum sum = new CompensatedSum();
        refine(f, from, to, integrate(f, from, to), tolerance, 50, false, (lower, upper, mass) -> sum.add(mass));
        return sum.value();
    }

    /** Takes one interval and the integral over it. */
    @FunctionalInterface
    interface Panel {
        void take(double from, double to, double integral);
    }

    /**
     * Halves [from, to] until the rule resolves f, and hands the halves over in increasing order. An interval is
     * resolved when (a) the rule on it and the rule on its halves differ by at most {@code tolerance}, and (b) on each
     * half the polynomial through the nodes, continued to the two ends, misses f there by so little that the gap between
     * the end and the next node cannot hide more than {@code tolerance}. Without (b) a jump of f in such a gap goes
     * unseen: no node of the interval nor of its halves is affected by where it lies. The error of the sum of the
     * halves is far below {@code tolerance} where f is smooth; at a jump the interval has shrunk by 2^-{@code depth}
     * when it stops.
     */
    void panels(DoubleUnaryOperator f, double from, double to, double tolerance, int depth, Panel panel) {
        refine(f, from, to, integrate(f, from, to), tolerance, depth, true, panel);
    }

    private void refine(
            DoubleUnaryOperator f,
            double from,
            double to,
            double whole,
            double tolerance,
            int depth,
            boolean jumps,
            Panel panel) {
        double middle = 0.5 * (from + to);
        double[] below = sample(f, from, middle);
        double[] above = sample(f, middle, to);
        double left = sum(below, from, middle);
        double right = sum(above, middle, to);
        double allowed = Math.max(tolerance, 4 * Math.ulp(left + right));
        boolean resolved = !(Math.abs(whole - left - right) > allowed)
                && (!jumps || hidden(f, from, middle, below) <= allowed && hidden(f, middle, to, above) <= allowed);
        if (resolved || depth == 0) {
            panel.take(from, middle, left);
            panel.take(middle, to, right);
        } else {
            refine(f, from, middle, left, tolerance, depth - 1, jumps, panel);
            refine(f, middle, to, right, tolerance, depth - 1, jumps, panel);
        }
    }

    /** What the gaps between the ends and the outermost nodes may hide: their width times the miss at the ends. */
    private double hidden(DoubleUnaryOperator f, double from, double to, double[] values) {
        double atFrom = 0;
        double atTo = 0;
        for (int i = 0; i < nodes.length; i++) {
            atFrom += ends[i] * values[i];
            atTo += ends[nodes.length - 1 - i] * values[i];
        }
        double below = Math.abs(atFrom - f.applyAsDouble(Math.nextUp(from)));
        double above = Math.abs(atTo - f.applyAsDouble(Math.nextDown(to)));
        return 0.5 * (to - from) * (1 + nodes[0]) * Math.max(below, above);
    }

    private double[] sample(DoubleUnaryOperator f, double from, double to) {
        double middle = 0.5 * (from + to);
        double half = 0.5 * (to - from);
        double[] values = new double[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            values[i] = f.applyAsDouble(middle + half * nodes[i]);
        }
        return values;
    }

    private double sum(double[] values, double from, double to) {
        double sum = 0;
        for (int i = 0; i < nodes.length; i++) {
            sum += weights[i] * values[i];
        }
        return 0.5 * (to - from) * sum;
    }
}
