package org.dualflow.validation.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code verify --defect all --resume}: what is left behind by a run that was cut off, and what becomes of it. */
class MatrixResumeTest {

    private static final String CLAIM = "divergences-known-values";

    @TempDir
    private Path folder;

    private Path out() {
        return folder.resolve("out");
    }

    private Path records() {
        return out().resolve("records");
    }

    private static List<String> command(Path out, String... more) {
        return Stream.concat(
                        Stream.of("verify", "--defect", "all", "--claim", CLAIM, "--out", out.toString()),
                        Stream.of(more))
                .toList();
    }

    private DualflowTest.Outcome run(String... more) {
        return DualflowTest.execute(command(out(), more).toArray(String[]::new));
    }

    private static ObjectNode summary(Path out) throws IOException {
        return (ObjectNode) JsonMapper.builder().build().readTree(Files.readString(out.resolve("summary.json")));
    }

    /** What was found, without when and on what. */
    private static JsonNode found(Path out) throws IOException {
        ObjectNode summary = summary(out);
        summary.remove("provenance");
        return summary;
    }

    private Map<Path, String> kept() throws IOException {
        Map<Path, String> kept = new HashMap<>();
        try (Stream<Path> files = Files.list(records())) {
            for (Path file : files.toList()) {
                kept.put(file, Files.readString(file));
            }
        }
        return kept;
    }

    /** Records hold how long a claim took, so that one that was computed again is another one. */
    @Test
    void onlyWhatIsMissingIsComputed() throws Exception {
        assertEquals(Dualflow.SUCCESS, run("--resume").code());
        JsonNode whole = found(out());
        assertEquals("completed", whole.get("status").asString());
        Map<Path, String> kept = kept();
        Path lost = records().resolve("defect-kullback-leibler-order.txt");
        Path damaged = records().resolve("defect-jensen-shannon-half.txt");
        Files.delete(lost);
        Files.writeString(damaged, kept.getOrDefault(damaged, "").replace("FAIL", "PASS"));
        markInterrupted();
        DualflowTest.Outcome rest = run("--resume");
        assertEquals(Dualflow.SUCCESS, rest.code(), rest.toString());
        assertFalse(rest.err().contains("warning"), rest.err());
        assertEquals(whole, found(out()));
        Map<Path, String> again = kept();
        assertEquals(kept.keySet(), again.keySet());
        for (Path file : List.of(lost, damaged)) {
            assertNotEquals(kept.remove(file), again.remove(file));
        }
        assertEquals(kept, again);
        markInterrupted();
        DualflowTest.Outcome anew = run();
        assertTrue(anew.err().contains("holds the records of an interrupted run"), anew.err());
        assertEquals(whole, found(out()));
        Path claim = records().resolve("claim-" + CLAIM + ".txt");
        assertNotEquals(again.get(claim), kept().get(claim));
    }

    private void markInterrupted() throws IOException {
        String text = summary(out()).put("status", "interrupted").toString();
        Files.writeString(out().resolve("summary.json"), text);
    }

    @Test
    void recordsOfSomethingElseAreLeftAlone() throws Exception {
        Files.createDirectories(records());
        Files.writeString(records().resolve("plan.txt"), "dualflow matrix of another build\n");
        Files.writeString(out().resolve("summary.json"), "{\"status\": \"interrupted\"}");
        Map<Path, String> before = kept();
        DualflowTest.Outcome outcome = run("--resume");
        assertEquals(Dualflow.BAD_INPUT, outcome.code(), outcome.toString());
        assertTrue(outcome.err().contains("--resume: ") && outcome.err().contains("of another build"), outcome.err());
        assertEquals(1, outcome.err().lines().count(), outcome.err());
        assertEquals(before, kept());
        Files.move(records(), out().resolve("other"));
        outcome = run("--resume");
        assertEquals(Dualflow.BAD_INPUT, outcome.code(), outcome.toString());
        assertTrue(outcome.err().contains("results without records"), outcome.err());
    }

    @Test
    void onlyAMatrixIsContinued() {
        DualflowTest.Outcome outcome = DualflowTest.execute("verify", "--claim", CLAIM, "--resume");
        assertEquals(Dualflow.BAD_INPUT, outcome.code(), outcome.toString());
        assertTrue(outcome.err().contains("--resume: allowed with --defect all only"), outcome.err());
    }

    /** Processes that are killed (SIGKILL) at random moments. */
    @Test
    @Tag("study")
    void aMatrixThatIsKilledAgainAndAgainSaysTheSame() throws Exception {
        Path whole = folder.resolve("whole");
        long begun = System.nanoTime();
        assertEquals(Dualflow.SUCCESS, start(whole).waitFor());
        double seconds = (System.nanoTime() - begun) * 1e-9;
        SplittableRandom random = new SplittableRandom(21);
        int kills = 0;
        int most = 0;
        for (int k = 0; k < 6; k++) {
            Process process = start(out());
            if (!process.waitFor((long) (1e3 * seconds * (0.3 + 0.5 * random.nextDouble())), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
                kills++;
                if (Files.exists(out())) {
                    assertEquals("interrupted", summary(out()).get("status").asString());
                    assertTrue(kept().size() >= most, "records were lost");
                    most = kept().size();
                }
            }
        }
        assertTrue(kills > 0 && most > 1, kills + " kills, " + most + " records");
        assertEquals(Dualflow.SUCCESS, start(out()).waitFor());
        assertEquals(found(whole), found(out()));
    }

    private Process start(Path out) throws IOException {
        List<String> all = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Dualflow.class.getName()));
        all.addAll(command(out, "--resume"));
        return new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log.txt").toFile())
                .start();
    }
}
