package org.dualflow.validation.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Folders of results, compared. */
final class Results {

    /** What says when and for how long it was computed. */
    private static final Set<String> TIMED = Set.of("summary.json", "report.html", "report.md", "tables.tex");

    private Results() {}

    /** Asserts that two folders hold the same files with the same bytes, and equal summaries but for provenance and seconds. */
    static void requireSame(Path expected, Path found) throws IOException {
        List<String> files = files(expected);
        assertEquals(files, files(found));
        for (String file : files) {
            if (!TIMED.contains(file)) {
                assertArrayEquals(
                        Files.readAllBytes(expected.resolve(file)), Files.readAllBytes(found.resolve(file)), file);
            }
        }
        assertEquals(summary(expected), summary(found));
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private static JsonNode summary(Path folder) throws IOException {
        ObjectNode summary = (ObjectNode) read(folder);
        summary.remove("provenance");
        for (JsonNode solution : summary.get("solutions")) {
            ((ObjectNode) solution).remove("seconds");
        }
        return summary;
    }

    /** The status that the summary of a folder tells. */
    static String status(Path folder) throws IOException {
        return read(folder).get("status").asString();
    }

    private static JsonNode read(Path folder) throws IOException {
        return JsonMapper.builder().build().readTree(Files.readString(folder.resolve("summary.json")));
    }
}
