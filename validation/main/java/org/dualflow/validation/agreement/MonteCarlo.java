package org.dualflow.validation.agreement;

import java.util.function.LongToDoubleFunction;
import org.dualflow.measure.CompensatedSum;
import org.dualflow.validation.study.OrderFit;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.util.FastMath;

/**
 * The mean of a random quantity over fixed seeds, with its standard error.
 *
 * @param mean the mean
 * @param standardError sample deviation over √n
 * @param seeds number n of seeds
 * @param firstSeed seeds are {@code firstSeed … firstSeed + n - 1}
 */
public record MonteCarlo(double mean, double standardError, int seeds, long firstSeed) {

    /**
     * Fewest seeds: a Student interval at 1 - 10⁻⁶ is then less than twice the normal one, and a mean of as many bounded,
     * moderately skew terms is close to normal that far out.
     */
    public static final int FEWEST = 16;

    /** Evaluates a quantity for every seed, in order. */
    public static MonteCarlo over(long firstSeed, int seeds, LongToDoubleFunction quantity) {
        if (seeds < FEWEST) {
            throw new IllegalArgumentException("seeds = " + seeds + ": at least " + FEWEST + " are allowed");
        }
        double[] values = new double[seeds];
        for (int k = 0; k < seeds; k++) {
            values[k] = quantity.applyAsDouble(firstSeed + k);
        }
        CompensatedSum sum = new CompensatedSum();
        sum.addAll(values, seeds);
        double mean = sum.value() / seeds;
        CompensatedSum squares = new CompensatedSum();
        for (double value : values) {
            squares.add((value - mean) * (value - mean));
        }
        return new MonteCarlo(mean, FastMath.sqrt(squares.value() / (seeds - 1) / seeds), seeds, firstSeed);
    }

    /** Half-width of the interval in which the expectation lies but for a probability below 10⁻⁶ (Student's t). */
    public double halfWidth() {
        double p = 0.5 + 0.5 * OrderFit.STATISTICAL;
        return new TDistribution(seeds - 1.0).inverseCumulativeProbability(p) * standardError;
    }

    /** Whether an expectation is compatible with the seeds: a false alarm has a probability below 10⁻⁶. */
    public boolean agreesWith(double expectation) {
        return Math.abs(mean - expectation) <= halfWidth();
    }
}
