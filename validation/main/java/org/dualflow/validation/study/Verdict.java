package org.dualflow.validation.study;

/** What a check says. Only {@link #PASS} lets a build pass. Declared from best to worst. */
public enum Verdict {
    /** The measured interval lies inside the expected one. */
    PASS,
    /** All errors are round-off although an order was expected: nothing was measured. */
    AT_FLOOR,
    /** The interval straddles the edge of the expected one, or fewer than three levels are left. */
    INCONCLUSIVE,
    /** The interval lies outside the expected one. */
    FAIL;

    /** The worse of two verdicts. */
    public Verdict and(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Whether a build may pass. */
    public boolean passes() {
        return this == PASS;
    }

    /** PASS if the interval [low, high] lies in [from, to], FAIL if they are disjoint or it is not a number. */
    public static Verdict of(double low, double high, double from, double to) {
        if (low >= from && high <= to) {
            return PASS;
        }
        boolean overlap = high >= from && low <= to;
        return overlap ? INCONCLUSIVE : FAIL;
    }
}
