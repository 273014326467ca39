package org.dualflow.validation.io;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dualflow.validation.io.CaseReader.ReadCase;
import org.dualflow.validation.io.schema.BadCaseException;
import org.dualflow.validation.io.schema.InputReader;
import org.dualflow.validation.io.schema.Problems;
import org.dualflow.validation.io.schema.Values;
import org.dualflow.validation.io.schema.Yaml;

/**
 * A case file that is read once and filled in many times; every filling is checked as a case file of its own would be.
 * Immutable.
 */
public final class CaseTemplate {

    private final Path path;
    private final Yaml tree;

    private CaseTemplate(Path path, Yaml tree) {
        this.path = path;
        this.tree = tree;
    }

    /**
     * A value that takes the place of another one.
     *
     * @param option the command-line option that asks for it
     * @param path keys joined by dots
     * @param value in YAML
     */
    public record Replacement(String option, String path, String value) {}

    /**
     * The text of a case file, not yet understood.
     *
     * @throws BadCaseException if there is no such file, or it is no text
     */
    public static String text(Path path) throws BadCaseException {
        Problems problems = new Problems(path.toString());
        Optional<String> text = CaseReader.text(path, problems);
        problems.check();
        return text.orElseThrow();
    }

    /**
     * A template.
     *
     * @param path where the text comes from; files that it names are looked for beside it
     * @param text of the case file
     * @param overrides {@code path=value}, put into it for good
     * @throws BadCaseException if the text is no YAML, with everything that is wrong
     */
    public static CaseTemplate of(Path path, String text, List<String> overrides) throws BadCaseException {
        Problems problems = new Problems(path.toString());
        Optional<Yaml> tree = InputReader.tree(text, overrides, problems, path.toString());
        problems.check();
        return new CaseTemplate(path, tree.orElseThrow());
    }

    /**
     * The case with some values replaced.
     *
     * @throws BadCaseException if it is no case then, with everything that is wrong
     */
    public ReadCase with(List<Replacement> replacements) throws BadCaseException {
        Problems problems = new Problems(path.toString());
        Yaml filled = tree;
        for (Replacement r : replacements) {
            filled = InputReader.put(filled, r.option(), r.path(), r.value(), problems);
        }
        Optional<Object> values = CaseSchema.KIND.read(filled, "", problems);
        problems.check();
        return CaseReader.assemble(path, (Values) values.orElseThrow(), problems);
    }

    /** The values that stand at every key of one name, outside of lists: path to text. */
    public Map<String, String> written(String key) {
        Map<String, String> found = new LinkedHashMap<>();
        collect(tree, "", key, found);
        return found;
    }

    private static void collect(Yaml node, String path, String key, Map<String, String> found) {
        if (node instanceof Yaml.Mapping mapping) {
            mapping.entries().forEach((name, value) -> {
                String below = path.isEmpty() ? name : path + "." + name;
                if (name.equals(key) && value instanceof Yaml.Scalar scalar) {
                    found.put(below, scalar.text());
                } else {
                    collect(value, below, key, found);
                }
            });
        }
    }
}
