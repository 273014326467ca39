package org.dualflow.field;

/**
 * exp of an array of nonpositive numbers in loops that the compiler vectorises: Taylor's polynomial of degree 9 at x/256,
 * squared eight times.
 *
 * <p>Relative error: rounding of the polynomial and of the squarings, each half a unit in the last place, is amplified
 * by the squarings that follow, to at most 2 · 256 · 2⁻⁵³ = 6e-14; the polynomial's remainder (|x|/256)^10/10!, times 256,
 * is below 4e-14 for x ≥ -30 and below 9e-13 for x ≥ -41. Arguments below -41 give exp(-41) = 1.6e-18, which is nothing
 * beside exp(0) = 1.
 */
final class Exponential {

    /** Bound of the relative error for arguments in [-30, 0]; ten times as much down to -41. */
    static final double ACCURACY = 1e-13;

    private static final double LEAST = -41;

    private Exponential() {}

    /** e^y for |y| ≤ 1/6 by Taylor's polynomial of degree 7: the 256th root of an exponential. */
    static double root(double y) {
        double p = Math.fma(y, 1.0 / 5040, 1.0 / 720);
        p = Math.fma(y, p, 1.0 / 120);
        p = Math.fma(y, p, 1.0 / 24);
        p = Math.fma(y, p, 1.0 / 6);
        p = Math.fma(y, p, 0.5);
        p = Math.fma(y, p, 1);
        return Math.fma(y, p, 1);
    }

    /** p^256. */
    static double power256(double p) {
        double p2 = p * p;
        double p4 = p2 * p2;
        double p8 = p4 * p4;
        double p16 = p8 * p8;
        double p32 = p16 * p16;
        double p64 = p32 * p32;
        double p128 = p64 * p64;
        return p128 * p128;
    }

    /** Replaces {@code x[0 … n-1]}, all ≤ 0, by their exponentials. */
    static void apply(double[] x, int n) {
        for (int i = 0; i < n; i++) {
            double y = Math.max(LEAST, x[i]) * 0x1p-8;
            double p = Math.fma(y, 1.0 / 362880, 1.0 / 40320);
            p = Math.fma(y, p, 1.0 / 5040);
            p = Math.fma(y, p, 1.0 / 720);
            p = Math.fma(y, p, 1.0 / 120);
            p = Math.fma(y, p, 1.0 / 24);
            p = Math.fma(y, p, 1.0 / 6);
            p = Math.fma(y, p, 0.5);
            p = Math.fma(y, p, 1);
            x[i] = Math.fma(y, p, 1);
        }
        for (int i = 0; i < n; i++) {
            x[i] = power256(x[i]);
        }
    }
}
