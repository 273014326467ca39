package org.dualflow.model;

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
}
