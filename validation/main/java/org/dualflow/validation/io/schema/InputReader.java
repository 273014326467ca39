package org.dualflow.validation.io.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads YAML text, puts {@code path=value} overrides into it and checks the result against a {@link Kind}. */
public final class InputReader {

    private InputReader() {}

    /**
     * @param text YAML
     * @param overrides {@code path=value}, later ones win
     * @param kind what is allowed
     * @param problems receives everything that is wrong
     * @return the values; nothing if there are problems
     */
    public static Optional<Object> read(
            String text, List<String> overrides, Kind kind, Problems problems, String where) {
        Optional<Object> values = tree(text, overrides, problems, where).flatMap(t -> kind.read(t, "", problems));
        return problems.isEmpty() ? values : Optional.empty();
    }

    /**
     * The text with the overrides put into it, not yet checked.
     *
     * @param overrides {@code path=value}, later ones win
     * @return nothing if the text is not YAML
     */
    public static Optional<Yaml> tree(String text, List<String> overrides, Problems problems, String where) {
        Optional<Yaml> tree = YamlReader.read(text, where, true, problems);
        for (String override : overrides) {
            tree = tree.map(t -> override(t, override, problems));
        }
        return tree;
    }

    private static Yaml override(Yaml tree, String override, Problems problems) {
        int equals = override.indexOf('=');
        if (equals < 1) {
            problems.add(new Yaml.Place("--set", 0), "", override, "path=value is allowed, such as grid.cells=800");
            return tree;
        }
        return put(tree, "--set", override.substring(0, equals), override.substring(equals + 1), problems);
    }

    /**
     * A copy of a tree with one value added or replaced.
     *
     * @param option the command-line option that asks for it
     * @param path keys joined by dots
     * @param text the value in YAML
     * @return the same tree, and a problem, if the value is not YAML or a value stands where keys are needed
     */
    public static Yaml put(Yaml tree, String option, String path, String text, Problems problems) {
        Yaml.Place place = new Yaml.Place(option, 0);
        Optional<Yaml> value = text.isBlank()
                ? Optional.of(new Yaml.Scalar(place, "", true))
                : YamlReader.read(text, option, false, problems);
        List<String> keys = List.of(path.split("\\.", -1));
        return value.map(v -> put(tree, keys, 0, v, place, problems)).orElse(tree);
    }

    private static Yaml put(Yaml node, List<String> keys, int depth, Yaml value, Yaml.Place place, Problems problems) {
        if (depth == keys.size()) {
            return value;
        }
        if (!(node instanceof Yaml.Mapping mapping)) {
            String path = String.join(".", keys.subList(0, depth));
            problems.add(
                    place, String.join(".", keys), "no such path", path + " holds a value, not keys: it is allowed");
            return node;
        }
        Yaml child = mapping.entries().get(keys.get(depth));
        Yaml below = child == null ? new Yaml.Mapping(place, new LinkedHashMap<>(), Map.of()) : child;
        return mapping.with(keys.get(depth), place, put(below, keys, depth + 1, value, place, problems));
    }
}
