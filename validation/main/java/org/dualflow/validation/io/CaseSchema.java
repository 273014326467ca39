package org.dualflow.validation.io;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dualflow.validation.io.schema.Key;
import org.dualflow.validation.io.schema.ListKind;
import org.dualflow.validation.io.schema.NumberKind;
import org.dualflow.validation.io.schema.RecordKind;
import org.dualflow.validation.io.schema.TaggedKind;
import org.dualflow.validation.io.schema.TextKind;

/** The keys of a case file, and the JSON Schema made of them. */
public final class CaseSchema {

    /** The keys of {@code time}. */
    public static final RecordKind TIME = RecordKind.of(
            Key.optional("start", NumberKind.any(), 0.0, "initial time"),
            Key.required("end", NumberKind.any(), "final time, after the start"));

    /** The keys of {@code output}. */
    public static final RecordKind OUTPUT = RecordKind.of(
            Key.absent("every", NumberKind.positive(), "time between outputs, a 200th of the time by default"),
            Key.optional(
                    "snapshots", NumberKind.integer(1, 10_000), 100.0, "states kept for pictures besides the first"));

    /** A whole case file. */
    public static final TaggedKind KIND = new TaggedKind("model", "the equations", variants());

    private CaseSchema() {}

    private static Map<String, RecordKind> variants() {
        Map<String, RecordKind> variants = new LinkedHashMap<>();
        for (ModelEntry entry : Registry.MODELS) {
            variants.put(entry.name(), keys(entry));
        }
        return variants;
    }

    private static RecordKind keys(ModelEntry entry) {
        return RecordKind.of(
                Key.absent("title", new TextKind(), "one line for people"),
                Key.section("parameters", entry.parameters(), "of the model"),
                Key.required("initial", entry.initial(), "where the model starts"),
                Key.required("time", TIME, "from when to when"),
                Key.absent("grid", GridSpec.KIND, "finite volumes"),
                Key.absent("particles", ParticleSpec.KIND, "particles"),
                Key.section("output", OUTPUT, "what is recorded"),
                Key.absent("converge", ListKind.of(LadderSpec.KIND, 1, 20), "convergence ladders"));
    }

    /** The JSON Schema of a case file, as nested maps and lists. */
    public static Map<String, Object> json() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Dualflow case file");
        schema.putAll(KIND.schema());
        schema.put("$defs", Map.of(Laws.KIND.name(), Laws.KIND.definition()));
        return schema;
    }
}
