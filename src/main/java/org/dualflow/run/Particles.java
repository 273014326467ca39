package org.dualflow.run;

import java.util.List;
import java.util.OptionalLong;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.model.Initial;
import org.dualflow.model.Model;
import org.dualflow.particle.ParticleScheme;
import org.dualflow.particle.ParticleTransport;
import org.dualflow.particle.Starts;
import org.dualflow.time.Evolution;

/**
 * Particles for every species, and how they move.
 *
 * @param count particles of each species, at least 1
 * @param seed empty for the deterministic quantile start; a seed for independent random starts, one stream per species
 * @param scheme how they are advanced
 * @param threads that work on them, at least 1; results do not depend on it
 */
public record Particles(int count, OptionalLong seed, ParticleScheme scheme, int threads) implements Discretisation {

    /** Checks the count. */
    public Particles {
        if (count < 1) {
            throw new IllegalArgumentException("particles = " + count + ": at least 1 is allowed");
        }
        Threads.require(threads);
    }

    /** Particles for one thread. */
    public Particles(int count, OptionalLong seed, ParticleScheme scheme) {
        this(count, seed, scheme, 1);
    }

    /** The same particles for several threads. */
    @Override
    public Particles withThreads(int number) {
        return new Particles(count, seed, scheme, number);
    }

    /** Particles that start at the quantiles of the initial laws. */
    public static Particles quantiles(int count, ParticleScheme scheme) {
        return new Particles(count, OptionalLong.empty(), scheme);
    }

    /** Independent particles. */
    public static Particles random(int count, long seed, ParticleScheme scheme) {
        return new Particles(count, OptionalLong.of(seed), scheme);
    }

    @Override
    public String name() {
        return "particles";
    }

    @Override
    public Evolution begin(Model model, Initial initial, double start) {
        List<ParticleMeasure> clouds =
                seed.isPresent() ? Starts.random(initial, count, seed.getAsLong()) : Starts.quantiles(initial, count);
        double[] scalars =
                initial.scalars().stream().mapToDouble(Double::doubleValue).toArray();
        return Threads.give(threads, new ParticleTransport(Kinds.transport(model), clouds, scalars, scheme, start));
    }

    /** Zero: weights never change. */
    @Override
    public double massRoundingPerStep(Model model) {
        return 0;
    }
}
