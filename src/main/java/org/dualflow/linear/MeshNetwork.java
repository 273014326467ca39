package org.dualflow.linear;

/**
 * A network of conductors on a tensor-product mesh in one to three dimensions, stored in rows along the first axis as
 * {@code [rows][nx]}, row j + ny k. Every cell is linked with the next one along each axis, the last with the first; walls
 * are links of conductance zero.
 */
final class MeshNetwork {

    /** Work on one row. */
    @FunctionalInterface
    interface RowTask {
        void run(int r);
    }

    final int nx;
    final int ny;
    final int nz;

    /** {@code links[d][row][i]}: conductance to the next cell along axis d; absent axes have none. */
    final double[][][] links;

    /** Ground plus all links of a cell. */
    final double[][] diagonal;

    private final double[] east;
    private final double[] flow;

    MeshNetwork(int[] cells, double[][][] links) {
        nx = cells[0];
        ny = cells.length > 1 ? cells[1] : 1;
        nz = cells.length > 2 ? cells[2] : 1;
        this.links = links;
        diagonal = newRows();
        east = new double[nx];
        flow = new double[nx];
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

    /** j of row j + ny k; without a division in the plane. */
    private int column(int r) {
        return nz > 1 ? r % ny : r;
    }

    /** The row after row {@code r} along axis 1 or 2, round the end. */
    int next(int r, int axis) {
        if (axis == 1) {
            return column(r) + 1 < ny ? r + 1 : r + 1 - ny;
        }
        return r + ny < ny * nz ? r + ny : r + ny - ny * nz;
    }

    /** The row before row {@code r} along axis 1 or 2, round the end. */
    int previous(int r, int axis) {
        if (axis == 1) {
            return column(r) > 0 ? r - 1 : r - 1 + ny;
        }
        return r >= ny ? r - ny : r - ny + ny * nz;
    }

    /**
     * Runs stages on every row, each once the stage before it has been on the row and its neighbours, as soon as that is so:
     * what that one has written is then still at hand, and may be overwritten.
     */
    void inTurn(RowTask... stages) {
        int rows = rows();
        int reach = nz > 1 ? ny : 1;
        for (int r = 0; r < rows; r++) {
            for (int s = 0; s < stages.length && r >= 2 * s * reach; s++) {
                stages[s].run(r - s * reach);
            }
        }
        for (int s = 1; s < stages.length; s++) {
            for (int r = 0; r < Math.min(s * reach, rows); r++) {
                stages[s].run(r);
            }
            for (int r = Math.max(s * reach, rows - s * reach); r < rows; r++) {
                stages[s].run(r);
            }
        }
    }

    /** Sets the conductances to the ground; {@code ground} may be the diagonal itself, to be completed. */
    void ground(double[][] ground) {
        for (int r = 0; r < rows(); r++) {
            double[] d = diagonal[r];
            double[] g = links[0][r];
            System.arraycopy(ground[r], 0, d, 0, nx);
            System.arraycopy(g, 0, east, 1, nx - 1);
            east[0] = g[nx - 1];
            add(d, g);
            add(d, east);
            for (int axis = 1; axis < links.length; axis++) {
                add(d, links[axis][r]);
                add(d, links[axis][previous(r, axis)]);
            }
        }
    }

    private static void add(double[] to, double[] from) {
        for (int i = 0; i < to.length; i++) {
            to[i] += from[i];
        }
    }

    /** {@code out = A x} for row {@code r}. */
    void apply(double[][] x, int r, double[] out) {
        double[] g = links[0][r];
        double[] xr = x[r];
        int last = nx - 1;
        System.arraycopy(xr, 1, east, 0, last);
        east[last] = xr[0];
        for (int i = 0; i < nx; i++) {
            flow[i] = g[i] * xr[i];
        }
        System.arraycopy(flow, 0, out, 1, last);
        out[0] = flow[last];
        own(diagonal[r], xr, g, east, out);
        for (int axis = 1; axis < links.length; axis++) {
            int before = previous(r, axis);
            subtract(links[axis][before], x[before], links[axis][r], x[next(r, axis)], out);
        }
    }

    private static void own(double[] d, double[] x, double[] g, double[] y, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = d[i] * x[i] - g[i] * y[i] - out[i];
        }
    }

    private static void subtract(double[] g, double[] y, double[] h, double[] z, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] -= g[i] * y[i] + h[i] * z[i];
        }
    }
}
