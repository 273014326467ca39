package org.dualflow.movement;

import java.util.Arrays;

/** R^n with the Euclidean norm. */
public final class EuclideanSpace implements Space<SmoothEnergy> {

    private final double[] weights;

    private EuclideanSpace(int dimension) {
        if (dimension < 1) {
            throw new IllegalArgumentException("dimension = " + dimension + ": at least 1 is allowed");
        }
        this.weights = new double[dimension];
        Arrays.fill(weights, 1);
    }

    /** R^n. */
    public static EuclideanSpace of(int dimension) {
        return new EuclideanSpace(dimension);
    }

    @Override
    public int size() {
        return weights.length;
    }

    @Override
    public double[] weights() {
        return weights;
    }

    /** {@inheritDoc} Every vector is a point. */
    @Override
    public void project(double[] x) {}

    @Override
    public double tangentNorm(double[] x, double[] pull) {
        return norm(pull);
    }

    @Override
    public void require(double[] x) {
        if (x.length != weights.length) {
            throw new IllegalArgumentException(
                    "point of " + x.length + " numbers: " + weights.length + " numbers are allowed");
        }
        for (int i = 0; i < x.length; i++) {
            if (!(Math.abs(x[i]) <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException("point[" + i + "] = " + x[i] + ": finite numbers are allowed");
            }
        }
    }

    @Override
    public Mover<SmoothEnergy> mover() {
        return new EuclideanMover(this);
    }
}
