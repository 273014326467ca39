package org.dualflow.measure;

/** Sums and extremes of arrays in four or eight chains, which run side by side; in a fixed order. */
public final class Reductions {

    private Reductions() {}

    /** {@link #dot(double[], double[], int, int) Σ a b} over all. */
    public static double dot(double[] a, double[] b) {
        return dot(a, b, 0, a.length);
    }

    /** Σ a b over {@code from … to-1}. */
    public static double dot(double[] a, double[] b, int from, int to) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = from;
        for (; i + 3 < to; i += 4) {
            s0 = Math.fma(a[i], b[i], s0);
            s1 = Math.fma(a[i + 1], b[i + 1], s1);
            s2 = Math.fma(a[i + 2], b[i + 2], s2);
            s3 = Math.fma(a[i + 3], b[i + 3], s3);
        }
        for (; i < to; i++) {
            s0 = Math.fma(a[i], b[i], s0);
        }
        return s0 + s1 + (s2 + s3);
    }

    /** {@link #sum(double[], int, int) Σ a} over all. */
    public static double sum(double[] a) {
        return sum(a, 0, a.length);
    }

    /** Σ a over {@code from … to-1}. */
    public static double sum(double[] a, int from, int to) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double s5 = 0;
        double s6 = 0;
        double s7 = 0;
        int i = from;
        for (; i + 7 < to; i += 8) {
            s0 += a[i];
            s1 += a[i + 1];
            s2 += a[i + 2];
            s3 += a[i + 3];
            s4 += a[i + 4];
            s5 += a[i + 5];
            s6 += a[i + 6];
            s7 += a[i + 7];
        }
        for (; i < to; i++) {
            s0 += a[i];
        }
        return s0 + s4 + (s1 + s5) + (s2 + s6 + (s3 + s7));
    }

    /** Σ max(a, 0) over {@code from … to-1}, twice; NaN if an a is, or is infinite. */
    public static double positive(double[] a, int from, int to) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double s5 = 0;
        double s6 = 0;
        double s7 = 0;
        int i = from;
        for (; i + 7 < to; i += 8) {
            s0 += a[i] + Math.abs(a[i]);
            s1 += a[i + 1] + Math.abs(a[i + 1]);
            s2 += a[i + 2] + Math.abs(a[i + 2]);
            s3 += a[i + 3] + Math.abs(a[i + 3]);
            s4 += a[i + 4] + Math.abs(a[i + 4]);
            s5 += a[i + 5] + Math.abs(a[i + 5]);
            s6 += a[i + 6] + Math.abs(a[i + 6]);
            s7 += a[i + 7] + Math.abs(a[i + 7]);
        }
        for (; i < to; i++) {
            s0 += a[i] + Math.abs(a[i]);
        }
        return s0 + s4 + (s1 + s5) + (s2 + s6 + (s3 + s7));
    }

    /** {@link #greatest(double[], int, int) The greatest a} over all. */
    public static double greatest(double[] a) {
        return greatest(a, 0, a.length);
    }

    /** The greatest a of {@code from … to-1}; NaN if one is. */
    public static double greatest(double[] a, int from, int to) {
        double s0 = Double.NEGATIVE_INFINITY;
        double s1 = s0;
        double s2 = s0;
        double s3 = s0;
        int i = from;
        for (; i + 3 < to; i += 4) {
            s0 = Math.max(s0, a[i]);
            s1 = Math.max(s1, a[i + 1]);
            s2 = Math.max(s2, a[i + 2]);
            s3 = Math.max(s3, a[i + 3]);
        }
        for (; i < to; i++) {
            s0 = Math.max(s0, a[i]);
        }
        return Math.max(Math.max(s0, s1), Math.max(s2, s3));
    }

    /** {@link #least(double[], int, int) The least a} over all. */
    public static double least(double[] a) {
        return least(a, 0, a.length);
    }

    /** The least a of {@code from … to-1}; NaN if one is. */
    public static double least(double[] a, int from, int to) {
        double s0 = Double.POSITIVE_INFINITY;
        double s1 = s0;
        double s2 = s0;
        double s3 = s0;
        int i = from;
        for (; i + 3 < to; i += 4) {
            s0 = Math.min(s0, a[i]);
            s1 = Math.min(s1, a[i + 1]);
            s2 = Math.min(s2, a[i + 2]);
            s3 = Math.min(s3, a[i + 3]);
        }
        for (; i < to; i++) {
            s0 = Math.min(s0, a[i]);
        }
        return Math.min(Math.min(s0, s1), Math.min(s2, s3));
    }
}
