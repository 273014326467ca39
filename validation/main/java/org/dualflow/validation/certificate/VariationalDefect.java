package org.dualflow.validation.certificate;

/**
 * How far a computed trajectory x is from the evolution variational inequality: for a flow that is EVI_λ for the energy E, and any
 * test points z,
 *
 * <pre>  ½ d²(x_t, z) - ½ d²(x_s, z) + ∫_s^t ( λ/2 d²(x_r, z) + E(x_r) - E(z) ) dr ≤ 0,     s &lt; t,</pre>
 *
 * E given what the other player does at time r. The integral is taken by the trapezoidal rule between samples, whose error is that of two
 * derivatives; left sides are divided by t - s.
 *
 * <p>Source: L. Ambrosio, N. Gigli, G. Savaré, <i>Gradient Flows in Metric Spaces and in the Space of Probability Measures</i>, Birkhäuser 2008,
 * doi:10.1007/978-3-7643-8722-8.
 */
public final class VariationalDefect {

    private final double lambda;
    private final int tests;
    private double time = Double.NaN;
    private double[] squares;
    private double[] gains;
    private double largest = Double.NEGATIVE_INFINITY;
    private double modulus = Double.POSITIVE_INFINITY;

    /**
     * @param lambda λ, finite
     * @param tests number of test points, at least 1
     */
    public VariationalDefect(double lambda, int tests) {
        if (!(Math.abs(lambda) <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("lambda = " + lambda + ": a finite number is allowed");
        }
        if (tests < 1) {
            throw new IllegalArgumentException("tests = " + tests + ": at least 1 is allowed");
        }
        this.lambda = lambda;
        this.tests = tests;
        this.squares = new double[tests];
        this.gains = new double[tests];
    }

    /**
     * Takes a sample of the trajectory, later than the one before.
     *
     * @param t the time
     * @param square d²(x_t, z) for every test point
     * @param gain E(x_t) - E(z) for every test point, with the energy at time {@code t}
     */
    public void sample(double t, double[] square, double[] gain) {
        if (square.length != tests || gain.length != tests) {
            throw new IllegalArgumentException(
                    "samples of " + square.length + " and " + gain.length + " test points: " + tests + " are allowed");
        }
        if (t <= time) {
            throw new IllegalArgumentException("t = " + t + ": a time after " + time + " is allowed");
        }
        for (int z = 0; z < tests && !Double.isNaN(time); z++) {
            double rate = 0.5 * (square[z] - squares[z]) / (t - time) + 0.5 * (gain[z] + gains[z]);
            double half = 0.25 * (square[z] + squares[z]);
            largest = Math.max(largest, rate + lambda * half);
            modulus = half > 0 ? Math.min(modulus, -rate / half) : modulus;
        }
        time = t;
        squares = square.clone();
        gains = gain.clone();
    }

    /** The largest left side over all intervals and test points, per unit of time; at most 0 for a flow that is EVI_λ. */
    public double largest() {
        return largest;
    }

    /**
     * The largest λ for which no left side is positive: an estimate of the flow's λ from the trajectory. It errs by the error of a left
     * side over ½ d²: test points that the trajectory meets make it worthless.
     */
    public double modulus() {
        return modulus;
    }
}
