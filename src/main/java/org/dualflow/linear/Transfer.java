package org.dualflow.linear;

import java.util.Arrays;

/** Linear interpolation from the cells of a coarse mesh to those of a fine one, and its transpose, row by row. Not thread-safe. */
final class Transfer {

    private final Coarsening[] axes;
    private final RowTransfer row;
    private final int ny;
    private final int coarseY;
    private final double[] fine;
    private final float[] wide;
    private final float[] line;

    Transfer(MeshNetwork network, Coarsening[] axes) {
        this.axes = axes;
        row = new RowTransfer(axes[0]);
        ny = network.ny;
        coarseY = axes.length > 1 ? axes[1].coarse : 1;
        fine = new double[axes[0].fine];
        wide = new float[axes[0].fine];
        line = new float[axes[0].coarse];
    }

    /** Adds to fine row {@code r} what interpolation of the coarse rows gives. */
    void prolong(float[][] from, int r, float[] to) {
        Arrays.fill(line, 0);
        int j = r % ny;
        int k = r / ny;
        for (int q = 0; q < 4; q++) {
            double weight = share(1, j, q & 1) * share(2, k, q >> 1);
            if (weight != 0) {
                add((float) weight, from[take(1, j, q & 1) + coarseY * take(2, k, q >> 1)], line);
            }
        }
        row.prolong(line, to);
    }

    private double share(int d, int i, int which) {
        double other = d < axes.length ? axes[d].share(i) : 0;
        return which == 0 ? 1 - other : other;
    }

    private int take(int d, int i, int which) {
        return d >= axes.length ? 0 : which == 0 ? axes[d].parent(i) : axes[d].other(i);
    }

    private static void add(float weight, float[] from, float[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = Math.fma(weight, from[i], to[i]);
        }
    }

    /** The transpose: coarse row {@code r} of fine rows. */
    void restrict(double[][] from, int r, double[] to) {
        Arrays.fill(fine, 0);
        for (int q = 0; q < 16; q++) {
            double weight = weight(r, q);
            if (weight != 0) {
                double[] source = from[source(r, q)];
                for (int i = 0; i < fine.length; i++) {
                    fine[i] = Math.fma(weight, source[i], fine[i]);
                }
            }
        }
        row.restrict(fine, to);
    }

    /** The same of the residual of a level, from and to rows per diagonal. */
    void restrict(Smoother level, int r, double[] coarseDiagonal, float[] to) {
        Arrays.fill(wide, 0);
        for (int q = 0; q < 16; q++) {
            double weight = weight(r, q);
            if (weight != 0) {
                int s = source(r, q);
                addProduct((float) weight, level.other[s], level.weight[s], wide);
            }
        }
        row.restrict(wide, line);
        double greatest = level.greatest();
        for (int c = 0; c < to.length; c++) {
            to[c] = (float) (greatest * line[c] / coarseDiagonal[c]);
        }
    }

    private static void addProduct(float weight, float[] a, float[] b, float[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += weight * a[i] * b[i];
        }
    }

    private double weight(int r, int q) {
        double y = axes.length > 1 ? axes[1].weight(r % coarseY, q & 3) : q == 0 ? 1 : 0;
        double z = axes.length > 2 ? axes[2].weight(r / coarseY, q >> 2) : q >> 2 == 0 ? 1 : 0;
        return y * z;
    }

    private int source(int r, int q) {
        int j = axes.length > 1 ? axes[1].source(r % coarseY, q & 3) : 0;
        int k = axes.length > 2 ? axes[2].source(r / coarseY, q >> 2) : 0;
        return j + ny * k;
    }
}
