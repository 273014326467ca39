package org.dualflow.validation.io.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Turns YAML 1.2 text into a {@link Yaml} tree. Aliases, repeated keys and keys that are not words are problems. */
final class YamlReader {

    private final String where;
    private final boolean lines;
    private final Problems problems;
    private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private YamlReader(String where, boolean lines, Problems problems) {
        this.where = where;
        this.lines = lines;
        this.problems = problems;
    }

    /**
     * @param where file or option that the text comes from
     * @param lines whether line numbers mean anything
     * @return nothing if the text is not YAML or is empty, which then is among the problems
     */
    static Optional<Yaml> read(String text, String where, boolean lines, Problems problems) {
        return new YamlReader(where, lines, problems).read(text);
    }

    private Optional<Yaml> read(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(where)
                .setAllowDuplicateKeys(true)
                .build();
        try {
            Optional<Node> root = new Compose(settings).composeString(text);
            if (root.isEmpty()) {
                problems.add(new Yaml.Place(where, 0), "", "nothing is written", "keys and values in YAML are allowed");
                return Optional.empty();
            }
            return Optional.of(convert(root.get(), ""));
        } catch (MarkedYamlEngineException e) {
            String what = e.getProblem() == null ? "not YAML" : "not YAML (" + oneLine(e.getProblem()) + ")";
            problems.add(place(e.getProblemMark()), "", what, "keys and values in YAML are allowed");
        } catch (YamlEngineException e) {
            String what = "not YAML (" + oneLine(String.valueOf(e.getMessage())) + ")";
            problems.add(new Yaml.Place(where, 0), "", what, "keys and values in YAML are allowed");
        }
        return Optional.empty();
    }

    private Yaml convert(Node node, String path) {
        Yaml.Place place = place(node.getStartMark());
        if (!seen.add(node)) {
            problems.add(place, path, "an alias", "values written out are allowed");
            if (!(node instanceof ScalarNode)) {
                return new Yaml.Scalar(place, "", true);
            }
        }
        if (node instanceof ScalarNode scalar) {
            return new Yaml.Scalar(place, scalar.getValue(), scalar.isPlain());
        }
        if (node instanceof SequenceNode sequence) {
            List<Yaml> items = new ArrayList<>();
            for (Node item : sequence.getValue()) {
                items.add(convert(item, path + "[" + items.size() + "]"));
            }
            return new Yaml.Sequence(place, items);
        }
        return mapping((MappingNode) node, place, path);
    }

    private Yaml mapping(MappingNode node, Yaml.Place place, String path) {
        Map<String, Yaml> entries = new LinkedHashMap<>();
        Map<String, Yaml.Place> keys = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            Yaml.Place at = place(tuple.getKeyNode().getStartMark());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problems.add(at, path, "a key that is not a word", "words are allowed as keys");
                continue;
            }
            String name = key.getValue();
            String below = Kind.join(path, name);
            Yaml.Place first = keys.putIfAbsent(name, at);
            Yaml value = convert(tuple.getValueNode(), below);
            if (first == null) {
                entries.put(name, value);
            } else {
                String also = lines ? ", first on line " + first.line() : "";
                problems.add(at, below, "a repeated key" + also, "every key is allowed once");
            }
        }
        return new Yaml.Mapping(place, entries, keys);
    }

    private Yaml.Place place(Optional<Mark> mark) {
        return new Yaml.Place(where, lines && mark.isPresent() ? mark.get().getLine() + 1 : 0);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").trim();
    }
}
