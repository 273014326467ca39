package org.dualflow.validation.sweep;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dualflow.validation.io.Digest;

/**
 * What one point of a sweep gave. As text: a head line, one line per value (name, tab, shortest decimal that reads back to the same
 * double) and per failure, and last the SHA-256 of all that; so a record that is cut short or altered is recognised. It holds no times
 * and no names of machines: a point gives the same bytes wherever it is computed.
 *
 * @param point which point
 * @param values column → value
 * @param failures of solutions, one line each; empty if all were completed
 */
public record PointRecord(int point, Map<String, Double> values, List<String> failures) implements Serializable {

    /** What the names of expectations begin with; their values are 1 (met) and 0. */
    static final String EXPECT = "expect.";

    private static final String HEAD = "dualflow point ";
    private static final String FAILURE = "failure\t";

    /** Copies the collections. */
    public PointRecord {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        failures = List.copyOf(failures);
    }

    /** Whether an expectation of the case was not met. */
    boolean isUnmet() {
        return values.entrySet().stream().anyMatch(e -> e.getKey().startsWith(EXPECT) && e.getValue() == 0);
    }

    /**
     * As text.
     *
     * @param plan digest of the plan that the point belongs to
     */
    String toText(String plan) {
        StringBuilder text = new StringBuilder(HEAD)
                .append(point)
                .append(" of ")
                .append(plan)
                .append('\n');
        values.forEach((name, value) ->
                text.append(name).append('\t').append(value.doubleValue()).append('\n'));
        failures.forEach(line -> text.append(FAILURE).append(line).append('\n'));
        return Digest.seal(text.toString());
    }

    /**
     * Reads what {@link #toText} wrote.
     *
     * @return nothing if it is anything else, or belongs to another point or plan
     */
    static Optional<PointRecord> parse(String text, int point, String plan) {
        List<String> lines = Digest.unseal(text).stream().flatMap(String::lines).toList();
        if (lines.isEmpty() || !lines.get(0).equals(HEAD + point + " of " + plan)) {
            return Optional.empty();
        }
        Map<String, Double> values = new LinkedHashMap<>();
        List<String> failures = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            int tab = line.indexOf('\t');
            if (line.startsWith(FAILURE)) {
                failures.add(line.substring(FAILURE.length()));
            } else {
                values.put(line.substring(0, tab), Double.parseDouble(line.substring(tab + 1)));
            }
        }
        return Optional.of(new PointRecord(point, values, failures));
    }
}
