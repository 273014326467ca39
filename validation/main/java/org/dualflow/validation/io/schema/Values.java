package org.dualflow.validation.io.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/** Values of a {@link RecordKind} that were found to be right. Immutable. */
public final class Values {

    private final Map<String, Object> values;

    Values(Map<String, Object> values) {
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The keys that have a value, written or by default. */
    public Set<String> keys() {
        return values.keySet();
    }

    /** Whether a key has a value. */
    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** The value of a key. */
    public Object get(String key) {
        Object value = values.get(key);
        if (value == null) {
            throw new NoSuchElementException(key + ": keys " + values.keySet() + " have values");
        }
        return value;
    }

    /** A number. */
    public double number(String key) {
        return (Double) get(key);
    }

    /** An integer. */
    public int integer(String key) {
        return (int) number(key);
    }

    /** An integer that may be large. */
    public long longInteger(String key) {
        return (long) number(key);
    }

    /** A word or a text. */
    public String text(String key) {
        return (String) get(key);
    }

    /** Yes or no. */
    public boolean flag(String key) {
        return (Boolean) get(key);
    }

    /** A record within this one. */
    public Values values(String key) {
        return (Values) get(key);
    }

    /** One of several alternatives. */
    public Choice choice(String key) {
        return (Choice) get(key);
    }

    /** A list. */
    public List<?> list(String key) {
        return (List<?>) get(key);
    }

    /** A list of numbers. */
    public double[] numbers(String key) {
        return Choice.numbers(list(key));
    }

    /** All keys with their values, the same for equal ones. */
    @Override
    public String toString() {
        return values.toString();
    }
}
