package org.dualflow.validation.claim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The largest of each of some numbers that are measured several times, at several times or on several levels: one expectation, not one for each. */
final class WorstOf {

    private final Map<String, Bound> worst = new LinkedHashMap<>();

    /** Notes a number that must not exceed {@code upper}; what is not a number stays. */
    void atMost(String name, double value, double upper) {
        worst.merge(
                name,
                Bound.atMost(name, value, upper),
                (a, b) -> Bound.atMost(name, Math.max(a.value(), b.value()), upper));
    }

    /** Notes a number that must be within {@code tolerance} of {@code expected}: how far it is from there. */
    void near(String name, double value, double expected, double tolerance) {
        atMost("|" + name + " - " + expected + "|", Math.abs(value - expected), tolerance);
    }

    /** The largest of each, in the order in which they came. */
    List<Bound> bounds() {
        return List.copyOf(worst.values());
    }
}
