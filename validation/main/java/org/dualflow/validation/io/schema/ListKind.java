package org.dualflow.validation.io.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A list of values of one kind.
 *
 * @param item what each item may be
 * @param min least number of items
 * @param max greatest number of items
 * @param single whether one value may be written without brackets
 */
public record ListKind(Kind item, int min, int max, boolean single) implements Kind {

    /** {@code min} to {@code max} items in brackets. */
    public static ListKind of(Kind item, int min, int max) {
        return new ListKind(item, min, max, false);
    }

    @Override
    public Optional<Object> read(Yaml node, String path, Problems problems) {
        if (single && node instanceof Yaml.Scalar scalar && !scalar.isNull()) {
            return item.read(node, path, problems).map(List::of);
        }
        if (!(node instanceof Yaml.Sequence sequence)
                || sequence.items().size() < min
                || sequence.items().size() > max) {
            return refuse(node, path, problems);
        }
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < sequence.items().size(); i++) {
            Yaml at = sequence.items().get(i);
            String below = path + "[" + i + "]";
            problems.locate(below, at.place());
            item.read(at, below, problems).ifPresent(values::add);
        }
        return values.size() == sequence.items().size() ? Optional.of(List.copyOf(values)) : Optional.empty();
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "array");
        schema.put("items", item.schema());
        schema.put("minItems", min);
        if (max < Integer.MAX_VALUE) {
            schema.put("maxItems", max);
        }
        return single ? Map.of("anyOf", List.of(item.schema(), schema)) : schema;
    }

    @Override
    public String allowed() {
        String number = min == max ? "" + min : max == Integer.MAX_VALUE ? min + " or more" : min + " to " + max;
        String list = "a list [...] of " + number + ", each " + item.allowed() + ",";
        return single ? item.allowed() + " or " + list : list;
    }
}
