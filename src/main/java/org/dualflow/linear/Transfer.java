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
        int j = r % ny;
        int k = r / ny;
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
        Arrays.fill(fine, 0);
        for (int k = 0; k < Coarsening.REACH; k++) {
            for (int j = 0; j < Coarsening.REACH; j++) {
                double weight = weight(1, r, j) * weight(2, r, k);
                if (weight != 0) {
                    double[] source = from[source(r, j, k)];
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
        Arrays.fill(wide, 0);
        for (int k = 0; k < Coarsening.REACH; k++) {
            float weight = (float) weight(2, r, k);
            if (weight != 0) {
                add(
                        (float) weight(1, r, 0) * weight,
                        level.other[source(r, 0, k)],
                        (float) weight(1, r, 1) * weight,
                        level.other[source(r, 1, k)],
                        (float) weight(1, r, 2) * weight,
                        level.other[source(r, 2, k)],
                        (float) weight(1, r, 3) * weight,
                        level.other[source(r, 3, k)],
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

    private int along(int d, int r) {
        return d == 1 ? r % coarseY : r / coarseY;
    }

    private double weight(int d, int r, int q) {
        return d < axes.length ? axes[d].weight(along(d, r), q) : q == 0 ? 1 : 0;
    }

    private int source(int r, int j, int k) {
        return sourceAlong(1, r, j) + ny * sourceAlong(2, r, k);
    }

    private int sourceAlong(int d, int r, int q) {
        return d < axes.length ? axes[d].source(along(d, r), q) : 0;
    }
}
