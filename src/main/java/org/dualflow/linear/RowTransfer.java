package org.dualflow.linear;

/** Linear interpolation of one row along the first axis, and its transpose. Not thread-safe. */
final class RowTransfer {

    private final Coarsening axis;

    /** Shares of fine cells 2c and 2c+1. */
    private final float[] before;

    private final float[] behind;

    /** What a pair takes from fine cells 2c-1 … 2c+2. */
    private final double[][] weights;

    /** A coarse row and a fine one with their neighbours round the end. */
    private final float[] coarse;

    private final double[] fine;

    RowTransfer(Coarsening axis) {
        this.axis = axis;
        int n = axis.coarse;
        before = new float[n];
        behind = new float[n];
        weights = new double[Coarsening.REACH][n];
        coarse = new float[n + 2];
        fine = new double[2 * n + 2];
        if (axis.trivial) {
            return;
        }
        for (int c = 0; c < n; c++) {
            before[c] = (float) axis.share(2 * c);
            behind[c] = (float) (2 * c + 1 < axis.fine ? axis.share(2 * c + 1) : 0);
            for (int q = 0; q < weights.length; q++) {
                weights[q][c] = axis.weight(c, q);
            }
        }
    }

    /** Adds to a fine row what linear interpolation of a coarse row gives. */
    void prolong(float[] from, float[] to) {
        int n = axis.coarse;
        if (axis.trivial) {
            for (int i = 0; i < n; i++) {
                to[i] += from[i];
            }
            return;
        }
        float[] line = coarse;
        System.arraycopy(from, 0, line, 1, n);
        line[0] = from[n - 1];
        line[n + 1] = from[0];
        for (int c = 0; c < axis.fine / 2; c++) {
            float own = line[c + 1];
            to[2 * c] += Math.fma(before[c], line[c] - own, own);
            to[2 * c + 1] += Math.fma(behind[c], line[c + 2] - own, own);
        }
        if (axis.fine % 2 == 1) {
            to[axis.fine - 1] += from[n - 1];
        }
    }

    /** The transpose, of a fine row. */
    void restrict(double[] from, double[] to) {
        int n = axis.coarse;
        if (axis.trivial) {
            System.arraycopy(from, 0, to, 0, n);
            return;
        }
        double[] line = fine;
        System.arraycopy(from, 0, line, 1, axis.fine);
        line[0] = from[Math.min(2 * n - 1, axis.fine - 1)];
        line[axis.fine + 1] = 0;
        line[2 * n + 1] = from[0];
        double[] w0 = weights[0];
        double[] w1 = weights[1];
        double[] w2 = weights[2];
        double[] w3 = weights[3];
        for (int c = 0; c < n; c++) {
            double inner = Math.fma(w1[c], line[2 * c + 1], w2[c] * line[2 * c + 2]);
            double outer = Math.fma(w0[c], line[2 * c], w3[c] * line[2 * c + 3]);
            to[c] = inner + outer;
        }
    }
}
