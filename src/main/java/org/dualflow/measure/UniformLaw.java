package org.dualflow.measure;

/**
 * The uniform law on [lower, upper].
 *
 * @param lower lower end, finite
 * @param upper upper end, finite, greater than {@code lower}
 */
public record UniformLaw(double lower, double upper) implements LineLaw {

    /** Checks the interval. */
    public UniformLaw {
        Weights.interval(lower, upper);
    }

    @Override
    public double cdf(double x) {
        return x <= lower ? 0 : x >= upper ? 1 : (x - lower) / (upper - lower);
    }

    @Override
    public double cdfBelow(double x) {
        return cdf(x);
    }

    @Override
    public double mass(double from, double to) {
        double length = Math.min(to, upper) - Math.max(from, lower);
        return length > 0 ? length / (upper - lower) : 0;
    }

    /** {@inheritDoc} A convex combination of the ends, so that quantiles of a symmetric interval are symmetric. */
    @Override
    public double quantile(double p) {
        return (1 - p) * lower + p * upper;
    }
}
