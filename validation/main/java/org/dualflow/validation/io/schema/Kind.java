package org.dualflow.validation.io.schema;

import java.util.Map;
import java.util.Optional;

/**
 * What may stand at one place of an input. Reads it, says in words what is allowed, and writes its JSON Schema.
 */
public interface Kind {

    /**
     * Reads a node.
     *
     * @param node what stands there
     * @param path keys from the top joined by dots
     * @param problems receives everything that is wrong
     * @return the value, immutable; nothing if a problem was reported
     */
    Optional<Object> read(Yaml node, String path, Problems problems);

    /** The JSON Schema (draft 2020-12) of this kind as nested maps and lists. */
    Map<String, Object> schema();

    /** What is allowed, in words that end a sentence such as "cells = 0: … is allowed". */
    String allowed();

    /** Reports that this is not what stands there. */
    default Optional<Object> refuse(Yaml node, String path, Problems problems) {
        boolean missing = node instanceof Yaml.Scalar scalar && scalar.isNull();
        problems.add(node.place(), path, missing ? "no value" : node.text(), allowed() + " is allowed");
        return Optional.empty();
    }

    /** {@code path.key}. */
    static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
