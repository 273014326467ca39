package org.dualflow.movement;

import java.util.Arrays;

/**
 * P₂(R), or P₂ of an interval, by quantile functions: measures of n particles of fixed weights at places x₁ ≤ … ≤ x_n. W₂ is the
 * norm (Σ w_i (x_i - y_i)²)^½, and the space is the convex cone of places in order, cut by the interval. Projecting on it is isotonic
 * regression, then clipping at the ends: for a critic that is clipped to Q, the clip is the metric projection.
 */
public final class QuantileSpace implements Space<LineEnergy> {

    private final double[] weights;
    private final double lower;
    private final double upper;

    private QuantileSpace(double[] weights, double lower, double upper) {
        this.weights = weights;
        this.lower = lower;
        this.upper = upper;
    }

    /**
     * Measures on the line.
     *
     * @param weights positive, of sum one up to rounding; copied
     */
    public static QuantileSpace line(double... weights) {
        return within(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, weights);
    }

    /** Measures of n equal particles on the line. */
    public static QuantileSpace line(int n) {
        return line(equal(n));
    }

    /** Measures of n equal particles on an interval. */
    public static QuantileSpace within(double lower, double upper, int n) {
        return within(lower, upper, equal(n));
    }

    /**
     * Measures on an interval.
     *
     * @param lower left end, may be infinite
     * @param upper right end, greater than {@code lower}
     * @param weights positive, of sum one up to rounding; copied
     */
    public static QuantileSpace within(double lower, double upper, double[] weights) {
        if (!(lower < upper)) {
            throw new IllegalArgumentException("interval = [" + lower + ", " + upper + "]: lower < upper is allowed");
        }
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            if (!(weights[i] > 0)) {
                throw new IllegalArgumentException(
                        "weights[" + i + "] = " + weights[i] + ": positive numbers are allowed");
            }
            sum += weights[i];
        }
        if (!(Math.abs(sum - 1) <= 1e-9)) {
            throw new IllegalArgumentException("sum of weights = " + sum + ": 1 is allowed");
        }
        return new QuantileSpace(weights.clone(), lower, upper);
    }

    private static double[] equal(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("particles = " + n + ": at least 1 is allowed");
        }
        double[] w = new double[n];
        Arrays.fill(w, 1.0 / n);
        return w;
    }

    /**
     * The same measures on the line, whose mean moves more easily than their shape: displacements u have the squared norm |u|² - s m(u)²,
     * m(u) = Σ w_i u_i, and the gradient is g + s/(1-s) m(g).
     *
     * @param share s, in [0, 1)
     * @throws IllegalArgumentException if the space is that of an interval, whose walls are felt by the shape
     */
    public Space<LineEnergy> withEasyMean(double share) {
        if (!(share >= 0 && share < 1)) {
            throw new IllegalArgumentException("share = " + share + ": a number in [0, 1) is allowed");
        }
        if (lower > Double.NEGATIVE_INFINITY || upper < Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("interval = [" + lower + ", " + upper + "]: the line is allowed");
        }
        return share == 0 ? this : new EasyMeanSpace(this, share);
    }

    /** The left end, -∞ for the line. */
    public double lower() {
        return lower;
    }

    /** The right end, ∞ for the line. */
    public double upper() {
        return upper;
    }

    @Override
    public int size() {
        return weights.length;
    }

    @Override
    public double[] weights() {
        return weights;
    }

    @Override
    public void project(double[] x) {
        new MonotoneProjection(x.length).project(x, weights, 0, x.length);
        clip(x);
    }

    void clip(double[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.min(upper, Math.max(lower, x[i]));
        }
    }

    @Override
    public double tangentNorm(double[] x, double[] pull) {
        return tangentNorm(x, pull, new MonotoneProjection(x.length));
    }

    /** Within a group of equal places the tangent cone is that of the order; at an end it points inwards. */
    double tangentNorm(double[] x, double[] pull, MonotoneProjection projection) {
        double sum = 0;
        int n = x.length;
        for (int from = 0; from < n; ) {
            int to = from + 1;
            while (to < n && x[to] == x[from]) {
                to++;
            }
            if (to > from + 1) {
                projection.project(pull, weights, from, to);
            }
            double least = x[from] <= lower ? 0 : Double.NEGATIVE_INFINITY;
            double most = x[from] >= upper ? 0 : Double.POSITIVE_INFINITY;
            for (int i = from; i < to; i++) {
                double v = Math.min(most, Math.max(least, pull[i]));
                sum += weights[i] * v * v;
            }
            from = to;
        }
        return Math.sqrt(sum);
    }

    @Override
    public void require(double[] x) {
        if (x.length != weights.length) {
            throw new IllegalArgumentException(
                    "quantiles = " + x.length + ": as many as particles, " + weights.length + ", are allowed");
        }
        for (int i = 0; i < x.length; i++) {
            if (!(Math.abs(x[i]) <= Double.MAX_VALUE) || x[i] < lower || x[i] > upper) {
                throw new IllegalArgumentException("quantiles[" + i + "] = " + x[i] + ": finite numbers in [" + lower
                        + ", " + upper + "] are allowed");
            }
            if (i > 0 && x[i] < x[i - 1]) {
                throw new IllegalArgumentException("quantiles[" + i + "] = " + x[i] + " after " + x[i - 1]
                        + ": nondecreasing numbers are allowed");
            }
        }
    }

    @Override
    public Mover<LineEnergy> mover() {
        return new QuantileMover(this);
    }
}
