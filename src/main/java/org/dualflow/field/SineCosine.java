package org.dualflow.field;

/**
 * cos(2πt) and sin(2πt) for arrays of turns t, |t| &lt; 2⁵¹, in loops that vectorise and give the same bits on every machine.
 *
 * <p>t less the nearest integer is exact and at most ½; a quarter of that angle, at most π/4, goes into the Taylor polynomials of
 * degrees 16 and 17, with remainders below 1e-17, and is doubled twice by c ← 1 - 2s², s ← 2sc.
 *
 * <p>Error, u = 2⁻⁵³: s and c of the quarter are off by 0.7u and 1.1u (the last fused product, and what q and the polynomial bring),
 * t = 2sc by 2(0.7 c + 1.1 s)u + ½u ≤ 3.1u, and 1 - 2t² by 4|t| 3.1u + ½u; to that the rounding of the angle adds 4u |sin 2πt|,
 * which is small where |t| is near 1. Altogether less than 14u = 1.6e-15.
 */
final class SineCosine {

    private static final double S1 = -1.0 / 6;
    private static final double S2 = 1.0 / 120;
    private static final double S3 = -1.0 / 5040;
    private static final double S4 = 1.0 / 362880;
    private static final double S5 = -1.0 / 39916800;
    private static final double S6 = 1.0 / 6227020800.0;
    private static final double S7 = -1.0 / 1307674368000.0;
    private static final double S8 = 1.0 / 355687428096000.0;

    private static final double C2 = -1.0 / 2;
    private static final double C4 = 1.0 / 24;
    private static final double C6 = -1.0 / 720;
    private static final double C8 = 1.0 / 40320;
    private static final double C10 = -1.0 / 3628800;
    private static final double C12 = 1.0 / 479001600;
    private static final double C14 = -1.0 / 87178291200.0;
    private static final double C16 = 1.0 / 20922789888000.0;

    private SineCosine() {}

    /**
     * @param turns angles in full turns, lost
     * @param n number of angles
     * @param cos receives cos(2πt)
     * @param sin receives sin(2πt), not {@code turns}
     */
    static void fill(double[] turns, int n, double[] cos, double[] sin) {
        for (int i = 0; i < n; i++) {
            turns[i] = 0.5 * Math.PI * (turns[i] - Math.rint(turns[i]));
        }
        for (int i = 0; i < n; i++) {
            double a = turns[i];
            double q = a * a;
            double p = Math.fma(q, S8, S7);
            p = Math.fma(q, p, S6);
            p = Math.fma(q, p, S5);
            p = Math.fma(q, p, S4);
            p = Math.fma(q, p, S3);
            p = Math.fma(q, p, S2);
            p = Math.fma(q, p, S1);
            sin[i] = Math.fma(a * q, p, a);
        }
        for (int i = 0; i < n; i++) {
            double q = turns[i] * turns[i];
            double p = Math.fma(q, C16, C14);
            p = Math.fma(q, p, C12);
            p = Math.fma(q, p, C10);
            p = Math.fma(q, p, C8);
            p = Math.fma(q, p, C6);
            p = Math.fma(q, p, C4);
            p = Math.fma(q, p, C2);
            cos[i] = Math.fma(q, p, 1);
        }
        for (int i = 0; i < n; i++) {
            double s = sin[i];
            double c = cos[i];
            double twice = 2 * s * c;
            double rest = Math.fma(-2 * s, s, 1);
            sin[i] = 2 * twice * rest;
            cos[i] = Math.fma(-2 * twice, twice, 1);
        }
    }
}
