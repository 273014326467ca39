package org.dualflow.field;

import java.util.Arrays;

/**
 * Σ_i w_i cos(k_j·x_i) and Σ_i w_i sin(k_j·x_i) for all waves and several weights w, block of points after block: as in {@link
 * WaveExpansion} the waves are products, and the sums of w_i c_b(x_i), w_i s_b(x_i) with the numbers C_a(x_i), S_a(x_i) of all a are
 * made at once, point after point; two multiplications per wave, point and weight.
 */
final class WaveMoments {

    /** Points whose numbers C_a, S_a are written as rows at a time, so that they stay in the first-level cache. */
    private static final int ROWS = 16;

    private final WaveFactors factors;
    private final int count;
    private final double[][] rows;
    /** Weights times 1, c_b, s_b: {@code [weight][1, c_b, s_b][point]}. */
    private final double[][][] weighted;

    /** Sums of them with C_a and S_a: {@code [weight][1, c_b, s_b][2a + 0 or 1]}. */
    private final double[][][] sums;

    private int used;

    /**
     * @param count number of waves
     * @param weights most weights at a time
     */
    WaveMoments(WaveFactors factors, int count, int weights) {
        this.factors = factors;
        this.count = count;
        rows = new double[ROWS][factors.row()];
        weighted = new double[weights][factors.columns()][WaveTable.BLOCK];
        sums = new double[weights][factors.columns()][factors.row()];
    }

    /** Begins with sums of zero for the first {@code weights} weights. */
    void begin(int weights) {
        used = weights;
        for (int w = 0; w < weights; w++) {
            for (double[] row : sums[w]) {
                Arrays.fill(row, 0);
            }
        }
    }

    /** Where a weight at the points of the next block goes. */
    double[] weight(int w) {
        return weighted[w][0];
    }

    /** Adds a block of {@code n} points. */
    void add(WaveTable table, int n) {
        for (int w = 0; w < used; w++) {
            for (int b = 1; b <= factors.inner(); b++) {
                multiply(weighted[w][0], table.inner[2 * b], n, weighted[w][2 * b - 1]);
                multiply(weighted[w][0], table.inner[2 * b + 1], n, weighted[w][2 * b]);
            }
        }
        for (int from = 0; from < n; from += ROWS) {
            table.transpose(from, rows);
            int points = Math.min(ROWS, n - from);
            for (int w = 0; w < used; w++) {
                for (int e = 0; e < factors.columns(); e++) {
                    RowSum.add(weighted[w][e], from, rows, 0, points, factors.row(), sums[w][e]);
                }
            }
        }
    }

    private static void multiply(double[] x, double[] y, int n, double[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = x[i] * y[i];
        }
    }

    /** The sums for weight {@code w}: with the cosines, and with the sines. */
    void collect(int w, double[] withCosines, double[] withSines) {
        int j = 0;
        for (int a = 0; j < count; a++) {
            for (int b = factors.first(a); b <= factors.inner() && j < count; b++, j++) {
                double[] c = sums[w][b == 0 ? 0 : 2 * Math.abs(b) - 1];
                withCosines[j] = c[2 * a];
                withSines[j] = c[2 * a + 1];
                if (b != 0) {
                    double sign = b < 0 ? -1 : 1;
                    double[] s = sums[w][2 * Math.abs(b)];
                    withCosines[j] -= sign * s[2 * a + 1];
                    withSines[j] += sign * s[2 * a];
                }
            }
        }
    }
}
