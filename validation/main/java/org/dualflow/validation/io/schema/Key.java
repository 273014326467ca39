package org.dualflow.validation.io.schema;

import java.util.Optional;

/**
 * A key of a {@link RecordKind}.
 *
 * @param name as written
 * @param kind what may stand there
 * @param required whether it must be written
 * @param fallback the value when it is not written; nothing if the key then is absent
 * @param doc one phrase
 */
public record Key(String name, Kind kind, boolean required, Optional<Object> fallback, String doc) {

    /** A key that must be written. */
    public static Key required(String name, Kind kind, String doc) {
        return new Key(name, kind, true, Optional.empty(), doc);
    }

    /** A key with a value of its own when it is not written. */
    public static Key optional(String name, Kind kind, Object fallback, String doc) {
        return new Key(name, kind, false, Optional.of(fallback), doc);
    }

    /** A section: may be left out, with all its values by default, unless some of its keys are required. */
    public static Key section(String name, Kind kind, String doc) {
        Optional<Object> fallback =
                kind instanceof RecordKind fields ? fields.defaults().map(v -> v) : Optional.empty();
        return new Key(name, kind, fallback.isEmpty(), fallback, doc);
    }

    /** A key that may be absent. */
    public static Key absent(String name, Kind kind, String doc) {
        return new Key(name, kind, false, Optional.empty(), doc);
    }
}
