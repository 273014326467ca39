package org.dualflow.run;

import org.dualflow.restart.Tape;

/**
 * Something that happened at one moment of a solution.
 *
 * @param time best estimate of the moment
 * @param earliest the moment is not before this time
 * @param latest the moment is not after this time
 * @param kind what happened
 * @param species to which species
 * @param detail in words: where, how much
 */
public record Event(double time, double earliest, double latest, Kind kind, String species, String detail) {

    /** What can happen. */
    public enum Kind {
        /** The support reaches a wall. */
        BOUNDARY_CONTACT("boundary-contact"),
        /** A part of positive mass sits at one point, or on one wall. */
        ATOM("atom"),
        /** An atom leaves the wall on which it sat. */
        DETACHMENT("detachment"),
        /** All mass is one atom. */
        COLLAPSE("collapse"),
        /** The density leaves every L^p, p &gt; 1. */
        BLOW_UP("blow-up");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The name that result files use. */
        public String label() {
            return label;
        }
    }

    /** Checks that the moment lies in its bracket. */
    public Event {
        if (!(earliest <= time && time <= latest)) {
            throw new IllegalArgumentException(
                    "time = " + time + ": a time in the bracket [" + earliest + ", " + latest + "] is allowed");
        }
    }

    /** Hands an event to a tape. */
    Event transfer(Tape tape) {
        return new Event(
                tape.number(time),
                tape.number(earliest),
                tape.number(latest),
                Kind.valueOf(tape.text(kind.name())),
                tape.text(species),
                tape.text(detail));
    }

    /** An event whose moment is known as well as floating point allows. */
    public static Event at(double time, Kind kind, String species, String detail) {
        return new Event(time, time, time, kind, species, detail);
    }
}
