package org.dualflow.validation.study;

import java.util.Arrays;

/**
 * The mean of independent values of one law, and how far they scatter.
 *
 * @param count n, number of values
 * @param mean NaN if there is none
 * @param deviation s = √(Σ(x - mean)² / (n - 1)), the standard deviation of a single value; NaN below two
 */
public record MeanEstimate(int count, double mean, double deviation) {

    /** Of some values, all of them finite. */
    public static MeanEstimate of(double... values) {
        int n = values.length;
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return new MeanEstimate(n, mean, n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1)));
    }

    /** The standard error of the mean, s/√n; NaN below two values. */
    public double error() {
        return deviation / Math.sqrt(count);
    }
}
