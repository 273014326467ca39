package org.dualflow.model;

import java.util.function.ToDoubleFunction;

/**
 * A number that a state has: a mean, an energy, the mass of an atom.
 *
 * @param name what result files call it
 * @param value computes it; must not keep the state
 * @param isAveraged whether a run also reports its mean over the outputs of the second half, as {@code nameAverage}
 */
public record Observable(String name, ToDoubleFunction<State> value, boolean isAveraged) {

    /** A number of the state only. */
    public Observable(String name, ToDoubleFunction<State> value) {
        this(name, value, false);
    }

    /** The same number, whose mean over the second half of a run is worth knowing too. */
    public Observable averaged() {
        return new Observable(name, value, true);
    }
}
