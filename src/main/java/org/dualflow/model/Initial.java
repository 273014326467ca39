package org.dualflow.model;

import java.util.List;
import org.dualflow.measure.Law;

/**
 * Initial data in closed form, from which grid and particles both start.
 *
 * @param laws one per species
 * @param scalars initial values of the {@linkplain Model#numbers() numbers}: scalar unknowns, then coefficients
 */
public record Initial(List<Law> laws, List<Double> scalars) {

    /** Copies the lists. */
    public Initial {
        laws = List.copyOf(laws);
        scalars = List.copyOf(scalars);
    }

    /** Initial data of a model with one species and no scalar unknowns. */
    public static Initial of(Law law) {
        return new Initial(List.of(law), List.of());
    }
}
