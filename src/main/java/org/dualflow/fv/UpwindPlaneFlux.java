package org.dualflow.fv;

/** Upwind with velocities at faces on a uniform plane: both fluxes of a row in one loop, which reads the row once. */
final class UpwindPlaneFlux implements PlaneFlux {

    private final AxisGeometry x;
    private final AxisGeometry y;
    private final RowKernels kernels;
    private final double[] zero;
    private final double[] west;
    /** The row shifted by a cell, then the fluxes shifted back. */
    private final double[] shifted;

    private double[] lower;
    private double[] upper;

    UpwindPlaneFlux(AxisGeometry x, AxisGeometry y, RowKernels kernels) {
        this.x = x;
        this.y = y;
        this.kernels = kernels;
        int n = x.cells;
        zero = RowBuffer.of(n);
        shifted = RowBuffer.of(n);
        west = RowBuffer.of(n + 1);
        lower = RowBuffer.of(n);
        upper = RowBuffer.of(n);
    }

    @Override
    public void start(double[][] m, MeshVelocity a, int from, int to) {
        kernels.upwind(y.periodic ? m[y.cells - 1] : zero, m[0], a.rows(1)[0], lower, from, to);
    }

    @Override
    public void fill(double[][] m, MeshVelocity a, int j, int from, int to) {
        double[] row = m[j];
        double[] u = a.rows(0)[j];
        int n = x.cells;
        int first = Math.max(from, 1);
        System.arraycopy(row, first - 1, shifted, first, to - first);
        if (from == 0) {
            shifted[0] = x.periodic ? row[n - 1] : 0;
        }
        double[] above = j + 1 < y.cells ? m[j + 1] : y.periodic ? m[0] : zero;
        kernels.upwind(shifted, row, u, west, above, a.rows(1)[j + 1], upper, from, to);
        double beyond = to < n ? row[to] : x.periodic ? row[0] : 0;
        west[to] = (u[to] + Math.abs(u[to])) * row[to - 1] + (u[to] - Math.abs(u[to])) * beyond;
        System.arraycopy(west, from + 1, shifted, from, to - from);
    }

    @Override
    public void shift() {
        double[] next = upper;
        upper = lower;
        lower = next;
    }

    @Override
    public double[] west() {
        return west;
    }

    @Override
    public double[] east() {
        return shifted;
    }

    @Override
    public double[] lower() {
        return lower;
    }

    @Override
    public double[] upper() {
        return upper;
    }
}
