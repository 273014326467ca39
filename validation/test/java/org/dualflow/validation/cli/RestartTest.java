package org.dualflow.validation.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.dualflow.restart.Checkpoints;
import org.dualflow.restart.Restartable;
import org.dualflow.run.Discretisation;
import org.dualflow.run.Progress;
import org.dualflow.validation.io.CaseReader;
import org.dualflow.validation.io.CaseSolver;
import org.dualflow.validation.io.ResultWriter;
import org.dualflow.validation.io.RunFolder;
import org.dualflow.validation.io.schema.BadCaseException;
import org.dualflow.validation.report.Provenance;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code run --resume}: what is left behind by a run that was cut off, and what becomes of it. */
class RestartTest {

    private static final Map<String, String> CASES =
            Map.of("small", """
            model: clipped-transport
            parameters: {displacement: sine, amplitude: 1.3}
            initial: {weights: {uniform: [-1, 1]}}
            time: {end: 4}
            grid: {cells: 21, scheme: upwind}
            particles: {count: 50, start: random, seed: 7, step: 0.1}
            output: {every: 1, snapshots: 2, fields: [vtk]}
            """, "three-ways", """
            model: two-point-gan
            parameters: {criticSpeed: 1}
            initial: {generator: 1.5, critic: {uniform: [-0.6, 0.4]}}
            time: {end: 6}
            grid: {cells: 40, scheme: semi-lagrangian, reconstruction: moments, step: 0.05}
            particles: {count: 50, start: random, seed: 3, step: 0.05}
            movement: {count: 30, scheme: implicit, step: 0.05}
            output: {every: 0.3, snapshots: 5, fields: [vtk, hdf5]}
            """, "flow", """
            model: jensen-shannon-flow
            parameters: {lower: [-8], upper: [8], target: [{weight: 1, mean: [0], sd: 1}]}
            initial: {generator: {normal: {mean: 2, sd: 0.8}}}
            time: {end: 4}
            grid: {cells: 60, scheme: implicit-extrapolated}
            particles:
              count: 40
              step: 0.1
              method: discriminator
              discriminator: {samples: 40, features: 8, scale: 2, ridge: 0.001, seed: 1}
            output: {every: 1, snapshots: 9, fields: [hdf5]}
            """, "training", """
            model: clipped-wasserstein-gan
            parameters:
              target: {csv: {file: data.csv, columns: [a]}}
              latent: {nodes: 5}
              criticSpeed: 2
            initial:
              generator: {product: [{uniform: [0.2, 1.2]}, {uniform: [-0.5, 0.5]}, {uniform: [0.5, 1.5]}]}
              critic: {product: [{uniform: [-0.2, 0.5]}, {uniform: [-0.2, 0.5]}, {uniform: [-0.5, 0.5]}]}
            time: {end: 3}
            particles: {count: 30, step: 0.1}
            training: {neurons: 30, step: 0.05, batch: 3, seed: 7}
            output: {every: 0.5, snapshots: 3}
            """);

    @TempDir
    private Path folder;

    private final SplittableRandom random = new SplittableRandom(8);

    /** The end of a process, as far as one can have it within another one. */
    private static final class CutOff extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Solution → time of the state that was kept last. */
    private final Map<String, Double> times = new HashMap<>();

    /** Keeps a state after some steps, and cuts off some steps later. A run that is continued begins where that state is. */
    private final class Sudden implements Checkpoints, Progress {
        private final String solution;
        private final Checkpoints kept;
        private final double from;
        private double reached = Double.NEGATIVE_INFINITY;
        private final int keep = random.nextInt(1, 25);
        private final int end = keep + random.nextInt(0, 10);
        private int steps;

        Sudden(String solution, Checkpoints kept) {
            this.solution = solution;
            this.kept = kept;
            from = times.getOrDefault(solution, Double.NEGATIVE_INFINITY);
        }

        @Override
        public boolean report(double time, double end, double step, long number) {
            assertTrue(time > from, solution + " is at " + time + ", the state at " + from + " was not looked at");
            reached = time;
            return true;
        }

