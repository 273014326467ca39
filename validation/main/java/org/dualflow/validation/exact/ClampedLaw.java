package org.dualflow.validation.exact;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.dualflow.measure.LineLaw;

/**
 * The image of a law on the line by x ↦ min(max(x + shift, lower), upper).
 *
 * @param source the law
 * @param shift any finite number
 * @param lower smallest value of the image
 * @param upper largest value of the image, at least {@code lower}
 */
record ClampedLaw(LineLaw source, double shift, double lower, double upper) implements LineLaw {

    @Override
    public double cdf(double x) {
        if (x < lower) {
            return 0;
        }
        return x >= upper ? 1 : source.cdf(x - shift);
    }

    @Override
    public double cdfBelow(double x) {
        if (x <= lower) {
            return 0;
        }
        return x > upper ? 1 : source.cdfBelow(x - shift);
    }

    @Override
    public double quantile(double p) {
        return Math.min(Math.max(source.quantile(p) + shift, lower), upper);
    }

    @Override
    public double[] atoms() {
        double[] inner = Arrays.stream(source.atoms()).map(x -> x + shift).toArray();
        return DoubleStream.concat(Arrays.stream(inner), DoubleStream.of(lower, upper))
                .map(x -> Math.min(Math.max(x, lower), upper))
                .sorted()
                .distinct()
                .filter(x -> cdf(x) > cdfBelow(x))
                .toArray();
    }
}
