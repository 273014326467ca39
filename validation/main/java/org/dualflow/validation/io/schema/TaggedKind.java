package org.dualflow.validation.io.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A record whose other keys depend on the word at one key, as the parameters of a case depend on its model.
 *
 * @param tag the key that decides
 * @param doc what it decides
 * @param variants the other keys for each word
 */
public record TaggedKind(String tag, String doc, Map<String, RecordKind> variants) implements Kind {

    /** Copies the map. */
    public TaggedKind {
        variants = Collections.unmodifiableMap(new LinkedHashMap<>(variants));
    }

    @Override
    public Optional<Object> read(Yaml node, String path, Problems problems) {
        if (!(node instanceof Yaml.Mapping mapping)) {
            return refuse(node, path, problems);
        }
        Yaml word = mapping.entries().get(tag);
        String at = Kind.join(path, tag);
        if (word == null) {
            problems.add(mapping.place(), at, "missing", words().allowed() + " must be given");
            return Optional.empty();
        }
        return words().read(word, at, problems)
                .flatMap(name -> variant((String) name).read(node, path, problems));
    }

    private WordKind words() {
        return WordKind.of(variants.keySet().toArray(String[]::new));
    }

    private RecordKind variant(String name) {
        RecordKind rest = variants.getOrDefault(name, RecordKind.of());
        return RecordKind.of(Key.required(tag, WordKind.of(name), doc)).and(rest.keys());
    }

    @Override
    public Map<String, Object> schema() {
        List<Map<String, Object>> all = new ArrayList<>();
        for (String name : variants.keySet()) {
            all.add(variant(name).schema());
        }
        return Map.of("oneOf", all);
    }

    @Override
    public String allowed() {
        return "a mapping with the key " + tag;
    }
}
