package org.dualflow.linear;

import java.util.Arrays;

/**
 * One level of multigrid in single precision: the equations of a {@link MeshNetwork}, each divided by its diagonal,
 *
 * <pre>  x - G x = b,     G ≥ 0, row sums at most 1,</pre>
 *
 * so that numbers of any size become shares. Smoothing is by Jacobi's method with the two weights of Chebyshev's polynomial
 * of degree 2 on [0.6/d, 2], d the dimension. No eigenvalue of 1 - G is above 2, those that no coarser mesh can show are from
 * 1/d on, and the ones just below 1/d a coarser mesh shows too weakly, for linear interpolation flattens them. Hence the error is multiplied by a polynomial between -1 and 1, whatever the conductances are, and
 * a cycle with as many sweeps behind as before is symmetric in the scalar product of the diagonal, and positive.
 *
 * <p>Every sweep goes from one array to another, with all neighbours as rows of the same index: loops that the compiler
 * vectorises, sixteen numbers at a time.
 */
final class Smoother {

    private final MeshNetwork network;

    /** {@code before[axis][row][i]}: share of the previous cell along an axis; {@code after}: of the next one. */
    private final float[][][] before;

    private final float[][][] after;

    /** The diagonal, relative to its greatest element; what is too small for single precision counts for nothing. */
    final float[][] weight;

    /** Right side and solution, per diagonal. */
    final float[][] b;

    final float[][] x;

    /** The residual after {@link #start}; else scratch. */
    final float[][] other;

    private final double[] line;
    private final double[] quotient;
    private final float[] west;
    private final float[] east;
    private final float[] sum;
    private final float first;
    private final float second;
    private final MeshNetwork.RowTask startRow = this::startRow;
    private final MeshNetwork.RowTask residualRow = this::residualRow;
    private final MeshNetwork.RowTask firstRow = this::firstRow;
    private final MeshNetwork.RowTask secondRow = this::secondRow;
    private double greatest;

    Smoother(MeshNetwork network) {
        this.network = network;
        before = new float[network.links.length][network.rows()][network.nx];
        after = new float[network.links.length][network.rows()][network.nx];
        weight = new float[network.rows()][network.nx];
        b = new float[network.rows()][network.nx];
        x = new float[network.rows()][network.nx];
        other = new float[network.rows()][network.nx];
        line = new double[network.nx];
        quotient = new double[network.nx];
        west = new float[network.nx];
        east = new float[network.nx];
        sum = new float[network.nx];
        double least = 0.6 / network.links.length;
        double middle = 0.5 * (2 + least);
        double half = 0.5 * (2 - least) * Math.sqrt(0.5);
        first = (float) (1 / (middle - half));
        second = (float) (1 / (middle + half));
    }

    /** Takes the conductances of the network and its diagonal. */
    void set() {
        greatest = 0;
        for (double[] d : network.diagonal) {
            for (double value : d) {
                greatest = Math.max(greatest, value);
            }
        }
        int last = network.nx - 1;
        for (int r = 0; r < network.rows(); r++) {
            double[] d = network.diagonal[r];
            double[] g = network.links[0][r];
            Arrays.fill(line, greatest);
            share(d, line, quotient, weight[r]);
            share(g, d, quotient, after[0][r]);
            System.arraycopy(g, 0, line, 1, last);
            line[0] = g[last];
            share(line, d, quotient, before[0][r]);
            for (int axis = 1; axis < before.length; axis++) {
                share(network.links[axis][r], d, quotient, after[axis][r]);
                share(network.links[axis][network.previous(r, axis)], d, quotient, before[axis][r]);
            }
        }
    }

    /** {@code to = a / b}. */
    static void share(double[] a, double[] b, double[] work, float[] to) {
        for (int i = 0; i < to.length; i++) {
            work[i] = a[i] / b[i];
        }
        for (int i = 0; i < to.length; i++) {
            to[i] = (float) work[i];
        }
    }

    /** The greatest element of the diagonal. */
    double greatest() {
        return greatest;
    }

    /** Two sweeps from x = 0, and their residual. */
    void start() {
        network.inTurn(startRow, residualRow);
    }

    /** Two sweeps more. */
    void finish() {
        network.inTurn(firstRow, secondRow);
    }

    private void startRow(int r) {
        combine(b, first + second - first * second, 0, first * second, r, x[r]);
    }

    private void residualRow(int r) {
        combine(x, -1, 1, 1, r, other[r]);
    }

    private void firstRow(int r) {
        combine(x, 1 - first, first, first, r, other[r]);
    }

    private void secondRow(int r) {
        combine(other, 1 - second, second, second, r, x[r]);
    }

    /** {@code out = own y + side b + flow G y} for row {@code r}. */
    private void combine(float[][] y, float own, float side, float flow, int r, float[] out) {
        float[] yr = y[r];
        shift(yr);
        inflow(before[0][r], west, after[0][r], east, sum);
        for (int axis = 1; axis < before.length; axis++) {
            addInflow(before[axis][r], y[network.previous(r, axis)], after[axis][r], y[network.next(r, axis)], sum);
        }
        mix(own, yr, side, b[r], flow, sum, out);
    }

    /** {@code out = share y + Σ G (y - y of the neighbour)} for row {@code r}. */
    void apply(float[][] share, float[][] y, int r, float[] out) {
        float[] yr = y[r];
        shift(yr);
        ownFlow(share[r], yr, out);
        addOutflow(before[0][r], yr, west, out);
        addOutflow(after[0][r], yr, east, out);
        for (int axis = 1; axis < before.length; axis++) {
            addOutflow(before[axis][r], yr, y[network.previous(r, axis)], out);
            addOutflow(after[axis][r], yr, y[network.next(r, axis)], out);
        }
    }

    private void shift(float[] y) {
        int last = west.length - 1;
        System.arraycopy(y, 0, west, 1, last);
        System.arraycopy(y, 1, east, 0, last);
        west[0] = y[last];
        east[last] = y[0];
    }

    private static void ownFlow(float[] share, float[] y, float[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = share[i] * y[i];
        }
    }

    private static void addOutflow(float[] g, float[] y, float[] z, float[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] += g[i] * (y[i] - z[i]);
        }
    }

    private static void inflow(float[] g, float[] y, float[] h, float[] z, float[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = g[i] * y[i] + h[i] * z[i];
        }
    }

    private static void addInflow(float[] g, float[] y, float[] h, float[] z, float[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] += g[i] * y[i] + h[i] * z[i];
        }
    }

    private static void mix(float s, float[] y, float t, float[] b, float u, float[] z, float[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = s * y[i] + t * b[i] + u * z[i];
        }
    }
}
