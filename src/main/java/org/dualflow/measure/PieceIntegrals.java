package org.dualflow.measure;

import org.hipparchus.util.FastMath;

/** Integrals and maxima of the difference of two quantile functions, over levels scaled to [0, 1]. */
final class PieceIntegrals {

    private static final GaussRule RULE = GaussRule.of(12);
    private static final double SAME_LEVEL = 0x1p-50;

    private PieceIntegrals() {}

    /** ∫₀¹ (|Q_a - Q_b| / scale)^p ds. */
    static double sum(QuantileFunction a, QuantileFunction b, double p, double scale) {
        if (a.isEqualAtoms() && b.isEqualAtoms() && a.pieces() == b.pieces()) {
            return equalAtoms(a.lefts(), b.lefts(), p, scale);
        }
        CompensatedSum sum = new CompensatedSum();
        double inverse = 1 / scale;
        merge(a, b, (mass, d0, d1) -> sum.add(mass * power(d0 * inverse, d1 * inverse, p)));
        return sum.value();
    }

    /** sup |Q_a - Q_b|. */
    static double largest(QuantileFunction a, QuantileFunction b) {
        if (a.isEqualAtoms() && b.isEqualAtoms() && a.pieces() == b.pieces()) {
            double largest = 0;
            for (int i = 0; i < a.pieces(); i++) {
                largest = Math.max(largest, Math.abs(a.left(i) - b.left(i)));
            }
            return largest;
        }
        double[] largest = {0};
        merge(a, b, (mass, d0, d1) -> largest[0] = Math.max(largest[0], Math.max(Math.abs(d0), Math.abs(d1))));
        return largest[0];
    }

    /** Equal weights: sums of 512 terms in four partial sums, those sums compensated. */
    private static double equalAtoms(double[] x, double[] y, double p, double scale) {
        CompensatedSum sum = new CompensatedSum();
        int n = x.length;
        for (int from = 0; from < n; from += 512) {
            int to = Math.min(n, from + 512);
            sum.add(p == 1 ? first(x, y, from, to) : p == 2 ? second(x, y, from, to, 1 / scale) : 0);
            for (int i = from; p != 1 && p != 2 && i < to; i++) {
                sum.add(FastMath.pow(Math.abs(x[i] - y[i]) / scale, p));
            }
        }
        return sum.value() / n;
    }

    private static double first(double[] x, double[] y, int from, int to) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = from;
        for (; i + 3 < to; i += 4) {
            s0 += Math.abs(x[i] - y[i]);
            s1 += Math.abs(x[i + 1] - y[i + 1]);
            s2 += Math.abs(x[i + 2] - y[i + 2]);
            s3 += Math.abs(x[i + 3] - y[i + 3]);
        }
        for (; i < to; i++) {
            s0 += Math.abs(x[i] - y[i]);
        }
        return s0 + s1 + (s2 + s3);
    }

    private static double second(double[] x, double[] y, int from, int to, double inverse) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = from;
        for (; i + 3 < to; i += 4) {
            double d0 = (x[i] - y[i]) * inverse;
            double d1 = (x[i + 1] - y[i + 1]) * inverse;
            double d2 = (x[i + 2] - y[i + 2]) * inverse;
            double d3 = (x[i + 3] - y[i + 3]) * inverse;
            s0 += d0 * d0;
            s1 += d1 * d1;
            s2 += d2 * d2;
            s3 += d3 * d3;
        }
        for (; i < to; i++) {
            double d = (x[i] - y[i]) * inverse;
            s0 += d * d;
        }
        return s0 + s1 + (s2 + s3);
    }

    /** Takes a range of levels on which both quantile functions are linear. */
    @FunctionalInterface
    private interface Range {
        void take(double mass, double d0, double d1);
    }

    /**
     * Visits the ranges between neighbouring levels of both. Levels closer than 2⁻⁵⁰ are one: sums of the same masses in
     * another order differ by less, and a range of that mass would show in W_2 as 2⁻²⁵, in W_∞ in full.
     */
    private static void merge(QuantileFunction a, QuantileFunction b, Range range) {
        int i = 0;
        int j = 0;
        double from = 0;
        while (i < a.pieces() && j < b.pieces()) {
            double endA = a.level(i + 1) / a.mass();
            double endB = b.level(j + 1) / b.mass();
            double to = Math.min(endA, endB);
            if (to - from > SAME_LEVEL) {
                double d0 = a.value(i, from * a.mass()) - b.value(j, from * b.mass());
                double d1 = a.value(i, to * a.mass()) - b.value(j, to * b.mass());
                range.take(to - from, d0, d1);
            }
            boolean same = Math.abs(endA - endB) <= SAME_LEVEL;
            from = same ? Math.max(endA, endB) : Math.max(from, to);
            i += same || endA < endB ? 1 : 0;
            j += same || endB < endA ? 1 : 0;
        }
    }

    /** The mean of |d|^p for d linear from {@code d0} to {@code d1}. */
    static double power(double d0, double d1, double p) {
        double low = Math.min(Math.abs(d0), Math.abs(d1));
        double high = Math.max(Math.abs(d0), Math.abs(d1));
        boolean crosses = d0 < 0 && d1 > 0 || d0 > 0 && d1 < 0;
        if (high == 0) {
            return 0;
        }
        if (p == 1) {
            return crosses ? 0.5 * (low * (low / (low + high)) + high * (high / (low + high))) : 0.5 * (low + high);
        }
        if (p == 2) {
            return (d0 * d0 + d0 * d1 + d1 * d1) / 3;
        }
        if (crosses) {
            return (FastMath.pow(low, p + 1) + FastMath.pow(high, p + 1)) / ((p + 1) * (low + high));
        }
        if (low < 0.5 * high) {
            return (FastMath.pow(high, p + 1) - FastMath.pow(low, p + 1)) / ((p + 1) * (high - low));
        }
        // The nearest singularity, 0, lies at three half-widths from the middle: twelve nodes err by 5.8⁻²⁴.
        double sum = 0;
        for (int q = 0; q < RULE.size(); q++) {
            sum += RULE.weight(q, 0, 1) * FastMath.pow(RULE.node(q, low, high), p);
        }
        return sum;
    }
}
