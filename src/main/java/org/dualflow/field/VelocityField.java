package org.dualflow.field;

/**
 * A velocity field at one instant, evaluated for a batch of points: faces and cell points of a mesh, or particles.
 * Implementations loop over the batch themselves, so that no virtual call is made per point.
 *
 * <p>A discontinuous field must return, at a discontinuity, the value of the Filippov selection of least norm (zero on
 * the sink of -sign(x)): that value decides whether an atom on it stays.
 */
public interface VelocityField {

    /** Number of components and of coordinates, 1 to 3. */
    int dimension();

    /**
     * Evaluates one component of the velocity at points {@code 0 … n-1}.
     *
     * @param component which component, 0 ≤ component &lt; dimension
     * @param x coordinates, {@code x[dimension][≥ n]}; not to be changed
     * @param n number of points
     * @param out receives the velocities, {@code out[≥ n]}
     */
    void fill(int component, double[][] x, int n, double[] out);

    /**
     * A one-sided Lipschitz constant L: ⟨b(x) - b(y), x - y⟩ ≤ L |x - y|² for all x, y of the domain; it governs
     * uniqueness and every error certificate. Positive infinity if none is known.
     */
    default double oneSidedLipschitz() {
        return Double.POSITIVE_INFINITY;
    }
}
