package org.dualflow.model;

/**
 * r = e^w - 1 and w = log(1 + r) over arrays: polynomials in loops that the compiler vectorises, powers of two in loops of
 * their own.
 *
 * <p><b>e^w - 1</b>, 0 ≤ w ≤ 709. With k = w/log 2 rounded to an integer and f = w - k log 2, |f| ≤ 0.347, it is
 * 2^k p + (2^k - 1), p = e^f - 1 by Taylor's polynomial of degree 13, whose remainder is below 0.347^14/14! = 5e-18 (relative to
 * f: 1.4e-17). Two parts of log 2, the first with 42 bits, make k times it exact for k ≤ 1023, hence f right to 2⁻⁵³
 * relative to w or better. p is right to 2 units in its last place, and for k ≥ 1, where |p| ≤ 0.42 and the sum is
 * at least 0.41 2^k, less than 3 units of the result come of it: below 4 units altogether.
 *
 * <p><b>log(1 + r)</b>, 0 ≤ r ≤ 10³⁰⁰. With u = 1 + r as rounded, u 2^-k in [√½, √2), and what rounding lost, r - (u - 1), added
 * back, 1 + f = (1 + r) 2^-k; for k = 0, f = r exactly. Then log(1 + f) = 2 artanh z, z = f/(2 + f), |z| ≤ 0.1716, by the
 * series to z^21, with a remainder below 0.1716^22/23/(1 - z²) = 7e-19 relative to z. Rounding of f, 2 + f, the quotient, the
 * polynomial and the sum: below 4 units.
 *
 * <p><b>Moderate potentials</b>, 0 ≤ w ≤ 2.4, r ≤ 10.03. Then k is 0, 1, 2 or 3, and 2^k = 1 + k (k² + 5)/6, 2^-k = (48 - 32 k
 * + 9 k² - k³)/48; both are exact as computed, for ⅓ has a relative error of 2⁻⁵⁴ and
 * products with it round to what they stand for. For the logarithm k comes from a
 * polynomial within 0.022 of log2(u) on [1, 11.1]: |z| ≤ 0.1789, and the remainder of the series is below 2e-18. All loops
 * are vectorised.
 */
final class ExponentialStorage implements Storage {

    private static final double LOG2 = 0.6931471805599453;
    private static final double PER_LOG2 = 1 / LOG2;

    /** The leading 42 bits of log 2, and the rest of it: log 2 = LOG2 + 2.319046813846299616e-17. */
    private static final double HIGH = Math.rint(LOG2 * 0x1p42) * 0x1p-42;

    private static final double LOW = LOG2 - HIGH + 2.319046813846299616e-17;

    /** A sum with this is rounded to an integer, which stands in its last bits. */
    private static final double INTEGERS = 0x1.8p52;

    /** 3.46 log 2. */
    private static final double MODERATE = 2.4;

    /** For potentials up to that. */
    private static final Storage WITHIN = new ExponentialStorage(true);

    private static final long ROOT_HALF = Double.doubleToRawLongBits(0.7071067811865476);
    private static final long MANTISSA = 52;
    private static final long BIAS = 1023;

    private final boolean moderate;

    ExponentialStorage(boolean moderate) {
        this.moderate = moderate;
    }

    @Override
    public Storage upTo(double greatest) {
        return greatest <= MODERATE ? WITHIN : this;
    }

    @Override
    public void potentials(double[] r, int from, int to, double[] w) {
        if (moderate) {
            moderatePotentials(r, from, to, w);
            return;
        }
        for (int i = from; i < to; i++) {
            double u = 1 + r[i];
            double scale = Double.longBitsToDouble(BIAS - exponent(u) << MANTISSA);
            w[i] = Math.fma(u, scale, -1) + (r[i] - (u - 1)) * scale;
        }
        logarithms(from, to, w);
        for (int i = from; i < to; i++) {
            long k = exponent(1 + r[i]);
            w[i] = Math.fma(k, HIGH, Math.fma(k, LOW, w[i]));
        }
    }

