package org.dualflow.validation.exact;

import org.hipparchus.util.FastMath;

/**
 * The linear theory of a kernel GAN about its data. Displacements u of the generated points and slopes v = ∇D at the data p obey
 *
 * <pre>  u' = G₁ v + G₂ ∫ v dp,     v' = -η T (u + λ v),     (T f)(x) = -∫ D²K(x - y) f(y) dp(y),</pre>
 *
 * whatever the law of the penalty, since it is that of the data to leading order. On a mode on which T and the mobility are numbers
 * κ and G this is one oscillator,
 *
 * <pre>  q'' + ηκλ q' + ηκG q = 0,</pre>
 *
 * critically damped at λ = 2 √(G/(ηκ)), where its slowest decay is the fastest, √(ηκG). Durr, Mroueh, Tu, Wang, arXiv 2212.04580, have it
 * for one data point.
 *
 * @param rate η, positive
 * @param curvature κ, positive
 * @param mobility G, positive
 */
public record KernelDamping(double rate, double curvature, double mobility) {

    /** Checks the numbers. */
    public KernelDamping {
        if (!(rate > 0 && curvature > 0 && mobility > 0)) {
            throw new IllegalArgumentException("rate, curvature, mobility = " + rate + ", " + curvature + ", "
                    + mobility + ": positive numbers are allowed");
        }
    }

    /** ηκλ. */
    public double damping(double penalty) {
        return rate * curvature * penalty;
    }

    /** ηκG. */
    public double stiffness() {
        return rate * curvature * mobility;
    }

    /** λ_c. */
    public double criticalPenalty() {
        return 2 * FastMath.sqrt(mobility / (rate * curvature));
    }

    /** √(ηκG), the fastest decay there is. */
    public double bestDecay() {
        return FastMath.sqrt(stiffness());
    }
}
