package org.dualflow.validation.sweep;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dualflow.validation.io.CaseTemplate.Replacement;
import org.dualflow.validation.io.schema.BadCaseException;
import org.dualflow.validation.io.schema.CaseProblem;

/**
 * A key of a case, between two values of which a result comes to exceed a level, and that is halved until it is known where: every
 * point of the sweep is then ⌈log₂((upper - lower)/width)⌉ + 2 runs, one after the other, and gives one number, the boundary. If the
 * result is on both sides of the level more than once, one of the places is found.
 *
 * @param path keys joined by dots
 * @param lower one end, finite
 * @param upper the other end, greater
 * @param width of the last bracket, positive
 * @param threshold what is crossed
 */
public record Bisection(String path, double lower, double upper, double width, Threshold threshold)
        implements Serializable {

    /** The middle of the last bracket; NaN if the result is on one side of the level at both ends. */
    static final String BOUNDARY = "boundary";

    private static final String OPTION = "--bisect";
    private static final Pattern FORM = Pattern.compile("([^=]+)=([^:]+):([^:]+):([^:]+)");

    /** One run. */
    @FunctionalInterface
    interface Evaluation {
        /** The result at a value of the key; nothing if the run was stopped or failed. */
        OptionalDouble at(double value) throws BadCaseException;
    }

    /** Reads {@code path=a:b:width}; nothing, and a problem, if it is anything else. */
    static Optional<Bisection> parse(String text, Threshold threshold, List<CaseProblem> problems) {
        Matcher form = FORM.matcher(text);
        if (form.matches()) {
            try {
                Bisection bisection = new Bisection(
                        form.group(1),
                        Double.parseDouble(form.group(2)),
                        Double.parseDouble(form.group(3)),
                        Double.parseDouble(form.group(4)),
                        threshold);
                if (bisection.isPossible()) {
                    return Optional.of(bisection);
                }
            } catch (NumberFormatException e) {
                // told below
            }
        }
        problems.add(new CaseProblem(
                OPTION, 0, "", text, "path=a:b:width with numbers a < b and 0 < width < b - a is allowed"));
        return Optional.empty();
    }

    private boolean isPossible() {
        return lower < upper
                && width > 1e-12 * (upper - lower)
                && width < upper - lower
                && Double.isFinite(upper - lower);
    }

    /** The key's value, put into the case. */
    Replacement replacement(double value) {
        return new Replacement(OPTION, path, Double.toString(value));
    }

    /** Number of runs of a point with a boundary. */
    int runs() {
        int runs = 2;
        for (double length = upper - lower; length > width; length *= 0.5) {
            runs++;
        }
        return runs;
    }

    /**
     * Halves.
     *
     * @return the boundary and the result at both ends; nothing if a run gave nothing
     */
    Optional<Map<String, Double>> find(Evaluation evaluation) throws BadCaseException {
        OptionalDouble first = evaluation.at(lower);
        OptionalDouble last = first.isPresent() ? evaluation.at(upper) : OptionalDouble.empty();
        if (first.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        boolean rises = threshold.isExceededBy(last.getAsDouble());
        double low = lower;
        double high = upper;
        boolean crosses = rises != threshold.isExceededBy(first.getAsDouble());
        while (crosses && high - low > width) {
            double middle = 0.5 * (low + high);
            OptionalDouble there = evaluation.at(middle);
            if (there.isEmpty()) {
                return Optional.empty();
            }
            if (threshold.isExceededBy(there.getAsDouble()) == rises) {
                high = middle;
            } else {
                low = middle;
            }
        }
        Map<String, Double> found = new LinkedHashMap<>();
        found.put(BOUNDARY, crosses ? 0.5 * (low + high) : Double.NaN);
        found.put(BOUNDARY + ".atLower", first.getAsDouble());
        found.put(BOUNDARY + ".atUpper", last.getAsDouble());
        return Optional.of(found);
    }

    /** As {@code plan.txt} says it. */
    String describe() {
        return path + " from " + lower + " to " + upper + " to within " + width + " where " + threshold.result() + " = "
                + threshold.level();
    }
}
