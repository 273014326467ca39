package org.dualflow.gan;

import java.util.Arrays;
import org.dualflow.field.Activation;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.model.State;

/**
 * The bounds of {@link StabilityRate}, for all states, or for those within ρ of a given one in the sense that their neurons
 * are coupled with mean squared distance at most ρ².
 *
 * <p>In the second case a supremum over neurons may be replaced by a mean over the given law, plus ρ times a Lipschitz
 * constant: by Cauchy–Schwarz |δG_k| ≤ ‖∂θ(α s)‖ A in L²(μ), and
 *
 * <pre>  Λ_k ≤ (∫ s² + |α|² s'² Y_k² dμ)^½ + λ(R√d, Y_k) ρ,      |G_k| ≤ |G_k⁰| + Λ_k ρ,
 *  M ≤ S₂ (∫ |a| |b|² dν + (v̂⁴ + 4r²v̂²)^½ ρ),
 *  K_k ≤ (∫ (S₁|b|)² + a² (S₂|b|V_k + S₁)² dν)^½ + (S₁² + (S₂ r V_k)² + (S₂ v̂ V_k + S₁)²)^½ ρ,
 *  |p_k| ≤ |p_k⁰| + (K_k² + (M Λ_k)²)^½ ρ.</pre>
 *
 * The Hessian of a single neuron stays a supremum, since the difference of two laws may sit where it is largest.
 */
final class NearbyBounds {

    private final ClippedWassersteinGan gan;
    private final Activation g;
    private final Activation s;
    private final double outer;
    private final double inner;
    private final double radius;
    private final double[] outputs;
    private final double[] gradients;
    private final double[] sensitivities;
    private final CriticMoments moments;

    /** For all states. */
    NearbyBounds(ClippedWassersteinGan gan) {
        this(gan, unknown(gan), unknown(gan), unknown(gan), CriticMoments.UNKNOWN, 0);
    }

    /** For states near a given one. */
    NearbyBounds(ClippedWassersteinGan gan, State state, double radius) {
        this(gan, GanOutputs.coordinates(gan.generated(state)), state, radius);
    }

    private NearbyBounds(ClippedWassersteinGan gan, double[][] outputs, State state, double radius) {
        this(
                gan,
                lengths(outputs),
                lengths(GanOutputs.gradients(gan, state, outputs)),
                Sensitivity.of(gan, state),
                CriticMoments.of(state.measure(1)),
                radius);
    }

    private NearbyBounds(
            ClippedWassersteinGan gan,
            double[] outputs,
            double[] gradients,
            double[] sensitivities,
            CriticMoments moments,
            double radius) {
        this.gan = gan;
        this.outputs = outputs;
        this.gradients = gradients;
        this.sensitivities = sensitivities;
        this.moments = moments;
        this.radius = radius;
        g = gan.generatorActivation();
        s = gan.criticActivation();
        outer = gan.generatorBox() * Math.sqrt(gan.dataDimension());
        inner = gan.criticBox() * Math.sqrt(gan.dataDimension());
    }

    private static double[] unknown(ClippedWassersteinGan gan) {
        double[] unknown = new double[gan.latent().size()];
        Arrays.fill(unknown, Double.POSITIVE_INFINITY);
        return unknown;
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

    /** |(x_k, 1)|. */
    static double reach(ParticleMeasure nodes, int k) {
        double square = 1;
        for (int d = 0; d < nodes.dimension(); d++) {
            square += nodes.x(d)[k] * nodes.x(d)[k];
        }
        return Math.sqrt(square);
    }

    /** g_k. */
    private double value(int k) {
        double sum = 1;
        for (int d = 0; d < gan.latentDimension(); d++) {
            sum += Math.abs(gan.latent().x(d)[k]);
        }
        return g.valueBound(gan.generatorBox() * sum);
    }

    /** λ(R√d, Y_k). */
    double generatorHessian(int k) {
        return Curvature.neuron(g, outer, reach(gan.latent(), k));
    }

    /** Λ_k. */
    double sensitivity(int k) {
        double largest = Math.hypot(value(k), outer * g.slopeBound() * reach(gan.latent(), k));
        return Math.min(largest, sensitivities[k] + radius * generatorHessian(k));
    }

    /** |G_k|. */
    double output(int k) {
        return Math.min(outer * value(k), outputs[k] + radius * sensitivity(k));
    }

    /** M. */
    double criticCurvature() {
        double largest = gan.criticBox() * inner * inner;
        double slope = Math.hypot(inner * inner, 2 * gan.criticBox() * inner);
        return s.curvatureBound() * Math.min(largest, moments.cubic() + radius * slope);
    }

    /** K_k. */
    double mixed(int k) {
        double v = Math.hypot(1, output(k));
        double s1 = s.slopeBound();
        double s2 = s.curvatureBound();
        double r = gan.criticBox();
        double largest = Math.hypot(s1 * inner, r * (s2 * inner * v + s1));
        double slope = Math.hypot(Math.hypot(s1, s2 * r * v), s2 * inner * v + s1);
        return Math.min(largest, moments.mixed(s1, s2 * v) + radius * slope);
    }

    /** |p_k|. */
    double gradient(int k) {
        double largest = gan.criticBox() * inner * s.slopeBound();
        return Math.min(largest, gradients[k] + radius * Math.hypot(mixed(k), criticCurvature() * sensitivity(k)));
    }
}
