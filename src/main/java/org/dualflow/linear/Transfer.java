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
    private final float[][] widened;

    Transfer(MeshNetwork network, Coarsening[] axes) {
        this.axes = axes;
        row = new RowTransfer(axes[0]);
        ny = network.ny;
        coarseY = axes.length > 1 ? axes[1].coarse : 1;
        fine = new double[axes[0].fine];
        wide = new float[axes[0].fine];
        line = new float[axes[0].coarse];
        int coarseZ = axes.length > 2 ? axes[2].coarse : 1;
        widened = new float[coarseY * coarseZ][axes[0].fine];
    }

    /** Interpolates coarse row {@code r} along itself, for {@link #prolong}. */
    void widen(float[][] from, int r) {
        row.prolong(from[r], widened[r]);
    }

    /** Adds to fine row {@code r} what interpolation gives of the coarse rows, which are widened already. */
    void prolong(int r, float[] to) {
        int k = r / ny;
        int j = r - ny * k;
        for (int q = 0; q < 2; q++) {
            double share = share(2, k, q);
            if (share != 0) {
                int plane = coarseY * take(2, k, q);
                add(
                        (float) (share * share(1, j, 0)),
                        widened[plane + take(1, j, 0)],
                        (float) (share * share(1, j, 1)),
                        widened[plane + take(1, j, 1)],
                        to);
            }
        }
    }

    private double share(int d, int i, int which) {
        double other = d < axes.length ? axes[d].share(i) : 0;
        return which == 0 ? 1 - other : other;
    }

    private int take(int d, int i, int which) {
        return d >= axes.length ? 0 : which == 0 ? axes[d].parent(i) : axes[d].other(i);
    }

    private static void add(float v, float[] a, float w, float[] b, float[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += v * a[i] + w * b[i];
        }
    }

    /** The transpose: coarse row {@code r} of fine rows. */
    void restrict(double[][] from, int r, double[] to) {
        int k = r / coarseY;
        int j = r - coarseY * k;
        Arrays.fill(fine, 0);
        for (int p = 0; p < Coarsening.REACH; p++) {
            for (int q = 0; q < Coarsening.REACH; q++) {
                double weight = weight(1, j, q) * weight(2, k, p);
                if (weight != 0) {
                    double[] source = from[source(1, j, q) + ny * source(2, k, p)];
                    for (int i = 0; i < fine.length; i++) {
                        fine[i] = Math.fma(weight, source[i], fine[i]);
                    }
                }
            }
        }
        row.restrict(fine, to);
    }

    /** The same of the residual of a level, to a row per diagonal. */
    void restrict(Smoother level, int r, double[] coarseDiagonal, float[] to) {
        int k = r / coarseY;
        int j = r - coarseY * k;
        Arrays.fill(wide, 0);
        for (int p = 0; p < Coarsening.REACH; p++) {
            float weight = (float) weight(2, k, p);
            if (weight != 0) {
                int plane = ny * source(2, k, p);
                add(
                        weight * (float) weight(1, j, 0),
                        level.other[plane + source(1, j, 0)],
                        weight * (float) weight(1, j, 1),
                        level.other[plane + source(1, j, 1)],
                        weight * (float) weight(1, j, 2),
                        level.other[plane + source(1, j, 2)],
                        weight * (float) weight(1, j, 3),
                        level.other[plane + source(1, j, 3)],
                        wide);
            }
        }
        row.restrict(wide, line);
        double greatest = level.greatest();
        for (int c = 0; c < to.length; c++) {
            to[c] = (float) (greatest * line[c] / coarseDiagonal[c]);
        }
    }

    private static void add(
            float v, float[] a, float w, float[] b, float x, float[] c, float y, float[] d, float[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += v * a[i] + w * b[i] + x * c[i] + y * d[i];
        }
    }

    private double weight(int d, int c, int q) {
        return d < axes.length ? axes[d].weight(c, q) : q == 0 ? 1 : 0;
    }

    private int source(int d, int c, int q) {
        return d < axes.length ? axes[d].source(c, q) : 0;
    }
}
