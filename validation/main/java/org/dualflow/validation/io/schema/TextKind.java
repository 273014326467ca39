package org.dualflow.validation.io.schema;

import java.util.Map;
import java.util.Optional;

/** Free text. */
public record TextKind() implements Kind {

    @Override
    public Optional<Object> read(Yaml node, String path, Problems problems) {
        return node instanceof Yaml.Scalar scalar && !scalar.isNull()
                ? Optional.of(scalar.text())
                : refuse(node, path, problems);
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "string");
    }

    @Override
    public String allowed() {
        return "text";
    }
}
