package org.dualflow.validation.sweep;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dualflow.validation.io.schema.CaseProblem;
import org.hipparchus.util.FastMath;

/**
 * A key of a case and the values that it takes.
 *
 * @param path keys joined by dots
 * @param values in YAML, each of them once
 */
public record SweepAxis(String path, List<String> values) implements Serializable {

    private static final String OPTION = "--over";
    private static final String NUMBER = "[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?";
    private static final Pattern RANGE = Pattern.compile("(" + NUMBER + "):(" + NUMBER + "):(\\d+)(:log)?");
    private static final int MOST_VALUES = 100_000;

    /** Copies the list. */
    public SweepAxis {
        values = List.copyOf(values);
    }

    /**
     * Reads {@code path=a:b:n} (n values from a to b, evenly spaced), {@code path=a:b:n:log} (with a constant ratio) or
     * {@code path=v1,v2,...} (values in YAML; commas within brackets separate nothing).
     *
     * @param problems receives what is wrong
     * @return nothing if anything is
     */
    public static Optional<SweepAxis> parse(String text, List<CaseProblem> problems) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            problems.add(problem("", text, "path=a:b:n or path=v1,v2,... is allowed"));
            return Optional.empty();
        }
        String path = text.substring(0, equals);
        String right = text.substring(equals + 1).trim();
        Matcher range = RANGE.matcher(right);
        List<String> values;
        if (range.matches()) {
            values = range(path, range, problems);
        } else if (right.contains(":") && right.indexOf('{') < 0) {
            problems.add(problem(path, right, "a:b:n or a:b:n:log with numbers a, b and an integer n is allowed"));
            return Optional.empty();
        } else {
            values = split(right);
            check(path, values, problems);
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(new SweepAxis(path, values));
    }

    private static CaseProblem problem(String path, String value, String allowed) {
        return new CaseProblem(OPTION, 0, path, value, allowed);
    }

    private static List<String> range(String path, Matcher range, List<CaseProblem> problems) {
        double a = Double.parseDouble(range.group(1));
        double b = Double.parseDouble(range.group(2));
        boolean log = range.group(4) != null;
        boolean fits = range.group(3).length() <= 6;
        int n = fits ? Integer.parseInt(range.group(3)) : 0;
        if (n < 2 || n > MOST_VALUES || a == b || !Double.isFinite(a) || !Double.isFinite(b)) {
            problems.add(problem(
                    path,
                    range.group(),
                    "different numbers a, b and an integer n from 2 to " + MOST_VALUES + " are allowed"));
            return List.of();
        }
        if (log && !(a > 0 && b > 0)) {
            problems.add(problem(path, range.group(), "positive numbers a, b are allowed with :log"));
            return List.of();
        }
        List<String> values = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double share = (double) i / (n - 1);
            double value = log ? a * FastMath.pow(b / a, share) : a + (b - a) * i / (n - 1);
            values.add(Double.toString(i == n - 1 ? b : value));
        }
        return values;
    }

    /** At the commas that stand outside of brackets. */
    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int begin = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
            if (c == ',' && depth == 0) {
                parts.add(text.substring(begin, i).trim());
                begin = i + 1;
            }
        }
        parts.add(text.substring(begin).trim());
        return parts;
    }

    private static void check(String path, List<String> values, List<CaseProblem> problems) {
        Set<String> seen = new HashSet<>();
        for (String value : values) {
            if (value.isEmpty()) {
                problems.add(problem(path, "no value", "values separated by commas are allowed"));
            } else if (!seen.add(value)) {
                problems.add(problem(path, value + " twice", "every value is allowed once"));
            }
        }
    }

    /** How many values. */
    public int size() {
        return values.size();
    }

    /** Whether every value is a number. */
    public boolean isNumeric() {
        return values.stream().allMatch(value -> value.matches(NUMBER));
    }

    /** The values as numbers, if they are. */
    public double[] numbers() {
        return values.stream().mapToDouble(Double::parseDouble).toArray();
    }
}
