package org.dualflow.validation.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.dualflow.gan.KernelGan;
import org.dualflow.gan.Regulariser;
import org.dualflow.validation.io.schema.BadCaseException;
import org.dualflow.validation.io.schema.CaseProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Case files of the kernel GAN: everything that is wrong is told in one line, at its line. */
class KernelGanCaseTest {

    private static final String GOOD = """
            model: kernel-gan
            parameters:
              lower: -4
              upper: 4
              target: {atoms: [[-1, 0.5], [1, 0.5]]}
              modes: [-1, 1]
              kernel: {shape: matern-5/2, width: 0.5, waves: 20}
              discriminatorRate: 2
              penalty: 0.5
              regulariser: mean
              points: {count: 10, rate: 3, g1: 2, g2: 0.5}
            initial:
              generator: {normal: {mean: 0, sd: 0.2}}
            time: {end: 0.2}
            grid: {cells: 64, scheme: muscl}
            particles: {count: 10, step: 0.1}
            """;

    @TempDir
    private Path folder;

    private CaseReader.ReadCase read(String text) throws IOException, BadCaseException {
        return CaseTexts.read(folder, text);
    }

    private void refused(String from, String to, int line, String path, String value, String allowed) {
        assertTrue(GOOD.contains(from), from);
        CaseTexts.refused(folder, GOOD.replace(from, to), line, path, value, allowed);
    }

    @Test
    void whatIsWrittenIsWhatIsBuilt() throws Exception {
        KernelGan gan = (KernelGan) read(GOOD).setup().model();
        assertEquals(20, gan.waves().size());
        assertEquals(3 * 1.5 / 10, gan.mobility().own(), 1e-15);
        assertEquals(1.5, gan.mobility().shared());
        assertEquals(List.of(2.0, 0.5), List.of(gan.discriminatorRate(), gan.penalty()));
        assertEquals(Regulariser.MEAN, gan.regulariser());
        assertEquals(40, read(GOOD).setup().initial().scalars().size());
        KernelGan law = (KernelGan)
                read(GOOD.replace("points: {count: 10, rate: 3, g1: 2, g2: 0.5}", "mobility: {mean: 2, shared: 0.25}"))
                        .setup()
                        .model();
        assertEquals(
                List.of(1.5, 0.5), List.of(law.mobility().own(), law.mobility().shared()));
    }

    @Test
    void rateAndPenaltyMayBeGivenInUnitsOfTheOscillation() throws Exception {
        KernelGan gan = (KernelGan)
                read(GOOD.replace("discriminatorRate: 2", "frequency: 3").replace("penalty: 0.5", "damping: 0.25"))
                        .setup()
                        .model();
        double square =
                gan.discriminatorRate() * gan.curvature() * gan.mobility().mean();
        assertEquals(9, square, 1e-12);
        double critical = 2 * Math.sqrt(gan.mobility().mean() / (gan.discriminatorRate() * gan.curvature()));
        assertEquals(0.25 * critical, gan.penalty(), 1e-14);
        refused("penalty: 0.5", "penalty: 0.5\n  damping: 1", 10, "parameters.damping", "with penalty", "one of them");
    }

    @Test
    void whatCannotBeIsRefused() {
        refused("g2: 0.5", "g2: 2", 11, "parameters.points.g2", "refused", "[0, g1) = [0, 2.0)");
        refused("g2: 0.5", "g2: -0.5", 11, "parameters.points.g2", "refused", "[0, g1)");
        refused("penalty: 0.5", "penalty: -1", 9, "parameters.penalty", "-1", "at least 0");
        refused("cells: 64", "cells: 40", 15, "grid", "refused", "at least 41 equal cells");
        refused("lower: -4\n  upper: 4", "lower: -1.9\n  upper: 1.9", 4, "parameters.upper", "refused", "as long, 4.0");
        refused("mean: 0, sd: 0.2", "mean: 3.5, sd: 0.2", 4, "parameters.upper", "refused", "at least twice as long");
        refused("shape: matern-5/2", "shape: matern", 7, "parameters.kernel.shape", "matern", "matern-5/2");
        refused(
                "[-1, 0.5], [1, 0.5]",
                "[-1, 0.5], [7, 0.5]",
                5,
                "parameters.target",
                "refused",
                "points in [-4.0, 4.0] are allowed");
    }

    @Test
    void randomWavesServeParticlesOnly() throws Exception {
        String random = GOOD.replace("waves: 20", "random: {count: 50, seed: 3}");
        List<CaseProblem> problems =
                assertThrows(BadCaseException.class, () -> read(random)).problems();
        assertEquals("grid", problems.get(0).path());
        assertEquals(1, problems.size());
        KernelGan gan = (KernelGan) read(random.replace("grid: {cells: 64, scheme: muscl}\n", ""))
                .setup()
                .model();
        assertEquals(50, gan.waves().size());
    }
}
