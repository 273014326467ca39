package org.dualflow.validation.io;

import java.util.List;
import java.util.function.DoubleFunction;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.Law;
import org.dualflow.measure.Measure;
import org.dualflow.mesh.Mesh;
import org.dualflow.run.Event;
import org.dualflow.validation.exact.ExactSolution;

/** A solution that is known as well as floating point allows: exact, or with located events. */
public interface Reference {

    /** One phrase: how it is known. */
    String doc();

    /**
     * The law of the only species at time {@code t}, a {@code LineLaw} on a line; see {@link #isKnownAt}.
     *
     * @throws IllegalStateException if a source makes and takes mass, so that there is no law, only {@link #masses}
     */
    Law law(double t);

    /** Whether the mass is one at all times, so that there is a {@link #law}. */
    default boolean isLaw() {
        return true;
    }

    /** The mass of every cell of a mesh at time {@code t}. */
    default CellMeasure masses(Mesh mesh, double t) {
        return law(t).onto(mesh);
    }

    /** About {@code n} weighted points for pictures and observables at time {@code t}. */
    default Measure points(double t, int n) {
        return law(t).quantiles(n);
    }

    /** Whether {@link #law} knows the time {@code t}; it always knows the start and the end. */
    default boolean isKnownAt(double t) {
        return true;
    }

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

    /** A law that is known at all times; on a line a {@code LineLaw}. */
    static Reference of(String doc, DoubleFunction<? extends Law> law) {
        return new Reference() {
            @Override
            public String doc() {
                return doc;
            }

            @Override
            public Law law(double t) {
                return law.apply(t);
            }
        };
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

        /** A solution that knows its start and its end. */
        static Source of(ExactSolution solution) {
            return References.exact(java.util.Optional.of(solution));
        }
    }
}
