package org.dualflow.model;

import java.util.ArrayList;
import java.util.List;

/** Equations for some measures and numbers: what a simulation records, whatever their kind. */
public interface Model {

    /** The name that case files and result files use. */
    String name();

    /** The unknown measures. */
    List<Species> species();

    /** Names of the scalar unknowns y; empty if there are none. */
    default List<String> scalars() {
        return List.of();
    }

    /** The unknown functions; empty if there are none. */
    default List<Expansion> expansions() {
        return List.of();
    }

    /** A label for each of the numbers y of a state: the scalar unknowns, then the coefficients of the unknown functions. */
    default List<String> numbers() {
        if (expansions().isEmpty()) {
            return scalars();
        }
        List<String> labels = new ArrayList<>(scalars());
        expansions().forEach(expansion -> labels.addAll(expansion.labels()));
        return List.copyOf(labels);
    }

    /** Numbers worth recording along a solution. */
    default List<Observable> observables() {
        return List.of();
    }

    /** Whether the mass of species {@code s} changes only by what leaves through open ends: no source makes or takes it. */
    default boolean conservesMass(int s) {
        return true;
    }
}
