package org.dualflow.validation.exact;

import org.dualflow.movement.DualScheme;
import org.hipparchus.complex.Complex;
import org.hipparchus.util.FastMath;

/**
 * The flow of the game (l/2) x² + x y - (l/2) y² in z = x + i y, z' = λz with λ = -l + i, and what its schemes do to z in a step. Derived
 * in the documentation (Dual flows, The quadratic saddle).
 *
 * @param l the stiffness
 */
public record SaddleFlow(double l) {

    /** λ. */
    public Complex rate() {
        return new Complex(-l, 1);
    }

    /** z(t) for z(0) = 1. */
    public Complex at(double t) {
        return rate().multiply(t).exp();
    }

    /** |z⁺|/|z| of one step, for the schemes that turn and stretch. */
    public double growth(DualScheme scheme, double tau) {
        Complex h = rate().multiply(tau);
        Complex factor =
                switch (scheme) {
                    case EXPLICIT -> h.add(1);
                    case SIMULTANEOUS -> new Complex(1, tau).divide(1 + tau * l);
                    case IMPLICIT -> Complex.ONE.divide(h.negate().add(1));
                    case EXTRAGRADIENT -> h.multiply(h).add(h).add(1);
                    case ALTERNATING, BDF2 ->
                        throw new IllegalArgumentException(
                                "scheme = " + scheme + ": one that multiplies z by a number is allowed");
                };
        return factor.norm();
    }

    /**
     * The error at t = π for |z(0)| = 1 is this number times τ^p to leading order, p = 2 for BDF2 and 1 else.
     */
    public double errorAtPi(DualScheme scheme) {
        double decay = FastMath.exp(-l * FastMath.PI);
        double square = 1 + l * l;
        return switch (scheme) {
            case EXPLICIT, SIMULTANEOUS, IMPLICIT, EXTRAGRADIENT -> 0.5 * square * FastMath.PI * decay;
            case ALTERNATING -> 0.5 * l * FastMath.sqrt(square) * FastMath.PI * decay;
            case BDF2 -> square * rate().multiply(FastMath.PI / 3).add(0.75).norm() * decay;
        };
    }
}
