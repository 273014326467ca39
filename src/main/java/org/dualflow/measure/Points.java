package org.dualflow.measure;

import java.util.Arrays;

/**
 * The points of positive weight of a measure, in arrays of their own.
 *
 * @param x coordinates, {@code x[dimension][n]}
 * @param w weights
 * @param index which point of the measure each one is
 * @param mass sum of the weights
 */
record Points(double[][] x, double[] w, int[] index, double mass) {

    /** Copies and checks a measure. */
    static Points of(Measure measure) {
        int dimension = measure.dimension();
        double[][] x = new double[dimension][measure.size()];
        double[] w = new double[measure.size()];
        int[] index = new int[measure.size()];
        int[] seen = {0};
        int[] size = {0};
        measure.forEachBlock((points, weights, n) -> {
            for (int i = 0; i < n; i++) {
                boolean finite = weights[i] >= 0 && weights[i] < Double.POSITIVE_INFINITY;
                for (int d = 0; d < dimension; d++) {
                    finite &= Math.abs(points[d][i]) <= Double.MAX_VALUE;
                    x[d][size[0]] = points[d][i];
                }
                if (!finite) {
                    throw new IllegalArgumentException("point " + seen[0] + ", weight " + weights[i]
                            + ": finite coordinates and nonnegative finite weights are allowed");
                }
                w[size[0]] = weights[i];
                index[size[0]] = seen[0]++;
                size[0] += weights[i] > 0 ? 1 : 0;
            }
        });
        CompensatedSum mass = new CompensatedSum();
        mass.addAll(w, size[0]);
        if (!(mass.value() > 0)) {
            throw new IllegalArgumentException("mass = " + mass.value() + ": a positive mass is allowed");
        }
        for (int d = 0; d < dimension; d++) {
            x[d] = Arrays.copyOf(x[d], size[0]);
        }
        return new Points(x, Arrays.copyOf(w, size[0]), Arrays.copyOf(index, size[0]), mass.value());
    }

    int size() {
        return w.length;
    }

    boolean isEqual() {
        for (double weight : w) {
            if (weight != w[0]) {
                return false;
            }
        }
        return true;
    }
}
