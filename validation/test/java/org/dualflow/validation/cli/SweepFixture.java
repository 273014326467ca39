package org.dualflow.validation.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A small case, and the command that sweeps over it. */
abstract class SweepFixture {

    static final String TINY = """
            title: Tiny
            model: clipped-transport
            parameters: {displacement: sine, amplitude: 1.3}
            initial: {weights: {uniform: [-1, 1]}}
            time: {end: 2}
            grid: {cells: 21, scheme: upwind}
            particles: {count: 50, start: random, seed: 7, step: 0.01}
            output: {every: 0.5}
            """;

    @TempDir
    Path folder = Path.of("");

    String file = "";

    @BeforeEach
    void writeTheCase() throws IOException {
        file = Files.writeString(folder.resolve("tiny.yaml"), TINY).toString();
    }

    String[] command(String out, String[] axes, String... more) {
        List<String> all = new ArrayList<>(
                List.of("sweep", file, "--out", folder.resolve(out).toString()));
        all.addAll(List.of(axes));
        all.addAll(List.of(more));
        return all.toArray(new String[0]);
    }

    static void succeeds(DualflowTest.Outcome outcome) {
        assertEquals(Dualflow.SUCCESS, outcome.code(), outcome.toString());
    }

    JsonNode summary(String out) throws IOException {
        return JsonMapper.builder()
                .build()
                .readTree(Files.readString(folder.resolve(out).resolve("summary.json")));
    }
}
