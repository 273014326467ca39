package org.dualflow.run;

import java.util.List;
import java.util.function.Supplier;
import org.dualflow.restart.Restartable;
import org.dualflow.restart.Tape;

/**
 * Contact with one clipped wall, or with the edges or corners of a box, the atom there, and its departure; the first of
 * each.
 */
final class WallDetector implements Restartable {

    /** Sums of up to 1e7 weights round by less; no step that takes part of an atom away takes less. */
    private static final double SAME = 1e-9;

    private final String species;
    private final Supplier<String> where;
    private final Crossing contact = new Crossing();
    private final Crossing atom = new Crossing();
    private double before = Double.NaN;
    private double largest;
    private double whole = Double.NaN;
    private double leaving = Double.NaN;
    private boolean gone;

    /**
     * @param species of which species
     * @param where the wall, in words, asked for at events only
     */
    WallDetector(String species, Supplier<String> where) {
        this.species = species;
        this.where = where;
    }

    /**
     * @param share part of all mass that is on the wall
     * @param touching the share that is a contact
     * @param atomic the share that is an atom
     */
    void look(double time, double share, double touching, double atomic, List<Event> events) {
        if (contact.rises(share - touching)) {
            events.add(crossed(contact, time, Event.Kind.BOUNDARY_CONTACT, where.get()));
        }
        if (atom.rises(share - atomic)) {
            events.add(crossed(atom, time, Event.Kind.ATOM, "mass " + share + " on " + where.get()));
        }
        lookForDeparture(time, share, atomic, events);
        before = time;
    }

    @Override
    public void transfer(Tape tape) {
        contact.transfer(tape);
        atom.transfer(tape);
        before = tape.number(before);
        largest = tape.number(largest);
        whole = tape.number(whole);
        leaving = tape.number(leaving);
        gone = tape.flag(gone);
    }

    private Event crossed(Crossing crossing, double time, Event.Kind kind, String detail) {
        double from = Double.isNaN(before) ? time : before;
        double at = Math.min(time, from + crossing.fraction() * (time - from));
        return new Event(at, from, time, kind, species, detail);
    }

    private void lookForDeparture(double time, double share, double atomic, List<Event> events) {
        if (gone || !(share >= 0)) {
            return;
        }
        if (share >= largest * (1 - SAME)) {
            largest = Math.max(largest, share);
            whole = time;
            leaving = Double.NaN;
            return;
        }
        if (Double.isNaN(leaving)) {
            leaving = time;
        }
        if (largest >= atomic && share < 0.5 * largest) {
            gone = true;
            double at = 0.5 * (whole + leaving);
            events.add(new Event(
                    at,
                    whole,
                    time,
                    Event.Kind.DETACHMENT,
                    species,
                    "of an atom of mass " + largest + " from " + where.get()));
        }
    }
}
