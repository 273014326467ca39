package org.dualflow.field;

import java.util.Arrays;
import org.dualflow.field.Waves.Lattice;
import org.dualflow.mesh.Domain;
import org.jspecify.annotations.Nullable;

/**
 * Cosines and sines of the {@link WaveFactors} at a block of points. On a lattice they are powers of e^{2πi x_d/L_d}, one complex
 * product each; random waves take {@link SineCosine}.
 *
 * <p>Error, u = 2⁻⁵³: x_d/L_d comes with two roundings, and a multiple of it on a line with a third, hence 6π|m|u in the phase of the
 * power m; every factor of a power adds 17u, 14u of {@link SineCosine} and 3u of a complex product. A wave that is a product of P powers is
 * off by at most (6π|m| + 17P) u.
 */
final class WaveTable {

    /** Points of a block. */
    static final int BLOCK = 128;

    private final Waves waves;
    private final WaveFactors factors;
    private final @Nullable Lattice lattice;
    /** Powers along the second and third axis of a lattice of three: {@code [axis][2m + 0 or 1][point]}. */
    private final double[][][] powers;

    private final double[] turns = new double[BLOCK];

    /** Cosines and sines of outer vectors, {@code [2a + 0 or 1][point]}, after {@link #fill}. */
    final double[][] outer;

    /** Cosines and sines of inner vectors, {@code [2b + 0 or 1][point]}. */
    final double[][] inner;

    WaveTable(Waves waves, WaveFactors factors) {
        this.waves = waves;
        this.factors = factors;
        lattice = waves.lattice();
        outer = table(factors.outer());
        inner = table(factors.inner());
        powers = new double[lattice != null && waves.dimension() == 3 ? 2 : 0][][];
        for (int d = 0; d < powers.length; d++) {
            powers[d] = table(lattice == null ? 0 : lattice.largest()[d + 1]);
        }
    }

    /** Numbers in a table. */
    static int entries(WaveFactors factors) {
        return 2 * (factors.outer() + factors.inner() + 2) * BLOCK;
    }

    /** e^0 and room for some powers. */
    private static double[][] table(int largest) {
        double[][] table = new double[2 * (largest + 1)][BLOCK];
        Arrays.fill(table[0], 1);
        return table;
    }

    /**
     * Fills the table for points {@code from … from + n - 1}.
     *
     * @param n at most {@value #BLOCK}
     */
    void fill(double[][] x, int from, int n) {
        Lattice box = lattice;
        if (box == null) {
            for (int a = 1; a <= factors.outer(); a++) {
                random(a, x, from, n);
            }
            return;
        }
        powers(box.domain().side(0), 1, x[0], from, n, inner);
        if (x.length == 1) {
            powers(box.domain().side(0), factors.spacing(), x[0], from, n, outer);
        } else if (x.length == 2) {
            powers(box.domain().side(1), 1, x[1], from, n, outer);
        } else {
            for (int d = 0; d < powers.length; d++) {
                powers(box.domain().side(d + 1), 1, x[d + 1], from, n, powers[d]);
            }
            products(box.index(), n);
        }
    }

    private void random(int a, double[][] x, int from, int n) {
        Arrays.fill(turns, 0, n, 0);
        for (int d = 0; d < x.length; d++) {
            double perLength = waves.component(d, a - 1) / (2 * Math.PI);
            for (int i = 0; i < n; i++) {
                turns[i] = Math.fma(perLength, x[d][from + i], turns[i]);
            }
        }
        SineCosine.fill(turns, n, outer[2 * a], outer[2 * a + 1]);
    }

    /** Powers of e^{2πi c x/L}, x measured from the lower end. */
    private void powers(Domain.Side side, int c, double[] x, int from, int n, double[][] table) {
        if (table.length <= 2) {
            return;
        }
        double lower = side.lower();
        double length = side.length();
        for (int i = 0; i < n; i++) {
            turns[i] = c * ((x[from + i] - lower) / length);
        }
        SineCosine.fill(turns, n, table[2], table[3]);
        for (int m = 4; m < table.length; m += 2) {
            times(table[m - 2], table[m - 1], 1, table[2], table[3], n, table[m], table[m + 1]);
        }
    }

    /** Outer vectors of three dimensions: a power along the second axis, maybe a negative one, times one along the third. */
    private void products(int[][] index, int n) {
        for (int a = 1; a <= factors.outer(); a++) {
            int j = a * factors.columns() - 1;
            int y = 2 * Math.abs(index[1][j]);
            int z = 2 * index[2][j];
            double sign = index[1][j] < 0 ? -1 : 1;
            times(
                    powers[0][y],
                    powers[0][y + 1],
                    sign,
                    powers[1][z],
                    powers[1][z + 1],
                    n,
                    outer[2 * a],
                    outer[2 * a + 1]);
        }
    }

    /** (ac + i sign as)(bc + i bs). All loads come before the stores: otherwise two stores are not vectorised. */
    private static void times(
            double[] ac, double[] as, double sign, double[] bc, double[] bs, int n, double[] c, double[] s) {
        for (int i = 0; i < n; i++) {
            double p = ac[i];
            double q = sign * as[i];
            double r = bc[i];
            double t = bs[i];
            double re = p * r - q * t;
            double im = p * t + q * r;
            c[i] = re;
            s[i] = im;
        }
    }

    /**
     * Writes cosines and sines of outer vectors point by point, {@code rows[i][2a + 0 or 1]}, for points {@code from …}; all {@code rows}
     * are written, their number is a multiple of four.
     */
    void transpose(int from, double[][] rows) {
        for (int i = 0; i < rows.length; i += 4) {
            double[] p = rows[i];
            double[] q = rows[i + 1];
            double[] r = rows[i + 2];
            double[] t = rows[i + 3];
            int at = from + i;
            for (int e = 0; e < outer.length; e++) {
                double[] column = outer[e];
                p[e] = column[at];
                q[e] = column[at + 1];
                r[e] = column[at + 2];
                t[e] = column[at + 3];
            }
        }
    }
}
