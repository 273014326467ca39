package org.dualflow.field;

import java.util.Arrays;

/**
 * Σ_j w_j e_j(x), e_j(x) = exp(-|x - y_j|²/(2ε²)), and its moments Σ_j w_j (x - y_j) e_j(x) over all pairs, in tiles of
 * targets: for every source, in order, one or two short loops over the tile that the compiler vectorises.
 *
 * <p>The exponential of -a is Taylor's polynomial of degree 7 at -a/256, squared eight times. Its error is at most
 * 2 · 256 · 2⁻⁵³ = 6e-14 of e_j by rounding (each rounding is amplified by the squarings after it) and, by the remainder,
 * e^{-a} 256 (a/256)⁸/8! ≤ 2e-18, taken at a = 8. Exponents below -41 count as -41: e_j is then off by less than 2e-18 as well.
 */
final class DirectGaussianSum {

    /** Bound of the error relative to a sum of nonnegative terms, sum of rounding errors of the terms. */
    static final double RELATIVE = 6e-14;
    /** Bound of the further error of every e_j. */
    static final double ABSOLUTE = 2e-18;

    private static final int TILE = 1024;
    private static final double LEAST = -41.0 / 256;

    private final double rate;
    private final double[][] at;
    private final double[] e = new double[TILE];
    private final double[] sum = new double[TILE];
    private final double[][] moment;

    DirectGaussianSum(int dimension, double width) {
        this.rate = -1 / (512 * width * width);
        this.at = new double[dimension][TILE];
        this.moment = new double[dimension][TILE];
    }

    /** Sums {@code out[i]} and moments {@code moments[d][i]} at targets {@code x[d][i]}, i &lt; n. */
    void fill(double[][] y, double[] w, int sources, double[][] x, int n, double[] out, double[][] moments) {
        for (int from = 0; from < n; from += TILE) {
            int m = Math.min(TILE, n - from);
            Arrays.fill(sum, 0, m, 0);
            for (int d = 0; d < x.length; d++) {
                System.arraycopy(x[d], from, at[d], 0, m);
                Arrays.fill(moment[d], 0, m, 0);
            }
            switch (x.length) {
                case 1 -> line(y[0], w, sources, m);
                case 2 -> plane(y[0], y[1], w, sources, m);
                default -> space(y, w, sources, m);
            }
            System.arraycopy(sum, 0, out, from, m);
            for (int d = 0; d < x.length; d++) {
                System.arraycopy(moment[d], 0, moments[d], from, m);
            }
        }
    }

    private void line(double[] y, double[] w, int sources, int m) {
        for (int j = 0; j < sources; j++) {
            add(rate, y[j], w[j], at[0], sum, moment[0], m);
        }
    }

    private void plane(double[] y0, double[] y1, double[] w, int sources, int m) {
        for (int j = 0; j < sources; j++) {
            exponentials(rate, y0[j], y1[j], w[j], at[0], at[1], e, m);
            add(e, y0[j], y1[j], at[0], at[1], sum, moment[0], moment[1], m);
        }
    }

    private void space(double[][] y, double[] w, int sources, int m) {
        for (int j = 0; j < sources; j++) {
            exponentials(rate, y[0][j], y[1][j], y[2][j], w[j], at, e, m);
            add(e, y[0][j], y[1][j], at[0], at[1], sum, moment[0], moment[1], m);
            add(e, y[2][j], at[2], moment[2], m);
        }
    }

    private static void add(double rate, double y, double w, double[] x, double[] s, double[] sx, int m) {
        for (int i = 0; i < m; i++) {
            double dx = x[i] - y;
            double z = Math.max(LEAST, rate * dx * dx);
            double term = w * Exponential.power256(Exponential.root(z));
            s[i] += term;
            sx[i] = Math.fma(term, dx, sx[i]);
        }
    }

    private static void exponentials(
            double rate, double y0, double y1, double w, double[] x0, double[] x1, double[] e, int m) {
        for (int i = 0; i < m; i++) {
            double d0 = x0[i] - y0;
            double d1 = x1[i] - y1;
            double z = Math.max(LEAST, rate * Math.fma(d0, d0, d1 * d1));
            e[i] = w * Exponential.power256(Exponential.root(z));
        }
    }

    private static void exponentials(
            double rate, double y0, double y1, double y2, double w, double[][] x, double[] e, int m) {
        double[] x0 = x[0];
        double[] x1 = x[1];
        double[] x2 = x[2];
        for (int i = 0; i < m; i++) {
            double d0 = x0[i] - y0;
            double d1 = x1[i] - y1;
            double d2 = x2[i] - y2;
            double z = Math.max(LEAST, rate * Math.fma(d0, d0, Math.fma(d1, d1, d2 * d2)));
            e[i] = Exponential.root(z);
        }
        for (int i = 0; i < m; i++) {
            e[i] = w * Exponential.power256(e[i]);
        }
    }

    private static void add(
            double[] e, double y0, double y1, double[] x0, double[] x1, double[] s, double[] s0, double[] s1, int m) {
        for (int i = 0; i < m; i++) {
            double term = e[i];
            s[i] += term;
            s0[i] = Math.fma(term, x0[i] - y0, s0[i]);
            s1[i] = Math.fma(term, x1[i] - y1, s1[i]);
        }
    }

    private static void add(double[] e, double y, double[] x, double[] s, int m) {
        for (int i = 0; i < m; i++) {
            s[i] = Math.fma(e[i], x[i] - y, s[i]);
        }
    }
}
