package org.dualflow.validation.io.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A YAML tree in which every node knows where it was written. */
public sealed interface Yaml {

    /** Where the node was written. */
    Place place();

    /** The node in one line, as the user would recognise it. */
    String text();

    /**
     * Where something was written.
     *
     * @param where file or command-line option
     * @param line first is 1; 0 on the command line
     */
    record Place(String where, int line) {}

    /**
     * A word or a number.
     *
     * @param place where
     * @param text without quotes
     * @param plain whether it was written without quotes
     */
    record Scalar(Place place, String text, boolean plain) implements Yaml {

        /** Whether nothing was written: an empty value, {@code null} or {@code ~}. */
        boolean isNull() {
            return plain && (text.isEmpty() || text.equals("null") || text.equals("~"));
        }
    }

    /**
     * A list.
     *
     * @param place where it starts
     * @param items in order
     */
    record Sequence(Place place, List<Yaml> items) implements Yaml {
        /** Copies the list. */
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String text() {
            return "[" + items.size() + (items.size() == 1 ? " item]" : " items]");
        }
    }

    /**
     * Keys with values, in the order in which they were written.
     *
     * @param place where it starts
     * @param entries value per key
     * @param keys where each key was written
     */
    record Mapping(Place place, Map<String, Yaml> entries, Map<String, Place> keys) implements Yaml {

        @Override
        public String text() {
            return "{" + String.join(", ", entries.keySet()) + "}";
        }

        /** A copy with one entry added or replaced. */
        Mapping with(String key, Place at, Yaml value) {
            Map<String, Yaml> newEntries = new LinkedHashMap<>(entries);
            newEntries.put(key, value);
            Map<String, Place> newKeys = new LinkedHashMap<>(keys);
            newKeys.put(key, at);
            return new Mapping(place, newEntries, newKeys);
        }
    }
}
