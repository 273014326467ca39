package org.dualflow.validation.certificate;

/**
 * ∫|e| over a cell from samples at equidistant points: exact for the linear interpolant, plus the parabola that second
 * differences show it to miss. Exact if e is linear between samples; an upper bound if its second derivative changes
 * by less than a factor two over three samples; a jump of e between two samples costs at least what it can hide.
 */
final class Integral {

    private static final int PARTS = 8;

    private Integral() {}

    /**
     * @param e samples
     * @param intervals number of intervals, at least 2
     * @param width width of one interval
     */
    static double absolute(double[] e, int intervals, double width) {
        double sum = 0;
        for (int k = 0; k < intervals; k++) {
            sum += linear(e[k], e[k + 1]) + bend(e, k, intervals) / 12;
        }
        return width * sum;
    }

    /**
     * ∫∫|e| over a cell and the unit of time, e linear in time between the samples {@code a} and {@code b}; as
     * {@link #absolute}. The time integral of |e| is exact and convex in x where e is linear there, so that its
     * trapezoidal rule, {@value #PARTS} parts per interval if e changes sign, is an upper bound.
     */
    static double absolute(double[] a, double[] b, int intervals, double width) {
        double sum = 0;
        for (int k = 0; k < intervals; k++) {
            double bend = 0.5 * (bend(a, k, intervals) + bend(b, k, intervals));
            sum += bilinear(a[k], a[k + 1], b[k], b[k + 1]) + bend / 12;
        }
        return width * sum;
    }

    private static double bilinear(double a0, double a1, double b0, double b1) {
        boolean positive = a0 >= 0 && a1 >= 0 && b0 >= 0 && b1 >= 0;
        boolean negative = a0 <= 0 && a1 <= 0 && b0 <= 0 && b1 <= 0;
        if (positive || negative) {
            return 0.25 * Math.abs(a0 + a1 + b0 + b1);
        }
        double sum = 0.5 * (linear(a0, b0) + linear(a1, b1));
        for (int m = 1; m < PARTS; m++) {
            double s = (double) m / PARTS;
            sum += linear(a0 + s * (a1 - a0), b0 + s * (b1 - b0));
        }
        return sum / PARTS;
    }

    /** Average of |e| where e is linear with the given end values. */
    private static double linear(double a, double b) {
        if (a * b >= 0) {
            return 0.5 * Math.abs(a + b);
        }
        return 0.5 * (a * a + b * b) / Math.abs(a - b);
    }

    /** The larger of the second differences at the ends of interval {@code k}. */
    private static double bend(double[] e, int k, int intervals) {
        double left = k == 0 ? 0 : second(e, k);
        double right = k == intervals - 1 ? 0 : second(e, k + 1);
        return Math.max(left, right);
    }

    private static double second(double[] e, int at) {
        return Math.abs(e[at - 1] - 2 * e[at] + e[at + 1]);
    }
}
