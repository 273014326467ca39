package org.dualflow.time;

/**
 * No acceptable step could be made: says when, where and why. The solver that throws it keeps its last good state.
 */
public final class StepFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What was broken. */
    public enum Cause {
        /** A velocity, a mass or a coordinate is NaN or infinite. */
        NOT_FINITE,
        /** A mass became negative. */
        NEGATIVE,
        /** The Courant number exceeds its limit for every step down to the smallest allowed. */
        CFL,
        /** Mass reached a place that the domain does not have. */
        LEFT_DOMAIN,
        /** A watched invariant was broken. */
        INVARIANT,
        /** The problem of an implicit step has no solution, or none that could be certified. */
        NOT_SOLVED
    }

    private final Cause reason;
    private final double time;
    private final String species;
    private final int index;

    /**
     * @param reason what was broken
     * @param time time of the last good state
     * @param species name of the species, or of the scalar unknown
     * @param index cell (row-major, first axis fastest) or particle; -1 if none is to blame
     * @param detail value and limit, in words
     */
    public StepFailure(Cause reason, double time, String species, int index, String detail) {
        super(reason + " at t = " + time + " in " + species + (index < 0 ? "" : ", index " + index) + ": " + detail);
        this.reason = reason;
        this.time = time;
        this.species = species;
        this.index = index;
    }

    /** What was broken. */
    public Cause reason() {
        return reason;
    }

    /** Time of the last good state. */
    public double time() {
        return time;
    }

    /** The species, or the scalar unknown. */
    public String species() {
        return species;
    }

    /** Cell or particle, -1 if none is to blame. */
    public int index() {
        return index;
    }
}