        @Override
        public boolean due() {
            steps++;
            if (steps > end) {
                throw new CutOff();
            }
            return steps == keep;
        }

        @Override
        public void keep(Restartable state) {
            kept.keep(state);
            times.put(solution, reached);
        }

        @Override
        public boolean restore(Restartable state) {
            return kept.restore(state);
        }
    }

    private Path write(String name) throws IOException {
        Files.writeString(folder.resolve("data.csv"), "a\n0.3\n-1\n0.8\n1.1\n-0.2\n");
        return Files.writeString(folder.resolve(name + ".yaml"), CASES.get(name));
    }

    private Path out() {
        return folder.resolve("out");
    }

    private static DualflowTest.Outcome run(Path file, Path out, String... more) {
        return DualflowTest.execute(
                Stream.concat(Stream.of("run", file.toString(), "--out", out.toString()), Stream.of(more))
                        .toArray(String[]::new));
    }

    /** Starts a run and cuts it off somewhere. */
    private void cutOff(Path file, boolean resume) throws BadCaseException, IOException {
        CaseReader.ReadCase read = CaseReader.read(file, List.of());
        CaseSolver solver = new CaseSolver(read, 1, read.file().output().snapshots());
        RunFolder run = new RunFolder(out(), read, Provenance.now("run", 1, List.of()), resume);
        run.check();
        if (!resume) {
            times.clear();
        }
        try {
            for (Discretisation discretisation : solver.discretisations()) {
                Sudden sudden = new Sudden(discretisation.name(), run.checkpoints(discretisation.name()));
                solver.simulation().solve(discretisation, sudden, sudden);
            }
        } catch (CutOff e) {
            return;
        }
    }

    /** Stops a run as Ctrl-C does. */
    private void stop(Path file) throws Exception {
        CaseReader.ReadCase read = CaseReader.read(file, List.of());
        Provenance provenance = Provenance.now("run", 1, List.of());
        RunFolder run = new RunFolder(out(), read, provenance, true);
        try (Interruption interruption = new Interruption()) {
            interruption.request();
            PrintWriter err = new PrintWriter(new StringWriter());
            CaseRun stopped = new CaseRun(read, 1, run::checkpoints);
            ResultWriter.write(run, stopped.solve(provenance, err, false, interruption));
        }
    }

    private Path finishedInOneGo(Path file) {
        Path whole = folder.resolve("whole");
        DualflowTest.Outcome outcome = run(file, whole, "--resume");
        assertEquals(Dualflow.SUCCESS, outcome.code(), outcome.toString());
        assertFalse(outcome.err().contains("Continued"), "there was nothing to go on from");
        return whole;
    }

    private void finishesTheSame(Path file, Path whole) throws IOException {
        DualflowTest.Outcome rest = run(file, out(), "--resume");
        assertEquals(Dualflow.SUCCESS, rest.code(), rest.toString());
        assertTrue(rest.err().contains("Continued from checkpoints: "), rest.err());
        Results.requireSame(whole, out());
        try (Stream<Path> left = Files.list(folder)) {
            assertTrue(left.noneMatch(p -> p.getFileName().toString().startsWith(".")));
        }
    }

    @ParameterizedTest
    @Tag("study")
    @ValueSource(strings = {"three-ways", "training"})
    void longerRunsThatAreCutOffGoOnToTheSameBytes(String name) throws Exception {
        goesOnToTheSameBytes(write(name));
    }

    @Test
    void aRunThatIsCutOffGoesOnToTheSameBytes() throws Exception {
        Path file = write("flow");
        goesOnToTheSameBytes(file);
        DualflowTest.Outcome again = run(file, out(), "--resume", "--set", "output.checkpoint=5");
        assertEquals(Dualflow.SUCCESS, again.code(), again.toString());
        assertTrue(again.out().startsWith("Nothing is left to do"), again.out());
        DualflowTest.Outcome json = run(file, out(), "--resume", "--json");
        assertEquals(Files.readString(out().resolve("summary.json")), json.out());
    }

