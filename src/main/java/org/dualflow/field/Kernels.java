package org.dualflow.field;

/** The interaction kernels. */
public final class Kernels {

    private Kernels() {}

    /** W(x) = strength |x|, pointy: what touches stays together (strength &gt; 0). */
    public static InteractionKernel distance(double strength) {
        return new PolynomialKernel(strength);
    }

    /** W(x) = strength |x|²/2. */
    public static InteractionKernel quadratic(double strength) {
        return new PolynomialKernel(0, 0.5 * strength);
    }

    /**
     * W(x) = c_1 |x| + c_2 |x|² + c_3 |x|³ + c_4 |x|⁴.
     *
     * @param coefficients c_1 … , at most four
     */
    public static InteractionKernel polynomial(double... coefficients) {
        if (coefficients.length > 4) {
            throw new IllegalArgumentException(
                    "coefficients: " + coefficients.length + " numbers: at most 4 are allowed");
        }
        return new PolynomialKernel(coefficients);
    }

    /** W(x) = -strength exp(-|x|²/(2 width²)), attractive for strength &gt; 0. */
    public static InteractionKernel gaussian(double strength, double width) {
        return new GaussianKernel(strength, width);
    }

    /**
     * W(x) = repulsion e^{-|x|/repulsionRange} - attraction e^{-|x|/attractionRange} (Morse).
     *
     * <p>Source: M. R. D'Orsogna et al., Phys. Rev. Lett. 96, 104302 (2006), doi:10.1103/PhysRevLett.96.104302.
     */
    public static InteractionKernel morse(
            double repulsion, double repulsionRange, double attraction, double attractionRange) {
        return new MorseKernel(repulsion, repulsionRange, attraction, attractionRange);
    }

    /**
     * W(x) = attraction |x|^a/a - repulsion |x|^b/b, 1 ≤ b &lt; a.
     *
     * @param attraction at least 0
     * @param a exponent of the attraction
     * @param repulsion at least 0
     * @param b exponent of the repulsion
     */
    public static InteractionKernel powers(double attraction, double a, double repulsion, double b) {
        return new PowerLawKernel(attraction, a, repulsion, b);
    }

    static void requireFinite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " = " + value + ": a finite number is allowed");
        }
    }

    static void requirePositive(String name, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " = " + value + ": a positive finite number is allowed");
        }
    }

    static void requireNonnegative(String name, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " = " + value + ": a finite number, at least 0, is allowed");
        }
    }
}
