package org.dualflow.validation.io;

import java.util.List;
import org.dualflow.measure.LineLaw;
import org.dualflow.run.Event;

/** A solution that is known as well as floating point allows: exact, or with located events. */
public interface Reference {

    /** One phrase: how it is known. */
    String doc();

    /** The law of the only species at time {@code t}. */
    LineLaw law(double t);

    /** The scalar unknowns at time {@code t}; none by default. */
    default double[] scalars(double t) {
        return new double[0];
    }

    /** The observables at time {@code t} by name, as far as they are known better than from {@link #law}. */
    default java.util.Map<String, Double> observables(double t) {
        return java.util.Map.of();
    }

    /** Functionals of the whole trajectory by name: period, amplitude. */
    default java.util.Map<String, Double> functionals() {
        return java.util.Map.of();
    }

    /** What happens, in order of time. */
    default List<Event> events() {
        return List.of();
    }

    /** A reference of cases that start at one time and end at another. */
    @FunctionalInterface
    interface Source {
        /**
         * Computes the reference up to a final time.
         *
         * @return nothing if there is none from this start
         */
        java.util.Optional<Reference> until(double start, double end);
    }
}
