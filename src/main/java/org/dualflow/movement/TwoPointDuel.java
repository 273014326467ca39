package org.dualflow.movement;

import org.dualflow.gan.TwoPointGan;

/**
 * The {@link TwoPointGan} as a dual flow: the generator in R, the critic in P₂([-1, 1]),
 *
 * <pre>  E₁(g; ν) = (½ - Φ(g)) c,     E₂(ν; g) = (Φ(g) - ½) c,     c = ∫ ω dν,</pre>
 *
 * the critic at speed γ. E₂ is linear: the critic's movement is an explicit step, clipped. With the product norm the flow is monotone
 * up to μ = -φ(1): the coupling of the players cancels and g φ(g) c is left.
 *
 * @see <a href="https://arxiv.org/abs/2405.18673">Delgadino, Suassuna, Cabrera 2025</a>
 */
public final class TwoPointDuel {

    private TwoPointDuel() {}

    /**
     * The players, the critic with {@code n} equal particles.
     *
     * @param gan γ
     * @param n at least 1
     */
    public static DualFlow<SmoothEnergy, LineEnergy> of(TwoPointGan gan, int n) {
        QuantileSpace box = QuantileSpace.within(-1, 1, n);
        double[] w = box.weights();
        Player<SmoothEnergy> generator =
                Player.of("generator", EuclideanSpace.of(1), critic -> new GeneratorEnergy(mean(w, critic)));
        Player<LineEnergy> critic =
                Player.of("critic", box, g -> new PotentialEnergy(w, Potential.quadratic(0, TwoPointGan.bias(g[0]))));
        return new DualFlow<>(generator, critic.withSpeed(gan.criticSpeed()), -TwoPointGan.density(1));
    }

    private static double mean(double[] w, double[] x) {
        double sum = 0;
        for (int i = 0; i < w.length; i++) {
            sum += w[i] * x[i];
        }
        return sum;
    }
}
