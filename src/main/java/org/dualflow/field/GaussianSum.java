package org.dualflow.field;

/**
 * Sums of Gaussians, and what their gradients are made of, at many points in one to three dimensions:
 *
 * <pre>  s(x) = Σ_j w_j exp(-|x - y_j|²/(2ε²)),     m(x) = Σ_j w_j (x - y_j) exp(-|x - y_j|²/(2ε²)) = -ε² ∇s(x).</pre>
 *
 * <p>Over all pairs the error is rounding: 6e-14 relative to Σ_j |w_j| exp and 2e-18 Σ|w|. The fast way errs by at most {@code
 * tolerance} · Σ|w| in s and {@code tolerance} · ε Σ|w| in m, besides rounding of Σ|w| by a few hundred ulp. The order of all sums is
 * fixed, so that results are reproducible to the last bit. Not thread-safe.
 */
public final class GaussianSum {

    /** How to sum. */
    public enum Summation {
        /** Whichever takes fewer operations. */
        AUTOMATIC,
        /** All pairs. */
        DIRECT,
        /** Chebyshev expansions on boxes of side ε, O(sources + targets + boxes). */
        FAST
    }

    /** The default of the fast way's tolerance. */
    public static final double TOLERANCE = 1e-10;

    private final int dimension;
    private final Summation summation;
    private final DirectGaussianSum direct;
    private final FastGaussianSum fast;

    /** Sums in the cheaper way, with the default tolerance. */
    public GaussianSum(int dimension, double width) {
        this(dimension, width, TOLERANCE, Summation.AUTOMATIC);
    }

    /**
     * @param dimension 1 to 3
     * @param width ε, positive and finite
     * @param tolerance of the fast way, from 1e-14 to 0.1
     * @param summation how to sum
     */
    public GaussianSum(int dimension, double width, double tolerance, Summation summation) {
        if (dimension < 1 || dimension > 3) {
            throw new IllegalArgumentException("dimension = " + dimension + ": 1 to 3 is allowed");
        }
        if (!(width > 0) || Double.isInfinite(width)) {
            throw new IllegalArgumentException("bandwidth = " + width + ": a positive finite number is allowed");
        }
        if (!(tolerance >= 1e-14 && tolerance <= 0.1)) {
            throw new IllegalArgumentException("tolerance = " + tolerance + ": 1e-14 to 0.1 is allowed");
        }
        this.dimension = dimension;
        this.summation = summation;
        this.direct = new DirectGaussianSum(dimension, width);
        this.fast = new FastGaussianSum(dimension, width, tolerance);
    }

    /**
     * Evaluates both sums.
     *
     * @param y sources, {@code y[dimension][≥ sources]}, finite
     * @param w weights, {@code w[≥ sources]}
     * @param sources number of sources
     * @param x targets, {@code x[dimension][≥ n]}, finite
     * @param n number of targets
     * @param sum receives s, {@code [≥ n]}
     * @param moment receives m, {@code [dimension][≥ n]}
     */
    public void fill(double[][] y, double[] w, int sources, double[][] x, int n, double[] sum, double[][] moment) {
        if (y.length != dimension || x.length != dimension) {
            throw new IllegalArgumentException(
                    "coordinates = " + y.length + ", " + x.length + ": " + dimension + " is allowed");
        }
        double work = summation == Summation.DIRECT ? Double.POSITIVE_INFINITY : fast.plan(y, sources, x, n);
        if (summation == Summation.FAST && work == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("summation = FAST: the points need more than " + FastGaussianSum.LARGEST
                    + " expansion coefficients; a larger bandwidth, or all pairs, is allowed");
        }
        if (summation == Summation.FAST || work < (double) sources * n) {
            fast.fill(y, w, sources, x, n, sum, moment);
        } else {
            direct.fill(y, w, sources, x, n, sum, moment);
        }
    }
}
