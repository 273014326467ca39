package org.dualflow.linear;

import java.util.Arrays;

/**
 * One level of multigrid in single precision: the equations of a {@link MeshNetwork}, each divided by its diagonal,
 *
 * <pre>  x - G x = b,     G ≥ 0, row sums at most 1,</pre>
 *
 * so that numbers of any size become shares. Smoothing is by Jacobi's method with the two weights of Chebyshev's polynomial
 * of degree 2 on [ℓ, 2]. No eigenvalue of 1 - G is above 2. With equal conductances in d dimensions the waves that no coarser
 * mesh can show have eigenvalues (1/d) Σ (1 - cos θ) from 1/d on; those just below 1/d a coarser mesh shows too weakly, for linear
 * interpolation flattens them, so ℓ lies below 1/d. Local Fourier analysis of two meshes (the waves θ + π s, s in {0,1}^d, are
 * coupled by interpolation, whose symbol is Π (3 cos ½θ + cos 1½θ)/4, and by its transpose) gives the condition number
 *
 * <pre>  d = 2:  ℓ = 0.5: 1.21    0.40: 1.19    0.305: 1.175 (least)    0.25: 1.23    0.15: 1.53
 *   d = 3:  ℓ = 1/3: 1.26    0.30: 1.25    0.243: 1.245 (least)    0.20: 1.34    0.10: 1.92</pre>
 *
 * of the preconditioned equations; with the least one conjugate gradients gain a factor of 25 (18) at least per iteration. The
 * error is multiplied by a polynomial between -1 and 1, whatever the conductances are, and
 * a cycle with as many sweeps behind as before is symmetric in the scalar product of the diagonal, and positive.
 *
 * <p>Every sweep goes from one array to another, with all neighbours as rows of the same index: loops that the compiler
 * vectorises, sixteen numbers at a time.
 *
 * @see <a href="https://doi.org/10.1090/S0025-5718-1977-0431719-X">Brandt 1977</a>
 */
final class Smoother {

    /** ℓ by dimension; on a line, which is eliminated elsewhere, the end of what no coarser mesh shows. */
    private static final double[] LEAST = {1, 0.305, 0.243};

    private final MeshNetwork network;

    /** {@code before[axis][row][i]}: share of the previous cell along an axis; {@code after}: of the next one. */
    private final float[][][] before;

    private final float[][][] after;

    /** The diagonal, relative to its greatest element; what is too small for single precision counts for nothing. */
    final float[][] weight;

    /** Right side, per diagonal. */
    final float[][] b;

    /** Solution, per diagonal. */
    final float[][] x;

    /** After {@link #start} the residual times the weight; else scratch. */
    final float[][] other;

    private final double[] line;
    private final double[] inverse;
    private final float[] west;
    private final float[] east;
    private final float[] sum;
    private final float first;
    private final float second;
    private final MeshNetwork.RowTask[] starting = {this::twoSweeps, this::residual};
    private final MeshNetwork.RowTask[] finishing = {r -> {}, this::sweep, this::lastSweep};
    private MeshNetwork.RowTask then = r -> {};
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
        inverse = new double[network.nx];
        west = new float[network.nx];
        east = new float[network.nx];
        sum = new float[network.nx];
        double least = LEAST[network.links.length - 1];
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
                if (value > greatest) {
                    greatest = value;
                }
            }
        }
        int last = network.nx - 1;
        for (int r = 0; r < network.rows(); r++) {
            double[] g = network.links[0][r];
            Arrays.fill(line, 1 / greatest);
            share(network.diagonal[r], line, weight[r]);
            invert(network.diagonal[r], inverse);
            share(g, inverse, after[0][r]);
            System.arraycopy(g, 0, line, 1, last);
            line[0] = g[last];
            share(line, inverse, before[0][r]);
            for (int axis = 1; axis < before.length; axis++) {
                share(network.links[axis][r], inverse, after[axis][r]);
                share(network.links[axis][network.previous(r, axis)], inverse, before[axis][r]);
            }
        }
    }

    /** {@code to = 1 / a}. */
    static void invert(double[] a, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = 1 / a[i];
        }
    }

    /** {@code to = a inverse}. */
    static void share(double[] a, double[] inverse, float[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = (float) (a[i] * inverse[i]);
        }
    }

    /** The greatest element of the diagonal. */
    double greatest() {
        return greatest;
    }

    /** Two sweeps from zero, and their residual. */
    void start() {
        network.inTurn(starting);
    }

    /**
     * Two sweeps more.
     *
     * @param correction made on every row beforehand
     * @param after run on every row that is done, while it is at hand
     */
    void finish(MeshNetwork.RowTask correction, MeshNetwork.RowTask after) {
        finishing[0] = correction;
        then = after;
        network.inTurn(finishing);
    }

    private void twoSweeps(int r) {
        addFlows(b, r);
        mix(first + second - first * second, b[r], first * second, sum, x[r]);
    }

    private void residual(int r) {
        addFlows(x, r);
        weigh(weight[r], b[r], x[r], sum, other[r]);
    }

    private void sweep(int r) {
        combine(x, 1 - first, first, first, r, other[r]);
    }

    private void lastSweep(int r) {
        combine(other, 1 - second, second, second, r, x[r]);
        then.run(r);
    }

    /** {@code out = own y + side b + flow G y} for row {@code r}. */
    private void combine(float[][] y, float own, float side, float flow, int r, float[] out) {
        addFlows(y, r);
        mix(own, y[r], side, b[r], flow, sum, out);
    }

    /** {@code sum = G y} for row {@code r}. */
    private void addFlows(float[][] y, int r) {
        shift(y[r]);
        inflow(before[0][r], west, after[0][r], east, sum);
        for (int axis = 1; axis < before.length; axis++) {
            addInflow(before[axis][r], y[network.previous(r, axis)], after[axis][r], y[network.next(r, axis)], sum);
        }
    }

    /** {@code out = share y + Σ G (y - y of the neighbour)} for row {@code r}. */
    void apply(float[][] share, float[][] y, int r, float[] out) {
        float[] yr = y[r];
        shift(yr);
        outflow(share[r], before[0][r], after[0][r], yr, west, east, out);
        for (int axis = 1; axis < before.length; axis++) {
            float[] previous = y[network.previous(r, axis)];
            addOutflow(before[axis][r], after[axis][r], yr, previous, y[network.next(r, axis)], out);
        }
    }

    private void shift(float[] y) {
        int last = west.length - 1;
        System.arraycopy(y, 0, west, 1, last);
        System.arraycopy(y, 1, east, 0, last);
        west[0] = y[last];
        east[last] = y[0];
    }

    private static void outflow(float[] s, float[] g, float[] h, float[] y, float[] z, float[] v, float[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = s[i] * y[i] + (g[i] * (y[i] - z[i]) + h[i] * (y[i] - v[i]));
        }
    }

    private static void addOutflow(float[] g, float[] h, float[] y, float[] z, float[] v, float[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] += g[i] * (y[i] - z[i]) + h[i] * (y[i] - v[i]);
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

    private static void mix(float s, float[] y, float u, float[] z, float[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = s * y[i] + u * z[i];
        }
    }

    private static void mix(float s, float[] y, float t, float[] b, float u, float[] z, float[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = s * y[i] + t * b[i] + u * z[i];
        }
    }

    private static void weigh(float[] w, float[] b, float[] y, float[] z, float[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = w[i] * (b[i] - y[i] + z[i]);
        }
    }
}
