package org.dualflow.validation.io.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Named values. An unknown key is a problem, and so is a missing one that is required.
 *
 * @param keys in the order of the documentation
 */
public record RecordKind(List<Key> keys) implements Kind {

    /** Copies the list. */
    public RecordKind {
        keys = List.copyOf(keys);
    }

    /** Named values. */
    public static RecordKind of(Key... keys) {
        return new RecordKind(List.of(keys));
    }

    /** This record with more keys at its end. */
    public RecordKind and(List<Key> more) {
        List<Key> all = new ArrayList<>(keys);
        all.addAll(more);
        return new RecordKind(all);
    }

    /** The values when nothing is written, unless a key is required. */
    public Optional<Values> defaults() {
        if (keys.stream().anyMatch(Key::required)) {
            return Optional.empty();
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (Key key : keys) {
            key.fallback().ifPresent(value -> values.put(key.name(), value));
        }
        return Optional.of(new Values(values));
    }

    @Override
    public Optional<Object> read(Yaml node, String path, Problems problems) {
        if (!(node instanceof Yaml.Mapping mapping)) {
            return refuse(node, path, problems);
        }
        boolean good = refuseUnknown(mapping, path, problems);
        Map<String, Object> values = new LinkedHashMap<>();
        for (Key key : keys) {
            Yaml child = mapping.entries().get(key.name());
            String below = Kind.join(path, key.name());
            if (child == null) {
                if (key.required()) {
                    problems.add(mapping.place(), below, "missing", key.kind().allowed() + " must be given");
                    good = false;
                }
                key.fallback().ifPresent(value -> values.put(key.name(), value));
                continue;
            }
            problems.locate(below, child.place());
            Optional<Object> value = key.kind().read(child, below, problems);
            good &= value.isPresent();
            value.ifPresent(v -> values.put(key.name(), v));
        }
        return good ? Optional.of(new Values(values)) : Optional.empty();
    }

    private boolean refuseUnknown(Yaml.Mapping mapping, String path, Problems problems) {
        List<String> known = keys.stream().map(Key::name).toList();
        boolean good = true;
        for (Map.Entry<String, Yaml.Place> key : mapping.keys().entrySet()) {
            if (!known.contains(key.getKey())) {
                String allowed = known.isEmpty() ? "no key is allowed here" : WordKind.suggestion(key.getKey(), known);
                problems.add(key.getValue(), Kind.join(path, key.getKey()), "unknown key", allowed);
                good = false;
            }
        }
        return good;
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Key key : keys) {
            properties.put(key.name(), describe(key));
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        List<String> required =
                keys.stream().filter(Key::required).map(Key::name).toList();
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    private static Map<String, Object> describe(Key key) {
        Map<String, Object> schema = new LinkedHashMap<>(key.kind().schema());
        Object inner = schema.remove("description");
        schema.put("description", inner == null ? key.doc() : key.doc() + " (" + inner + ")");
        key.fallback()
                .filter(value -> value instanceof Double || value instanceof String || value instanceof Boolean)
                .ifPresent(value -> schema.put("default", value));
        return schema;
    }

    @Override
    public String allowed() {
        return "a mapping with keys " + keys.stream().map(Key::name).collect(Collectors.joining(", "));
    }
}
