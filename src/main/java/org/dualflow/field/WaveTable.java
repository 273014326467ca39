package org.dualflow.field;

import org.dualflow.field.Waves.Lattice;
import org.dualflow.mesh.Domain;
import org.jspecify.annotations.Nullable;

/**
 * cos(k_j·x_i) and sin(k_j·x_i) for a block of points and all waves. On a lattice they are products of powers of e^{2πi x_d/L_d},
 * one complex product per power and one per further axis and entry, with an error of about |m| 2⁻⁵² in the phase; random waves take
 * {@link SineCosine}.
 */
final class WaveTable {

    /** Points of a block. */
    static final int BLOCK = 64;

    private final Waves waves;
    private final @Nullable Lattice lattice;
    private final double[][][] powerCos;
    private final double[][][] powerSin;
    private final double[] turns = new double[BLOCK];

    /** {@code cos[j][i]}, valid after {@link #fill}. */
    final double[][] cos;

    /** {@code sin[j][i]}, valid after {@link #fill}. */
    final double[][] sin;

    WaveTable(Waves waves) {
        this.waves = waves;
        lattice = waves.lattice();
        int[] largest = lattice == null ? new int[0] : lattice.largest();
        int axes = largest.length;
        powerCos = new double[axes][][];
        powerSin = new double[axes][][];
        for (int d = 0; d < axes; d++) {
            powerCos[d] = new double[largest[d] + 1][BLOCK];
            powerSin[d] = new double[largest[d] + 1][BLOCK];
        }
        cos = new double[waves.size()][];
        sin = new double[waves.size()][];
        for (int j = 0; j < waves.size(); j++) {
            boolean shared = axes == 1;
            cos[j] = shared ? powerCos[0][j + 1] : new double[BLOCK];
            sin[j] = shared ? powerSin[0][j + 1] : new double[BLOCK];
        }
    }

    /**
     * Fills the table for points {@code from … from + n - 1}.
     *
     * @param n at most {@value #BLOCK}
     */
    void fill(double[][] x, int from, int n) {
        if (lattice == null) {
            for (int j = 0; j < cos.length; j++) {
                random(j, x, from, n);
            }
            return;
        }
        for (int d = 0; d < powerCos.length; d++) {
            powers(lattice.domain().side(d), x[d], from, n, powerCos[d], powerSin[d]);
        }
        if (powerCos.length > 1) {
            for (int j = 0; j < cos.length; j++) {
                product(lattice.index(), j, n);
            }
        }
    }

    private void random(int j, double[][] x, int from, int n) {
        java.util.Arrays.fill(turns, 0, n, 0);
        for (int d = 0; d < x.length; d++) {
            double perLength = waves.component(d, j) / (2 * Math.PI);
            for (int i = 0; i < n; i++) {
                turns[i] = Math.fma(perLength, x[d][from + i], turns[i]);
            }
        }
        SineCosine.fill(turns, n, cos[j], sin[j]);
    }

    private void powers(Domain.Side side, double[] x, int from, int n, double[][] c, double[][] s) {
        for (int i = 0; i < n; i++) {
            turns[i] = (x[from + i] - side.lower()) / side.length();
        }
        java.util.Arrays.fill(c[0], 0, n, 1);
        java.util.Arrays.fill(s[0], 0, n, 0);
        SineCosine.fill(turns, n, c[1], s[1]);
        for (int m = 2; m < c.length; m++) {
            times(c[m - 1], s[m - 1], 1, c[1], s[1], 1, n, c[m], s[m]);
        }
    }

    private void product(int[][] index, int j, int n) {
        int first = index[0][j];
        double[] c = powerCos[0][Math.abs(first)];
        double[] s = powerSin[0][Math.abs(first)];
        double sign = first < 0 ? -1 : 1;
        for (int d = 1; d < index.length; d++) {
            int m = index[d][j];
            double other = m < 0 ? -1 : 1;
            times(powerCos[d][Math.abs(m)], powerSin[d][Math.abs(m)], other, c, s, sign, n, cos[j], sin[j]);
            c = cos[j];
            s = sin[j];
            sign = 1;
        }
    }

    /** (ac + i asign as)(bc + i bsign bs). */
    private static void times(
            double[] ac,
            double[] as,
            double asign,
            double[] bc,
            double[] bs,
            double bsign,
            int n,
            double[] c,
            double[] s) {
        for (int i = 0; i < n; i++) {
            double p = asign * as[i];
            double q = bsign * bs[i];
            double re = bc[i];
            s[i] = Math.fma(ac[i], q, p * re);
            c[i] = Math.fma(ac[i], re, -p * q);
        }
    }
}
