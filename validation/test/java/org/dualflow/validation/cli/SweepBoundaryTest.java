package org.dualflow.validation.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dualflow.validation.report.SeriesCsv;
import org.junit.jupiter.api.Test;

/** Sweeps that look for a boundary, and sweeps that judge what a case expects. */
class SweepBoundaryTest extends SweepFixture {

    @Test
    void whatIsBisectedMustBeOneKeyOfTheCaseBetweenTwoNumbers() {
        String[][] wrong = {
            {"parameters.amplitud=0:1:0.1", "did you mean \"amplitude\"?"},
            {"parameters.amplitude=1:0:0.1", "a < b"},
            {"parameters.amplitude=0.5:1:x", "a < b"},
            {"parameters.amplitude=0.5:1:0.6", "width < b - a"},
            {"time.end=-1:1:0.1", "greater than time.start"}
        };
        for (String[] option : wrong) {
            DualflowTest.Outcome outcome = DualflowTest.execute(command(
                    "out", new String[] {"--bisect", option[0]}, "--boundary", "particles.observables.width=0.7"));
            assertEquals(Dualflow.BAD_INPUT, outcome.code(), outcome.toString());
            assertTrue(outcome.err().contains(option[1]), outcome.err());
            assertEquals(1, outcome.err().lines().count(), outcome.err());
        }
        DualflowTest.Outcome twice = DualflowTest.execute(command(
                "out",
                new String[] {"--over", "grid.cells=11,21", "--bisect", "grid.cells=10:20:1"},
                "--boundary",
                "particles.observables.width=0.7"));
        assertTrue(twice.err().contains("also given to --over"), twice.err());
    }

    @Test
    void aBoundaryIsFoundByBisectionForEverySeed() throws Exception {
        succeeds(DualflowTest.execute(command(
                "out",
                new String[] {"--over", "time.end=2,2.5", "--seeds", "3"},
                "--bisect",
                "parameters.amplitude=0.5:1.9:0.01",
                "--boundary",
                "particles.observables.width=0.7")));
        var table = SeriesCsv.read(Files.readString(folder.resolve("out/sweep.csv")));
        double[] found = table.getOrDefault("boundary", new double[0]);
        assertEquals(6, found.length);
        for (double boundary : found) {
            assertEquals(1.3, boundary, 0.15, "50 random particles");
        }
        assertTrue(Files.readString(folder.resolve("out/plan.txt")).contains("bisect parameters.amplitude from 0.5"));
        assertTrue(Files.readString(folder.resolve("out/statistics.csv")).contains("boundary deviation"));
    }

    @Test
    void aBoundaryIsDrawnIntoTheMapsOfTwoAxes() throws Exception {
        succeeds(DualflowTest.execute(command(
                "out",
                new String[] {"--over", "time.end=2,2.5", "--over", "parameters.amplitude=0.5:1.9:8", "--seeds", "2"},
                "--boundary",
                "grid.observables.width=0.7",
                "--plot",
                "width")));
        var table = SeriesCsv.read(Files.readString(folder.resolve("out/boundary.csv")));
        double[] found = table.getOrDefault("parameters.amplitude", new double[0]);
        assertEquals(2, found.length);
        assertEquals(1.3, found[0], 0.1 + 0.2, "half a step and what 21 cells err by");
        assertTrue(Files.readString(folder.resolve("out/report.md")).contains("comes to exceed 0.7"));
        DualflowTest.Outcome line = DualflowTest.execute(
                command("line", new String[] {"--over", "time.end=2,2.5"}, "--boundary", "grid.observables.width=0.7"));
        assertEquals(Dualflow.BAD_INPUT, line.code());
        assertTrue(line.err().contains("two axes"), line.err());
    }

    @Test
    void expectationsAreJudgedAtEveryPoint() throws Exception {
        file = Files.writeString(folder.resolve("expect.yaml"), TINY + """
                expect:
                  - {quantity: width, within: 0.2, measured: absolute, reason: 50 particles}
                """).toString();
        String[] axes = {"--over", "parameters.amplitude=0.5,1.3", "--set", "grid.cells=81"};
        DualflowTest.Outcome good = DualflowTest.execute(command("good", axes));
        succeeds(good);
        var table = SeriesCsv.read(Files.readString(folder.resolve("good/sweep.csv")));
        assertEquals(List.of(1.0, 1.0), values(table, "expect.particles-width"));
        assertEquals(List.of(1.0, 1.0), values(table, "expect.grid-width"));
        DualflowTest.Outcome bad = DualflowTest.execute(command("bad", axes, "--over", "particles.count=50,2"));
        assertEquals(Dualflow.FAILED, bad.code(), bad.toString());
        assertTrue(bad.out().contains("an expectation of the case was not met"), bad.out());
        assertTrue(summary("bad").get("unmet").asInt() > 0);
        var unmet = SeriesCsv.read(Files.readString(folder.resolve("bad/sweep.csv")));
        assertTrue(values(unmet, "expect.particles-width").contains(0.0));
    }

    private static List<Double> values(Map<String, double[]> table, String column) {
        return Arrays.stream(table.getOrDefault(column, new double[0])).boxed().toList();
    }
}
