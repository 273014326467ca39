package org.dualflow.gan;

/**
 * How fast generated points follow the slope of the discriminator, q' = G₁ ∇D(q) + G₂ ∫ ∇D dp: what is left of a generator
 * network whose tangent kernel is g₁ between the gradients of one latent and g₂ between those of two.
 *
 * @param own G₁, positive and finite
 * @param shared G₂, at least 0 and finite
 */
public record Mobility(double own, double shared) {

    /** Checks the numbers. */
    public Mobility {
        if (!(own > 0) || Double.isInfinite(own)) {
            throw new IllegalArgumentException("G1 = " + own + ": a positive finite number is allowed");
        }
        if (!(shared >= 0) || Double.isInfinite(shared)) {
            throw new IllegalArgumentException("G2 = " + shared + ": a finite number, at least 0, is allowed");
        }
    }

    /**
     * N points: q_a' = (η/N) [(g₁ - g₂) ∇D(q_a) + g₂ Σ_b ∇D(q_b)], that is G₁ = η (g₁ - g₂)/N, G₂ = η g₂.
     *
     * @param n N, at least 1
     * @param rate η, positive and finite
     * @param g1 positive and finite
     * @param g2 in [0, g₁)
     */
    public static Mobility ofPoints(int n, double rate, double g1, double g2) {
        if (n < 1) {
            throw new IllegalArgumentException("points = " + n + ": at least 1 is allowed");
        }
        if (!(rate > 0) || Double.isInfinite(rate)) {
            throw new IllegalArgumentException("generatorRate = " + rate + ": a positive finite number is allowed");
        }
        if (!(g1 > 0) || Double.isInfinite(g1)) {
            throw new IllegalArgumentException("g1 = " + g1 + ": a positive finite number is allowed");
        }
        if (!(g2 >= 0 && g2 < g1)) {
            throw new IllegalArgumentException("g2 = " + g2 + ": a number in [0, g1) = [0, " + g1 + ") is allowed");
        }
        return new Mobility(rate * (g1 - g2) / n, rate * g2);
    }

    /** The mobility of the mean, G₁ + G₂. */
    public double mean() {
        return own + shared;
    }
}
