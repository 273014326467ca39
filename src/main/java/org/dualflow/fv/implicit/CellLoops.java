package org.dualflow.fv.implicit;

/** Loops over cells {@code from … to-1} of a row, each with one index for all arrays, which the compiler vectorises; see {@link NewtonIterate}. */
final class CellLoops {

    private CellLoops() {}

    /** {@code out = a/b}. */
    static void divide(double[] a, double[] b, int from, int to, double[] out) {
        for (int i = from; i < to; i++) {
            out[i] = a[i] / b[i];
        }
    }

    /** {@code out = (q + m)/τ}, q = max(0, τ c w - μ r), which replaces {@code r}. */
    static void sides(
            double[] c, double tau, double[] w, double[] mu, double[] r, double[] m, int from, int to, double[] out) {
        double perTime = 1 / tau;
        for (int i = from; i < to; i++) {
            double q = tau * c[i] * w[i] - mu[i] * r[i];
            q = 0.5 * (q + Math.abs(q));
            r[i] = q;
            out[i] = (q + m[i]) * perTime;
        }
    }

    /** Replaces slopes s by c = μ s/τ, and goes on as {@link #sides}. */
    static void renewedSides(
            double[] c, double tau, double[] w, double[] mu, double[] r, double[] m, int from, int to, double[] out) {
        double perTime = 1 / tau;
        for (int i = from; i < to; i++) {
            double ground = c[i] * (mu[i] * perTime);
            double q = tau * ground * w[i] - mu[i] * r[i];
            q = 0.5 * (q + Math.abs(q));
            c[i] = ground;
            r[i] = q;
            out[i] = (q + m[i]) * perTime;
        }
    }

    /** {@code out = τ c x - q}. */
    static void tangents(double[] c, double tau, double[] q, double[] x, int from, int to, double[] out) {
        for (int i = from; i < to; i++) {
            out[i] = tau * c[i] * x[i] - q[i];
        }
    }

    /** {@code out = |μ r - out|}. */
    static void distances(double[] mu, double[] r, int from, int to, double[] out) {
        for (int i = from; i < to; i++) {
            out[i] = Math.abs(mu[i] * r[i] - out[i]);
        }
    }

    /** Subtracts the share of μ r, and rounding. */
    static void excesses(
            double[] mu, double[] r, double share, double[] c, double tau, double[] w, int from, int to, double[] out) {
        double ofMass = share + ImplicitScheme.ROUNDING;
        double ofPotential = tau * ImplicitScheme.ROUNDING;
        for (int i = from; i < to; i++) {
            out[i] = out[i] - ofMass * mu[i] * r[i] - ofPotential * c[i] * Math.abs(w[i]);
        }
    }

    /** Σ a |b|. */
    static double dotMagnitudes(double[] a, double[] b) {
        double even = 0;
        double odd = 0;
        int i = 0;
        for (; i + 1 < a.length; i += 2) {
            even += a[i] * Math.abs(b[i]);
            odd += a[i + 1] * Math.abs(b[i + 1]);
        }
        return even + odd + (i < a.length ? a[i] * Math.abs(b[i]) : 0);
    }
}
