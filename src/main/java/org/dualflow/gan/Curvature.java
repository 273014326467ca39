package org.dualflow.gan;

import org.dualflow.field.Activation;

/** Largest eigenvalues of symmetric blocks of two. */
final class Curvature {

    private Curvature() {}

    /** The larger eigenvalue of ((a, b), (b, c)); infinite if an entry is. */
    static double largest(double a, double b, double c) {
        if (!Double.isFinite(a) || !Double.isFinite(b) || !Double.isFinite(c)) {
            return Double.POSITIVE_INFINITY;
        }
        return 0.5 * (a + c + Math.hypot(a - c, 2 * b));
    }

    /**
     * λ(o, Y), a bound of the Hessian of p · outer s(inner · y + bias) in (outer, inner, bias) for |p| = 1, |outer| ≤ o and
     * |(y, 1)| = Y. With v = (y, 1) its blocks are 0, s' p v' and (p · outer) s'' v v', hence the larger eigenvalue of
     * ((0, sup|s'| Y), (sup|s'| Y, o sup|s''| Y²)).
     */
    static double neuron(Activation s, double outer, double reach) {
        return largest(0, s.slopeBound() * reach, outer * s.curvatureBound() * reach * reach);
    }
}
