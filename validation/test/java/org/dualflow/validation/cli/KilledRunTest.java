package org.dualflow.validation.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Processes that are killed (SIGKILL) at random moments, and continued until they come to their end. */
@Tag("study")
class KilledRunTest {

    private static final int KILLS = 8;

    @TempDir
    private Path folder;

    private final SplittableRandom random = new SplittableRandom(20);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "two-point-gan.yaml | grid.cells=200 particles.count=2000",
                "two-point-three-ways.yaml | time.end=6 movement.count=300",
                "swirl.yaml | ",
                "aggregation.yaml | ",
                "jensen-shannon-line.yaml | grid.cells=1500",
                "jensen-shannon-gan.yaml | ",
                "jensen-shannon-discriminator.yaml | ",
                "jensen-shannon-quantiles.yaml | ",
                "jensen-shannon-blobs.yaml | ",
                "kernel-gan-line.yaml | ",
                "penguins-flippers.yaml | time.end=10",
            })
    void aRunThatIsKilledAgainAndAgainGivesTheSameBytes(String name, String changes) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Dualflow.class.getName(),
                "run",
                Path.of("cases", name).toString(),
                "--set",
                "output.checkpoint=0.02",
                "--set",
                "output.fields=[vtk, hdf5]"));
        if (changes != null) {
            for (String change : changes.split(" ")) {
                command.addAll(List.of("--set", change));
            }
        }
        Path whole = folder.resolve("whole");
        long begun = System.nanoTime();
        int code = start(command, whole).waitFor();
        double seconds = (System.nanoTime() - begun) * 1e-9;
        assertTrue(code == Dualflow.SUCCESS || code == Dualflow.FAILED, "exit code " + code);
        Path out = folder.resolve("out");
        int kills = 0;
        for (int k = 0; k < KILLS; k++) {
            Process process = start(command, out);
            if (process.waitFor((long) (1e3 * (0.5 + random.nextDouble() * seconds)), TimeUnit.MILLISECONDS)) {
                assertEquals(code, process.exitValue());
            } else {
                process.destroyForcibly().waitFor();
                kills++;
            }
            if (Files.exists(out)) {
                String status = Results.status(out);
                assertTrue(status.equals("interrupted") || status.equals(Results.status(whole)), status);
            }
        }
        assertTrue(kills > 0, "nothing was killed");
        assertEquals(code, start(command, out).waitFor());
        Results.requireSame(whole, out);
        System.out.println(name + ": " + kills + " kills");
    }

    private Process start(List<String> command, Path out) throws IOException {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of("--out", out.toString(), "--resume"));
        return new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log.txt").toFile())
                .start();
    }
}
