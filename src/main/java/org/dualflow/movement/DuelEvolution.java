package org.dualflow.movement;

import java.util.List;
import org.dualflow.gan.TwoPointGan;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.model.State;
import org.dualflow.restart.Tape;
import org.dualflow.time.Evolution;
import org.dualflow.time.StepFailure;

/** The {@link TwoPointGan} by minimising movements, as a solver of the model. */
public final class DuelEvolution implements Evolution {

    private final DualMovement<SmoothEnergy, LineEnergy> movement;
    private final double step;
    private final double[] weights;
    private double time;

    /**
     * @param gan the model
     * @param scheme how the players step; steps of BDF2 grow by at most {@link DualMovement#MOST_GROWTH}
     * @param step τ, positive and finite; what is left to an output is divided evenly into steps of at most τ
     * @param generator g at the start
     * @param critic places of equal particles in order on [-1, 1]
     * @param time initial time, finite
     */
    public DuelEvolution(
            TwoPointGan gan, DualScheme scheme, double step, double generator, double[] critic, double time) {
        if (!Double.isFinite(time)) {
            throw new IllegalArgumentException("time = " + time + ": a finite number is allowed");
        }
        DualFlow<SmoothEnergy, LineEnergy> flow = TwoPointDuel.of(gan, critic.length);
        this.movement = new DualMovement<>(flow, scheme, LearningRate.constant(step), new double[] {generator}, critic);
        this.weights = flow.second().space().weights();
        this.step = step;
        this.time = time;
    }

    /** The players. */
    public DualMovement<SmoothEnergy, LineEnergy> movement() {
        return movement;
    }

    @Override
    public double time() {
        return time;
    }

    @Override
    public State state() {
        return new State(List.of(new ParticleMeasure(new double[][] {movement.second()}, weights)), movement.first());
    }

    /** {@inheritDoc} There is no step control: a step that cannot be certified fails at once. */
    @Override
    public double step(double end) {
        double rest = remaining(end);
        double h = evenStep(end, movement.longest(step));
        try {
            movement.step(h);
        } catch (MovementFailure failure) {
            StepFailure told = new StepFailure(
                    StepFailure.Cause.NOT_SOLVED, time, "a player", -1, String.valueOf(failure.getMessage()));
            told.initCause(failure);
            throw told;
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
