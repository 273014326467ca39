package org.dualflow.validation.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.dualflow.restart.Checkpoints;
import org.dualflow.run.Solution;
import org.dualflow.validation.claim.Bound;
import org.dualflow.validation.claim.BoundClaim;
import org.dualflow.validation.claim.Claim;
import org.dualflow.validation.claim.ClaimOutcome;
import org.dualflow.validation.claim.ClaimResult;
import org.dualflow.validation.defect.Defect;
import org.dualflow.validation.defect.DefectMatrix;
import org.dualflow.validation.defect.DefectOutcome;
import org.dualflow.validation.defect.Defects;
import org.dualflow.validation.defect.MatrixScope;
import org.dualflow.validation.io.CaseReader;
import org.dualflow.validation.io.ResultWriter;
import org.dualflow.validation.report.MatrixPage;
import org.dualflow.validation.report.Provenance;
import org.dualflow.validation.report.RunResult;
import org.dualflow.validation.report.SeriesCsv;
import org.dualflow.validation.report.Summary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DualflowTest {

    static final String TINY = """
        title: Tiny
        model: clipped-transport
        parameters: {displacement: sine, amplitude: 1.3}
        initial: {weights: {uniform: [-1, 1]}}
        time: {end: 2}
        grid: {cells: 21, scheme: upwind}
        particles: {count: 50, start: random, seed: 7, step: 0.01}
        output: {every: 0.5}
        converge:
          - {refine: particles, from: 50, levels: 3, order: 1, reason: "quantiles: 1/(4N)"}
        """;

    @TempDir
    private Path folder;

    /** What a run of the program left behind. */
    record Outcome(int code, String out, String err) {}

    static Outcome execute(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line =
                Dualflow.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return new Outcome(line.execute(args), out.toString(), err.toString());
    }

    private String tiny(String text) throws IOException {
        return Files.writeString(folder.resolve("tiny.yaml"), text).toString();
    }

    private String out() {
        return folder.resolve("out").toString();
    }

    /** Exit code 2, one line, and nothing written. */
    private void refused(String expected, String... args) throws IOException {
        List<Path> before = content();
        Outcome outcome = execute(args);
        assertEquals(Dualflow.BAD_INPUT, outcome.code(), outcome.toString());
        assertTrue(outcome.err().contains(expected), outcome.err());
        assertFalse(outcome.err().contains("\tat "), outcome.err());
        assertEquals(before, content());
    }

    private List<Path> content() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted().toList();
        }
    }

    @Test
    void runWritesASummaryThatKeepsTheContract() throws Exception {
        Outcome outcome = execute("run", tiny(TINY), "--out", out(), "--json", "--threads", "1");
        assertEquals(Dualflow.SUCCESS, outcome.code(), outcome.toString());
        String file = Files.readString(folder.resolve("out/summary.json"));
        assertEquals(file, outcome.out());
        JsonNode summary = JsonMapper.builder().build().readTree(file);
        assertEquals("tiny", summary.get("case").asString());
        assertEquals("completed", summary.get("status").asString());
        for (String key : List.of("version", "revision", "dirty", "jdk", "cpu", "threads", "seeds", "command")) {
            assertTrue(summary.get("provenance").has(key), key);
        }
        assertEquals(7, summary.get("provenance").get("seeds").get(0).asInt());
        for (String name : List.of("reference", "grid", "particles")) {
            JsonNode solution = summary.get("solutions").get(name);
            for (String key :
                    List.of("steps", "seconds", "invariants", "observables", "events", "errors", "certificate")) {
                assertTrue(solution.has(key), name + "." + key);
            }
        }
        JsonNode mass = summary.get("solutions").get("grid").get("invariants").get("mass");
        assertTrue(mass.get("ok").asBoolean()
                && mass.get("value").asDouble() <= mass.get("budget").asDouble());
        assertTrue(summary.get("solutions").get("grid").get("errors").has("W1:weights"));
        assertTrue(summary.get("agreement").has("W1:weights"));
        assertTrue(summary.get("claims").isArray());
        var series = SeriesCsv.read(Files.readString(folder.resolve("out/series-grid.csv")));
        assertEquals(5, series.getOrDefault("time", new double[0]).length);
        for (String name : List.of("report.html", "report.md", "pictures/distribution-weights.png")) {
            assertTrue(Files.size(folder.resolve("out").resolve(name)) > 0, name);
        }
    }

    @Test
    void theClippedGanIsSolvedOnAGridWithParticlesAndByTraining() throws Exception {
        Files.writeString(folder.resolve("table.csv"), "x\n1\n2\nNA\n4\n");
        String file = tiny("""
            model: clipped-wasserstein-gan
            parameters:
              target: {csv: {file: table.csv, columns: [x]}}
              modes: [-1, 1]
              latent: {nodes: 4}
            initial:
              generator: {product: [{uniform: [0, 1]}, {uniform: [0, 1]}, {uniform: [0, 1]}]}
              critic: {product: [{uniform: [0, 0.5]}, {uniform: [0, 0.5]}, {uniform: [0, 0.5]}]}
            time: {end: 1}
            grid: {cells: 8}
            particles: {count: 64, step: 0.1}
            training: {neurons: 50, step: 0.1, batch: 2, seed: 11}
            output: {every: 0.25}
            """);
        Outcome outcome = execute("run", file, "--out", out(), "--threads", "1");
        assertEquals(Dualflow.SUCCESS, outcome.code(), outcome.toString());
        assertTrue(outcome.out().contains("dropped"), outcome.out());
        assertTrue(outcome.out().contains("training"), outcome.out());
        JsonNode summary = JsonMapper.builder().build().readTree(Files.readString(folder.resolve("out/summary.json")));
        assertEquals(11, summary.get("provenance").get("seeds").get(0).asInt());
        assertEquals(1, summary.get("data").get(0).get("dropped").asInt());
        for (String name : List.of("grid", "particles", "training")) {
            JsonNode solution = summary.get("solutions").get(name);
            assertEquals("completed", solution.get("status").asString());
            double coverage = solution.get("observables").get("modeCoverage").asDouble();
            assertTrue(coverage > 0 && coverage <= 1, name + ": " + coverage);
            assertTrue(solution.get("observables").has("energy"), name);
            assertTrue(Files.size(folder.resolve("out/pictures/generated-" + name + ".png")) > 0, name);
            assertTrue(Files.size(folder.resolve("out/final-" + name + "-critic.csv")) > 0, name);
        }
        assertTrue(summary.get("agreement").has("SW1:critic"));
        assertTrue(summary.get("differences").get("particles – training").has("SW1:generator"));
        for (String name : List.of("phase", "generated-density", "weights-critic-grid-1", "weights-critic-training")) {
            assertTrue(Files.size(folder.resolve("out/pictures/" + name + ".png")) > 0, name);
        }
    }

    @Test
    void trainingIsForItsOwnModelOnly() throws Exception {
        String file = tiny(TINY + "training: {neurons: 50, step: 0.1, seed: 1}\n");
        refused("training = for clipped-transport", "run", file, "--out", out());
    }

    @Test
    void anOldResultIsReplacedAndNothingElseIs() throws Exception {
        String file = tiny(TINY);
        assertEquals(Dualflow.SUCCESS, execute("run", file, "--out", out()).code());
        Files.writeString(folder.resolve("out/old.txt"), "old");
        assertEquals(Dualflow.SUCCESS, execute("run", file, "--out", out()).code());
        assertFalse(Files.exists(folder.resolve("out/old.txt")));
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.writeString(other.resolve("thesis.txt"), "precious");
        refused("a folder with other content", "run", file, "--out", other.toString());
        refused("a file", "run", file, "--out", file);
        refused("not writable", "run", file, "--out", "/proc/dualflow");
        try (Stream<Path> left = Files.list(folder)) {
            assertTrue(left.noneMatch(p -> p.getFileName().toString().startsWith(".")));
        }
    }

    @Test
    void badInputIsRefusedBeforeAnythingIsWritten() throws Exception {
        String file = tiny(TINY.replace("cells: 21", "cells: 0"));
        refused("tiny.yaml:6: grid.cells = 0: an integer from 1 to", "run", file, "--out", out());
        String good = tiny(TINY);
        refused(
                "--set: grid.cels = unknown key: did you mean \"cells\"?",
                "run",
                good,
                "--set",
                "grid.cels=3",
                "--out",
                out());
        refused("no such file", "run", folder.resolve("absent.yaml").toString(), "--out", out());
        refused("--threads = 0: at least 1 is allowed", "run", good, "--threads", "0");
        refused("--levels = 2: 3 to 20 is allowed", "converge", good, "--levels", "2");
        refused("did you mean \"upwind-dirac-half-order\"?", "verify", "--claim", "upwind-dirac-half-orde");
        refused("did you mean \"upwind-flux-sign\"?", "verify", "--defect", "upwind-flux-sing");
        refused("did you mean \"upwind-slab-first-order\"", "verify", "--claim", "slab-first-order");
        refused("did you mean \"run\"?", "rnu", good);
        refused("did you mean \"--out\"?", "run", good, "--uot", out());
        refused("Missing required parameter", "run");
        refused("no command", new String[0]);
    }

    @Test
    void aStoppedRunIsMarkedAndKeepsWhatThereIs() throws Exception {
        CaseReader.ReadCase read = CaseReader.read(Path.of(tiny(TINY)), List.of());
        try (Interruption interruption = new Interruption()) {
            interruption.request();
            RunResult result = new CaseRun(read, 1, name -> Checkpoints.NONE)
                    .solve(
                            Provenance.now("run", 1, List.of()),
                            new PrintWriter(new StringWriter()),
                            false,
                            interruption);
            assertEquals(Solution.Status.INTERRUPTED, result.status());
            assertEquals("interrupted", Summary.of(result).get("status"));
            ResultWriter.write(folder.resolve("out"), result);
            assertTrue(Files.readString(folder.resolve("out/summary.json")).contains("\"interrupted\""));
            assertTrue(Files.exists(folder.resolve("out/series-grid.csv")));
        }
    }

    @Test
    void convergeJudgesTheLaddersOfACase() throws Exception {
        String quantile = tiny(TINY.replace("start: random, seed: 7, ", ""));
        Outcome outcome = execute("converge", quantile, "--out", out());
        assertEquals(Dualflow.SUCCESS, outcome.code(), outcome.toString());
        assertTrue(outcome.out().contains("PASS"), outcome.out());
        Outcome wrong = execute("converge", tiny(TINY.replace("order: 1", "order: 2")), "--out", out());
        assertEquals(Dualflow.FAILED, wrong.code(), wrong.toString());
    }

    @Test
    void agreeSplitsTheDifference() throws Exception {
        Outcome outcome = execute("agree", tiny(TINY.replace("start: random, seed: 7, ", "")), "--out", out());
        assertEquals(Dualflow.SUCCESS, outcome.code(), outcome.toString());
        assertTrue(outcome.out().contains("particles, number"), outcome.out());
        assertTrue(Files.readString(folder.resolve("out/summary.json")).contains("W1:weights"));
    }

    @Test
    void verifyRunsTheClaimsThatAreNamed() throws Exception {
        Outcome outcome = execute("verify", "--claim", "upwind-sink-on-face", "--out", out());
        assertEquals(Dualflow.SUCCESS, outcome.code(), outcome.toString());
        assertTrue(outcome.out().contains("1 of 1 claims passed"), outcome.out());
    }

    @Test
    void aPlantedDefectFailsTheClaimsThatLookThere() throws Exception {
        Outcome caught = execute("verify", "--defect", "upwind-flux-sign", "--out", out());
        assertEquals(Dualflow.FAILED, caught.code(), caught.toString());
        assertTrue(caught.out().contains("CAUGHT by upwind-slab-first-order"), caught.out());
        Outcome missed = execute("verify", "--defect", "w2-weight", "--claim", "upwind-sink-on-face", "--out", out());
        assertEquals(Dualflow.SUCCESS, missed.code(), missed.toString());
        assertTrue(missed.out().contains("NOT CAUGHT"), missed.out());
    }

    /** Times, the number of threads and the moment are all that may differ. */
    @Test
    void theReportOfClaimsDoesNotDependOnThreads() throws Exception {
        List<String> reports = new ArrayList<>();
        for (String threads : List.of("1", "3")) {
            Outcome outcome = execute(
                    "verify",
                    "--claim",
                    "upwind-sink-on-face",
                    "--claim",
                    "divergences-known-values",
                    "--claim",
                    "wasserstein-known-distances",
                    "--threads",
                    threads,
                    "--out",
                    out());
            assertEquals(Dualflow.SUCCESS, outcome.code(), outcome.toString());
            reports.add((Files.readString(folder.resolve("out/report.md")) + outcome.out())
                    .replaceAll("\\d+(\\.\\d+)? s\\b", "TIME")
                    .replaceAll("threads +\\| \\d+", "THREADS")
                    .replaceAll("began +\\| [-0-9TZ:]+", "BEGAN")
                    .replaceAll("[ -]{2,}", " "));
        }
        assertEquals(reports.get(0), reports.get(1));
    }

    @Test
    void theMatrixOfDefectsShowsWhoNoticesWhat() throws Exception {
        Outcome outcome =
                execute("verify", "--defect", "all", "--claim", "divergences-known-values", "--json", "--out", out());
        assertEquals(Dualflow.SUCCESS, outcome.code(), outcome.toString());
        JsonNode summary = JsonMapper.builder().build().readTree(Files.readString(folder.resolve("out/summary.json")));
        assertEquals("completed", summary.get("status").asString());
        assertEquals("PASS", summary.get("claims").get(0).get("verdict").asString());
        JsonNode defect = null;
        for (JsonNode row : summary.get("defects")) {
            defect = row.get("id").asString().equals("kullback-leibler-order") ? row : defect;
        }
        assertEquals(
                "FAIL",
                Objects.requireNonNull(defect)
                        .get("verdicts")
                        .get("divergences-known-values")
                        .asString());
        assertTrue(summary.get("idleClaims").isEmpty());
        String page = Files.readString(folder.resolve("out/report.html"));
        assertTrue(page.contains("href=\"#defect-kullback-leibler-order\""));
        assertTrue(page.contains("id=\"defect-kullback-leibler-order\""));
        assertTrue(page.contains("href=\"#claim-divergences-known-values\""));
        assertTrue(page.contains("id=\"claim-divergences-known-values\""));
        assertTrue(Files.readString(folder.resolve("out/report.md")).contains("(pictures/matrix.svg)"));
        assertTrue(Files.size(folder.resolve("out/pictures/matrix.svg")) > 0);
    }

    /** A claim that notices nothing is worth nothing. */
    @Test
    void aClaimThatNoticesNoDefectFailsTheMatrix() throws Exception {
        Claim blind = new BoundClaim(
                "blind", "t", "s", "e", "w", Claim.Suite.FAST, p -> ClaimResult.of(Bound.atMost("x", 0, 1)));
        ClaimOutcome passes = new ClaimOutcome(blind, blind.check(), 1);
        MatrixPage page = new MatrixPage(new DefectMatrix(List.of(passes), List.of(), true), MatrixScope.SPARSE);
        assertFalse(page.good());
        assertTrue(page.toText().contains("NOTICES NO DEFECT      blind"), page.toText());
        assertTrue(page.toText().contains("NEVER BROKEN           blind: x"), page.toText());
    }

    /** The thorough matrix has looked for a defect for every expectation, and says so if there is none. */
    @Test
    void anExpectationThatNoDefectBreaksFailsTheThoroughMatrixAlone() throws Exception {
        Claim claim = new BoundClaim(
                "claim",
                "t",
                "s",
                "e",
                "w",
                Claim.Suite.FAST,
                p -> ClaimResult.of(Bound.atMost("x", 0, 1), Bound.atMost("y", 0, 1)));
        ClaimOutcome sound = new ClaimOutcome(claim, claim.check(), 1);
        assertTrue(noticing(sound, 2, 0, MatrixScope.SPARSE).good());
        MatrixPage page = noticing(sound, 2, 0, MatrixScope.THOROUGH);
        assertFalse(page.good());
        assertTrue(page.toText().contains("NEVER BROKEN           claim: y"), page.toText());
        assertTrue(noticing(sound, 2, 2, MatrixScope.THOROUGH).good());
    }

    private static MatrixPage noticing(ClaimOutcome sound, double x, double y, MatrixScope scope) {
        Defect defect = Defects.all().get(0);
        ClaimResult noticed = ClaimResult.of(Bound.atMost("x", x, 1), Bound.atMost("y", y, 1));
        DefectOutcome row = new DefectOutcome(defect, List.of(new ClaimOutcome(sound.claim(), noticed, 1)));
        return new MatrixPage(new DefectMatrix(List.of(sound), List.of(row), true), scope);
    }

    @Test
    void listAndExplainSayWhatThereIs() throws Exception {
        assertTrue(execute("list", "models").out().contains("two-point-gan"));
        assertTrue(execute("list", "schemes").out().contains("van-leer"));
        assertTrue(execute("list", "claims").out().contains("upwind-dirac-half-order"));
        assertTrue(execute("list", "defects").out().contains("upwind-flux-sign"));
        assertTrue(execute("list", "exact").out().contains("attraction-normal"));
        assertTrue(execute("list", "cases").out().contains("two-point-gan.yaml"));
        Outcome explained = execute("explain", tiny(TINY));
        assertEquals(Dualflow.SUCCESS, explained.code(), explained.toString());
        assertTrue(explained.out().contains("21 cells, upwind"), explained.out());
        assertTrue(explained.out().contains("particles.seed"), explained.out());
    }
}
