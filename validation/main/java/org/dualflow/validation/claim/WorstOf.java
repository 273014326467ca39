package org.dualflow.validation.claim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The largest of each of some numbers that are measured several times, at several times, on several levels or of several runs, and held to one
 * tolerance: one expectation, not one for each.
 */
final class WorstOf {

    private final Map<String, Bound> worst = new LinkedHashMap<>();

    /**
     * Notes a number that must not exceed {@code upper}; what is not finite stays.
     *
     * @throws IllegalArgumentException if numbers of this name were held to another bound
     */
    void atMost(String name, double value, double upper) {
        worst.merge(name, Bound.atMost(name, value, upper), WorstOf::larger);
    }

    private static Bound larger(Bound a, Bound b) {
        if (a.upper() != b.upper()) {
            throw new IllegalArgumentException(
                    a.name() + ": at most " + a.upper() + " and " + b.upper() + ": one tolerance is allowed");
        }
        if (!Double.isFinite(b.value())) {
            return b;
        }
        return !Double.isFinite(a.value()) || a.value() >= b.value() ? a : b;
    }

    /** Notes a number that must be within {@code tolerance} of {@code expected}: how far it is from there. */
    void near(String name, double value, double expected, double tolerance) {
        atMost("distance of " + name + " from " + Bound.digits(expected), Math.abs(value - expected), tolerance);
    }

    /** Notes a number that must not exceed a bound: its share of it. A bound that is not finite bounds nothing. */
    void share(String name, double value, double bound) {
        atMost(name, Double.isFinite(bound) ? value / bound : Double.NaN, 1);
    }

    /** The largest of each, in the order in which they came. */
    List<Bound> bounds() {
        return List.copyOf(worst.values());
    }
}
