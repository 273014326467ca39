package org.dualflow.field;

import org.jspecify.annotations.Nullable;

/**
 * A velocity field at one instant, evaluated for a batch of points: faces and cell points of a mesh, or particles.
 * Implementations loop over the batch themselves, so that no virtual call is made per point.
 *
 * <p>A discontinuous field must return, at a discontinuity, the value of the Filippov selection of least norm (zero on
 * the sink of -sign(x)): that value decides whether an atom on it stays.
 */
public interface VelocityField {

    /** Where a batch may be cut: after a multiple of this number of points. */
    int BLOCK = 512;

    /** Number of components and of coordinates. */
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
     * Evaluates all components of the velocity at points {@code 0 … n-1}. A field that gets them from the same sums
     * overrides it.
     *
     * @param x coordinates, {@code x[dimension][≥ n]}; not to be changed
     * @param n number of points
     * @param out receives the velocities, {@code out[dimension][≥ n]}
     */
    default void fill(double[][] x, int n, double[][] out) {
        for (int d = 0; d < out.length; d++) {
            fill(d, x, n, out[d]);
        }
    }

    /**
     * A view of this field for another thread: it has the same values at any time, and both may be evaluated at once.
     * A batch that is cut at multiples of {@value #BLOCK} points, and divided among views, gives the same bits. Null, the
     * default, for a field that one thread must evaluate.
     */
    default @Nullable VelocityField twin() {
        return null;
    }

    /**
     * A one-sided Lipschitz constant L: ⟨b(x) - b(y), x - y⟩ ≤ L |x - y|² for all x, y of the domain; it governs
     * uniqueness and every error certificate. Positive infinity if none is known.
     */
    default double oneSidedLipschitz() {
        return Double.POSITIVE_INFINITY;
    }
}
