package org.dualflow.movement;

import java.util.function.DoubleUnaryOperator;

/** A potential V on the line, with two derivatives, evaluated at many places at once. */
public interface Potential {

    /** {@code out[i] = V(x[i])}. */
    void values(double[] x, double[] out);

    /** {@code out[i] = V'(x[i])}. */
    void slopes(double[] x, double[] out);

    /** {@code out[i] = V''(x[i])}. */
    void curvatures(double[] x, double[] out);

    /** λ, a lower bound of V''; -∞ if there is none. */
    double modulus();

    /** Whether V is a polynomial of degree at most two. */
    default boolean isQuadratic() {
        return false;
    }

    /**
     * V = l x²/2 + b x.
     *
     * @param l finite
     * @param b finite
     */
    static Potential quadratic(double l, double b) {
        if (!(Math.abs(l) <= Double.MAX_VALUE && Math.abs(b) <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("potential l, b = " + l + ", " + b + ": finite numbers are allowed");
        }
        return new QuadraticPotential(l, b);
    }

    /**
     * Any potential, place by place.
     *
     * @param value V
     * @param slope V'
     * @param curvature V''
     * @param modulus λ
     */
    static Potential of(
            DoubleUnaryOperator value, DoubleUnaryOperator slope, DoubleUnaryOperator curvature, double modulus) {
        return new PointwisePotential(value, slope, curvature, modulus);
    }
}
