package org.dualflow.validation.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dualflow.validation.io.schema.Key;
import org.dualflow.validation.io.schema.Kind;
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
    public static final RecordKind OUTPUT = OutputSpec.KIND;

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
                Key.section("initial", entry.initial(), "where the model starts"),
                Key.required("time", TIME, "from when to when"),
                Key.absent("grid", GridSpec.KIND, "finite volumes"),
                Key.absent("particles", ParticleSpec.KIND, "particles"),
                Key.absent("training", TrainingSpec.KIND, "the training algorithm of clipped-wasserstein-gan"),
                Key.absent(
                        "movement",
                        MovementSpec.KIND,
                        "minimising movements of two-point-gan, kernel-gan, jensen-shannon-flow or porous-medium"),
                Key.section("output", OUTPUT, "what is recorded"),
                Key.absent("expect", ListKind.of(ExpectSpec.KIND, 1, 50), "how near a run must come to its reference"),
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

    /**
     * One key of a case file, for people.
     *
     * @param path keys joined by dots
     * @param allowed what may stand there
     * @param fallback value when it is not written; {@code required} if it must be
     * @param doc what it is
     */
    public record Line(String path, String allowed, String fallback, String doc) {}

    /** All keys of a case file of one model. */
    public static List<Line> document(String model) {
        List<Line> lines = new ArrayList<>();
        RecordKind keys = KIND.variants().get(model);
        if (keys != null) {
            document("", keys, lines);
        }
        return lines;
    }

    private static void document(String path, Kind kind, List<Line> lines) {
        if (kind instanceof RecordKind keys) {
            for (Key key : keys.keys()) {
                String below = path.isEmpty() ? key.name() : path + "." + key.name();
                boolean leaf = !(key.kind() instanceof RecordKind || key.kind() instanceof TaggedKind);
                String fallback = key.required()
                        ? "required"
                        : key.fallback().filter(v -> leaf).map(CaseSchema::text).orElse("–");
                String allowed = key.kind() instanceof ListKind list && list.item() instanceof RecordKind
                        ? "a list [...]"
                        : leaf ? key.kind().allowed() : "";
                lines.add(new Line(below, allowed, fallback, key.doc()));
                document(below, key.kind(), lines);
            }
        } else if (kind instanceof TaggedKind tagged) {
            tagged.variants().forEach((word, keys) -> {
                lines.add(new Line(path + "." + tagged.tag(), word, "required", tagged.doc()));
                document(path, keys, lines);
            });
        } else if (kind instanceof ListKind list && list.item() instanceof RecordKind) {
            document(path + "[i]", list.item(), lines);
        }
    }

    private static String text(Object value) {
        return value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString(number.longValue())
                : value.toString();
    }
}
