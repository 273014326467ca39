package org.dualflow.gan;

import org.dualflow.measure.Measure;

/**
 * Moments of a critic's law.
 *
 * @param cubic ∫ |a| |b|² dν
 * @param b2 ∫ |b|² dν
 * @param a2 ∫ a² dν
 * @param a2b ∫ a² |b| dν
 * @param a2b2 ∫ a² |b|² dν
 */
record CriticMoments(double cubic, double b2, double a2, double a2b, double a2b2) {

    static final CriticMoments UNKNOWN = new CriticMoments(
            Double.POSITIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            Double.POSITIVE_INFINITY);

    static CriticMoments of(Measure critic) {
        double[] m = new double[5];
        critic.forEachBlock((x, w, n) -> {
            for (int i = 0; i < n; i++) {
                double square = 0;
                for (int d = 1; d < x.length - 1; d++) {
                    square += x[d][i] * x[d][i];
                }
                double a = x[0][i];
                m[0] += w[i] * Math.abs(a) * square;
                m[1] += w[i] * square;
                m[2] += w[i] * a * a;
                m[3] += w[i] * a * a * Math.sqrt(square);
                m[4] += w[i] * a * a * square;
            }
        });
        return new CriticMoments(m[0], m[1], m[2], m[3], m[4]);
    }

    /** (∫ (s₁|b|)² + a² (t|b| + s₁)² dν)^½. */
    double mixed(double s1, double t) {
        return Math.sqrt(s1 * s1 * b2 + t * t * a2b2 + 2 * s1 * t * a2b + s1 * s1 * a2);
    }
}
