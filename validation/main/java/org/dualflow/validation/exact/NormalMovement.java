package org.dualflow.validation.exact;

import org.dualflow.movement.SmoothEnergy;
import org.hipparchus.util.FastMath;

/**
 * The free energy φ = ∫ x²/2 du + ∫ u log u of normal laws N(m, s²), up to a constant, in the coordinates (m, s), in which W₂ is the
 * Euclidean distance: φ = (m² + s²)/2 - log s. Its flow is that of Ornstein and Uhlenbeck, and movements in P₂(R) from a normal law lead to
 * normal laws (Jordan, Kinderlehrer, Otto 1998): those in (m, s).
 */
public final class NormalMovement implements SmoothEnergy {

    @Override
    public double value(double[] x) {
        return x[1] > 0 ? 0.5 * (x[0] * x[0] + x[1] * x[1]) - FastMath.log(x[1]) : Double.POSITIVE_INFINITY;
    }

    @Override
    public void gradient(double[] x, double[] out) {
        out[0] = x[0];
        out[1] = x[1] - 1 / x[1];
    }

    @Override
    public void hessian(double[] x, double[][] out) {
        out[0][0] = 1;
        out[0][1] = 0;
        out[1][0] = 0;
        out[1][1] = 1 + 1 / (x[1] * x[1]);
    }

    @Override
    public double modulus() {
        return 1;
    }

    /** |∂φ| = ((m² + (s - 1/s)²)^½. */
    public static double slope(double m, double s) {
        return FastMath.hypot(m, s - 1 / s);
    }

    /** One exact movement: m/(1+τ), [s + (s² + 4τ(1+τ))^½]/(2(1+τ)). */
    public static double[] step(double m, double s, double tau) {
        return new double[] {m / (1 + tau), (s + FastMath.sqrt(s * s + 4 * tau * (1 + tau))) / (2 * (1 + tau))};
    }

    /** The flow: m e^{-t}, (1 + (s² - 1) e^{-2t})^½. */
    public static double[] flow(double m, double s, double t) {
        return new double[] {m * FastMath.exp(-t), FastMath.sqrt(1 + (s * s - 1) * FastMath.exp(-2 * t))};
    }
}
