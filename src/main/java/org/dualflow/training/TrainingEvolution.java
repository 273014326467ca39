package org.dualflow.training;

import java.util.List;
import java.util.Optional;
import org.dualflow.gan.ClippedWassersteinGan;
import org.dualflow.gan.GanGradients;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.model.Species;
import org.dualflow.model.State;
import org.dualflow.parallel.Team;
import org.dualflow.restart.Tape;
import org.dualflow.time.Evolution;
import org.dualflow.time.StepFailure;

/**
 * A generative adversarial network in training, seen as a solution of its mean-field model: the law of its neurons. See
 * {@link TrainingScheme} for the iteration.
 *
 * <p>With full batches and one critic step, an iteration is Euler's method for the particle system, except that the players
 * move in turn: the critic's step is that of the state (μ_n, ν_n), the generator's that of (μ_n, ν_{n+1}). Clipping after an
 * explicit step is Moreau's catching-up scheme for the projected field (J. Differential Equations 26 (1977),
 * doi:10.1016/0022-0396(77)90085-7). The generator's box clips likewise, where the algorithm has none; see the model.
 *
 * <p>Batches are drawn by the calling thread, sums over neurons are made in fixed blocks: results do not depend on the
 * number of threads. A step allocates nothing but a stream of random numbers per batch.
 *
 * <p>Not thread-safe.
 */
public final class TrainingEvolution implements Evolution {

    private final TrainingScheme scheme;
    private final GanGradients gradients;
    private final Optional<Batches> batches;
    private final Player generator;
    private final Player critic;
    private final State state;
    private double time;
    private long steps;

    /**
     * @param gan the model
     * @param start neurons of generator and critic, inside their boxes, of positive mass, copied
     * @param scheme the algorithm
     * @param streams random numbers for the batches
     * @param time the time at which it starts
     * @throws IllegalArgumentException if the start does not fit the model, or a batch is larger than the data
     */
    public TrainingEvolution(
            ClippedWassersteinGan gan,
            List<ParticleMeasure> start,
            TrainingScheme scheme,
            Streams streams,
            double time) {
        List<Species> species = gan.species();
        if (start.size() != species.size()) {
            throw new IllegalArgumentException(
                    "start: neurons of " + start.size() + " players: of " + species.size() + " is allowed");
        }
        if (!Double.isFinite(time)) {
            throw new IllegalArgumentException("time = " + time + ": a finite number is allowed");
        }
        this.scheme = scheme;
        this.time = time;
        this.gradients = gradients(gan, scheme);
        this.batches = scheme.batches().map(sizes -> new Batches(gan, sizes, gradients, streams));
        this.generator = new Player(species.get(0), start.get(0));
        this.critic = new Player(species.get(1), start.get(1));
        this.state = new State(List.of(generator.neurons(), critic.neurons()), new double[0]);
    }

    /** Networks for the batches of a scheme; the full batch is taken once and for all. */
    private static GanGradients gradients(ClippedWassersteinGan gan, TrainingScheme scheme) {
        if (scheme.batches().isPresent()) {
            MiniBatches sizes = scheme.batches().get();
            return new GanGradients(gan, sizes.latents(), sizes.data());
        }
        GanGradients all =
                new GanGradients(gan, gan.latent().size(), gan.target().size());
        all.takeLatents(coordinates(gan.latent()), gan.latent().weights());
        all.takeData(coordinates(gan.target()), gan.target().weights());
        return all;
    }

    private static double[][] coordinates(ParticleMeasure points) {
        double[][] x = new double[points.dimension()][];
        for (int d = 0; d < x.length; d++) {
            x[d] = points.x(d);
        }
        return x;
    }

    @Override
    public void workWith(Team team) {
        gradients.workWith(team);
        generator.workWith(team);
        critic.workWith(team);
    }

    @Override
    public double time() {
        return time;
    }

    @Override
    public State state() {
        return state;
    }

    /** {@inheritDoc} One iteration. There is no step control: a step that is not finite fails at once. */
    @Override
    public double step(double end) {
        double h = evenStep(end, scheme.step());
        generator.keep();
        critic.keep();
        try {
            iterate(h);
        } catch (StepFailure failure) {
            generator.restore();
            critic.restore();
            throw failure;
        }
        time = h == remaining(end) ? end : time + h;
        steps++;
        return h;
    }

    @Override
    public void transfer(Tape tape) {
        tape.part("training");
        time = tape.number(time);
        steps = tape.whole(steps);
        generator.transfer(tape);
        critic.transfer(tape);
        batches.ifPresent(drawn -> drawn.transfer(tape));
    }

    private void iterate(double h) {
        for (int k = 0; k < scheme.criticSteps(); k++) {
            if (batches.isPresent()) {
                batches.get().drawLatents();
                batches.get().drawData();
            }
            gradients.freezeCritic(state);
            critic.move(gradients.critic(), h / scheme.criticSteps(), time);
        }
        if (batches.isPresent()) {
            batches.get().drawLatents();
        }
        gradients.freezeGenerator(state);
        generator.move(gradients.generator(), h, time);
    }

    @Override
    public long steps() {
        return steps;
    }
}
