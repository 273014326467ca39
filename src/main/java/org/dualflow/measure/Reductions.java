package org.dualflow.measure;

/** Sums of arrays in eight chains, which run side by side, in a fixed order; extremes. */
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
        double s4 = 0;
        double s5 = 0;
        double s6 = 0;
        double s7 = 0;
        int i = from;
        for (; i + 7 < to; i += 8) {
            s0 = Math.fma(a[i], b[i], s0);
            s1 = Math.fma(a[i + 1], b[i + 1], s1);
            s2 = Math.fma(a[i + 2], b[i + 2], s2);
            s3 = Math.fma(a[i + 3], b[i + 3], s3);
            s4 = Math.fma(a[i + 4], b[i + 4], s4);
            s5 = Math.fma(a[i + 5], b[i + 5], s5);
            s6 = Math.fma(a[i + 6], b[i + 6], s6);
            s7 = Math.fma(a[i + 7], b[i + 7], s7);
        }
        for (; i < to; i++) {
            s0 = Math.fma(a[i], b[i], s0);
        }
        return s0 + s4 + (s1 + s5) + (s2 + s6 + (s3 + s7));
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

    /** The greatest a of {@code from … to-1}; NaN if one is. Comparing costs less than {@code Math.max}: the branch is rare. */
    public static double greatest(double[] a, int from, int to) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            if (a[i] > greatest) {
                greatest = a[i];
            } else if (!(a[i] <= greatest)) {
                return Double.NaN;
            }
        }
        return greatest;
    }

    /** {@link #least(double[], int, int) The least a} over all. */
    public static double least(double[] a) {
        return least(a, 0, a.length);
    }

    /** The least a of {@code from … to-1}; NaN if one is. */
    public static double least(double[] a, int from, int to) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = from; i < to; i++) {
            if (a[i] < least) {
                least = a[i];
            } else if (!(a[i] >= least)) {
                return Double.NaN;
            }
        }
        return least;
    }
}
