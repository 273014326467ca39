package org.dualflow.movement;

/**
 * What a movement lowers: a function of the coordinates of a {@link Space}. Convexity is that of the space: with |·| its
 * norm, E - λ/2 |·|² is convex.
 */
public interface Energy {

    /** E(x); infinite where E is not defined. */
    double value(double[] x);

    /**
     * The partial derivatives.
     *
     * @param out receives ∂E/∂x_i
     */
    void gradient(double[] x, double[] out);

    /** λ, the largest number known for which E is λ-convex; -∞ if none is known. */
    double modulus();
}
