package org.dualflow.fv;

/** MUSCL on a uniform second or third axis: every difference, slope and flux between two rows once. */
final class LimitedTransverseFlux implements TransverseFlux {

    private final AxisGeometry g;
    private final Limiter limiter;
    private final RowKernels kernels;
    private final int n;
    private final int stride;
    private final double[] zero;
    private final double[][] lower;
    private final double[][] slope;
    private double[] upper;
    private double[] nextSlope;

    LimitedTransverseFlux(AxisGeometry g, Limiter limiter, RowKernels kernels, int length, int stride, int slots) {
        this.g = g;
        this.limiter = limiter;
        this.kernels = kernels;
        this.stride = stride;
        n = g.cells;
        zero = RowBuffer.of(length);
        lower = RowBuffer.of(slots, length);
        slope = RowBuffer.of(slots, length);
        upper = RowBuffer.of(length);
        nextSlope = RowBuffer.of(length);
    }

    @Override
    public double[] lower(int slot) {
        return lower[slot];
    }

    @Override
    public double[] upper() {
        return upper;
    }

    @Override
    public void shift(int slot) {
        double[] next = upper;
        upper = lower[slot];
        lower[slot] = next;
    }

    @Override
    public void start(int slot, double[][] m, int base, double[][] a, int velocityBase, int from, int to) {
        double[] below = zero;
        double[] slopeBelow = zero;
        if (g.periodic) {
            fillSlope(m, base, n - 1, from, to);
            keep(slot);
            below = m[base + stride * (n - 1)];
            slopeBelow = slope[slot];
        }
        fillSlope(m, base, 0, from, to);
        kernels.upwind(below, slopeBelow, m[base], nextSlope, a[velocityBase], lower[slot], from, to);
        keep(slot);
    }

    @Override
    public void advance(int slot, int index, double[][] m, int base, double[][] a, int velocityBase, int from, int to) {
        int face = index + 1;
        double[] above = zero;
        double[] slopeAbove = zero;
        if (face < n || g.periodic) {
            int cell = face < n ? face : 0;
            fillSlope(m, base, cell, from, to);
            above = m[base + stride * cell];
            slopeAbove = nextSlope;
        }
        double[] below = m[base + stride * index];
        kernels.upwind(below, slope[slot], above, slopeAbove, a[velocityBase + stride * face], upper, from, to);
        keep(slot);
    }

    private void fillSlope(double[][] m, int base, int cell, int from, int to) {
        double[] below = m[base + stride * g.neighbour(cell - 1)];
        double[] above = m[base + stride * g.neighbour(cell + 1)];
        kernels.slope(limiter, below, m[base + stride * cell], above, nextSlope, from, to);
    }

    private void keep(int slot) {
        double[] freed = slope[slot];
        slope[slot] = nextSlope;
        nextSlope = freed;
    }
}
