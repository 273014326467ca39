package org.dualflow.run;

import java.util.List;

/** Contact with one clipped wall, the atom on it, and its departure; the first of each. */
final class WallDetector {

    /** Sums of up to 1e7 weights round by less; no step that takes part of an atom away takes less. */
    private static final double SAME = 1e-9;

    private final String species;
    private final String where;
    private final Crossing contact = new Crossing();
    private final Crossing atom = new Crossing();
    private double before = Double.NaN;
    private double largest;
    private double whole = Double.NaN;
    private double leaving = Double.NaN;
    private boolean gone;

    /**
     * @param species of which species
     * @param where the wall, in words
     */
    WallDetector(String species, String where) {
        this.species = species;
        this.where = where;
    }

    /**
     * @param share part of all mass that is on the wall
     * @param average share of an average point along an axis
     */
    void look(double time, double share, double average, List<Event> events) {
        if (contact.rises(share - 0.5 * average)) {
            events.add(crossed(contact, time, Event.Kind.BOUNDARY_CONTACT, where));
        }
        if (atom.rises(share - BlowUpDetector.ATOM_SHARE)) {
            events.add(crossed(atom, time, Event.Kind.ATOM, "mass " + share + " on " + where));
        }
        lookForDeparture(time, share, events);
        before = time;
    }

    private Event crossed(Crossing crossing, double time, Event.Kind kind, String detail) {
        double from = Double.isNaN(before) ? time : before;
        double at = Math.min(time, from + crossing.fraction() * (time - from));
        return new Event(at, from, time, kind, species, detail);
    }

    private void lookForDeparture(double time, double share, List<Event> events) {
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
        if (largest >= BlowUpDetector.ATOM_SHARE && share < 0.5 * largest) {
            gone = true;
            double at = 0.5 * (whole + leaving);
            events.add(new Event(
                    at,
                    whole,
                    time,
                    Event.Kind.DETACHMENT,
                    species,
                    "of an atom of mass " + largest + " from " + where));
        }
    }
}
