package org.dualflow.fv;

import java.util.Arrays;

/** Fluxes along the second or third axis from the two rows that a {@link Reconstruction} makes of rows. */
final class ReconstructedTransverseFlux implements TransverseFlux {

    private final AxisGeometry g;
    private final Reconstruction reconstruction;
    private final RowKernels kernels;
    private final int n;
    private final int reach;
    private final int stride;
    private final boolean scaled;
    private final double[][] densities;
    private final double[][] stencil;
    private final double[] alpha;
    private final double[] beta;
    private final double[] zero;
    private final double[] ownLow;
    private final double[][] lower;
    private final double[][] shown;
    private final double[][] kept;
    private double[] upper;
    private double[] spare;
    private double[] low;
    private double[] high;

    /**
     * @param length length of a row
     * @param stride distance of neighbouring rows along the axis
     * @param slots number of lines that advance side by side
     */
    ReconstructedTransverseFlux(
            AxisGeometry g, Reconstruction reconstruction, RowKernels kernels, int length, int stride, int slots) {
        this.g = g;
        this.reconstruction = reconstruction;
        this.kernels = kernels;
        this.stride = stride;
        n = g.cells;
        reach = reconstruction.reach();
        scaled = !g.uniform && !reconstruction.isCentred();
        boolean buffered = scaled || !reconstruction.isIdentity();
        densities = RowBuffer.of(scaled ? 2 * reach + 1 : 0, length);
        stencil = new double[2 * reach + 1][];
        alpha = RowBuffer.of(length);
        beta = RowBuffer.of(length);
        zero = RowBuffer.of(length);
        ownLow = RowBuffer.of(length);
        lower = RowBuffer.of(slots, length);
        shown = new double[slots][];
        kept = RowBuffer.of(slots, buffered ? length : 0);
        upper = RowBuffer.of(length);
        spare = RowBuffer.of(length);
        low = ownLow;
        high = spare;
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
    public void start(int slot, double[][] m, int base, double[][] a, int velocityBase, int from, int to) {
        double[] below = zero;
        if (g.periodic) {
            reconstruct(m, base, a, n - 1, from, to);
            keep(slot);
            below = shown[slot];
        }
        reconstruct(m, base, a, 0, from, to);
        flux(below, low, a[velocityBase], 0, lower[slot], from, to);
        keep(slot);
    }

    @Override
    public void advance(int slot, int index, double[][] m, int base, double[][] a, int velocityBase, int from, int to) {
        int face = index + 1;
        double[] above = zero;
        if (face < n || g.periodic) {
            reconstruct(m, base, a, face < n ? face : 0, from, to);
            above = low;
        }
        int velocity = reconstruction.isCentred() ? velocityBase : velocityBase + stride * face;
        flux(shown[slot], above, a[velocity], face, upper, from, to);
        keep(slot);
    }

    @Override
    public void shift(int slot) {
        double[] next = upper;
        upper = lower[slot];
        lower[slot] = next;
    }

    private void flux(double[] below, double[] above, double[] a, int face, double[] f, int from, int to) {
        boolean end = below == zero || above == zero;
        reconstruction.flux(below, above, a, f, from, end ? to : from, to);
        if (reconstruction.isCentred() && !g.uniform) {
            kernels.scale(f, g.inverseDistance[face], f, from, to);
        }
    }

    /** Remembers what the row just reconstructed shows upwards, and frees the buffer of the row before it. */
    private void keep(int slot) {
        if (high == spare) {
            spare = kept[slot];
            kept[slot] = high;
        }
        shown[slot] = high;
    }

    private void reconstruct(double[][] m, int base, double[][] a, int index, int from, int to) {
        int row = base + stride * index;
        if (reconstruction.isIdentity()) {
            if (scaled) {
                kernels.scale(m[row], g.inverseWidth[index], spare, from, to);
                System.arraycopy(spare, from, ownLow, from, to - from);
                low = ownLow;
                high = spare;
            } else {
                low = m[row];
                high = m[row];
            }
            return;
        }
        for (int k = -reach; k <= reach; k++) {
            int neighbour = g.neighbour(index + k);
            double[] values = m[base + stride * neighbour];
            if (scaled) {
                kernels.scale(values, g.inverseWidth[neighbour], densities[k + reach], from, to);
                values = densities[k + reach];
            }
            stencil[k + reach] = values;
        }
        if (scaled) {
            Arrays.fill(alpha, from, to, g.alpha[index]);
            Arrays.fill(beta, from, to, g.beta[index]);
        }
        low = ownLow;
        high = spare;
        double[] velocity = reconstruction.isCentred() ? a[row] : zero;
        reconstruction.fill(stencil, velocity, g, alpha, beta, low, high, from, to);
    }
}
