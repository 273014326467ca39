package org.dualflow.run;

import java.util.OptionalLong;
import org.dualflow.gan.JensenShannonFlow;
import org.dualflow.measure.Law;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.model.Initial;
import org.dualflow.model.Model;
import org.dualflow.particle.Starts;
import org.dualflow.time.Evolution;

/**
 * Particles for the Jensen–Shannon flow.
 *
 * @param count number of particles, at least 1
 * @param seed empty for the deterministic quantile start; a seed for an independent random start
 * @param method how they find their velocity and are advanced
 */
public record FlowParticles(int count, OptionalLong seed, FlowMethod method) implements Discretisation {

    /** Checks the count. */
    public FlowParticles {
        if (count < 1) {
            throw new IllegalArgumentException("particles = " + count + ": at least 1 is allowed");
        }
    }

    /** Particles that start at the quantiles of the initial law. */
    public static FlowParticles quantiles(int count, FlowMethod method) {
        return new FlowParticles(count, OptionalLong.empty(), method);
    }

    /** Independent particles. */
    public static FlowParticles random(int count, long seed, FlowMethod method) {
        return new FlowParticles(count, OptionalLong.of(seed), method);
    }

    @Override
    public String name() {
        return "particles";
    }

    /** {@inheritDoc} The model must be a {@link JensenShannonFlow}. */
    @Override
    public Evolution begin(Model model, Initial initial, double start) {
        if (!(model instanceof JensenShannonFlow flow)) {
            throw new IllegalArgumentException("model = " + model.name() + ": jensen-shannon-flow is allowed");
        }
        Law law = initial.laws().get(0);
        ParticleMeasure particles =
                seed.isPresent() ? Starts.random(law, count, seed.getAsLong()) : law.quantiles(count);
        return method.begin(flow, initial, particles, start);
    }

    /** Zero: weights never change. */
    @Override
    public double massRoundingPerStep(Model model) {
        return 0;
    }
}
