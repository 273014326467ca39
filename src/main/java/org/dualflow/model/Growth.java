package org.dualflow.model;

import java.util.Optional;

/**
 * The rate c of ∂t ρ + div(ρ b) = c ρ, per unit of time and of mass. May have either sign. Along a characteristic
 * X' = b(t, X) the mass w of a particle solves w' = c(t, X) w: this is how particles take a source S = c ρ whose rate
 * is known.
 */
@FunctionalInterface
public interface Growth {

    /**
     * Evaluates the rate at points {@code 0 … n-1}.
     *
     * @param t time
     * @param x coordinates, {@code x[dimension][≥ n]}; not to be changed
     * @param n number of points
     * @param out receives c, {@code out[≥ n]}
     */
    void fill(double t, double[][] x, int n, double[] out);

    /**
     * How the mass of the particles of species {@code s} changes; nothing if it does not.
     *
     * @throws IllegalArgumentException if the model has a source, but only as a density
     */
    static Optional<Growth> forParticles(TransportModel model, int s) {
        Optional<Growth> growth = model.growth(s);
        if (growth.isEmpty() && model.source(s).isPresent()) {
            throw new IllegalArgumentException("model = " + model.name() + " with a source of "
                    + model.species().get(s).name()
                    + " as a density only: a source with a growth rate is allowed, particles carry their mass");
        }
        return growth;
    }
}
