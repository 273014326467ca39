package org.dualflow.run;

import org.dualflow.restart.Restartable;
import org.dualflow.restart.Tape;

/** Finds the first time that a value, once negative, is not negative any more, or was so from the start. */
final class Crossing implements Restartable {
    private double last = Double.NaN;
    private double fraction;
    private boolean done;

    /** Takes the next value, and tells whether this is the step of the crossing; a NaN is no crossing. */
    boolean rises(double value) {
        boolean now = !done && value >= 0;
        if (now) {
            done = true;
            fraction = last < 0 ? last / (last - value) : 0;
        }
        last = value;
        return now;
    }

    @Override
    public void transfer(Tape tape) {
        last = tape.number(last);
        fraction = tape.number(fraction);
        done = tape.flag(done);
    }

    /** Where in the step the straight line between the last two values is zero, from 0 to 1. */
    double fraction() {
        return fraction;
    }
}
