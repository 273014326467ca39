package org.dualflow.model;

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

    /** Numbers worth recording along a solution. */
    default List<Observable> observables() {
        return List.of();
    }

    /** Whether the mass of species {@code s} changes only by what leaves through open ends: no source makes or takes it. */
    default boolean conservesMass(int s) {
        return true;
    }
}
