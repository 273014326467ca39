package org.dualflow.validation.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dualflow.validation.cli.Dualflow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SparkSweepTest {

    private static final String CASE = """
            model: clipped-transport
            parameters: {displacement: sine, amplitude: 1.3}
            initial: {weights: {uniform: [-1, 1]}}
            time: {end: 2}
            grid: {cells: 301, scheme: upwind}
            particles: {count: 50, start: random, seed: 7, step: 0.01}
            output: {every: 0.5}
            """;

    @TempDir
    private Path folder;

    private String file = "";

    @BeforeEach
    void writeTheCase() throws IOException {
        file = Files.writeString(folder.resolve("case.yaml"), CASE).toString();
    }

    private List<String> command(String out, String... more) {
        List<String> all = new ArrayList<>(List.of(
                "sweep",
                file,
                "--over",
                "parameters.amplitude=0.5:1.5:10",
                "--over",
                "grid.scheme=upwind,muscl",
                "--seeds",
                "2",
                "--plot",
                "grid.errors.W1",
                "--out",
                folder.resolve(out).toString()));
        all.addAll(List.of(more));
        return all;
    }

    private String sweep(int code, List<String> command) {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out, true);
        CommandLine line = Dualflow.commandLine().setOut(writer).setErr(writer);
        assertEquals(code, line.execute(command.toArray(new String[0])), out::toString);
        return out.toString();
    }

    private Map<String, Integer> content(String out) throws IOException {
        Map<String, Integer> content = new TreeMap<>();
        Path root = folder.resolve(out);
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(path).toString();
                if (!name.startsWith("report") && !name.equals("summary.json")) {
                    content.put(name, Arrays.hashCode(Files.readAllBytes(path)));
                }
            }
        }
        return content;
    }

    @Test
    void sparkGivesTheBytesOfThreadsAndContinuesWhatIsMissingOrDamaged() throws Exception {
        sweep(Dualflow.SUCCESS, command("threads"));
        sweep(Dualflow.SUCCESS, command("spark", "--spark", "local[*]"));
        assertEquals(content("threads"), content("spark"));
        assertTrue(Files.readString(folder.resolve("spark/report.md")).contains("Spark at local[*]"));

        Path points = folder.resolve("spark/points");
        for (int point = 0; point < 40; point += 3) {
            Files.delete(points.resolve(String.format("%07d.txt", point)));
        }
        Files.writeString(points.resolve("0000001.txt"), "damaged");
        String said = sweep(Dualflow.SUCCESS, command("spark", "--spark", "local[2]", "--resume"));
        assertTrue(said.contains("0000001.txt: damaged"), said);
        assertTrue(said.contains("25 of 40 points are there already"), said);
        assertEquals(content("threads"), content("spark"));
    }

    @Test
    void aSweepThatWasKilledOnSparkContinuesToTheSameBytes() throws Exception {
        sweep(Dualflow.SUCCESS, command("threads"));
        Random random = new Random(3);
        for (int kill = 0; kill < 2; kill++) {
            List<String> line = new ArrayList<>();
            line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            line.addAll(List.of(System.getProperty("spark.opens", "").trim().split("\\s+")));
            line.addAll(List.of("-cp", System.getProperty("java.class.path"), Dualflow.class.getName()));
            line.addAll(command("killed", "--spark", "local[2]", "--resume"));
            Process process = new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log.txt").toFile())
                    .start();
            awaitPoints(1 + random.nextInt(15) + 15 * kill, process);
            process.destroyForcibly().waitFor();
        }
        String said = sweep(Dualflow.SUCCESS, command("killed", "--spark", "local[2]", "--resume"));
        assertTrue(said.contains("points are there already"), said);
        assertEquals(content("threads"), content("killed"));
    }

    private void awaitPoints(int wanted, Process process) throws Exception {
        Path points = folder.resolve("killed/points");
        while (process.isAlive()) {
            if (Files.isDirectory(points)) {
                try (Stream<Path> found = Files.list(points)) {
                    if (found.count() >= wanted) {
                        return;
                    }
                }
            }
            TimeUnit.MILLISECONDS.sleep(2);
        }
    }
}
