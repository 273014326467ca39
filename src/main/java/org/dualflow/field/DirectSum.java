package org.dualflow.field;

import java.util.Arrays;
import org.dualflow.mesh.Domain;

/**
 * b(x) = -Σ_j w_j ∇W(x - y_j) by summing over all pairs, in tiles of targets: for every source, a few short loops over
 * the tile.
 *
 * <p>All components of a batch are computed at once and kept for the other components' calls; a batch is recognised by
 * its coordinates.
 */
final class DirectSum {

    private static final int TILE = 512;

    private final InteractionKernel kernel;
    private final Domain domain;
    private final int dimension;
    private final double[][] difference;
    private final double[][] target;
    private final double[][] sum;
    private final double[] squared = new double[TILE];
    private final double[] factor = new double[TILE];
    private final FrozenPoints batch;
    private double[][] result;
    private boolean known;

    DirectSum(InteractionKernel kernel, Domain domain) {
        this.kernel = kernel;
        this.domain = domain;
        this.dimension = domain.dimension();
        this.difference = new double[dimension][TILE];
        this.target = new double[dimension][TILE];
        this.sum = new double[dimension][TILE];
        this.batch = new FrozenPoints(dimension, false);
        this.result = new double[dimension][0];
    }

    /** Forgets the last batch: the sources have changed. */
    void reset() {
        known = false;
    }

    void fill(FrozenPoints sources, int component, double[][] x, int n, double[] out) {
        if (!known || !batch.equalsBatch(x, n)) {
            remember(x, n);
            for (int from = 0; from < n; from += TILE) {
                sum(sources, x, from, Math.min(TILE, n - from));
            }
            known = true;
        }
        System.arraycopy(result[component], 0, out, 0, n);
    }

    private void remember(double[][] x, int n) {
        if (result[0].length < n) {
            result = new double[dimension][n];
            batch.w = new double[n];
            batch.x = new double[dimension][n];
        }
        batch.size = n;
        for (int d = 0; d < dimension; d++) {
            System.arraycopy(x[d], 0, batch.x[d], 0, n);
        }
    }

    private void sum(FrozenPoints sources, double[][] x, int from, int n) {
        load(x, from, n);
        for (int d = 0; d < dimension; d++) {
            Arrays.fill(sum[d], 0);
        }
        for (int j = 0; j < sources.size; j++) {
            distances(sources, j, n);
            kernel.forces(squared, n, factor);
            for (int d = 0; d < dimension; d++) {
                subtract(sources.w[j], factor, difference[d], sum[d], n);
            }
        }
        for (int d = 0; d < dimension; d++) {
            System.arraycopy(sum[d], 0, result[d], from, n);
        }
    }

    private void load(double[][] x, int from, int n) {
        for (int d = 0; d < dimension; d++) {
            System.arraycopy(x[d], from, target[d], 0, n);
        }
    }

    private static void subtract(double w, double[] factor, double[] dx, double[] sum, int n) {
        for (int i = 0; i < n; i++) {
            sum[i] -= w * factor[i] * dx[i];
        }
    }

    /** Differences of the tile's targets to source j, and their squared lengths. */
    private void distances(FrozenPoints sources, int j, int n) {
        Arrays.fill(squared, 0, n, 0);
        for (int d = 0; d < dimension; d++) {
            double[] dx = difference[d];
            difference(target[d], sources.x[d][j], dx, n);
            if (domain.side(d).isPeriodic()) {
                NearestImage.wrap(domain.side(d).length(), dx, squared, n);
            } else {
                addSquares(dx, squared, n);
            }
        }
    }

    private static void difference(double[] at, double y, double[] dx, int n) {
        for (int i = 0; i < n; i++) {
            dx[i] = at[i] - y;
        }
    }

    private static void addSquares(double[] dx, double[] squared, int n) {
        for (int i = 0; i < n; i++) {
            squared[i] += dx[i] * dx[i];
        }
    }

    /** ½ ΣΣ w_i w_j W(x_i - x_j). */
    double energy(FrozenPoints points) {
        double total = 0;
        for (int from = 0; from < points.size; from += TILE) {
            int n = Math.min(TILE, points.size - from);
            load(points.x, from, n);
            for (int j = 0; j < points.size; j++) {
                distances(points, j, n);
                kernel.potentials(squared, n, factor);
                double row = 0;
                for (int i = 0; i < n; i++) {
                    row += points.w[i + from] * factor[i];
                }
                total += points.w[j] * row;
            }
        }
        return 0.5 * total;
    }
}
