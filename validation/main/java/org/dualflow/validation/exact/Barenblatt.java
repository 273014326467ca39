package org.dualflow.validation.exact;

import org.dualflow.measure.BoxDensityLaw;
import org.dualflow.measure.DensityLaw;
import org.dualflow.measure.Law;
import org.dualflow.mesh.Domain;
import org.hipparchus.special.Gamma;
import org.hipparchus.util.FastMath;

/**
 * Barenblatt's solutions of the porous medium equation ∂t u = Δ u^m in d dimensions: mass one, at a point at time 0,
 *
 * <pre>  u = s^(-d) (C - k |x|²/s²)_+^(1/(m-1)),     s = t^(1/p),     p = d(m-1) + 2,     k = (m-1)/(2mp).</pre>
 *
 * Movements in P₂ of its energy ∫ u^m/(m-1) go from one of them to another: ∇f'(u) = ∇(m/(m-1) u^(m-1)) is linear inside, so that
 * id + τ∇f'(u) is a dilation and leads back to s₀ where
 *
 * <pre>  s - s₀ = τ/p s^(1-p),</pre>
 *
 * which is sufficient, the energy being displacement convex (McCann 1997): implicit Euler of the flow s' = s^(1-p)/p. Its error ε obeys
 * ε' = f'(s) ε + τ/2 s'', whence ε = s' τ/2 log(s'(t)/s'(t₀)): movements lag by τ (p-1)/(2p) log(t/t₀).
 *
 * @param dimension d, 1 or 2
 * @param exponent m, above 1
 * @see <a href="https://doi.org/10.1093/acprof:oso/9780198569039.001.0001">Vázquez, The Porous Medium Equation, 2007</a>
 */
public record Barenblatt(int dimension, double exponent) {

    /** Checks both. */
    public Barenblatt {
        if (dimension != 1 && dimension != 2) {
            throw new IllegalArgumentException("dimension = " + dimension + ": 1 or 2 is allowed");
        }
        if (!(exponent > 1 && exponent < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("exponent = " + exponent + ": a finite number above 1 is allowed");
        }
    }

    private double p() {
        return dimension * (exponent - 1) + 2;
    }

    private double k() {
        return (exponent - 1) / (2 * exponent * p());
    }

    /** 1/(m-1). */
    private double power() {
        return 1 / (exponent - 1);
    }

    /** C: the mass is C^(q+d/2) (π/k)^(d/2) Γ(q+1)/Γ(q+1+d/2), q = 1/(m-1). */
    private double c() {
        double half = 0.5 * dimension;
        double q = power();
        return FastMath.pow(
                FastMath.pow(k() / FastMath.PI, half) * Gamma.gamma(q + 1 + half) / Gamma.gamma(q + 1), 1 / (q + half));
    }

    /** s = t^(1/p): sizes grow like it. */
    public double scale(double t) {
        return FastMath.pow(t, 1 / p());
    }

    /** Where u ends at the scale s: (C/k)^½ s. */
    public double edge(double s) {
        return FastMath.sqrt(c() / k()) * s;
    }

    /** The law of scale s, on a line or in a box of the plane that holds it. */
    public Law ofScale(double s, Domain box) {
        return dimension == 1
                ? new DensityLaw(x -> shape(x * x / (s * s)), -edge(s), edge(s))
                : new BoxDensityLaw(x -> shape((x[0] * x[0] + x[1] * x[1]) / (s * s)), box);
    }

    /** u at t = 1 where |x|² = y. */
    private double shape(double y) {
        return FastMath.pow(FastMath.max(0, c() - k() * y), power());
    }

    /** The scale after a movement, by Newton's method, which comes from below: s - τ/p s^(1-p) is concave. */
    public double moved(double scale, double tau) {
        double s = scale;
        double p = p();
        for (double before = 0; s > before; ) {
            before = s;
            double pull = tau / p * FastMath.pow(s, 1 - p);
            s -= (s - scale - pull) / (1 + (p - 1) * pull / s);
        }
        return s;
    }

    /** By how much movements from t₀ lag at t, to leading order, over τ. */
    public double lag(double from, double t) {
        return (p() - 1) / (2 * p()) * FastMath.log(t / from);
    }

    /** ‖∂t u‖₁ = s'/s ∫ |div(x u)|: twice the largest flux of the radial field, on the whole sphere. */
    public double speedL1(double t) {
        double half = 0.5 * dimension;
        double y = half * c() / (k() * (half + power()));
        return 4 * FastMath.pow(FastMath.PI, half) / Gamma.gamma(half) * FastMath.pow(y, half) * shape(y) / (p() * t);
    }

    /** The speed in W₁ on a line: s'/s ∫ |x| u = C^(q+1)/(k (q+1)) s'. */
    public double speedW1(double t) {
        double q = power();
        return FastMath.pow(c(), q + 1) / (k() * (q + 1)) * scale(t) / (p() * t);
    }
}
