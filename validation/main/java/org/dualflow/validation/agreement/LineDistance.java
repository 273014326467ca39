package org.dualflow.validation.agreement;

import org.dualflow.measure.LineLaw;
import org.dualflow.measure.Measure;
import org.dualflow.measure.Wasserstein;

/**
 * A Wasserstein distance on the line.
 *
 * @param metric which
 * @param reading how cells are read
 */
public record LineDistance(Wasserstein metric, Reading reading) implements StateDistance {

    @Override
    public String name() {
        return metric.toString();
    }

    @Override
    public double between(Measure a, Measure b) {
        return metric.between(reading.of(a), reading.of(b));
    }

    /** The distance from an exact law. */
    public Error from(LineLaw law) {
        return state -> metric.between(reading.of(state), law);
    }
}
