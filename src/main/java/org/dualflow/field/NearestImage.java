package org.dualflow.field;

/**
 * Differences on a circle of length L: the representative in (-L/2, L/2), and zero for points half a length apart, whose
 * distance is L/2 all the same. Half a length is recognised up to rounding, so that every way to sum agrees on it.
 */
final class NearestImage {

    private static final double HALF = 0.5 - 0x1p-40;

    private NearestImage() {}

    /** Wraps differences in place and adds the squares of the distances to {@code squared}. */
    static void wrap(double length, double[] dx, double[] squared, int n) {
        for (int i = 0; i < n; i++) {
            dx[i] -= length * Math.rint(dx[i] / length);
        }
        for (int i = 0; i < n; i++) {
            squared[i] += dx[i] * dx[i];
        }
        double limit = HALF * length;
        for (int i = 0; i < n; i++) {
            if (Math.abs(dx[i]) > limit) {
                dx[i] = 0;
            }
        }
    }
}
