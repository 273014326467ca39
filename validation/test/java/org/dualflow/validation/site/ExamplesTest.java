package org.dualflow.validation.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dualflow.validation.cli.Dualflow;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code validation/examples} shows is so: schemes, equations and solvers that are not ours get their verdicts. */
class ExamplesTest {

    private static final Path EXAMPLES = Sources.ROOT.resolve("validation/examples");

    @TempDir
    Path folder = Path.of("");

    private Path compiled() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            Sources.compile(files.filter(f -> f.toString().endsWith(".java")).toList(), classes);
        }
        return classes;
    }

    @Test
    void ownEquationIsJudged() throws Throwable {
        requireVerdicts("RingRoad");
    }

    @Test
    void ownFluxIsJudged() throws Throwable {
        requireVerdicts("LaxFriedrichs");
    }

    @Tag("study")
    @Test
    void ownSchemeIsJudged() throws Throwable {
        requireVerdicts("KorenLimiter");
    }

    /** Both verdicts pass, and there are three reports. */
    private void requireVerdicts(String example) throws Throwable {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            String[] arguments = {folder.resolve("out").toString()};
            Sources.call(compiled(), example, "main", (Object) arguments);
        } finally {
            System.setOut(before);
        }
        String[] lines = printed.toString(StandardCharsets.UTF_8).split("\n");
        assertTrue(lines[1].startsWith("PASS: "), lines[1]);
        assertTrue(lines[2].startsWith("PASS: "), lines[2]);
        for (String report : List.of("run", "converge", "agree")) {
            assertTrue(Files.size(folder.resolve("out").resolve(report).resolve("report.html")) > 10_000, report);
        }
    }

    /** A scheme in less than 30 lines, an equation in less than 40: lines of code from one text to another. */
    @ParameterizedTest
    @CsvSource({
        "KorenLimiter, static final Limiter KOREN, /** Case files may say, 30",
        "LaxFriedrichs, static final double SPEED, /** Case files may say, 30",
        "RingRoad, record Traffic, /** The exact law, 40"
    })
    void theyAreShort(String example, String from, String to, int most) throws IOException {
        String text = Files.readString(EXAMPLES.resolve(example + ".java"));
        long lines = text.substring(text.indexOf(from), text.indexOf(to))
                .lines()
                .map(String::trim)
                .filter(line -> !line.isEmpty() && !line.matches("[/*}@].*"))
                .count();
        assertTrue(lines < most, example + ": " + lines + " lines");
    }

    @Test
    void runKnowsThem() throws IOException, InterruptedException {
        requireKnown("run", "jam");
        requireKnown("run", "jam", "--set", "grid.flux=lax-friedrichs");
    }

    @Tag("study")
    @Test
    void convergeKnowsThem() throws IOException, InterruptedException {
        requireKnown("converge", "PASS");
    }

    /** With both on the class path, a case file names them and the command line solves and refines it. */
    private void requireKnown(String command, String said, String... more) throws IOException, InterruptedException {
        String path = String.join(
                File.pathSeparator,
                System.getProperty("java.class.path"),
                compiled().toString(),
                EXAMPLES.toString());
        List<String> words = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", path));
        words.add(Dualflow.class.getName());
        words.addAll(List.of(command, EXAMPLES.resolve("ring-road.yaml").toString()));
        words.addAll(List.of(more));
        words.addAll(List.of("--out", folder.resolve("out").toString()));
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), printed);
        assertTrue(printed.contains(said), printed);
    }

    /** The shipped table is what the shipped script prints, where there is an awk. */
    @Test
    void foreignSolverPrintsTheTable() throws IOException, InterruptedException {
        Path awk = Path.of("/usr/bin/awk");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.isExecutable(awk));
        Process process = new ProcessBuilder(
                        awk.toString(), "-f", EXAMPLES.resolve("heat.awk").toString())
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String[] cells = printed.split("[,\n]");
        String[] shipped = Files.readString(EXAMPLES.resolve("heat.csv")).split("[,\n]");
        assertEquals(shipped.length, cells.length);
        for (int k = 3; k < cells.length; k++) {
            double expected = Double.parseDouble(shipped[k]);
            assertEquals(expected, Double.parseDouble(cells[k]), 1e-6 * expected);
        }
    }
}
