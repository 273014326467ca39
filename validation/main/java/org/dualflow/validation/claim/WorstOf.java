package org.dualflow.validation.claim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The largest of each of some numbers that are measured several times, at several times or on several levels: one expectation, not one for each. */
final class WorstOf {

    private final Map<String, Double> largest = new LinkedHashMap<>();
    private final Map<String, Double> allowed = new LinkedHashMap<>();

    /** Notes a number that must not exceed {@code upper}; what is not a number stays. */
    void atMost(String name, double value, double upper) {
        largest.merge(name, value, Math::max);
        allowed.put(name, upper);
    }

    /** The largest of each, in the order in which they came. */
    List<Bound> bounds() {
        return largest.entrySet().stream()
                .map(entry -> Bound.atMost(
                        entry.getKey(), entry.getValue(), allowed.getOrDefault(entry.getKey(), Double.NaN)))
                .toList();
    }
}
