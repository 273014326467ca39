package org.dualflow.validation.certificate;

import org.dualflow.model.State;
import org.dualflow.restart.Tape;
import org.dualflow.time.Evolution;

/** An evolution that passes everything on to another one; made to be extended by those that watch its steps. */
public abstract class WrappedEvolution implements Evolution {

    private final Evolution evolution;

    /** Wraps {@code evolution}, which must not be advanced by anybody else. */
    protected WrappedEvolution(Evolution evolution) {
        this.evolution = evolution;
    }

    @Override
    public void transfer(Tape tape) {
        evolution.transfer(tape);
    }

    @Override
    public double step(double end) {
        return evolution.step(end);
    }

    @Override
    public double time() {
        return evolution.time();
    }

    @Override
    public State state() {
        return evolution.state();
    }

    @Override
    public double outflow(int s) {
        return evolution.outflow(s);
    }

    @Override
    public double inflow(int s) {
        return evolution.inflow(s);
    }

    @Override
    public long steps() {
        return evolution.steps();
    }

    @Override
    public long rejections() {
        return evolution.rejections();
    }
}
