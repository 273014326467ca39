package org.dualflow.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.dualflow.generators.KernelGenerators;
import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.Test;

class KernelProperties {

    @Provide
    Arbitrary<InteractionKernel> kernels() {
        return KernelGenerators.kernels();
    }

    private static double slope(InteractionKernel kernel, double r) {
        double[] out = new double[1];
        kernel.forces(new double[] {r * r}, 1, out);
        return out[0] * r;
    }

    private static double potential(InteractionKernel kernel, double r) {
        double[] out = new double[1];
        kernel.potentials(new double[] {r * r}, 1, out);
        return out[0];
    }

    /**
     * The force is the derivative of the potential. Two central differences of steps h and 2h remove the h² term; what
     * is left is h⁴ w⁽⁵⁾/30 and rounding ε W/h. With h = 2⁻⁹ r, ranges of at least 1/4 and r ≤ 3, |h⁵ w⁽⁵⁾| is at most
     * (2⁻⁹ · 12)^5 of the kernel's scale; both are covered by 1e-8 of the scale, W's and r W''s.
     */
    @Property
    void forceIsTheDerivativeOfThePotential(
            @ForAll("kernels") InteractionKernel kernel, @ForAll @DoubleRange(min = 0.05, max = 3) double r) {
        double h = r / 512;
        double near = (potential(kernel, r + h) - potential(kernel, r - h)) / (2 * h);
        double far = (potential(kernel, r + 2 * h) - potential(kernel, r - 2 * h)) / (4 * h);
        double derivative = (4 * near - far) / 3;
        double scale = 10 + Math.abs(potential(kernel, r)) / r + KernelGenerators.largestForce(kernel, 4);
        assertEquals(derivative, slope(kernel, r), 1e-8 * scale);
    }

    /** ⟨∇W(x) - ∇W(y), x - y⟩ ≥ λ |x - y|² in the plane, up to rounding of the forces. */
    @Property(tries = 500)
    void convexityHolds(
            @ForAll("kernels") InteractionKernel kernel,
            @ForAll @DoubleRange(min = -2, max = 2) double x1,
            @ForAll @DoubleRange(min = -2, max = 2) double x2,
            @ForAll @DoubleRange(min = -2, max = 2) double y1,
            @ForAll @DoubleRange(min = -2, max = 2) double y2) {
        double lambda = kernel.convexity();
        if (lambda == Double.NEGATIVE_INFINITY) {
            return;
        }
        double[] force = new double[2];
        kernel.forces(new double[] {x1 * x1 + x2 * x2, y1 * y1 + y2 * y2}, 2, force);
        double d1 = x1 - y1;
        double d2 = x2 - y2;
        double product = (force[0] * x1 - force[1] * y1) * d1 + (force[0] * x2 - force[1] * y2) * d2;
        double square = d1 * d1 + d2 * d2;
        double scale = (Math.abs(lambda) + KernelGenerators.largestForce(kernel, 3) + 1) * (square + Math.sqrt(square));
        assertTrue(product >= lambda * square - 100 * Exponential.ACCURACY * scale, product + " < " + lambda * square);
    }

    /** Constants that are known in closed form, so that a bound that always holds (-∞) would be noticed. */
    @Test
    void convexityIsSharp() {
        assertEquals(0, Kernels.distance(1).convexity());
        assertEquals(Double.NEGATIVE_INFINITY, Kernels.distance(-1).convexity());
        assertEquals(2, Kernels.quadratic(2).convexity());
        assertEquals(-1, Kernels.polynomial(0, -0.5, 0, 0.25).convexity());
        assertEquals(-2 * FastMath.exp(-1.5) / 4, Kernels.gaussian(1, 2).convexity(), 1e-16);
        assertEquals(-0.25, Kernels.gaussian(-1, 2).convexity());
        assertEquals(-1, Kernels.powers(1, 4, 1, 2).convexity());
        // w'' = 3 r² - 2 r has its minimum -1/3 at r = 1/3
        assertEquals(-1.0 / 3, Kernels.powers(1, 4, 1, 3).convexity(), 1e-15);
        assertEquals(Double.NEGATIVE_INFINITY, Kernels.powers(1, 4, 1, 1.5).convexity());
        assertEquals(Double.NEGATIVE_INFINITY, Kernels.morse(1, 0.5, 1, 1).convexity());
        assertEquals(-1, Kernels.morse(0, 1, 1, 1).convexity());
        assertEquals(0, Kernels.morse(0, 1, 0, 1).convexity());
    }

    @Property
    void exponentialIsAccurate(@ForAll @DoubleRange(min = -60, max = 0) double x) {
        double[] values = {x};
        Exponential.apply(values, 1);
        double exact = FastMath.exp(x);
        double relative = x >= -30 ? Exponential.ACCURACY : 10 * Exponential.ACCURACY;
        assertEquals(exact, values[0], relative * exact + (x < -41 ? FastMath.exp(-41) : 0));
    }

    @Test
    void faultsAreNamed() {
        assertFault("width = 0", () -> Kernels.gaussian(1, 0));
        assertFault("strength = NaN", () -> Kernels.gaussian(Double.NaN, 1));
        assertFault("exponents = 2.0, 2.0", () -> Kernels.powers(1, 2, 1, 2));
        assertFault("repulsion = -1", () -> Kernels.morse(-1, 1, 1, 1));
        assertFault("|x|^1 = Infinity", () -> Kernels.distance(Double.POSITIVE_INFINITY));
        assertFault("5 numbers", () -> Kernels.polynomial(1, 2, 3, 4, 5));
    }

    private static void assertFault(String part, Runnable action) {
        IllegalArgumentException fault = assertThrows(IllegalArgumentException.class, action::run);
        String message = String.valueOf(fault.getMessage());
        assertTrue(message.contains(part) && message.contains("allowed"), message);
    }
}
