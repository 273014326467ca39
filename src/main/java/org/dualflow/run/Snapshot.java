package org.dualflow.run;

import java.util.ArrayList;
import java.util.List;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.Measure;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.model.State;
import org.dualflow.restart.Restartable;
import org.dualflow.restart.Tape;

/**
 * A state at one instant, in arrays of its own.
 *
 * @param time the instant
 * @param state measures and scalar unknowns
 */
public record Snapshot(double time, State state) {

    /** Copies a view of a state. */
    public static Snapshot copyOf(double time, State view) {
        List<Measure> measures = new ArrayList<>();
        for (Measure measure : view.measures()) {
            measures.add(copyOf(measure));
        }
        return new Snapshot(
                time, new State(List.copyOf(measures), view.scalars().clone()));
    }

    /** Hands a snapshot to a tape, which overwrites its arrays when it is played. */
    Snapshot transfer(Tape tape) {
        tape.numbers(state.scalars());
        for (Measure measure : state.measures()) {
            ((Restartable) measure).transfer(tape);
        }
        return new Snapshot(tape.number(time), state);
    }

    private static Measure copyOf(Measure measure) {
        if (measure instanceof CellMeasure cells) {
            return cells.copy();
        }
        if (measure instanceof ParticleMeasure particles) {
            return particles.copy();
        }
        throw new IllegalArgumentException(
                "measure = " + measure.getClass().getSimpleName() + ": CellMeasure or ParticleMeasure is allowed");
    }
}
