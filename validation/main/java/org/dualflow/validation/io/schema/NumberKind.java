package org.dualflow.validation.io.schema;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A finite number in a range.
 *
 * @param min least value, −∞ for none
 * @param open whether {@code min} itself is excluded
 * @param max greatest value, allowed; +∞ for none
 * @param integer whether only integers are allowed
 */
public record NumberKind(double min, boolean open, double max, boolean integer) implements Kind {

    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

    /** Any finite number. */
    public static NumberKind any() {
        return new NumberKind(Double.NEGATIVE_INFINITY, true, Double.POSITIVE_INFINITY, false);
    }

    /** A number greater than zero. */
    public static NumberKind positive() {
        return new NumberKind(0, true, Double.POSITIVE_INFINITY, false);
    }

    /** A number of at least {@code min}. */
    public static NumberKind atLeast(double min) {
        return new NumberKind(min, false, Double.POSITIVE_INFINITY, false);
    }

    /** A number greater than {@code min} and at most {@code max}. */
    public static NumberKind above(double min, double max) {
        return new NumberKind(min, true, max, false);
    }

    /** An integer from {@code min} to {@code max}. */
    public static NumberKind integer(long min, long max) {
        return new NumberKind(min, false, max, true);
    }

    @Override
    public Optional<Object> read(Yaml node, String path, Problems problems) {
        if (!(node instanceof Yaml.Scalar scalar)
                || !scalar.plain()
                || !NUMBER.matcher(scalar.text()).matches()) {
            return refuse(node, path, problems);
        }
        double value = Double.parseDouble(scalar.text());
        boolean inside = Double.isFinite(value) && (open ? value > min : value >= min) && value <= max;
        if (!inside || integer && value != Math.rint(value)) {
            return refuse(node, path, problems);
        }
        return Optional.of(value);
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", integer ? "integer" : "number");
        if (Double.isFinite(min)) {
            schema.put(open ? "exclusiveMinimum" : "minimum", bound(min));
        }
        if (Double.isFinite(max)) {
            schema.put("maximum", bound(max));
        }
        return schema;
    }

    private static Object bound(double value) {
        return value == Math.rint(value) ? (Object) (long) value : (Object) value;
    }

    @Override
    public String allowed() {
        String what = integer ? "an integer" : "a finite number";
        boolean below = Double.isFinite(max);
        if (!Double.isFinite(min)) {
            return below ? what + " of at most " + bound(max) : what;
        }
        if (!below) {
            return what + (open ? " greater than " : " of at least ") + bound(min);
        }
        return open
                ? what + " greater than " + bound(min) + " and at most " + bound(max)
                : what + " from " + bound(min) + " to " + bound(max);
    }
}
