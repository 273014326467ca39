package org.dualflow.validation.phase;

import java.util.List;
import java.util.stream.IntStream;
import org.dualflow.validation.study.MeanEstimate;

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
        return estimate().mean();
    }

    /** The standard error of the mean. */
    double error() {
        return estimate().error();
    }

    private MeanEstimate estimate() {
        return MeanEstimate.of(values.stream().mapToDouble(v -> v).toArray());
    }

    /** Seed by seed. */
    Boundaries minus(Boundaries other) {
        return new Boundaries(IntStream.range(0, values.size())
                .mapToObj(i -> values.get(i) - other.values.get(i))
                .toList());
    }
}
