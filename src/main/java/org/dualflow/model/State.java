package org.dualflow.model;

import java.util.List;
import org.dualflow.measure.Measure;

/**
 * The unknowns of a {@link TransportModel} at one instant: one measure per species, and the model's scalar unknowns
 * (a generator's parameter, Fourier coefficients of a discriminator). A view: the arrays belong to the solver.
 *
 * @param measures one per species, in the order of {@link TransportModel#species()}
 * @param scalars one per label in {@link TransportModel#numbers()}, not copied
 */
public record State(List<Measure> measures, double[] scalars) {

    /** The measure of species {@code s}. */
    public Measure measure(int s) {
        return measures.get(s);
    }

    /** The scalar unknown {@code i}. */
    public double scalar(int i) {
        return scalars[i];
    }
}
