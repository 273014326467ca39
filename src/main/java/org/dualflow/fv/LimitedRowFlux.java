package org.dualflow.fv;

/** MUSCL on a uniform first axis: every difference, slope and flux of a row once, neighbours by shifted copies. */
final class LimitedRowFlux implements RowFlux {

    private final AxisGeometry g;
    private final Limiter limiter;
    private final RowKernels kernels;
    private final int n;
    private final double[] below;
    private final double[] jump;
    private final double[] nextJump;
    private final double[] slope;
    private final double[] slopeBelow;
    private final double[] west;
    private final double[] east;

    LimitedRowFlux(AxisGeometry g, Limiter limiter, RowKernels kernels) {
        this.g = g;
        this.limiter = limiter;
        this.kernels = kernels;
        n = g.cells;
        below = new double[n];
        jump = new double[n + 1];
        nextJump = new double[n];
        slope = new double[n];
        slopeBelow = new double[n];
        west = new double[n + 1];
        east = new double[n];
    }

    @Override
    public double[] west() {
        return west;
    }

    @Override
    public double[] east() {
        return east;
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
        System.arraycopy(west, from + 1, east, from, to - from);
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

    /** Slopes of cells {@code from ≤ i < to}, and the values below them. */
    private void fillSlopes(double[] m, int from, int to) {
        int faces = Math.min(to + 1, n);
        int shifted = Math.max(from, 1);
        System.arraycopy(m, shifted - 1, below, shifted, faces - shifted);
        if (from == 0) {
            below[0] = m[g.neighbour(-1)];
        }
        kernels.jump(below, m, jump, from, faces);
        if (to == n) {
            jump[n] = PlainRowKernels.JUMP * (m[g.neighbour(n)] - m[n - 1]);
        }
        System.arraycopy(jump, from + 1, nextJump, from, to - from);
        kernels.slope(limiter, jump, nextJump, slope, from, to);
    }
}
