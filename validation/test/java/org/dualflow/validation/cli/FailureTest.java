package org.dualflow.validation.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dualflow.validation.report.SeriesCsv;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FailureTest {

    /** A step of the Courant number that the scheme needs does not move the clock: 1 + 1e-21 is 1. */
    private static final String TOO_FAST = """
            model: transport
            parameters: {field: constant, velocity: 1e20, domain: [0, 2]}
            initial: {density: {dirac: 1.1}}
            time: {start: 1, end: 3}
            grid: {cells: 10, scheme: upwind}
            output: {every: 0.1}
            """;

    @TempDir
    private Path folder;

    @Command(name = "break")
    static final class Broken implements Callable<Integer> {
        @Override
        public Integer call() {
            throw new IllegalStateException("something\nthat must not happen");
        }
    }

    @Test
    void aRunThatFailsSaysWhenWhereAndWhyAndKeepsTheLastGoodState() throws Exception {
        Path file = Files.writeString(folder.resolve("fast.yaml"), TOO_FAST);
        Path out = folder.resolve("out");
        DualflowTest.Outcome outcome = DualflowTest.execute("run", file.toString(), "--out", out.toString());
        assertEquals(Dualflow.FAILED, outcome.code(), outcome.toString());
        assertTrue(outcome.out().contains("FAILED: grid: CFL at t = 1.0 in density"), outcome.out());
        assertFalse(outcome.err().contains("\tat "), outcome.err());
        JsonNode summary = JsonMapper.builder().build().readTree(Files.readString(out.resolve("summary.json")));
        assertEquals("failed", summary.get("status").asString());
        JsonNode failure = summary.get("solutions").get("grid").get("failure");
        assertEquals("cfl", failure.get("cause").asString());
        assertEquals("density", failure.get("species").asString());
        assertEquals(1.0, failure.get("time").asDouble());
        var last = SeriesCsv.read(Files.readString(out.resolve("final-grid-density.csv")));
        assertEquals(1.0, last.getOrDefault("mass", new double[10])[5]);
    }

    @Test
    void aFaultOfTheProgramIsOneLineAndExitCodeThree() {
        StringWriter err = new StringWriter();
        CommandLine line = Dualflow.commandLine().addSubcommand(new Broken());
        var handler = line.getExecutionExceptionHandler();
        line.getSubcommands().values().forEach(command -> command.setExecutionExceptionHandler(handler));
        line.setErr(new PrintWriter(err, true));
        assertEquals(Dualflow.INTERNAL_ERROR, line.execute("break"));
        assertTrue(err.toString().startsWith("internal error: IllegalStateException: something that must not happen"));
        assertEquals(1, err.toString().lines().count(), err.toString());
    }

    @Test
    void whatIsNotACaseIsRefused() throws Exception {
        Path bytes = Files.write(folder.resolve("bytes.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        Path text = Files.writeString(folder.resolve("text.yaml"), "model: [unclosed\n");
        Path empty = Files.writeString(folder.resolve("empty.yaml"), "");
        for (Path file : new Path[] {bytes, text, empty, folder}) {
            DualflowTest.Outcome outcome = DualflowTest.execute(
                    "run", file.toString(), "--out", folder.resolve("out").toString());
            assertEquals(Dualflow.BAD_INPUT, outcome.code(), outcome.toString());
            assertTrue(outcome.err().startsWith(file.toString()), outcome.err());
            assertEquals(1, outcome.err().lines().count(), outcome.err());
            assertFalse(Files.exists(folder.resolve("out")));
        }
    }
}
