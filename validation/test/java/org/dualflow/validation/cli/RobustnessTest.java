package org.dualflow.validation.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What surrounds a run must not change its numbers, and must not break its results. */
class RobustnessTest {

    private static final String PLANE = """
            title: A blob in a swirl
            model: transport
            parameters: {field: swirl, period: 1}
            initial: {density: {product: [{normal: {mean: 0.5, sd: 0.06}}, {normal: {mean: 0.7, sd: 0.04}}]}}
            time: {end: 0.1}
            grid: {cells: 40, scheme: muscl, limiter: van-leer}
            particles: {count: 20000, start: random, seed: 3, step: 0.02}
            output: {every: 0.02}
            """;

    @TempDir
    private Path folder;

    private String file() throws IOException {
        return Files.writeString(folder.resolve("plane.yaml"), PLANE).toString();
    }

    private Map<String, byte[]> run(String out, String... options) throws IOException {
        List<String> line = new ArrayList<>(
                List.of("run", file(), "--out", folder.resolve(out).toString()));
        line.addAll(List.of(options));
        DualflowTest.Outcome outcome = DualflowTest.execute(line.toArray(String[]::new));
        assertEquals(Dualflow.SUCCESS, outcome.code(), outcome.toString());
        return numbers(folder.resolve(out));
    }

    /** The files of a result that hold numbers only. */
    private static Map<String, byte[]> numbers(Path out) throws IOException {
        Map<String, byte[]> numbers = new TreeMap<>();
        try (Stream<Path> files = Files.list(out)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
                numbers.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        assertTrue(numbers.size() >= 4, numbers.keySet().toString());
        return numbers;
    }

    private static void assertSame(Map<String, byte[]> expected, Map<String, byte[]> actual) {
        assertEquals(expected.keySet(), actual.keySet());
        expected.forEach((name, bytes) -> assertArrayEquals(bytes, actual.get(name), name));
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBits() throws IOException {
        Map<String, byte[]> one = run("one", "--threads", "1");
        for (int threads : new int[] {2, 3, 8}) {
            assertSame(one, run("many", "--threads", Integer.toString(threads)));
        }
    }

    @Test
    void aLocaleWithDecimalCommasAndOtherDigitsChangesNothing() throws IOException {
        Map<String, byte[]> root = run("root");
        String report = text("root", "report.md");
        Locale before = Locale.getDefault();
        try {
            for (String tag : List.of("de-DE", "ar-EG-u-nu-arab")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertSame(root, run("abroad"));
                assertEquals(withoutTimes(report), withoutTimes(text("abroad", "report.md")), tag);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    private String text(String out, String name) throws IOException {
        return Files.readString(folder.resolve(out).resolve(name));
    }

    /** The lines that do not say how long something took, when, or how it was called. */
    private static List<String> withoutTimes(String report) {
        return report.lines()
                .filter(line -> !line.matches(".*\\d (ms|s|min)\\b.*|\\| (began|command) .*"))
                .map(line -> line.replaceAll(" +|-+", " "))
                .toList();
    }

    @Test
    void twoRunsInOneFolderLeaveOneWholeResult() throws Exception {
        Map<String, byte[]> alone = run("alone");
        String file = file();
        Path shared = folder.resolve("shared");
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            List<Future<DualflowTest.Outcome>> both = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                both.add(pool.submit(() -> DualflowTest.execute("run", file, "--out", shared.toString())));
            }
            for (Future<DualflowTest.Outcome> one : both) {
                assertFalse(one.get().err().contains("\tat "), one.get().err());
                assertEquals(Dualflow.SUCCESS, one.get().code(), one.get().toString());
            }
        } finally {
            pool.shutdown();
        }
        assertSame(alone, numbers(shared));
        assertEquals(List.of("alone", "plane.yaml", "shared"), names());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aFullDiskIsSaidInALineAndTheOldResultStays() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "limits the size of files by a shell");
        Map<String, byte[]> old = run("out");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(
                        "/bin/bash",
                        "-c",
                        "ulimit -f 100; exec \"$0\" \"$@\"",
                        java.toString(),
                        "-XX:-UsePerfData",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Dualflow.class.getName(),
                        "run",
                        file(),
                        "--out",
                        folder.resolve("out").toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(Dualflow.BAD_INPUT, process.waitFor(), err);
        assertTrue(err.contains("cannot be written"), err);
        assertFalse(err.contains("\tat "), err);
        assertSame(old, numbers(folder.resolve("out")));
        assertEquals(List.of("out", "plane.yaml"), names());
    }
}
