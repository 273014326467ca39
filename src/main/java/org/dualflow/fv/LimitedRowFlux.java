package org.dualflow.fv;

/** MUSCL on a uniform first axis: every difference, slope and flux of a row once, neighbours by shifted copies. */
final class LimitedRowFlux implements RowFlux {

    private final AxisGeometry g;
    private final Limiter limiter;
    private final RowKernels kernels;
    private final int n;
    private final double[] below;
    private final double[] slope;
    private final double[] slopeBelow;
    private final double[] west;
    private final double[] above;

    LimitedRowFlux(AxisGeometry g, Limiter limiter, RowKernels kernels) {
        this.g = g;
        this.limiter = limiter;
        this.kernels = kernels;
        n = g.cells;
        below = RowBuffer.of(n);
        above = RowBuffer.of(n);
        slope = RowBuffer.of(n);
        slopeBelow = RowBuffer.of(n);
        west = RowBuffer.of(n + 1);
    }

    @Override
    public double[] west() {
        return west;
    }

    @Override
    public double[] east() {
        return above;
    }

    @Override
    public void fill(double[] m, double[] a, int from, int to) {
        int first = Math.max(from - 1, 0);
        int last = Math.min(to + 1, n);
        fillSlopes(m, first, last);
        if (from == 0) {
            if (g.periodic && last < n) {
                fillSlopes(m, n - 1, n);
            }
            slopeBelow[0] = g.periodic ? slope[n - 1] : 0;
            below[0] = m[g.neighbour(-1)];
        }
        int shifted = Math.max(from, 1);
        System.arraycopy(slope, shifted - 1, slopeBelow, shifted, last - shifted);
        kernels.upwind(below, slopeBelow, m, slope, a, west, from, last);
        if (to == n) {
            fillLastFace(m, a, from);
        }
        System.arraycopy(west, from + 1, above, from, to - from);
    }

    private void fillLastFace(double[] m, double[] a, int from) {
        if (!g.periodic) {
            west[n] = (a[n] + Math.abs(a[n])) * m[n - 1];
            return;
        }
        if (from > 0) {
            double slopeOfLast = slope[n - 1];
            fillSlopes(m, 0, 1);
            below[0] = m[n - 1];
            slopeBelow[0] = slopeOfLast;
            kernels.upwind(below, slopeBelow, m, slope, a, west, 0, 1);
        }
        west[n] = west[0];
    }

    /** Slopes of cells {@code from ≤ i < to}, and the values below and above them. */
    private void fillSlopes(double[] m, int from, int to) {
        int second = Math.max(from, 1);
        int last = Math.min(to, n - 1);
        System.arraycopy(m, second - 1, below, second, to - second);
        System.arraycopy(m, from + 1, above, from, last - from);
        if (from == 0) {
            below[0] = m[g.neighbour(-1)];
        }
        if (to == n) {
            above[n - 1] = m[g.neighbour(n)];
        }
        kernels.slope(limiter, below, m, above, slope, from, to);
    }
}
