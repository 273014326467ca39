package org.dualflow.validation.claim;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.dualflow.gan.ClippedWassersteinGan;
import org.dualflow.gan.NodeRule;
import org.dualflow.measure.AtomicLaw;
import org.dualflow.measure.Law;
import org.dualflow.measure.LineLaw;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.measure.ProductLaw;
import org.dualflow.model.Initial;
import org.dualflow.model.State;
import org.dualflow.particle.ParticleScheme;
import org.dualflow.particle.ParticleTransport;
import org.dualflow.particle.Starts;
import org.dualflow.training.Streams;
import org.dualflow.training.TrainingEvolution;
import org.dualflow.training.TrainingScheme;

/**
 * One small network of each player, trained from the same neurons in different ways. Data: four points on the line; latent
 * law: six Gauss–Hermite nodes; critic box [-1, 1]³, part of whose mass is blocked before the end.
 */
final class TrainingStudy {

    /** How long everything is trained. */
    static final double END = 2;

    static final ClippedWassersteinGan GAN = ClippedWassersteinGan.of(
            AtomicLaw.of(new double[] {-1.2, -0.3, 0.9, 1.6}, new double[] {0.3, 0.3, 0.15, 0.25})
                    .rule(4),
            NodeRule.gaussHermite(1, 6));

    /** Initial laws of 3³ atoms each: their mean-field solution is one of 27 + 27 weighted neurons, without any error of N. */
    static final Initial ATOMS = GAN.initial(
            cube(AtomicLaw.of(new double[] {-1, 0.3, 1.2}, new double[] {0.3, 0.4, 0.3})),
            cube(AtomicLaw.of(new double[] {-0.9, 0.2, 0.7}, new double[] {0.25, 0.35, 0.4})));

    private TrainingStudy() {}

    private static Law cube(LineLaw factor) {
        return new ProductLaw(Collections.nCopies(3, factor));
    }

    /** {@code n} independent neurons per player. */
    static List<ParticleMeasure> draw(Initial initial, int n, long seed) {
        SplittableRandom root = new SplittableRandom(seed);
        return List.of(
                Starts.random(initial.laws().get(0), n, root.split()),
                Starts.random(initial.laws().get(1), n, root.split()));
    }

    /** The neurons of {@link #ATOMS} themselves, with their weights. */
    static List<ParticleMeasure> atoms() {
        return Starts.quantiles(ATOMS, 27);
    }

    /** Two uniform laws on cubes, each as the middles of {@code each}³ equal boxes. */
    static List<ParticleMeasure> lattice(int each) {
        return List.of(lattice(each, -1, 1.2), lattice(each, -0.8, 0.9));
    }

    private static ParticleMeasure lattice(int each, double from, double to) {
        int n = each * each * each;
        double[][] x = new double[3][n];
        double[] w = new double[n];
        Arrays.fill(w, 1.0 / n);
        for (int i = 0; i < n; i++) {
            int rest = i;
            for (double[] coordinate : x) {
                coordinate[i] = from + (to - from) * (rest % each + 0.5) / each;
                rest /= each;
            }
        }
        return new ParticleMeasure(x, w);
    }

    /** The neurons after training. */
    static State train(List<ParticleMeasure> start, TrainingScheme scheme, long seed) {
        TrainingEvolution training = new TrainingEvolution(GAN, start, scheme, Streams.of(seed), 0);
        training.advanceTo(END);
        return training.state();
    }

    /** The neurons moved by the particle system itself, with a time error far below what is studied. */
    static State flow(List<ParticleMeasure> start) {
        ParticleTransport particles =
                new ParticleTransport(GAN, start, new double[0], ParticleScheme.rungeKutta4(END / 500));
        particles.advanceTo(END);
        return particles.state();
    }

    /** One law's neurons, and those of another one without mass: they show how the first one's networks move them. */
    static List<ParticleMeasure> withTracers(List<ParticleMeasure> law, List<ParticleMeasure> tracers) {
        return List.of(joined(law.get(0), tracers.get(0)), joined(law.get(1), tracers.get(1)));
    }

    private static ParticleMeasure joined(ParticleMeasure law, ParticleMeasure tracers) {
        double[][] x = new double[law.dimension()][];
        for (int d = 0; d < x.length; d++) {
            x[d] = Arrays.copyOf(tracers.x(d), tracers.size() + law.size());
            System.arraycopy(law.x(d), 0, x[d], tracers.size(), law.size());
        }
        double[] w = new double[x[0].length];
        System.arraycopy(law.weights(), 0, w, tracers.size(), law.size());
        return new ParticleMeasure(x, w);
    }

    /**
     * Mean squared distance of the first {@code n} neurons of each player in one state from those in another, both players
     * added: if these are all neurons, with equal weights, a bound of W₂² + W₂² by the coupling that pairs each neuron with
     * itself.
     */
    static double distance(State one, State other, int n) {
        return distance(one, other, 0, n) + distance(one, other, 1, n);
    }

    /** As {@link #distance(State, State, int)}, of one player. */
    static double distance(State one, State other, int player, int n) {
        ParticleMeasure a = (ParticleMeasure) one.measure(player);
        ParticleMeasure b = (ParticleMeasure) other.measure(player);
        double sum = 0;
        for (int d = 0; d < a.dimension(); d++) {
            for (int i = 0; i < n; i++) {
                double difference = a.x(d)[i] - b.x(d)[i];
                sum += difference * difference;
            }
        }
        return sum / n;
    }
}
