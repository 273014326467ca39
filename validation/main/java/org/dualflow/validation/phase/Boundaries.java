package org.dualflow.validation.phase;

import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.util.FastMath;

/**
 * Boundaries found from several seeds.
 *
 * @param values one per seed
 */
record Boundaries(List<Double> values) {

    Boundaries {
        values = List.copyOf(values);
    }

    double mean() {
        return values.stream().mapToDouble(v -> v).average().orElse(Double.NaN);
    }

    /** The standard error of the mean. */
    double error() {
        double mean = mean();
        double sum = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
        int n = values.size();
        return FastMath.sqrt(sum / (n * (n - 1.0)));
    }

    /** Seed by seed. */
    Boundaries minus(Boundaries other) {
        return new Boundaries(IntStream.range(0, values.size())
                .mapToObj(i -> values.get(i) - other.values.get(i))
                .toList());
    }
}
