package org.dualflow.validation.exact;

import org.dualflow.gan.TwoPointGan;
import org.hipparchus.util.FastMath;

/**
 * The periodic motion of the two-point GAN on one level of its energy H = c²/2 + γ V(g), by quadrature.
 *
 * @param criticSpeed γ, positive
 * @param energy H, nonnegative and finite
 */
public record ClosedOrbit(double criticSpeed, double energy) {

    /** Bisections of the quarter period before the trapezoidal rule gives up: 2^20 points. */
    private static final int MAX_LEVEL = 20;

    /** Checks speed and energy. */
    public ClosedOrbit {
        if (!(criticSpeed > 0) || Double.isInfinite(criticSpeed)) {
            throw new IllegalArgumentException(
                    "criticSpeed = " + criticSpeed + ": a positive finite number is allowed");
        }
        if (!(energy >= 0) || Double.isInfinite(energy)) {
            throw new IllegalArgumentException("energy = " + energy + ": a nonnegative finite number is allowed");
        }
    }

    /** Largest g on the orbit: V(g) = H/γ. */
    public double amplitude() {
        return generatorAt(energy / criticSpeed);
    }

    /** Largest c on the orbit, √(2H). */
    public double meanAmplitude() {
        return FastMath.sqrt(2 * energy);
    }

    /**
     * The period 4 ∫₀^{g_max} dg / (φ(g) √(2(H - γV(g)))). The substitution γV(g) = H sin²θ removes the singular
     * end point:
     *
     * <pre>  T = (4/γ) ∫₀^{π/2} √(2H) sin θ / (Φ(g(θ)) - ½) dθ,</pre>
     *
     * an analytic integrand, even about both ends, for which the trapezoidal rule converges geometrically. Points are
     * doubled until the value changes by less than 1e-14 of itself. The limit H = 0 is 2π√(2π/γ).
     */
    public double period() {
        if (energy == 0) {
            return FastMath.PI / 2 * integrand(0) * 4;
        }
        int n = 4;
        double sum = 0.5 * (integrand(0) + integrand(FastMath.PI / 2));
        for (int i = 1; i < n; i++) {
            sum += integrand(FastMath.PI / 2 * i / n);
        }
        double previous = sum / n;
        for (int level = 0; level < MAX_LEVEL; level++) {
            for (int i = 0; i < n; i++) {
                sum += integrand(FastMath.PI / 2 * (i + 0.5) / n);
            }
            n *= 2;
            double next = sum / n;
            if (FastMath.abs(next - previous) <= 1e-14 * next) {
                return 2 * FastMath.PI * next;
            }
            previous = next;
        }
        throw new IllegalStateException("period of energy " + energy + ": no convergence with " + n + " points");
    }

    private double integrand(double theta) {
        double sine = FastMath.sin(theta);
        double g = generatorAt(energy / criticSpeed * sine * sine);
        if (g == 0) {
            return FastMath.sqrt(2 * FastMath.PI / criticSpeed);
        }
        return meanAmplitude() * sine / (criticSpeed * TwoPointGan.bias(g));
    }

    /**
     * The g ≥ 0 with V(g) = {@code value}. ln V is a convex function of ln g, because V is a power series with
     * positive coefficients, and V ≥ g²/2: Newton's method for the logarithms, started from above, decreases to the root.
     */
    static double generatorAt(double value) {
        if (value == 0) {
            return 0;
        }
        double g = FastMath.min(FastMath.sqrt(2 * value), TwoPointGan.MAX_GENERATOR);
        for (int i = 0; i < 100; i++) {
            double potential = TwoPointGan.potential(g);
            double slope = TwoPointGan.bias(g) / TwoPointGan.density(g);
            double next = g * FastMath.exp(-FastMath.log(potential / value) * potential / (g * slope));
            if (!(next < g)) {
                return g;
            }
            g = next;
        }
        throw new IllegalStateException("V(g) = " + value + ": no convergence");
    }
}
