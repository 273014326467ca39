package org.dualflow.validation.io.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Exactly one of several named alternatives, written {@code {name: value}}; read as a {@link Choice}. May contain
 * itself: the JSON Schema refers to it by name.
 */
public final class OneOfKind implements Kind {

    private final String name;
    private final Supplier<List<Key>> alternatives;

    /**
     * @param name the definition's name in the JSON Schema
     * @param alternatives evaluated when it is needed, so that it may refer to this kind
     */
    public OneOfKind(String name, Supplier<List<Key>> alternatives) {
        this.name = name;
        this.alternatives = alternatives;
    }

    /** The alternatives. */
    public List<Key> alternatives() {
        return alternatives.get();
    }

    @Override
    public Optional<Object> read(Yaml node, String path, Problems problems) {
        if (!(node instanceof Yaml.Mapping mapping) || mapping.entries().size() != 1) {
            return refuse(node, path, problems);
        }
        Map.Entry<String, Yaml> only = mapping.entries().entrySet().iterator().next();
        List<String> names = new ArrayList<>();
        for (Key key : alternatives()) {
            if (key.name().equals(only.getKey())) {
                String below = Kind.join(path, key.name());
                problems.locate(below, only.getValue().place());
                return key.kind().read(only.getValue(), below, problems).map(v -> new Choice(key.name(), v));
            }
            names.add(key.name());
        }
        Yaml.Place place = mapping.keys().getOrDefault(only.getKey(), mapping.place());
        problems.add(place, Kind.join(path, only.getKey()), "unknown key", WordKind.suggestion(only.getKey(), names));
        return Optional.empty();
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("$ref", "#/$defs/" + name);
    }

    /** The name of the definition. */
    public String name() {
        return name;
    }

    /** What {@link #schema()} refers to. */
    public Map<String, Object> definition() {
        Map<String, Object> schema = new LinkedHashMap<>(new RecordKind(alternatives()).schema());
        schema.put("minProperties", 1);
        schema.put("maxProperties", 1);
        return schema;
    }

    @Override
    public String allowed() {
        return "exactly one of "
                + String.join(
                        ", ",
                        alternatives().stream()
                                .map(k -> "{" + k.name() + ": ...}")
                                .toList());
    }
}