    private static void moderatePotentials(double[] r, int from, int to, double[] w) {
        for (int i = from; i < to; i++) {
            double u = 1 + r[i];
            double k = nearest(u);
            double scale = Math.fma(k, Math.fma(k, 9 - k, -32), 48) * (1.0 / 48);
            double f = Math.fma(u, scale, -1) + (r[i] - (u - 1)) * scale;
            w[i] = f / (2 + f);
        }
        for (int i = from; i < to; i++) {
            double k = nearest(1 + r[i]);
            w[i] = Math.fma(k, HIGH, Math.fma(k, LOW, twiceArtanh(w[i])));
        }
    }

    /** log2 u to an integer within 0.522 of it. */
    private static double nearest(double u) {
        double q = Math.fma(u, 0.000127, -0.004588);
        q = Math.fma(u, q, 0.06514);
        q = Math.fma(u, q, -0.4698);
        q = Math.fma(u, q, 1.989);
        return Math.rint(Math.fma(u, q, -1.558));
    }

    /** log2 of u/√½, rounded down. */
    private static long exponent(double u) {
        return Double.doubleToRawLongBits(u) - ROOT_HALF >> MANTISSA;
    }

    /** Replaces f by log(1 + f). */
    private static void logarithms(int from, int to, double[] f) {
        for (int i = from; i < to; i++) {
            f[i] = f[i] / (2 + f[i]);
        }
        for (int i = from; i < to; i++) {
            f[i] = twiceArtanh(f[i]);
        }
    }

    private static double twiceArtanh(double x) {
        double z = x + x;
        double y = x * x;
        double q = Math.fma(y, 1.0 / 21, 1.0 / 19);
        q = Math.fma(y, q, 1.0 / 17);
        q = Math.fma(y, q, 1.0 / 15);
        q = Math.fma(y, q, 1.0 / 13);
        q = Math.fma(y, q, 1.0 / 11);
        q = Math.fma(y, q, 1.0 / 9);
        q = Math.fma(y, q, 1.0 / 7);
        q = Math.fma(y, q, 0.2);
        q = Math.fma(y, q, 1.0 / 3);
        return Math.fma(y * q, z, z);
    }

    @Override
    public void ratios(double[] w, int from, int to, double[] r) {
        for (int i = from; i < to; i++) {
            double k = Math.rint(w[i] * PER_LOG2);
            r[i] = Math.fma(-k, LOW, Math.fma(-k, HIGH, w[i]));
        }
        for (int i = from; i < to; i++) {
            double f = r[i];
            double q = Math.fma(f, 1.0 / 6227020800L, 1.0 / 479001600);
            q = Math.fma(f, q, 1.0 / 39916800);
            q = Math.fma(f, q, 1.0 / 3628800);
            q = Math.fma(f, q, 1.0 / 362880);
            q = Math.fma(f, q, 1.0 / 40320);
            q = Math.fma(f, q, 1.0 / 5040);
            q = Math.fma(f, q, 1.0 / 720);
            q = Math.fma(f, q, 1.0 / 120);
            q = Math.fma(f, q, 1.0 / 24);
            q = Math.fma(f, q, 1.0 / 6);
            q = Math.fma(f, q, 0.5);
            r[i] = Math.fma(f * f, q, f);
        }
        if (moderate) {
            for (int i = from; i < to; i++) {
                double k = Math.rint(w[i] * PER_LOG2);
                double less = k * Math.fma(k, k, 5) * (1.0 / 6);
                r[i] = Math.fma(less, r[i], r[i]) + less;
            }
            return;
        }
        for (int i = from; i < to; i++) {
            double scale =
                    Double.longBitsToDouble(Double.doubleToRawLongBits(w[i] * PER_LOG2 + INTEGERS) + BIAS << MANTISSA);
            r[i] = Math.fma(scale, r[i], scale - 1);
        }
    }

    @Override
    public void slopes(double[] r, int from, int to, double[] slope) {
        for (int i = from; i < to; i++) {
            slope[i] = 1 + r[i];
        }
    }

    @Override
    public boolean isConvex() {
        return true;
    }
}
