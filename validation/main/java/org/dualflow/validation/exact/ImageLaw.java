package org.dualflow.validation.exact;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.dualflow.measure.LineLaw;

/**
 * The image of a law on the line by a continuous nondecreasing map.
 *
 * @param start the law
 * @param map the map
 */
record ImageLaw(LineLaw start, MonotoneMap map) implements LineLaw {

    @Override
    public double cdf(double x) {
        return start.cdf(map.highest(x));
    }

    @Override
    public double cdfBelow(double x) {
        return start.cdfBelow(map.lowest(x));
    }

    @Override
    public double mass(double from, double to) {
        double first = map.lowest(from);
        double last = map.lowest(to);
        return first < last ? start.mass(first, last) : 0;
    }

    @Override
    public double quantile(double p) {
        return map.apply(start.quantile(p));
    }

    @Override
    public double[] atoms() {
        return DoubleStream.concat(Arrays.stream(start.atoms()).map(map::apply), Arrays.stream(map.flats()))
                .sorted()
                .distinct()
                .filter(x -> cdf(x) > cdfBelow(x))
                .toArray();
    }
}
