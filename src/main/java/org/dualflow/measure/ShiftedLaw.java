package org.dualflow.measure;

import java.util.Arrays;

/**
 * A law on the line moved along it: the law of X + by.
 *
 * <p>Immutable.
 *
 * @param law of X
 * @param by finite
 */
public record ShiftedLaw(LineLaw law, double by) implements LineLaw {

    /** Checks the number. */
    public ShiftedLaw {
        Weights.finite("by", by);
    }

    @Override
    public double cdf(double x) {
        return law.cdf(x - by);
    }

    @Override
    public double cdfBelow(double x) {
        return law.cdfBelow(x - by);
    }

    @Override
    public double mass(double from, double to) {
        return law.mass(from - by, to - by);
    }

    @Override
    public double quantile(double p) {
        return law.quantile(p) + by;
    }

    @Override
    public double[] atoms() {
        return Arrays.stream(law.atoms()).map(x -> x + by).toArray();
    }
}
