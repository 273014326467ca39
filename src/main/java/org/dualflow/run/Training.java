package org.dualflow.run;

import java.util.List;
import org.dualflow.gan.ClippedWassersteinGan;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.model.Initial;
import org.dualflow.model.Model;
import org.dualflow.particle.Starts;
import org.dualflow.time.Evolution;
import org.dualflow.training.Streams;
import org.dualflow.training.TrainingEvolution;
import org.dualflow.training.TrainingScheme;

/**
 * The training algorithm of a generative adversarial network, as a solver of its mean-field model.
 *
 * @param generators neurons of the generator, N, at least 1
 * @param critics neurons of the critic, M, at least 1
 * @param start how the neurons are initialised
 * @param seed for initial neurons and batches, each with streams of its own
 * @param scheme the algorithm
 * @param threads that work on it, at least 1; results do not depend on it
 */
public record Training(int generators, int critics, Start start, long seed, TrainingScheme scheme, int threads)
        implements Discretisation {

    /** How neurons are initialised. */
    public enum Start {
        /** Independent draws from the initial laws, as in practice. */
        RANDOM,
        /** Deterministic points of the initial laws, about as many as asked for. */
        QUANTILES
    }

    /** Checks the counts. */
    public Training {
        requirePositive("generators", generators);
        requirePositive("critics", critics);
        Threads.require(threads);
    }

    private static void requirePositive(String name, int count) {
        if (count < 1) {
            throw new IllegalArgumentException(name + " = " + count + ": at least 1 is allowed");
        }
    }

    /** Networks of {@code neurons} neurons each, initialised at random. */
    public static Training random(int neurons, long seed, TrainingScheme scheme) {
        return new Training(neurons, neurons, Start.RANDOM, seed, scheme, 1);
    }

    /** Networks of about {@code neurons} neurons each, initialised deterministically; the seed is for the batches. */
    public static Training quantiles(int neurons, long seed, TrainingScheme scheme) {
        return new Training(neurons, neurons, Start.QUANTILES, seed, scheme, 1);
    }

    /** The same training with several threads. */
    @Override
    public Training withThreads(int number) {
        return new Training(generators, critics, start, seed, scheme, number);
    }

    @Override
    public String name() {
        return "training";
    }

    @Override
    public Evolution begin(Model model, Initial initial, double time) {
        if (!(model instanceof ClippedWassersteinGan gan)) {
            throw new IllegalArgumentException(
                    "model = " + model.name() + ": clipped-wasserstein-gan is allowed, the model of this algorithm");
        }
        Streams streams = Streams.of(seed);
        List<ParticleMeasure> neurons = start == Start.RANDOM
                ? List.of(
                        Starts.random(initial.laws().get(0), generators, streams.generator()),
                        Starts.random(initial.laws().get(1), critics, streams.critic()))
                : List.of(
                        initial.laws().get(0).quantiles(generators),
                        initial.laws().get(1).quantiles(critics));
        return Threads.give(threads, new TrainingEvolution(gan, neurons, scheme, streams, time));
    }

    /** Zero: weights never change. */
    @Override
    public double massRoundingPerStep(Model model) {
        return 0;
    }
}
