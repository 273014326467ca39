package org.dualflow.run;

import java.util.List;
import org.dualflow.model.State;
import org.dualflow.restart.Restartable;

/** Watches the states of one solution for events; holds what it has seen, so one per solution. */
interface Detector extends Restartable {

    /** Looks at the initial state and at the state after every step, and adds the events it finds. */
    void look(double time, State state, List<Event> events);
}
