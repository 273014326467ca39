package org.dualflow.fv;

/** Fluxes along the first axis from the two rows that a {@link Reconstruction} makes of a row. */
final class ReconstructedRowFlux implements RowFlux {

    private final AxisGeometry g;
    private final Reconstruction reconstruction;
    private final RowKernels kernels;
    private final int n;
    private final int reach;
    private final boolean scaled;
    private final double[][] shifts;
    private final double[][] stencil;
    private final double[] density;
    private final double[] ownLow;
    private final double[] ownHigh;
    private final double[] below;
    private final double[] west;
    private double[] low;
    private double[] high;

    ReconstructedRowFlux(AxisGeometry g, Reconstruction reconstruction, RowKernels kernels) {
        this.g = g;
        this.reconstruction = reconstruction;
        this.kernels = kernels;
        n = g.cells;
        reach = reconstruction.reach();
        scaled = !g.uniform && !reconstruction.isCentred();
        shifts = RowBuffer.of(2 * reach + 1, n);
        stencil = new double[2 * reach + 1][];
        density = RowBuffer.of(n);
        ownLow = RowBuffer.of(n);
        ownHigh = RowBuffer.of(n);
        // Once the row is reconstructed, its shifted copies are free: few buffers stay in the first-level cache.
        below = reach > 0 ? shifts[2 * reach] : RowBuffer.of(n);
        west = reach > 0 ? shifts[0] : RowBuffer.of(n + 1);
        low = ownLow;
        high = ownHigh;
    }

    @Override
    public double[] west() {
        return west;
    }

    @Override
    public double[] east() {
        return below;
    }

    @Override
    public void fill(double[] masses, double[] a, int from, int to) {
        double[] m = masses;
        if (scaled) {
            kernels.scale(masses, g.inverseWidth, density, 0, n);
            m = density;
        }
        int first = Math.max(from - 1, 0);
        int last = Math.min(to + 1, n);
        reconstruct(m, a, first, last);
        if (from == 0) {
            if (g.periodic && last < n) {
                reconstruct(m, a, n - 1, n);
            }
            below[0] = g.periodic ? high[n - 1] : 0;
        }
        int shifted = Math.max(from, 1);
        System.arraycopy(high, shifted - 1, below, shifted, last - shifted);
        int inner = from == 0 && !g.periodic ? 1 : from;
        reconstruction.flux(below, low, a, west, from, inner, last);
        if (to == n) {
            fillLastFace(m, a, from);
        }
        if (reconstruction.isCentred() && !g.uniform) {
            kernels.scale(west, g.inverseDistance, west, from, to + 1);
        }
        System.arraycopy(west, from + 1, below, from, to - from);
    }

    private void fillLastFace(double[] m, double[] a, int from) {
        if (g.periodic) {
            if (from > 0) {
                reconstruct(m, a, 0, 1);
                below[0] = high[n - 1];
                reconstruction.flux(below, low, a, west, 0, 0, 1);
            }
            west[n] = west[0];
        } else if (reconstruction.isCentred()) {
            west[n] = high[n - 1];
        } else {
            west[n] = (a[n] + Math.abs(a[n])) * high[n - 1];
        }
    }

    private void reconstruct(double[] m, double[] a, int from, int to) {
        if (reconstruction.isIdentity()) {
            low = m;
            high = m;
            return;
        }
        for (int k = -reach; k <= reach; k++) {
            if (k == 0) {
                stencil[reach] = m;
            } else {
                shift(m, k, shifts[k + reach], from, to);
                stencil[k + reach] = shifts[k + reach];
            }
        }
        reconstruction.fill(stencil, a, g, g.alpha, g.beta, ownLow, ownHigh, from, to);
    }

    private void shift(double[] m, int k, double[] out, int from, int to) {
        int inner = Math.min(Math.max(from, -k), to);
        int outer = Math.max(Math.min(to, n - k), inner);
        for (int i = from; i < inner; i++) {
            out[i] = m[g.neighbour(i + k)];
        }
        System.arraycopy(m, inner + k, out, inner, outer - inner);
        for (int i = outer; i < to; i++) {
            out[i] = m[g.neighbour(i + k)];
        }
    }
}
