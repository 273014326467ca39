package org.dualflow.validation.sweep;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.dualflow.validation.io.schema.CaseProblem;

/**
 * A level of a result: where runs come to exceed it is a boundary.
 *
 * @param result name of a result, as the table has it: {@code particles.observables.modeDivergenceAverage}
 * @param level finite
 */
public record Threshold(String result, double level) implements Serializable {

    private static final String OPTION = "--boundary";

    /**
     * Reads {@code RESULT=LEVEL}.
     *
     * @param problems receives what is wrong
     * @return nothing if anything is
     */
    public static Optional<Threshold> parse(String text, List<CaseProblem> problems) {
        int equals = text.indexOf('=');
        if (equals > 0) {
            try {
                double level = Double.parseDouble(text.substring(equals + 1));
                if (Double.isFinite(level)) {
                    return Optional.of(new Threshold(text.substring(0, equals), level));
                }
            } catch (NumberFormatException e) {
                // told below
            }
        }
        problems.add(new CaseProblem(
                OPTION,
                0,
                "",
                text,
                "RESULT=LEVEL with a finite number is allowed, such as grid.observables.energy=0.5"));
        return Optional.empty();
    }

    /** Complains unless the result is one of those that a sweep has. */
    void check(List<String> known, List<CaseProblem> problems) {
        if (!known.contains(result)) {
            problems.add(new CaseProblem(
                    OPTION, 0, result, "no such result", "one of " + String.join(", ", known) + " is allowed"));
        }
    }

    /** Whether a value is above the level. */
    boolean isExceededBy(double value) {
        return value > level;
    }
}
