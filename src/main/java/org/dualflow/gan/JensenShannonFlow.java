package org.dualflow.gan;

import java.util.List;
import org.dualflow.measure.SmoothLaw;
import org.dualflow.mesh.Domain;
import org.dualflow.model.GradientFlow;
import org.dualflow.model.Observable;
import org.dualflow.model.Species;
import org.dualflow.model.Storage;

/**
 * The gradient flow of the Jensen–Shannon divergence to a data law with density d, the mean-field limit of a GAN with
 * an optimal discriminator:
 *
 * <pre>  ∂t u = ½ div( (d∇u - u∇d)/(d + u) ) = ½ div( u ∇ log(u/(u+d)) ),   i.e.   d ∂t r = ½ div( d ∇ log(1+r) ),  r = u/d.</pre>
 *
 * A particle moves with {@link #fillVelocity velocity} -½ ∇ log(u/(u+d)). The divergence decays by
 * dJ/dt = -¼ ∫ d |∇r|²/(r (1+r)²); u = d is at rest. Where d = 0 nothing moves: the discriminator is certain, and its
 * gradient vanishes.
 *
 * <p>One species {@code generator}. Observables on a grid: {@code jsd}, {@code l1ToTarget}, {@code dissipation},
 * {@code ratioMin}, {@code ratioMax}, see {@link TargetDistance}; NaN for particles, which have no density by themselves.
 *
 * @param domain the box, no flux or periodic at each end
 * @param target the data law
 * @see <a href="https://arxiv.org/abs/2205.02910">Huang, Zhang 2023</a>
 */
public record JensenShannonFlow(Domain domain, SmoothLaw target) implements GradientFlow {

    /** Checks the dimensions. */
    public JensenShannonFlow {
        if (target.dimension() != domain.dimension()) {
            throw new IllegalArgumentException("target: dimension " + target.dimension() + ": that of the domain, "
                    + domain.dimension() + ", is allowed");
        }
    }

    @Override
    public String name() {
        return "jensen-shannon-flow";
    }

    @Override
    public List<Species> species() {
        return List.of(new Species("generator", domain));
    }

    @Override
    public double mobility() {
        return 0.5;
    }

    @Override
    public Storage storage() {
        return Storage.EXPONENTIAL;
    }

    @Override
    public List<Observable> observables() {
        return new TargetDistance(target).observables();
    }

    /**
     * A component of the particles' velocity,
     * -½ ∂ log(u/(u+d)) = -½ d/(u+d) (∂ log u - ∂ log d).
     *
     * @param u density of the generated law at the particles
     * @param d density of the data law at the particles
     * @param scoreU ∂ log u there
     * @param scoreD ∂ log d there
     * @param n number of particles
     * @param out velocities; zero where u and d both vanish
     */
    public static void fillVelocity(double[] u, double[] d, double[] scoreU, double[] scoreD, int n, double[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = d[i] == 0 ? 0 : -0.5 * (d[i] / (u[i] + d[i])) * (scoreU[i] - scoreD[i]);
        }
    }
}
