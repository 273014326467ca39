package org.dualflow.validation.io.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One word of a list.
 *
 * @param words what each word means, in the order of the documentation
 */
public record WordKind(Map<String, String> words) implements Kind {

    /** Copies the map. */
    public WordKind {
        words = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(words));
    }

    /** Words that need no explanation. */
    public static WordKind of(String... words) {
        Map<String, String> map = new LinkedHashMap<>();
        for (String word : words) {
            map.put(word, "");
        }
        return new WordKind(map);
    }

    @Override
    public Optional<Object> read(Yaml node, String path, Problems problems) {
        if (node instanceof Yaml.Scalar scalar && words.containsKey(scalar.text())) {
            return Optional.of(scalar.text());
        }
        if (node instanceof Yaml.Scalar scalar && !scalar.isNull()) {
            problems.add(node.place(), path, scalar.text(), suggestion(scalar.text(), words.keySet()));
            return Optional.empty();
        }
        return refuse(node, path, problems);
    }

    /** "did you mean …? a, b, c are allowed". */
    public static String suggestion(String wrong, Iterable<String> known) {
        List<String> all = new ArrayList<>();
        known.forEach(all::add);
        String list = String.join(", ", all) + (all.size() == 1 ? " is allowed" : " are allowed");
        return Nearest.question(wrong, all) + list;
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "string");
        schema.put("enum", List.copyOf(words.keySet()));
        String meaning = words.entrySet().stream()
                .filter(e -> !e.getValue().isEmpty())
                .map(e -> e.getKey() + ": " + e.getValue())
                .collect(Collectors.joining("; "));
        if (!meaning.isEmpty()) {
            schema.put("description", meaning);
        }
        return schema;
    }

    @Override
    public String allowed() {
        return "one of " + String.join(", ", words.keySet());
    }
}
