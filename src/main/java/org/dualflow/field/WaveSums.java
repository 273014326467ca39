package org.dualflow.field;

import org.jspecify.annotations.Nullable;

/**
 * Sums of waves at the points of one measure, and over them, for a function D with coefficients (a, b). Points are those of the
 * measure in its own order.
 */
interface WaveSums {

    /** Evaluates ∇D at the points, {@code out[dimension][points]}. */
    void gradient(double[] coefficients, double[][] out);

    /**
     * Adds the sums Σ_i [u_i φ_j(x_i) - v_i · ∇φ_j(x_i)] for all features φ_j, so that with ∇D for v the second term is the weak form
     * of +div(π ∇D).
     *
     * @param u weights of the features, {@code u[points]}
     * @param v weights of their gradients, {@code v[dimension][points]}; null for zero
     * @param out receives the sums, {@code out[2 size]}
     */
    void project(double[] u, double @Nullable [][] v, double[] out);
}
