package org.dualflow.validation.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Jensen–Shannon flow from the command line: bad input is exit code 2, one line per problem, and nothing written. */
class FlowInputTest {

    private static final String CASE = """
            model: jensen-shannon-flow
            parameters:
              lower: -8
              upper: 8
              density: {file: table.csv, column: d, cells: 4}
            initial:
              generator: {normal: {mean: 0.5, sd: 0.8}}
            time: {end: 0.2}
            grid: {cells: 40, scheme: implicit-euler, step: 0.1}
            output: {every: 0.1, snapshots: 2}
            """;

    private static final String SAMPLES = "parameters={lower: -8, upper: 8, samples: {file: table.csv, columns: d}}";

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("case.yaml"), CASE);
        table("1", "2", "2", "1");
    }

    private void table(String... values) throws IOException {
        Files.writeString(folder.resolve("table.csv"), "d\n" + String.join("\n", values) + "\n");
    }

    private DualflowTest.Outcome run(String... overrides) {
        List<String> arguments = new ArrayList<>(
                List.of("run", file.toString(), "--out", folder.resolve("out").toString(), "--threads", "1"));
        for (String override : overrides) {
            arguments.add("--set");
            arguments.add(override);
        }
        return DualflowTest.execute(arguments.toArray(String[]::new));
    }

    /** Exit code 2 and one line, with these words. */
    private void refused(String words, String... overrides) {
        DualflowTest.Outcome outcome = run(overrides);
        assertEquals(Dualflow.BAD_INPUT, outcome.code(), outcome.toString());
        assertEquals(1, outcome.err().lines().count(), outcome.err());
        assertTrue(outcome.err().contains(words), outcome.err());
        assertFalse(Files.exists(folder.resolve("out")));
    }

    @Test
    void densitiesThatAreNone() throws Exception {
        for (var wrong : Map.of("-1", "at least 0", "1e999", "a finite number", "NaN", "a finite number")
                .entrySet()) {
            table("1", wrong.getKey(), "2", "1");
            refused("table.csv:3: d = ");
            refused(wrong.getValue());
        }
        table("0", "0", "0", "0");
        refused("a sum of 0");
        table("1e308", "1e308", "0", "0");
        refused("a sum of Infinity");
        table("1", "2");
        refused("case.yaml:5: parameters.density.cells");
    }

    @Test
    void samplesThatAreNoNumbersAndBandwidthsThatAreNone() throws Exception {
        table("1", "2", "NaN", "1");
        refused("table.csv:4: d = NaN", SAMPLES);
        table("1", "2", "1e400", "1");
        refused("table.csv:4: d = 1e400", SAMPLES);
        table("1", "2", "2", "1");
        for (String width : List.of("0", "-1", "1e999")) {
            refused("bandwidth = " + width, SAMPLES.replace("d}", "d, bandwidth: " + width + "}"));
            refused("particles.bandwidth = " + width, "particles={count: 9, method: blob, bandwidth: " + width + "}");
        }
        refused("bandwidth = 1.0E-300", "particles={count: 9, method: blob, bandwidth: 1e-300, step: 0.1}");
        refused("reach of the kernel", "particles={count: 9, method: blob, bandwidth: 1e300, step: 0.1}");
    }

    @Test
    void stepsThatAreNone() {
        for (String step : List.of("0", "-0.1", "1e999", "1e-300")) {
            refused("grid.step = " + (step.equals("1e-300") ? "1.0E-300" : step), "grid.step=" + step);
        }
        refused("particles.step = 0", "particles={count: 9, method: quantiles, step: 0}");
    }

    @Test
    void numbersThatAreTooSmallOrTooLarge() {
        refused("mass 1.0 lies outside", "initial.generator={normal: {mean: 1e300, sd: 1}}");
        refused("mass 1.0 lies outside", "parameters={lower: 0, upper: 1e-300, target: [{weight: 1, mean: 1, sd: 1}]}");
        refused("parameters.upper = [-1.0E300]", "parameters.upper=-1e300");
        refused(
                "parameters.target[0].sd = 0",
                "parameters={lower: -8, upper: 8, target: [{weight: 1, mean: 0, sd: 0}]}");
        refused("grid.cells = 1000000000000", "grid.cells=1000000000000");
    }

    /** Legal, however extreme: a law as narrow as nothing is an atom in its cell, a step as long as ever is one to the end. */
    @Test
    void whatIsExtremeAndLegalRuns() {
        for (String legal : List.of(
                "initial.generator={normal: {mean: 0, sd: 1e-300}}",
                "grid.step=1e300",
                "parameters={lower: -8, upper: 8, target: [{weight: 1, mean: 0, sd: 1e-300}]}")) {
            DualflowTest.Outcome outcome = run(legal);
            assertEquals(Dualflow.SUCCESS, outcome.code(), legal + outcome);
        }
    }

    /** Everything that is wrong is told at once, each in a line. */
    @Test
    void allProblemsAreTold() {
        DualflowTest.Outcome outcome = run("grid.step=0", "time.end=nothing", "initial.generator={uniform: [1]}");
        assertEquals(Dualflow.BAD_INPUT, outcome.code(), outcome.toString());
        assertEquals(3, outcome.err().lines().count(), outcome.err());
    }

    @Test
    void massThatCannotReachTheDataIsToldAndTheRunGoesOn() throws Exception {
        table("1", "0", "0", "1");
        DualflowTest.Outcome outcome = run();
        assertEquals(Dualflow.SUCCESS, outcome.code(), outcome.toString());
        List<String> warnings = outcome.err()
                .lines()
                .filter(line -> line.startsWith("warning: "))
                .toList();
        assertEquals(1, warnings.size(), outcome.toString());
        assertTrue(warnings.get(0).contains("case.yaml:7: initial.generator = a share of 0.999"), warnings.get(0));
        JsonNode summary = JsonMapper.builder().build().readTree(Files.readString(folder.resolve("out/summary.json")));
        assertTrue(summary.toString().contains("nothing moves"));
    }

    @Test
    void explicitCellsRun() throws Exception {
        DualflowTest.Outcome outcome = run(
                "grid={cells: 40, scheme: explicit-muscl}",
                "parameters={lower: -8, upper: 8, target: [{weight: 1, mean: 0, sd: 1}]}");
        assertEquals(Dualflow.SUCCESS, outcome.code(), outcome.toString());
        JsonNode grid = JsonMapper.builder()
                .build()
                .readTree(Files.readString(folder.resolve("out/summary.json")))
                .get("solutions")
                .get("grid");
        assertTrue(grid.get("certificate").has("L1:generator"), grid.toString());
        assertTrue(grid.get("invariants").get("mass").get("ok").asBoolean());
    }
}
