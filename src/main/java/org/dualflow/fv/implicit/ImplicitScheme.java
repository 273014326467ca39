package org.dualflow.fv.implicit;

import org.dualflow.mesh.Mesh;
import org.dualflow.model.GradientFlow;
import org.dualflow.model.Initial;
import org.dualflow.time.Evolution;

/**
 * How an {@link ImplicitFlow} steps.
 *
 * @param method order 1 or 2 in time
 * @param maxStep largest step, positive; infinite only with error control
 * @param stepTolerance accepted estimate of the L¹ error of one step, relative to the mass; infinite for steps of fixed size
 * @param accuracy accepted L¹ distance from the exact solution of the implicit equations, relative to the mass, at least
 *     {@link #LEAST_ACCURACY}
 */
public record ImplicitScheme(Method method, double maxStep, double stepTolerance, double accuracy) {

    /**
     * How well the remainder μ h(x) - (τ c x - q) of {@link NewtonIterate} is known, relative to τ c |x| + μ h(x), in roundings
     * u = 2⁻⁵³. h(x) is right to four units in its last place, 8 u ({@link org.dualflow.model.ExponentialStorage}), μ times it to
     * 9 u. τ c is one rounded number wherever it occurs; times x it has 2 u, q = τ c w - μ r, which is at most τ c w, has 3 u,
     * the difference one more; b = (q + m₀)/τ has 4 u (q + m₀). All together these are less than 16 u of either term
     * while the old and the new potentials and masses are about the same, as they are at the end. A step is accepted if its
     * defect is within the accuracy and this rounding: a share of about (1 + log(1 + r)) 2⁻⁴⁹ of the mass.
     */
    static final double ROUNDING = 0x1p-49;

    /** What rounding allows where ratios are moderate: each cell's part of the defect is known to about three units in the last place of its mass. */
    public static final double LEAST_ACCURACY = 0x1p-48;

    /** A method in time. */
    public enum Method {
        /** Implicit Euler, order 1; keeps the whole structure of the flow for every step size. */
        EULER,
        /**
         * Implicit Euler extrapolated, order 2: twice the result of two half steps minus that of the whole step, as far as
         * bounds and the distance ∫ d (r - 1)² allow; see {@link Extrapolation}.
         */
        EXTRAPOLATED;

        /** Order of accuracy in time. */
        public int order() {
            return this == EULER ? 1 : 2;
        }
    }

    /** Checks the numbers. */
    public ImplicitScheme {
        requirePositive("maxStep", maxStep);
        requirePositive("stepTolerance", stepTolerance);
        if (maxStep == Double.POSITIVE_INFINITY && stepTolerance == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("maxStep, stepTolerance = Infinity: a finite one is allowed");
        }
        if (!(accuracy >= LEAST_ACCURACY && accuracy < 1)) {
            throw new IllegalArgumentException(
                    "accuracy = " + accuracy + ": a number from " + LEAST_ACCURACY + " to below 1 is allowed");
        }
    }

    private static void requirePositive(String name, double value) {
        if (!(value > 0)) {
            throw new IllegalArgumentException(name + " = " + value + ": a positive number is allowed");
        }
    }

    /** Implicit Euler steps of one size. */
    public static ImplicitScheme euler(double step) {
        return new ImplicitScheme(Method.EULER, step, Double.POSITIVE_INFINITY, 1e-13);
    }

    /** Extrapolated steps of one size. */
    public static ImplicitScheme extrapolated(double step) {
        return new ImplicitScheme(Method.EXTRAPOLATED, step, Double.POSITIVE_INFINITY, 1e-13);
    }

    /** The same method with steps chosen such that the estimated error of each stays below {@code tolerance}. */
    public ImplicitScheme adaptive(double tolerance) {
        return new ImplicitScheme(method, maxStep, tolerance, accuracy);
    }

    /** The same scheme with another accuracy of its nonlinear equations. */
    public ImplicitScheme withAccuracy(double other) {
        return new ImplicitScheme(method, maxStep, stepTolerance, other);
    }

    /** Whether steps are chosen by an estimate of their error. */
    public boolean isAdaptive() {
        return stepTolerance < Double.POSITIVE_INFINITY;
    }

    /** Puts a flow on a mesh. */
    public Evolution begin(GradientFlow flow, Mesh mesh, Initial initial, double start) {
        return new ImplicitFlow(flow, mesh, this, initial, start);
    }
}
