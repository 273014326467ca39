package org.dualflow.validation.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Something about the input that is right but must be said: rows left out, columns rescaled; or a warning.
 *
 * @param path keys from the top joined by dots, where it was asked for
 * @param facts named numbers, words and lists, in the order in which they are shown
 */
public record Remark(String path, Map<String, Object> facts) {

    /** The fact that is a warning: a line for people. */
    public static final String WARNING = "warning";

    /** Copies the facts. */
    public Remark {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /** The warning, if it is one. */
    public Optional<String> warning() {
        return Optional.ofNullable(facts.get(WARNING)).map(String::valueOf);
    }

    /** As {@code summary.json} holds it. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("path", path);
        map.putAll(facts);
        return map;
    }
}
