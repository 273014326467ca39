package org.dualflow.validation.claim;

import java.util.List;
import org.dualflow.field.VelocityField;
import org.dualflow.gan.ClippedWassersteinGan;
import org.dualflow.gan.NodeRule;
import org.dualflow.measure.AtomicLaw;
import org.dualflow.measure.CompensatedSum;
import org.dualflow.measure.DensityLaw;
import org.dualflow.measure.LineLaw;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.measure.ProductLaw;
import org.dualflow.measure.UniformLaw;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Coupling;
import org.dualflow.model.Initial;
import org.dualflow.model.State;
import org.dualflow.particle.ParticleScheme;
import org.dualflow.particle.ParticleTransport;
import org.hipparchus.util.FastMath;

/**
 * The smooth clipped GAN in its full three-dimensional parameter spaces, tanh for both players: data at four points, latent
 * law of eight Gauss–Hermite nodes, critic box [-1, 1]³, γ = 2, and laws without any symmetry, of the
 * densities 1 + cos on boxes inside the players' own: smooth, without tails that quantiles would resolve slowly. The generator's box is
 * [-2, 2]³.
 */
final class NetworkStudy {

    static final double CRITIC_SPEED = 2;

    static final ClippedWassersteinGan GAN = ClippedWassersteinGan.of(
                    AtomicLaw.of(new double[] {-1.2, -0.3, 0.9, 1.6}, new double[] {0.3, 0.3, 0.15, 0.25})
                            .rule(4),
                    NodeRule.gaussHermite(1, 8))
            .withCriticSpeed(CRITIC_SPEED)
            .withGeneratorBox(2);

    /** Ends of the critic's support at the start, axis by axis. */
    private static final double[][] SUPPORT = {{-0.5, 0.6}, {-0.4, 0.7}, {-0.6, 0.3}};

    static final Initial INITIAL = GAN.initial(
            ProductLaw.of(bump(-0.8, 1.1), bump(-1, 0.7), bump(-0.7, 0.9)),
            ProductLaw.of(bump(SUPPORT[0]), bump(SUPPORT[1]), bump(SUPPORT[2])));

    /** The critic starts uniform on its support, so that it arrives at a wall with a density that jumps. */
    static final Initial UNIFORM = GAN.initial(
            INITIAL.laws().get(0), ProductLaw.of(uniform(SUPPORT[0]), uniform(SUPPORT[1]), uniform(SUPPORT[2])));

    private NetworkStudy() {}

    private static LineLaw bump(double... ends) {
        double half = 0.5 * (ends[1] - ends[0]);
        return new DensityLaw(x -> 1 - FastMath.cos(FastMath.PI * (x - ends[0]) / half), ends[0], ends[1]);
    }

    private static LineLaw uniform(double... ends) {
        return new UniformLaw(ends[0], ends[1]);
    }

    /** {@code each}³ points of the critic's support without weight, its faces, edges and corners among them. */
    static ParticleMeasure support(int each, double weight) {
        double[][] x = new double[3][each * each * each];
        double[] w = new double[x[0].length];
        java.util.Arrays.fill(w, weight);
        for (int i = 0; i < w.length; i++) {
            int rest = i;
            for (int d = 0; d < 3; d++) {
                x[d][i] = SUPPORT[d][0] + (SUPPORT[d][1] - SUPPORT[d][0]) * (rest % each) / (each - 1);
                rest /= each;
            }
        }
        return new ParticleMeasure(x, w);
    }

    /** A run of the particle system with Runge and Kutta's method. */
    static ParticleTransport flow(ClippedWassersteinGan gan, List<ParticleMeasure> start, double step) {
        return new ParticleTransport(gan, start, new double[0], ParticleScheme.rungeKutta4(step));
    }

    /** -∫ |θ'|² dμ + ∫ |ω'|² dν / γ, with the field of the model, projected at the critic's walls. */
    static double power(ClippedWassersteinGan gan, State state) {
        Coupling coupling = gan.couple();
        coupling.freeze(0, state);
        return squares(gan, coupling.field(1), state, 1) / gan.criticSpeed()
                - squares(gan, coupling.field(0), state, 0);
    }

    private static double squares(ClippedWassersteinGan gan, VelocityField field, State state, int species) {
        Domain domain = gan.species().get(species).domain();
        CompensatedSum sum = new CompensatedSum();
        state.measure(species).forEachBlock((x, w, n) -> {
            double[][] v = new double[x.length][n];
            field.fill(x, n, v);
            for (int d = 0; d < x.length; d++) {
                for (int i = 0; i < n; i++) {
                    boolean blocked = x[d][i] >= domain.side(d).upper() && v[d][i] > 0
                            || x[d][i] <= domain.side(d).lower() && v[d][i] < 0;
                    sum.add(blocked ? 0 : w[i] * v[d][i] * v[d][i]);
                }
            }
        });
        return sum.value();
    }
}
