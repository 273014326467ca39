package org.dualflow.linear;

/**
 * A network of conductors on a tensor-product mesh in one to three dimensions, stored in rows along the first axis as
 * {@code [rows][nx]}, row j + ny k. Every cell is linked with the next one along each axis, the last with the first; walls
 * are links of conductance zero.
 */
final class MeshNetwork {

    final int nx;
    final int ny;
    final int nz;

    /** {@code links[d][row][i]}: conductance to the next cell along axis d; absent axes have none. */
    final double[][][] links;

    /** Ground plus all links of a cell, and its reciprocal. */
    final double[][] diagonal;

    final double[][] inverse;

    MeshNetwork(int[] cells, double[][][] links) {
        nx = cells[0];
        ny = cells.length > 1 ? cells[1] : 1;
        nz = cells.length > 2 ? cells[2] : 1;
        this.links = links;
        diagonal = newRows();
        inverse = newRows();
    }

    double[][] newRows() {
        return new double[ny * nz][nx];
    }

    int rows() {
        return ny * nz;
    }

    int size() {
        return ny * nz * nx;
    }

    /** The row after row {@code r} along axis 1 or 2, round the end. */
    int next(int r, int axis) {
        if (axis == 1) {
            return r % ny + 1 < ny ? r + 1 : r + 1 - ny;
        }
        return r + ny < ny * nz ? r + ny : r + ny - ny * nz;
    }

    /** The row before row {@code r} along axis 1 or 2, round the end. */
    int previous(int r, int axis) {
        if (axis == 1) {
            return r % ny > 0 ? r - 1 : r - 1 + ny;
        }
        return r >= ny ? r - ny : r - ny + ny * nz;
    }

    /** Sets the conductances to the ground. */
    void ground(double[][] ground) {
        for (int r = 0; r < rows(); r++) {
            double[] d = diagonal[r];
            double[] g = links[0][r];
            System.arraycopy(ground[r], 0, d, 0, nx);
            add(d, g);
            for (int i = 1; i < nx; i++) {
                d[i] += g[i - 1];
            }
            d[0] += g[nx - 1];
            for (int axis = 1; axis < links.length; axis++) {
                add(d, links[axis][r]);
                add(d, links[axis][previous(r, axis)]);
            }
            double[] inv = inverse[r];
            for (int i = 0; i < nx; i++) {
                inv[i] = 1 / d[i];
            }
        }
    }

    private static void add(double[] to, double[] from) {
        for (int i = 0; i < to.length; i++) {
            to[i] += from[i];
        }
    }

    /** What the links bring to the cells of row {@code r} with first index {@code from}, in steps of {@code step}. */
    private void inflow(double[][] x, int r, int from, int step, double[] out) {
        double[] g = links[0][r];
        double[] xr = x[r];
        int last = nx - 1;
        int i = from;
        if (i == 0) {
            out[0] = g[last] * xr[last] + (nx > 1 ? g[0] * xr[1] : g[0] * xr[0]);
            i += step;
        }
        for (; i < last; i += step) {
            out[i] = g[i - 1] * xr[i - 1] + g[i] * xr[i + 1];
        }
        if (i == last) {
            out[last] = g[last - 1] * xr[last - 1] + g[last] * xr[0];
        }
        for (int axis = 1; axis < links.length; axis++) {
            double[] below = links[axis][previous(r, axis)];
            double[] above = links[axis][r];
            double[] xb = x[previous(r, axis)];
            double[] xa = x[next(r, axis)];
            if (step == 1) {
                for (i = 0; i < nx; i++) {
                    out[i] += below[i] * xb[i] + above[i] * xa[i];
                }
            } else {
                for (i = from; i < nx; i += step) {
                    out[i] += below[i] * xb[i] + above[i] * xa[i];
                }
            }
        }
    }

    /** {@code out = A x} for row {@code r}. */
    void apply(double[][] x, int r, double[] out) {
        inflow(x, r, 0, 1, out);
        double[] d = diagonal[r];
        double[] xr = x[r];
        for (int i = 0; i < nx; i++) {
            out[i] = d[i] * xr[i] - out[i];
        }
    }

    /** Σ diagonal |x| of row {@code r}. */
    double magnitude(double[] x, int r) {
        double sum = 0;
        for (int i = 0; i < nx; i++) {
            sum += diagonal[r][i] * Math.abs(x[i]);
        }
        return sum;
    }

    private int parity(int r, int colour) {
        return (r % ny + r / ny + colour) & 1;
    }

    /** Gauss–Seidel on the cells of one colour: those with (i + j + k) odd or even. */
    void relax(double[][] b, double[][] x, int colour, double[] work) {
        for (int r = 0; r < rows(); r++) {
            int from = parity(r, colour);
            if (from < nx) {
                inflow(x, r, from, 2, work);
                double[] br = b[r];
                double[] xr = x[r];
                double[] inv = inverse[r];
                for (int i = from; i < nx; i += 2) {
                    xr[i] = (br[i] + work[i]) * inv[i];
                }
            }
        }
    }

    /** The residual of row {@code r} on one colour, zero on the other, which has just been relaxed. */
    void residual(double[][] b, double[][] x, int r, int colour, double[] out) {
        java.util.Arrays.fill(out, 0, nx, 0);
        int from = parity(r, colour);
        if (from < nx) {
            inflow(x, r, from, 2, out);
            double[] br = b[r];
            double[] xr = x[r];
            double[] d = diagonal[r];
            for (int i = from; i < nx; i += 2) {
                out[i] = br[i] + out[i] - d[i] * xr[i];
            }
        }
    }
}
