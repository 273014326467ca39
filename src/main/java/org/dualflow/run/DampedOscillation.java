package org.dualflow.run;

import org.hipparchus.util.FastMath;

/**
 * The equation q'' + γ q' + ω² q = 0 that a quantity obeys, found from its values at equidistant times: Prony's method. Whatever the
 * damping, values h apart obey q_{n+1} = A q_n - B q_{n-1} with B = e^{-γh} and A = 2 e^{-γh/2} cos(h √(ω² - γ²/4)), the cosine
 * hyperbolic beyond critical damping; A and B by least squares over all triples. γ and ω² are smooth functions of A and B at critical
 * damping too, where the two rates fall together; the rates themselves have a square root there, and with errors ε in the values are
 * known to √ε only.
 *
 * <p>Pairs of values more than half a period apart fit several frequencies; the lowest is taken.
 *
 * @param damping γ
 * @param stiffness ω²
 */
public record DampedOscillation(double damping, double stiffness) {

    /**
     * From values at equidistant times.
     *
     * @param h time between values, positive
     * @param q at least four of them
     * @throws IllegalArgumentException if there are too few, or no equation of this kind fits
     */
    public static DampedOscillation of(double h, double... q) {
        if (!(h > 0) || q.length < 4) {
            throw new IllegalArgumentException(
                    "values = " + q.length + " every " + h + ": at least 4 at a positive distance are allowed");
        }
        double nn = 0;
        double np = 0;
        double pp = 0;
        double fn = 0;
        double fp = 0;
        for (int i = 1; i + 1 < q.length; i++) {
            nn += q[i] * q[i];
            np += q[i] * q[i - 1];
            pp += q[i - 1] * q[i - 1];
            fn += q[i + 1] * q[i];
            fp += q[i + 1] * q[i - 1];
        }
        double determinant = nn * pp - np * np;
        double a = (fn * pp - fp * np) / determinant;
        double b = (fn * np - fp * nn) / determinant;
        double gamma = -FastMath.log(b) / h;
        double ratio = 0.5 * a / FastMath.sqrt(b);
        double turn = ratio <= 1 ? FastMath.acos(ratio) / h : FastMath.acosh(ratio) / h;
        double square = (ratio <= 1 ? 1 : -1) * turn * turn;
        if (!(b > 0) || !(ratio >= -1)) {
            throw new IllegalArgumentException("values: A, B = " + a + ", " + b
                    + ": values of a damped oscillation, at least twice per period, are allowed");
        }
        return new DampedOscillation(gamma, square + 0.25 * gamma * gamma);
    }

    /** The rate at which q decays in the end: γ/2, beyond critical damping the smaller of the two rates. */
    public double decay() {
        double square = 0.25 * damping * damping - stiffness;
        return square <= 0 ? 0.5 * damping : stiffness / (0.5 * damping + FastMath.sqrt(square));
    }

    /** The angular frequency, 0 beyond critical damping. */
    public double frequency() {
        return FastMath.sqrt(FastMath.max(0, stiffness - 0.25 * damping * damping));
    }
}
