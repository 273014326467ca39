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
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dualflow.validation.report.SeriesCsv;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SweepTest extends SweepFixture {

    private static final String[] AXES = {
        "--over",
        "parameters.amplitude=0.5:1.5:3",
        "--over",
        "grid.cells=11,21",
        "--seeds",
        "2",
        "--plot",
        "grid.errors.W1"
    };

    private DualflowTest.Outcome sweep(String out, String... more) {
        return DualflowTest.execute(command(out, AXES, more));
    }

    /** Everything that must not depend on who computed what when: all files but those with a provenance. */
    private Map<String, String> content(String out) throws IOException {
        Map<String, String> content = new TreeMap<>();
        Path root = folder.resolve(out);
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(path).toString();
                if (!name.startsWith("report") && !name.equals("summary.json")) {
                    content.put(name, java.util.Arrays.hashCode(Files.readAllBytes(path)) + ":" + Files.size(path));
                }
            }
        }
        return content;
    }

    @Test
    void aRowHoldsTheFinalNumbersOfARun() throws Exception {
        succeeds(DualflowTest.execute(command("out", new String[] {
            "--over",
            "parameters.amplitude=0.5,1.3",
            "--over",
            "grid.scheme=upwind,muscl",
            "--seeds",
            "2",
            "--plot",
            "steps"
        })));
        String[] lines = Files.readString(folder.resolve("out/sweep.csv")).split("\n");
        String[] head = lines[0].split(",");
        String[] row = lines[8].split(",");
        assertEquals("particles.seed", head[4]);
        succeeds(DualflowTest.execute(
                "run",
                file,
                "--out",
                folder.resolve("run").toString(),
                "--set",
                "grid.scheme=" + row[2],
                "--set",
                "particles.seed=" + row[4]));
        JsonNode solutions = summary("run").get("solutions");
        int compared = 0;
        for (int c = 5; c < head.length; c++) {
            String[] path = head[c].split("\\.", 3);
            if (path.length == 3 && !path[1].equals("events") && !path[0].equals("agreement")) {
                JsonNode value = solutions.get(path[0]).get(path[1]).get(path[2]);
                assertEquals(value.asDouble(), Double.parseDouble(row[c]), head[c]);
                compared++;
            }
        }
        assertTrue(compared > 10, "" + compared);
        JsonNode summary = summary("out");
        assertEquals("completed", summary.get("status").asString());
        assertEquals(8, summary.get("sweep").get("points").asInt());
        assertEquals(7, summary.get("provenance").get("seeds").get(0).asInt());
        assertTrue(Files.readString(folder.resolve("out/report.html")).contains("grid.scheme"));
    }

    @Test
    void threadsAndShardsAndTheirOrderChangeNothing() throws Exception {
        succeeds(sweep("one", "--threads", "1"));
        succeeds(sweep("two", "--threads", "2"));
        Map<String, String> expected = content("one");
        assertTrue(expected.containsKey("sweep.h5") && expected.containsKey("points/0000011.txt"), expected.toString());
        assertTrue(expected.keySet().stream().anyMatch(name -> name.startsWith("pictures/")));
        assertEquals(expected, content("two"));
        succeeds(sweep("shards", "--shard", "3/3"));
        assertEquals("interrupted", summary("shards").get("status").asString());
        assertFalse(Files.exists(folder.resolve("shards/sweep.csv")));
        DualflowTest.Outcome early = sweep("shards", "--shard", "1/3");
        assertTrue(early.out().contains("8 of 12 points"), early.out());
        succeeds(sweep("shards", "--shard", "2/3", "--threads", "2"));
        assertEquals(expected, content("shards"));
        assertEquals("completed", summary("shards").get("status").asString());
        var table = SeriesCsv.read(Files.readString(folder.resolve("one/sweep.csv")));
        assertEquals(
                12,
                java.util.Arrays.stream(table.getOrDefault("particles.seed", new double[0]))
                        .distinct()
                        .count());
    }

    @Test
    void missingAndDamagedPointsAreComputedAgain() throws Exception {
        succeeds(sweep("out"));
        Map<String, String> expected = content("out");
        Path points = folder.resolve("out/points");
        Files.delete(points.resolve("0000002.txt"));
        Files.writeString(points.resolve("0000003.txt"), "");
        Files.copy(
                points.resolve("0000001.txt"),
                points.resolve("0000004.txt"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        String whole = Files.readString(points.resolve("0000005.txt"));
        Files.writeString(points.resolve("0000005.txt"), whole.replaceFirst("\\.5", ".6"));

        DualflowTest.Outcome other = sweep("out", "--shard", "1/12", "--resume");
        assertEquals(Dualflow.BAD_INPUT, other.code());
        List<String> lines =
                other.err().lines().filter(line -> line.contains("damaged")).toList();
        assertEquals(3, lines.size(), other.err());
        assertTrue(lines.get(0).startsWith(points.resolve("0000003.txt").toString()), lines.get(0));

        DualflowTest.Outcome resumed = sweep("out", "--resume");
        succeeds(resumed);
        assertEquals(
                3,
                resumed.err().lines().filter(line -> line.contains("damaged")).count(),
                resumed.err());
        assertTrue(resumed.err().contains("8 of 12 points are there already"), resumed.err());
        assertEquals(expected, content("out"));
    }

    @Test
    void aFolderIsContinuedOnlyIfThatIsWhatWasAskedFor() throws Exception {
        succeeds(sweep("out", "--shard", "1/2"));
        DualflowTest.Outcome again = sweep("out", "--shard", "1/2");
        assertEquals(Dualflow.BAD_INPUT, again.code());
        assertTrue(again.err().contains("--resume"), again.err());
        assertEquals(Dualflow.BAD_INPUT, sweep("out").code());
        DualflowTest.Outcome other = sweep("out", "--resume", "--set", "time.end=3");
        assertEquals(Dualflow.BAD_INPUT, other.code());
        assertTrue(other.err().contains("another sweep"), other.err());
        succeeds(sweep("out", "--resume"));
        succeeds(sweep("out"));
        succeeds(
                DualflowTest.execute("run", file, "--out", folder.resolve("run").toString()));
        assertEquals(Dualflow.BAD_INPUT, sweep("run").code());
    }

    @Test
    void everyProblemIsToldOnceBeforeAnythingRuns() {
        String[][] wrong = {
            {"--over", "parameters.amplitud=1,2", "did you mean \"amplitude\"?"},
            {"--over", "grid.scheme=upwind,upwnd", "did you mean \"upwind\"?"},
            {"--over", "grid.cells=10:12:3,x", "a:b:n"},
            {"--over", "time.end=1,-1", "greater than time.start"},
            {"--over", "grid.cells=10,11.5", "an integer"},
            {"--shard", "3/2", "k/n"},
            {"--seeds", "0", "from 1 to"},
            {"--spark", "local", "dualflow-cluster.jar"},
            {"--boundary", "grid.observables.widht=0.5", "one of grid.observables.mean"},
            {"--boundary", "grid.observables.width", "RESULT=LEVEL"},
            {"--bisect", "grid.cells=10:20:1", "with --boundary"},
            {"--over", "parameters.amplitude=1,2", "given twice"}
        };
        for (String[] option : wrong) {
            DualflowTest.Outcome outcome = DualflowTest.execute(command(
                    "out",
                    new String[] {"--over", "parameters.amplitude=0.5:1.5:3", "--over", "time.start=0,0.5"},
                    option[0],
                    option[1]));
            assertEquals(Dualflow.BAD_INPUT, outcome.code(), outcome.toString());
            assertTrue(outcome.err().contains(option[2]), outcome.err());
            assertFalse(Files.exists(folder.resolve("out")));
            long lines = outcome.err().lines().count();
            assertTrue(lines == 1 || option[1].equals("time.end=1,-1") && lines == 2, outcome.err());
        }
    }

    @Test
    void pointsThatFailAreTold() throws Exception {
        DualflowTest.Outcome outcome = DualflowTest.execute(
                "sweep",
                Files.writeString(folder.resolve("fast.yaml"), """
                        model: transport
                        parameters: {field: constant, velocity: 1, domain: [0, 2]}
                        initial: {density: {dirac: 1.1}}
                        time: {start: 1, end: 3}
                        grid: {cells: 10, scheme: upwind}
                        output: {every: 0.1}
                        """).toString(),
                "--over",
                "parameters.velocity=0.1,1e20",
                "--out",
                folder.resolve("out").toString());
        assertEquals(Dualflow.FAILED, outcome.code(), outcome.toString());
        assertTrue(outcome.out().contains("1 of 2 points"), outcome.out());
        assertTrue(Files.readString(folder.resolve("out/report.md")).contains("CFL at t = 1.0"));
        var table = Files.readString(folder.resolve("out/sweep.csv")).split("\n");
        assertTrue(table[0].contains("grid.completed"), table[0]);
    }

    @Test
    void aSweepWhoseDataHaveChangedIsNotContinued() throws Exception {
        Path data = Files.writeString(folder.resolve("data.csv"), "x\n0.1\n0.4\n");
        file = Files.writeString(
                        folder.resolve("data.yaml"),
                        TINY.replace("{uniform: [-1, 1]}", "{csv: {file: data.csv, columns: [x], standardise: false}}"))
                .toString();
        String[] axes = {"--over", "parameters.amplitude=0.5,0.7,1.3"};
        succeeds(DualflowTest.execute(command("out", axes, "--shard", "1/2")));
        assertTrue(Files.readString(folder.resolve("out/plan.txt")).contains("data data.csv "));
        Files.writeString(data, "x\n0.1\n0.5\n");
        DualflowTest.Outcome changed = DualflowTest.execute(command("out", axes, "--resume"));
        assertEquals(Dualflow.BAD_INPUT, changed.code(), changed.toString());
        assertTrue(changed.err().contains("data data.csv"), changed.err());
        Files.writeString(data, "x\n0.1\n0.4\n");
        succeeds(DualflowTest.execute(command("out", axes, "--resume")));
    }

    @Test
    void aSweepThatWasKilledContinuesToTheSameBytes() throws Exception {
        succeeds(sweep("whole"));
        killAndResume(content("whole"), AXES, 1, new Random(5));
    }

    /** 120 points killed several times before they are finished, at moments from the start of the machine to the last point. */
    @Test
    @Tag("study")
    void aSweepThatIsKilledAgainAndAgainContinuesToTheSameBytes() throws Exception {
        String[] axes = {"--over", "parameters.amplitude=0.5:1.5:10", "--over", "grid.cells=101:601:6", "--seeds", "2"};
        succeeds(DualflowTest.execute(command("whole", axes)));
        Random random = new Random(11);
        for (int round = 0; round < 8; round++) {
            killAndResume(content("whole"), axes, 3, random);
        }
    }

    private void killAndResume(Map<String, String> expected, String[] axes, int kills, Random random) throws Exception {
        String out = "killed" + random.nextInt(Integer.MAX_VALUE);
        for (int k = 0; k < kills; k++) {
            List<String> line = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    Dualflow.class.getName()));
            line.addAll(List.of(command(out, axes, "--resume", "--threads", "2")));
            Process process = new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log.txt").toFile())
                    .start();
            awaitPoints(out, 1 + random.nextInt(expected.size() / 2), process);
            TimeUnit.MICROSECONDS.sleep(random.nextInt(20_000));
            process.destroyForcibly().waitFor();
        }
        succeeds(DualflowTest.execute(command(out, axes, "--resume")));
        assertEquals(expected, content(out));
    }

    /** Until so many points are there, or the process has ended; with a few kills some come late and some early. */
    private void awaitPoints(String out, int wanted, Process process) throws Exception {
        Path points = folder.resolve(out).resolve("points");
        while (process.isAlive()) {
            if (Files.isDirectory(points)) {
                try (Stream<Path> found = Files.list(points)) {
                    if (found.count() >= wanted) {
                        return;
                    }
                }
            }
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }
}
