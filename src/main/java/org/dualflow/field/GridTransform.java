package org.dualflow.field;

import java.util.Arrays;
import org.jtransforms.fft.DoubleFFT_1D;
import org.jtransforms.utils.CommonUtils;

/**
 * Complex Fourier transforms in place on a box of up to three dimensions, fastest if its sides are powers of two, one axis after
 * the other, in one thread and without allocation: {@code a[2 (i + N0 (j + N1 k))]} is the real part.
 */
final class GridTransform {

    private static final int BATCH = 8;

    static {
        // a thread pool inside a kernel would make results depend on it
        CommonUtils.setThreadsBeginN_1D_FFT_2Threads(Integer.MAX_VALUE);
        CommonUtils.setThreadsBeginN_1D_FFT_4Threads(Integer.MAX_VALUE);
    }

    private final int[] sides;
    private final DoubleFFT_1D[] plans;
    private final double[][] lines;

    /**
     * @param sides at least 1, first axis first
     */
    GridTransform(int[] sides) {
        this.sides = Arrays.copyOf(sides, 3);
        this.plans = new DoubleFFT_1D[sides.length];
        int longest = 1;
        for (int d = 0; d < sides.length; d++) {
            plans[d] = new DoubleFFT_1D(sides[d]);
            longest = Math.max(longest, sides[d]);
        }
        for (int d = sides.length; d < 3; d++) {
            this.sides[d] = 1;
        }
        this.lines = new double[BATCH][2 * longest];
    }

    /** Number of complex values. */
    int size() {
        return sides[0] * sides[1] * sides[2];
    }

    /** Length of side d. */
    int side(int d) {
        return sides[d];
    }

    /** Index of the complex value at (i, j, k), negative indices counted from the end. */
    int at(int i, int j, int k) {
        return Math.floorMod(i, sides[0])
                + sides[0] * (Math.floorMod(j, sides[1]) + sides[1] * Math.floorMod(k, sides[2]));
    }

    /**
     * Transforms data that is zero beyond the first {@code filled[1]} rows and {@code filled[2]} planes.
     */
    void forward(double[] a, int[] filled) {
        for (int d = 0; d < plans.length; d++) {
            along(d, a, filled, Way.FORWARD);
        }
    }

    /** Transforms back, scaled; only the first {@code wanted[1]} rows and {@code wanted[2]} planes come out right. */
    void inverse(double[] a, int[] wanted) {
        for (int d = plans.length - 1; d >= 0; d--) {
            along(d, a, wanted, Way.INVERSE);
        }
    }

    /** As {@link #inverse}, not scaled: the sum over all frequencies. */
    void backward(double[] a, int[] wanted) {
        for (int d = plans.length - 1; d >= 0; d--) {
            along(d, a, wanted, Way.BACKWARD);
        }
    }

    private enum Way {
        FORWARD,
        INVERSE,
        BACKWARD
    }

    /** Transforms along axis d, for all indices of lower axes and for those below {@code range} of higher ones. */
    private void along(int d, double[] a, int[] range, Way way) {
        int planes = d < 2 ? Math.min(range.length > 2 ? range[2] : 1, sides[2]) : 1;
        int rows = d < 1 ? Math.min(range.length > 1 ? range[1] : 1, sides[1]) : sides[1];
        if (d == 0) {
            for (int k = 0; k < planes; k++) {
                for (int j = 0; j < rows; j++) {
                    transform(plans[0], a, 2 * sides[0] * (j + sides[1] * k), way);
                }
            }
            return;
        }
        int stride = d == 1 ? sides[0] : sides[0] * sides[1];
        int blocks = d == 1 ? planes : sides[1];
        for (int block = 0; block < blocks; block++) {
            int base = sides[0] * (d == 1 ? sides[1] * block : block);
            for (int from = 0; from < sides[0]; from += BATCH) {
                columns(d, a, base + from, Math.min(BATCH, sides[0] - from), stride, way);
            }
        }
    }

    private void columns(int d, double[] a, int base, int count, int stride, Way way) {
        for (int m = 0; m < sides[d]; m++) {
            int at = 2 * (base + m * stride);
            for (int q = 0; q < count; q++) {
                lines[q][2 * m] = a[at + 2 * q];
                lines[q][2 * m + 1] = a[at + 2 * q + 1];
            }
        }
        for (int q = 0; q < count; q++) {
            transform(plans[d], lines[q], 0, way);
        }
        for (int m = 0; m < sides[d]; m++) {
            int at = 2 * (base + m * stride);
            for (int q = 0; q < count; q++) {
                a[at + 2 * q] = lines[q][2 * m];
                a[at + 2 * q + 1] = lines[q][2 * m + 1];
            }
        }
    }

    private static void transform(DoubleFFT_1D plan, double[] a, int offset, Way way) {
        if (way == Way.FORWARD) {
            plan.complexForward(a, offset);
        } else {
            plan.complexInverse(a, offset, way == Way.INVERSE);
        }
    }
}
