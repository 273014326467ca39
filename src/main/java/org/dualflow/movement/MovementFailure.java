package org.dualflow.movement;

import org.dualflow.time.StepFailure;

/** A movement that could not be made and certified: says why, how near it came, and keeps the last iterate. */
public final class MovementFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What went wrong. */
    public enum Cause {
        /** d²/(2τ) + E has no lower bound along the iteration. */
        UNBOUNDED_BELOW,
        /** A point at rest was found, but 1/τ + λ ≤ 0: it may not be the only one, nor the lowest. */
        NOT_CONVEX,
        /** The certificate stayed above the accuracy asked for. */
        NOT_CERTIFIED,
        /** The energy or its derivatives are NaN or infinite. */
        NOT_FINITE
    }

    private final Cause reason;
    private final double[] last;
    private final double bound;

    /**
     * @param reason what went wrong
     * @param last the last iterate, copied
     * @param bound bound of its distance to the minimiser, infinite or NaN if there is none
     * @param detail value and limit, in words
     */
    public MovementFailure(Cause reason, double[] last, double bound, String detail) {
        super(reason + ": " + detail);
        this.reason = reason;
        this.last = last.clone();
        this.bound = bound;
    }

    /** The same, as the failure of a step of a solver. */
    StepFailure ofStep(double time, String species) {
        StepFailure told =
                new StepFailure(StepFailure.Cause.NOT_SOLVED, time, species, -1, String.valueOf(getMessage()));
        told.initCause(this);
        return told;
    }

    /** What went wrong. */
    public Cause reason() {
        return reason;
    }

    /** The last iterate, a copy. */
    public double[] last() {
        return last.clone();
    }

    /** Bound of the last iterate's distance to the minimiser; infinite or NaN if there is none. */
    public double bound() {
        return bound;
    }
}
