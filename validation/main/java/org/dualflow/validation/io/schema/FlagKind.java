package org.dualflow.validation.io.schema;

import java.util.Map;
import java.util.Optional;

/** Yes or no, written {@code true} or {@code false}. */
public record FlagKind() implements Kind {

    @Override
    public Optional<Object> read(Yaml node, String path, Problems problems) {
        boolean word = node instanceof Yaml.Scalar scalar
                && scalar.plain()
                && (scalar.text().equals("true") || scalar.text().equals("false"));
        return word ? Optional.of(node.text().equals("true")) : refuse(node, path, problems);
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "boolean");
    }

    @Override
    public String allowed() {
        return "true or false";
    }
}
