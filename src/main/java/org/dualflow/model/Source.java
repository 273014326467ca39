package org.dualflow.model;

import java.util.Optional;

/**
 * The right-hand side S of ∂t ρ + div(ρ b) = S, as a density per unit of time. May have either sign.
 */
@FunctionalInterface
public interface Source {

    /**
     * Evaluates the source density at points {@code 0 … n-1}.
     *
     * @param t time
     * @param x coordinates, {@code x[dimension][≥ n]}; not to be changed
     * @param n number of points
     * @param out receives S, {@code out[≥ n]}
     */
    void fill(double t, double[][] x, int n, double[] out);

    /**
     * What a mesh adds to species {@code s}; nothing if there is no source.
     *
     * @throws IllegalArgumentException if the model has a source, but only as a growth rate
     */
    static Optional<Source> forMesh(TransportModel model, int s) {
        Optional<Source> source = model.source(s);
        if (source.isEmpty() && model.growth(s).isPresent()) {
            throw new IllegalArgumentException("model = " + model.name() + " with a source of "
                    + model.species().get(s).name()
                    + " as a growth rate only: a source as a density is allowed, a mesh integrates it over cells");
        }
        return source;
    }
}
