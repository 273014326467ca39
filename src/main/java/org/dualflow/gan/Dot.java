package org.dualflow.gan;

/** Inner products in a fixed order of summation: four partial sums. */
final class Dot {

    private Dot() {}

    /** Σ a_i b_i over {@code 0 … n-1}. */
    static double product(double[] a, double[] b, int n) {
        return product(a, b, 0, n);
    }

    /** Σ a_i b_i over {@code from … to-1}. */
    static double product(double[] a, double[] b, int from, int to) {
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
        return (s0 + s1) + (s2 + s3);
    }

    /** {@code y += c x}. */
    static void add(double c, double[] x, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = Math.fma(c, x[i], y[i]);
        }
    }

    /** {@code u = bias + Σ_j inner_j y_j}: the arguments of one activation for many neurons. */
    static void arguments(double[][] inner, double[] bias, double[][] y, int node, int n, double[] u) {
        System.arraycopy(bias, 0, u, 0, n);
        for (int j = 0; j < y.length; j++) {
            add(y[j][node], inner[j], u, n);
        }
    }
}
