package org.dualflow.measure;

import org.dualflow.restart.Restartable;
import org.dualflow.restart.Tape;

/**
 * A measure of particles: coordinates {@code x[dimension][n]} and weights {@code w[n]}, as separate arrays.
 *
 * <p>The arrays are shared, not copied: a solver hands out a view of its state at no cost; {@link #copy()} keeps one.
 */
public final class ParticleMeasure implements Measure, Restartable {

    private final double[][] x;
    private final double[] w;

    /**
     * @param x coordinates, {@code x[dimension][n]}, dimension at least 1, shared with the caller
     * @param w weights, {@code w[n]}, shared with the caller
     * @throws IllegalArgumentException if the shapes differ
     */
    public ParticleMeasure(double[][] x, double[] w) {
        if (x.length < 1) {
            throw new IllegalArgumentException("dimension = 0: at least 1 is allowed");
        }
        for (double[] coordinate : x) {
            if (coordinate.length != w.length) {
                throw new IllegalArgumentException("coordinates of " + coordinate.length + " particles, weights of "
                        + w.length + ": equal numbers are allowed");
            }
        }
        this.x = x;
        this.w = w;
    }

    /** Coordinate {@code d} of all particles, not a copy. */
    public double[] x(int d) {
        return x[d];
    }

    /** The weights, not a copy. */
    public double[] weights() {
        return w;
    }

    /** A measure with the same points in arrays of its own. */
    public ParticleMeasure copy() {
        double[][] copy = new double[x.length][];
        for (int d = 0; d < x.length; d++) {
            copy[d] = x[d].clone();
        }
        return new ParticleMeasure(copy, w.clone());
    }

    @Override
    public void transfer(Tape tape) {
        tape.numbers(x);
        tape.numbers(w);
    }

    @Override
    public int dimension() {
        return x.length;
    }

    @Override
    public int size() {
        return w.length;
    }

    /** {@inheritDoc} All particles are one block. */
    @Override
    public void forEachBlock(BlockVisitor visitor) {
        visitor.visit(x, w, w.length);
    }
}
