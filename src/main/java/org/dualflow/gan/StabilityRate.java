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
 * <p>Near a known state, within ρ, P_k and |G_k| are replaced by |p_k| + (K_k² + (M Λ_k)²)^½ ρ and |G_k| + Λ_k ρ where these
 * are smaller.
 */
final class StabilityRate {

    private final ClippedWassersteinGan gan;
    private final Activation g;
    private final Activation s;
    private final double outer;
    private final double inner;
    private final double curvature;

    private StabilityRate(ClippedWassersteinGan gan) {
        this.gan = gan;
        g = gan.generatorActivation();
        s = gan.criticActivation();
        outer = gan.generatorBox() * Math.sqrt(gan.dataDimension());
        inner = gan.criticBox() * Math.sqrt(gan.dataDimension());
        curvature = gan.criticBox() * inner * inner * s.curvatureBound();
    }

    static double of(ClippedWassersteinGan gan) {
        int nodes = gan.latent().size();
        double[] unknown = new double[nodes];
        java.util.Arrays.fill(unknown, Double.POSITIVE_INFINITY);
        return new StabilityRate(gan).rate(unknown, unknown, 0);
    }

    static double near(ClippedWassersteinGan gan, State state, double radius) {
        if (!(radius >= 0)) {
            throw new IllegalArgumentException("radius = " + radius + ": a number, at least 0, is allowed");
        }
        double[][] outputs = GanOutputs.coordinates(gan.generated(state));
        double[][] gradients = GanOutputs.gradients(gan, state, outputs);
        return new StabilityRate(gan).rate(lengths(outputs), lengths(gradients), radius);
    }

    private static double[] lengths(double[][] x) {
        double[] lengths = new double[x[0].length];
        for (int k = 0; k < lengths.length; k++) {
            double square = 0;
            for (double[] coordinate : x) {
                square += coordinate[k] * coordinate[k];
            }
            lengths[k] = Math.sqrt(square);
        }
        return lengths;
    }

    private double rate(double[] outputs, double[] gradients, double radius) {
        double generator = 0;
        double critic = 0;
        double mixed = 0;
        ParticleMeasure latent = gan.latent();
        for (int k = 0; k < latent.size(); k++) {
            double n = latent.weights()[k];
            double reach = reach(latent, k);
            double value = g.valueBound(gan.generatorBox() * (sum(latent, k) + 1));
            double lambda = Math.hypot(value, outer * g.slopeBound() * reach);
            double v = Math.hypot(1, Math.min(outer * value, outputs[k] + lambda * radius));
            double mix = Math.hypot(
                    s.slopeBound() * inner, gan.criticBox() * (s.curvatureBound() * inner * v + s.slopeBound()));
            double p = Math.min(
                    gan.criticBox() * inner * s.slopeBound(),
                    gradients[k] + (radius > 0 ? Math.hypot(mix, curvature * lambda) * radius : 0));
            generator += n * ((p > 0 ? p * Curvature.neuron(g, outer, reach) : 0) + curvature * lambda * lambda);
            critic += n * Curvature.neuron(s, gan.criticBox(), v);
            mixed += n * mix * lambda;
        }
        ParticleMeasure target = gan.target();
        for (int j = 0; j < target.size(); j++) {
            critic += target.weights()[j] * Curvature.neuron(s, gan.criticBox(), reach(target, j));
        }
        double gamma = gan.criticSpeed();
        double coupling = gamma == 1 ? 0 : 0.5 * Math.abs(gamma - 1) * mixed;
        return Curvature.largest(generator, coupling, gamma * critic);
    }

    /** |(x_k, 1)|. */
    private static double reach(ParticleMeasure nodes, int k) {
        double square = 1;
        for (int d = 0; d < nodes.dimension(); d++) {
            square += nodes.x(d)[k] * nodes.x(d)[k];
        }
        return Math.sqrt(square);
    }

    /** |x_k|₁. */
    private static double sum(ParticleMeasure nodes, int k) {
        double sum = 0;
        for (int d = 0; d < nodes.dimension(); d++) {
            sum += Math.abs(nodes.x(d)[k]);
        }
        return sum;
    }
}
