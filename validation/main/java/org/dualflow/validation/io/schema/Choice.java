package org.dualflow.validation.io.schema;

import java.util.List;

/**
 * The alternative that was written where an {@link OneOfKind} is allowed.
 *
 * @param name of the alternative
 * @param value what stands there: Double, String, List, {@link Values} or {@link Choice}
 */
public record Choice(String name, Object value) {

    /** The value as a number. */
    public double number() {
        return (Double) value;
    }

    /** The value as numbers. */
    public double[] numbers() {
        return numbers((List<?>) value);
    }

    /** The value as a record. */
    public Values values() {
        return (Values) value;
    }

    /** The value as a list. */
    public List<?> list() {
        return (List<?>) value;
    }

    /** A list whose items are numbers. */
    public static double[] numbers(List<?> list) {
        return list.stream().mapToDouble(x -> (Double) x).toArray();
    }
}