    private void goesOnToTheSameBytes(Path file) throws BadCaseException, IOException {
        for (int k = 0; k < 5; k++) {
            cutOff(file, k > 0);
            assertEquals("interrupted", Results.status(out()));
            assertFalse(Files.exists(out().resolve("report.html")));
        }
        finishesTheSame(file, finishedInOneGo(file));
    }

    @Test
    void aRunThatIsStoppedShowsWhatItHasAndGoesOn() throws Exception {
        Path file = write("small");
        cutOff(file, false);
        stop(file);
        assertEquals("interrupted", Results.status(out()));
        assertTrue(Files.exists(out().resolve("series-grid.csv")));
        assertTrue(Files.exists(out().resolve("checkpoint/particles")));
        cutOff(file, true);
        finishesTheSame(file, finishedInOneGo(file));
        cutOff(file, false);
        DualflowTest.Outcome anew = run(file, out());
        assertTrue(anew.err().contains("holds the checkpoints of an interrupted run"), anew.err());
        Results.requireSame(folder.resolve("whole"), out());
    }

    @Test
    void resultsOfAnotherCaseAreLeftAlone() throws Exception {
        Path file = write("training");
        cutOff(file, false);
        refused("results of another case, or of other data", file, "--set", "training.seed=8");
        Files.writeString(folder.resolve("data.csv"), "a\n0.3\n-1\n0.8\n1.1\n-0.25\n");
        refused("results of another case, or of other data", file);
        Files.writeString(out().resolve("summary.json"), "{");
        refused("a folder whose summary.json is damaged", file);
    }

    @Test
    void aBadCheckpointIsRefused() throws Exception {
        Path file = write("training");
        cutOff(file, false);
        Path checkpoint = out().resolve("checkpoint/particles");
        byte[] content = Files.readAllBytes(checkpoint);
        byte[] damaged = content.clone();
        damaged[content.length / 2] ^= 4;
        Files.write(checkpoint, damaged);
        refused("damaged, its checksum does not fit its content", file);
        Files.write(checkpoint, java.util.Arrays.copyOf(content, content.length - 7));
        refused("damaged, its checksum does not fit its content", file);
        content["dualflow checkpoint ".length()] = '0';
        Files.write(checkpoint, content);
        refused("a checkpoint of another format", file);
    }

    /** A checkpoint of the same case by another build: its bits need not be those of this one. */
    @Test
    void aCheckpointOfAnotherBuildIsRefused() throws Exception {
        Path file = write("training");
        cutOff(file, false);
        Path checkpoint = out().resolve("checkpoint/particles");
        String digest = CaseReader.read(file, List.of()).digest();
        String identity = "case " + digest.substring(0, 16) + ", particles, dualflow 0.0.1 (revision 0123456789)";
        new org.dualflow.restart.CheckpointFile(checkpoint, identity, 0).keep(tape -> {});
        refused("of another computation (" + identity + ")", file);
    }

    /** One line says why, and nothing is touched. */
    private void refused(String what, Path file, String... more) throws IOException {
        Map<Path, String> before = content();
        DualflowTest.Outcome outcome = run(
                file,
                out(),
                Stream.concat(Stream.of("--resume"), Stream.of(more)).toArray(String[]::new));
        assertEquals(Dualflow.BAD_INPUT, outcome.code(), outcome.toString());
        assertEquals(1, outcome.err().lines().count(), outcome.err());
        assertTrue(outcome.err().startsWith("--resume: ") && outcome.err().contains(what), outcome.err());
        assertEquals(before, content());
    }

    private Map<Path, String> content() throws IOException {
        Map<Path, String> content = new HashMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path at : files.filter(Files::isRegularFile).toList()) {
                content.put(at, Files.readString(at, StandardCharsets.ISO_8859_1));
            }
        }
        return content;
    }

    @Test
    void theIntervalIsAChoiceOfTheCase() throws Exception {
        Path file = write("training");
        assertEquals(60, CaseReader.read(file, List.of()).file().output().checkpoint());
        BadCaseException fault =
                assertThrows(BadCaseException.class, () -> CaseReader.read(file, List.of("output.checkpoint=-1")));
        assertTrue(fault.problems().get(0).toString().contains("output.checkpoint = -1"), "" + fault.problems());
    }
}
