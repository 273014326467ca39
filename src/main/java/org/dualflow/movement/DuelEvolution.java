package org.dualflow.movement;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.dualflow.gan.KernelGan;
import org.dualflow.gan.TwoPointGan;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.mesh.Domain;
import org.dualflow.model.State;
import org.dualflow.restart.Tape;
import org.dualflow.time.Evolution;

/**
 * A model of two players by minimising movements, as a solver of the model.
 *
 * @param <E> energies of the first player
 * @param <F> energies of the second one
 */
public final class DuelEvolution<E extends Energy, F extends Energy> implements Evolution {

    private final DualMovement<E, F> movement;
    private final Supplier<State> state;
    private final double step;
    private double time;

    private DuelEvolution(DualMovement<E, F> movement, Supplier<State> state, double step, double time) {
        if (!Double.isFinite(time)) {
            throw new IllegalArgumentException("time = " + time + ": a finite number is allowed");
        }
        this.movement = movement;
        this.state = state;
        this.step = step;
        this.time = time;
    }

    /**
     * The {@link TwoPointDuel}.
     *
     * @param gan the model
     * @param scheme how the players step; steps of BDF2 grow by at most {@link DualMovement#MOST_GROWTH}
     * @param step τ, positive and finite; what is left to an output is divided evenly into steps of at most τ
     * @param generator g at the start
     * @param critic places of equal particles in order on [-1, 1]
     * @param time initial time, finite
     */
    public static DuelEvolution<SmoothEnergy, LineEnergy> of(
            TwoPointGan gan, DualScheme scheme, double step, double generator, double[] critic, double time) {
        DualFlow<SmoothEnergy, LineEnergy> flow = TwoPointDuel.of(gan, critic.length);
        var movement = new DualMovement<>(flow, scheme, LearningRate.constant(step), new double[] {generator}, critic);
        double[] w = flow.second().space().weights();
        Supplier<State> state =
                () -> new State(List.of(new ParticleMeasure(new double[][] {movement.second()}, w)), movement.first());
        return new DuelEvolution<>(movement, state, step, time);
    }

    /**
     * The {@link KernelDuel}.
     *
     * @param gan the model, on a line
     * @param scheme how the players step: EXPLICIT, SIMULTANEOUS, ALTERNATING or EXTRAGRADIENT
     * @param step τ, positive and finite; what is left to an output is divided evenly into steps of at most τ
     * @param generated places of equal particles in order
     * @param discriminator coefficients of D
     * @param time initial time, finite
     */
    public static DuelEvolution<LineEnergy, SmoothEnergy> of(
            KernelGan gan, DualScheme scheme, double step, double[] generated, double[] discriminator, double time) {
        if (scheme == DualScheme.IMPLICIT || scheme == DualScheme.BDF2) {
            throw new IllegalArgumentException(
                    "scheme = " + scheme
                            + ": EXPLICIT, SIMULTANEOUS, ALTERNATING, EXTRAGRADIENT are allowed for a game that is not monotone");
        }
        KernelDuel duel = new KernelDuel(gan);
        DualFlow<LineEnergy, SmoothEnergy> flow = duel.players(generated.length);
        var movement = new DualMovement<>(
                flow, scheme, LearningRate.constant(step), generated, duel.coordinates(discriminator));
        Domain.Side side = gan.domain().side(0);
        double[] w = flow.first().space().weights();
        Supplier<State> state = () -> {
            double[] x = Arrays.stream(movement.first()).map(side::wrap).toArray();
            return new State(List.of(new ParticleMeasure(new double[][] {x}, w)), duel.coefficients(movement.second()));
        };
        return new DuelEvolution<>(movement, state, step, time);
    }

    /** The players. */
    public DualMovement<E, F> movement() {
        return movement;
    }

    @Override
    public double time() {
        return time;
    }

    @Override
    public State state() {
        return state.get();
    }

    /** {@inheritDoc} There is no step control: a step that cannot be certified fails at once. */
    @Override
    public double step(double end) {
        double rest = remaining(end);
        double h = evenStep(end, movement.longest(step));
        try {
            movement.step(h);
        } catch (MovementFailure failure) {
            throw failure.ofStep(time, "a player");
        }
        time = h == rest ? end : time + h;
        return h;
    }

    @Override
    public void transfer(Tape tape) {
        tape.part("movements");
        time = tape.number(time);
        movement.transfer(tape);
    }

    @Override
    public long steps() {
        return movement.steps();
    }

    /** {@inheritDoc} None. */
    @Override
    public long rejections() {
        return 0;
    }
}
