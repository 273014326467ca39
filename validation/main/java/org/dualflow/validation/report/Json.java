package org.dualflow.validation.report;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON text of nested maps, lists, numbers and words. */
public final class Json {

    private static final ObjectMapper COMPACT = JsonMapper.builder().build();
    private static final ObjectMapper INDENTED =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Json() {}

    /** On one line. */
    public static String compact(Object value) {
        return COMPACT.writeValueAsString(value);
    }

    /** Indented, ending with a new line. */
    public static String indented(Object value) {
        return INDENTED.writeValueAsString(value).replace("\r\n", "\n") + "\n";
    }

    /**
     * What a text says.
     *
     * @throws tools.jackson.core.JacksonException if it is not JSON
     */
    public static JsonNode read(String text) {
        return COMPACT.readTree(text);
    }
}
