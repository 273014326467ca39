package org.dualflow.gan;

import org.dualflow.field.Activation;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.model.State;

/**
 * How fast two solutions of a {@link ClippedWassersteinGan} can separate in (W₂(μ, μ̃)² + W₂(ν, ν̃)²)^½.
 *
 * <p>Couple the laws optimally at the start and carry the couplings along; let Θ, Ω be the neurons as random variables and
 * A² = E|Θ - Θ̃|², B² = E|Ω - Ω̃|². Written for them, the system is Θ' = -∇E, Ω' = γ Π ∇E, and on the segment from (Θ̃, Ω̃) to
 * (Θ, Ω), which stays in the convex boxes, with δ the differences,
 *
 * <pre>  ½ d/dt (A² + B²) ≤ ∫₀¹ ( -E_ΘΘ[δΘ, δΘ] + (γ - 1) E_ΘΩ[δΘ, δΩ] + γ E_ΩΩ[δΩ, δΩ] ).</pre>
 *
 * Both projections drop out, since normal cones are monotone; of the mixed terms the antisymmetric part does. With
 * S₁ = sup|s'|, S₂ = sup|s''| of the critic, v̂ the largest length of its inner weights, r√d, and for node k with weight n_k:
 *
 * <ul>
 *   <li>Y_k = |(z_k, 1)|; g_k = sup|s(u)| over |u| ≤ R(|z_k|₁ + 1); Λ_k² = g_k² + (R√d sup|s_G'| Y_k)²: |δG_k| ≤ Λ_k A;
 *   <li>V_k = |(G_k, 1)|, |G_k| ≤ R√d g_k;
 *   <li>K_k² = (S₁ v̂)² + r² (S₂ v̂ V_k + S₁)²: Lipschitz constant of ω ↦ ∇x of a neuron's output at G_k;
 *   <li>M = r v̂² S₂: bound of D²D; P_k = r v̂ S₁: bound of |p_k|;
 *   <li>λ: the bound of a neuron's Hessian, {@link Curvature#neuron}.
 * </ul>
 *
 * Then -E_ΘΘ ≤ L_G = Σ n_k (P_k λ(R√d, Y_k) + M Λ_k²), γ E_ΩΩ ≤ L_C = γ (Σ n_k λ(r, V_k) + Σ p_j λ(r, |(x_j, 1)|)),
 * |E_ΘΩ| ≤ X = Σ n_k K_k Λ_k, and C is the larger eigenvalue of ((L_G, |γ-1| X/2), (|γ-1| X/2, L_C)).
 *
 * <p>Near a known state, within ρ, only means over the laws are needed where suprema stand above; see {@link NearbyBounds}.
 */
final class StabilityRate {

    private StabilityRate() {}

    static double of(ClippedWassersteinGan gan) {
        return rate(gan, new NearbyBounds(gan));
    }

    static double near(ClippedWassersteinGan gan, State state, double radius) {
        if (!(radius >= 0)) {
            throw new IllegalArgumentException("radius = " + radius + ": a number, at least 0, is allowed");
        }
        return rate(gan, new NearbyBounds(gan, state, radius));
    }

    private static double rate(ClippedWassersteinGan gan, NearbyBounds bounds) {
        Activation g = gan.generatorActivation();
        Activation s = gan.criticActivation();
        if (g.curvatureBound() + s.curvatureBound() == Double.POSITIVE_INFINITY) {
            return Double.POSITIVE_INFINITY;
        }
        double generator = 0;
        double critic = 0;
        double mixed = 0;
        for (int k = 0; k < gan.latent().size(); k++) {
            double n = gan.latent().weights()[k];
            double lambda = bounds.sensitivity(k);
            double ownCurvature = bounds.gradient(k) * bounds.generatorHessian(k);
            generator += n * (ownCurvature + bounds.criticCurvature() * lambda * lambda);
            critic += n * Curvature.neuron(s, gan.criticBox(), Math.hypot(1, bounds.output(k)));
            mixed += n * bounds.mixed(k) * lambda;
        }
        ParticleMeasure target = gan.target();
        for (int j = 0; j < target.size(); j++) {
            critic += target.weights()[j] * Curvature.neuron(s, gan.criticBox(), NearbyBounds.reach(target, j));
        }
        double gamma = gan.criticSpeed();
        return Curvature.largest(generator, 0.5 * Math.abs(gamma - 1) * mixed, gamma * critic);
    }
}
