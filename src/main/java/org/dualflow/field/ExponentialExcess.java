package org.dualflow.field;

/**
 * e^x - 1 for x ≥ 0 over an array, and what follows from it: tanh and softplus.
 *
 * <p>p = e^y - 1 at y = x/64 by Taylor's polynomial of degree 10, then p ← p (2 + p), six times, as one rounded fma. In
 * tanh(x/2) = p/(p + 2) a relative error made at y is amplified by x/sinh x ≤ 1, one of a doubling by at most as much; so
 * is the polynomial's remainder y^10/11!, which contributes less than 10⁻¹⁸. Beyond x = 40 the argument stays 40, where
 * p/(p + 2) is 1 as computed.
 */
final class ExponentialExcess {

    /** Makes a sign out of a number: min(1, max(-1, HUGE u)). */
    static final double HUGE = 1e300;

    private static final double LARGEST = 40;

    private ExponentialExcess() {}

    /** {@code p[i] = exp(min(|scale u[i]|, 40)) - 1}. */
    private static void fill(double[] u, double scale, int n, double[] p) {
        for (int i = 0; i < n; i++) {
            double y = Math.min(Math.abs(scale * u[i]), LARGEST) * 0x1p-6;
            double q = Math.fma(y, 1.0 / 3628800, 1.0 / 362880);
            q = Math.fma(y, q, 1.0 / 40320);
            q = Math.fma(y, q, 1.0 / 5040);
            q = Math.fma(y, q, 1.0 / 720);
            q = Math.fma(y, q, 1.0 / 120);
            q = Math.fma(y, q, 1.0 / 24);
            q = Math.fma(y, q, 1.0 / 6);
            q = Math.fma(y, q, 0.5);
            q = y * q;
            p[i] = Math.fma(y, q, y);
        }
        for (int i = 0; i < n; i++) {
            double q = p[i];
            q = Math.fma(q, q, q + q);
            q = Math.fma(q, q, q + q);
            q = Math.fma(q, q, q + q);
            q = Math.fma(q, q, q + q);
            q = Math.fma(q, q, q + q);
            p[i] = Math.fma(q, q, q + q);
        }
    }

    /** {@code t[i] = tanh(scale u[i])}, {@code scale} a power of two. */
    static void tanh(double[] u, double scale, int n, double[] t) {
        fill(u, 2 * scale, n, t);
        for (int i = 0; i < n; i++) {
            double sign = Math.max(-1, Math.min(1, HUGE * u[i]));
            t[i] = sign * (t[i] / (t[i] + 2));
        }
    }

    /**
     * {@code s[i] = max(u[i], 0) + log(1 + e)}, e = e^-|u| = 1/(1 + p). With f = √(1+e) - 1 = e/(1 + √(1+e)) and
     * z = f/(2 + f) ≤ 0.172 the logarithm is 4 artanh z, a series of ten terms with a remainder below 2·10⁻¹⁷.
     */
    static void softplus(double[] u, int n, double[] s) {
        fill(u, 1, n, s);
        for (int i = 0; i < n; i++) {
            s[i] = 1 / (1 + s[i]);
        }
        for (int i = 0; i < n; i++) {
            s[i] = s[i] / (1 + Math.sqrt(1 + s[i]));
        }
        for (int i = 0; i < n; i++) {
            s[i] = s[i] / (2 + s[i]);
        }
        for (int i = 0; i < n; i++) {
            double z = s[i] * s[i];
            double q = Math.fma(z, 1.0 / 19, 1.0 / 17);
            q = Math.fma(z, q, 1.0 / 15);
            q = Math.fma(z, q, 1.0 / 13);
            q = Math.fma(z, q, 1.0 / 11);
            q = Math.fma(z, q, 1.0 / 9);
            q = Math.fma(z, q, 1.0 / 7);
            q = Math.fma(z, q, 0.2);
            q = Math.fma(z, q, 1.0 / 3);
            s[i] = 4 * Math.fma(z * q, s[i], s[i]);
        }
        for (int i = 0; i < n; i++) {
            s[i] = Math.max(0, u[i]) + s[i];
        }
    }
}
