package org.dualflow.run;

/**
 * A quantity that must not change, how far it has changed, and how far rounding may move it.
 *
 * @param name what is watched
 * @param value the largest breach seen, in the unit of the quantity; 0 is perfect
 * @param budget the largest breach that rounding explains, derived, not tuned
 */
public record Invariant(String name, double value, double budget) {

    /** Whether the breach is within its budget. A NaN is not. */
    public boolean ok() {
        return value <= budget;
    }
}
