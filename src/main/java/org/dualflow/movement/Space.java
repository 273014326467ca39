package org.dualflow.movement;

/**
 * A metric space that is a closed convex set C of coordinates with the norm |x|² = Σ w_i x_i²: R^n; and probability
 * measures on the line, whose quantile functions are the nondecreasing functions in L² with W₂ as the norm. Immutable.
 *
 * @param <E> the energies that its movers understand
 */
public interface Space<E extends Energy> {

    /** Number of coordinates n. */
    int size();

    /** The weights w of the norm, positive, not a copy. */
    double[] weights();

    /** {@code x ←} the point of C nearest to {@code x}: the metric projection. */
    void project(double[] x);

    /**
     * The norm of the projection of a vector on the tangent cone of C: how strongly a point of C is pulled by it. Zero if C holds
     * against it.
     *
     * @param x a point of C
     * @param pull the vector; used as work space, its content is lost
     */
    double tangentNorm(double[] x, double[] pull);

    /** Turns partial derivatives ∂E/∂x_i into the gradient of the metric, in place: divided by w_i. */
    default void raise(double[] partials) {
        double[] w = weights();
        for (int i = 0; i < w.length; i++) {
            partials[i] /= w[i];
        }
    }

    /** Checks that {@code x} is a point of C. */
    void require(double[] x);

    /** A solver of movements with work arrays of its own: one per thread. */
    Mover<E> mover();

    /** |a - b|. */
    default double distance(double[] a, double[] b) {
        double sum = 0;
        double[] w = weights();
        for (int i = 0; i < w.length; i++) {
            sum += w[i] * (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }

    /** |a|. */
    default double norm(double[] a) {
        double sum = 0;
        double[] w = weights();
        for (int i = 0; i < w.length; i++) {
            sum += w[i] * a[i] * a[i];
        }
        return Math.sqrt(sum);
    }
}
