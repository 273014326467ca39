package org.dualflow.linear;

/** Linear interpolation of one row along the first axis, and its transpose. Not thread-safe. */
final class RowTransfer {

    private final Coarsening axis;

    /** Shares of fine cells 2c and 2c+1. */
    private final float[] before;

    private final float[] behind;

    /** What a pair takes from fine cells 2c-1 … 2c+2. */
    private final float[][] weights;

    /** A coarse row and a fine one with their neighbours round the end. */
    private final float[] coarse;

    private final float[] even;
    private final float[] odd;
    private final double[] fineGround;

    RowTransfer(Coarsening axis) {
        this.axis = axis;
        int n = axis.coarse;
        before = new float[n];
        behind = new float[n];
        weights = new float[Coarsening.REACH][n];
        coarse = new float[n + 2];
        even = new float[n];
        odd = new float[n];
        fineGround = new double[2 * n + 2];
        if (axis.trivial) {
            return;
        }
        for (int c = 0; c < n; c++) {
            before[c] = (float) axis.share(2 * c);
            behind[c] = (float) (2 * c + 1 < axis.fine ? axis.share(2 * c + 1) : 0);
            for (int q = 0; q < weights.length; q++) {
                weights[q][c] = (float) axis.weight(c, q);
            }
        }
    }

    /** Linear interpolation of a coarse row to a fine one. */
    void prolong(float[] from, float[] to) {
        int n = axis.coarse;
        if (axis.trivial) {
            System.arraycopy(from, 0, to, 0, n);
            return;
        }
        float[] line = coarse;
        System.arraycopy(from, 0, line, 1, n);
        line[0] = from[n - 1];
        line[n + 1] = from[0];
        shared(from, before, line, even);
        System.arraycopy(line, 2, line, 0, n);
        shared(from, behind, line, odd);
        for (int c = 0; c < axis.fine / 2; c++) {
            to[2 * c] = even[c];
            to[2 * c + 1] = odd[c];
        }
        if (axis.fine % 2 == 1) {
            to[axis.fine - 1] = from[n - 1];
        }
    }

    private static void shared(float[] own, float[] share, float[] other, float[] to) {
        for (int c = 0; c < to.length; c++) {
            to[c] = own[c] + share[c] * (other[c] - own[c]);
        }
    }

    /** The transpose, of a fine row of numbers of any size. */
    void restrict(double[] from, double[] to) {
        int n = axis.coarse;
        if (axis.trivial) {
            System.arraycopy(from, 0, to, 0, n);
            return;
        }
        double[] line = fineGround;
        System.arraycopy(from, 0, line, 1, axis.fine);
        line[0] = from[Math.min(2 * n - 1, axis.fine - 1)];
        line[axis.fine + 1] = 0;
        line[2 * n + 1] = from[0];
        for (int c = 0; c < n; c++) {
            double inner = weights[1][c] * line[2 * c + 1] + weights[2][c] * line[2 * c + 2];
            to[c] = inner + (weights[0][c] * line[2 * c] + weights[3][c] * line[2 * c + 3]);
        }
    }

    /** The transpose, of a fine row. */
    void restrict(float[] from, float[] to) {
        int n = axis.coarse;
        if (axis.trivial) {
            System.arraycopy(from, 0, to, 0, n);
            return;
        }
        int pairs = axis.fine / 2;
        for (int c = 0; c < pairs; c++) {
            even[c] = from[2 * c];
            odd[c] = from[2 * c + 1];
        }
        if (pairs < n) {
            even[pairs] = from[2 * pairs];
            odd[pairs] = 0;
        }
        shared(weights[1], even, weights[2], odd, to);
        // Cells 2c-1 and 2c+2 of the pairs beside; round the end the last cell, which may be an even one, and the
        // first.
        System.arraycopy(odd, 0, coarse, 1, n - 1);
        coarse[0] = from[axis.fine - 1];
        float first = even[0];
        System.arraycopy(even, 1, even, 0, n - 1);
        even[n - 1] = first;
        addShared(weights[0], coarse, weights[3], even, to);
    }

    private static void shared(float[] v, float[] a, float[] w, float[] b, float[] to) {
        for (int c = 0; c < to.length; c++) {
            to[c] = v[c] * a[c] + w[c] * b[c];
        }
    }

    private static void addShared(float[] v, float[] a, float[] w, float[] b, float[] to) {
        for (int c = 0; c < to.length; c++) {
            to[c] += v[c] * a[c] + w[c] * b[c];
        }
    }
}
