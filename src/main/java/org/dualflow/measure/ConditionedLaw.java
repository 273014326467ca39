package org.dualflow.measure;

import java.util.Arrays;

/**
 * A law on the line conditioned to an interval, P( · | lower ≤ X ≤ upper): what makes a normal law fit a box.
 *
 * <p>Immutable.
 */
public final class ConditionedLaw implements LineLaw {

    private final LineLaw law;
    private final double lower;
    private final double upper;
    private final double inside;

    /**
     * @param law any law
     * @param lower lower end, finite; an atom there belongs to the interval
     * @param upper upper end, finite, at least {@code lower}; an atom there belongs to the interval
     * @throws IllegalArgumentException if the interval has no mass
     */
    public ConditionedLaw(LineLaw law, double lower, double upper) {
        Weights.finite("lower", lower);
        Weights.finite("upper", upper);
        this.law = law;
        this.lower = lower;
        this.upper = upper;
        this.inside = lower <= upper ? law.mass(lower, Math.nextUp(upper)) : 0;
        if (!(inside > 0)) {
            throw new IllegalArgumentException(
                    "[lower, upper] = [" + lower + ", " + upper + "]: an interval of positive mass is allowed");
        }
    }

    @Override
    public double cdf(double x) {
        return cdfBelow(Math.nextUp(x));
    }

    @Override
    public double cdfBelow(double x) {
        return x <= lower ? 0 : x > upper ? 1 : Math.min(1, law.mass(lower, x) / inside);
    }

    @Override
    public double mass(double from, double to) {
        double a = Math.max(from, lower);
        double b = Math.min(to, Math.nextUp(upper));
        return a < b ? law.mass(a, b) / inside : 0;
    }

    @Override
    public double quantile(double p) {
        double q = law.quantile(Math.min(law.cdfBelow(lower) + p * inside, Math.nextDown(1.0)));
        return Math.min(Math.max(q, lower), upper);
    }

    @Override
    public double[] atoms() {
        return Arrays.stream(law.atoms()).filter(x -> x >= lower && x <= upper).toArray();
    }
}
