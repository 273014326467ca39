package org.dualflow.movement;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.dualflow.gan.TwoPointGan;
import org.dualflow.model.Initial;
import org.dualflow.restart.CheckpointFile;
import org.dualflow.run.Movements;
import org.dualflow.run.Simulation;
import org.dualflow.run.Solution;
import org.dualflow.time.StepFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuelEvolutionTest {

    private static final TwoPointGan GAN = TwoPointGan.criticSpeed(1);

    private static DuelEvolution<SmoothEnergy, LineEnergy> evolution(double step) {
        double[] critic =
                GAN.uniformCritic(-0.5, 0.5, 1).laws().get(0).quantiles(10).x(0);
        return DuelEvolution.of(GAN, DualScheme.IMPLICIT, step, 1, critic, 0);
    }

    /** Two runs to the middle and the end are one run to the end, if the middle is a step. */
    @Test
    void stopsAreNoSteps() {
        var once = evolution(0.1);
        var twice = evolution(0.1);
        once.advanceTo(1);
        twice.advanceTo(0.5);
        twice.advanceTo(1);
        assertEquals(1, twice.time());
        assertEquals(10, twice.steps());
        assertEquals(once.state().scalar(0), twice.state().scalar(0), 1e-10);
        assertArrayEquals(once.movement().second(), twice.movement().second(), 1e-10);
        assertEquals(0, once.outflow(0));
        assertEquals(0, once.rejections());
    }

    /** The generator's energy is only -φ(1)|c|-convex: an implicit step of 10 need not exist, and is refused. */
    @Test
    void failuresNameTheirTime() {
        var run = evolution(10);
        run.step(0.5);
        StepFailure failure = assertThrows(StepFailure.class, () -> run.step(20));
        assertEquals(StepFailure.Cause.NOT_SOLVED, failure.reason());
        assertEquals(0.5, failure.time());
        assertEquals(0.5, run.time());
    }

    @Test
    void solvesInASimulation() {
        Initial start = GAN.uniformCritic(-0.5, 0.5, 1);
        Solution solution =
                Simulation.of(GAN, start).until(2).every(0.5).solve(new Movements(10, DualScheme.ALTERNATING, 0.05));
        assertEquals(5, solution.times().length);
        assertEquals(40, solution.steps());
    }

    /** Outputs that do not divide evenly make steps of different sizes; the second order stays. */
    @Test
    void unevenStepsOfBdf2() {
        double[] errors = new double[2];
        double exact = bdf2(0.001);
        for (int k = 0; k < 2; k++) {
            errors[k] = Math.abs(bdf2(0.04 / (1 + k)) - exact);
        }
        assertTrue(errors[0] > 3 * errors[1] && errors[0] < 5.5 * errors[1], errors[0] + " " + errors[1]);
    }

    /** The step after a short one is bounded by it, whether or not the run was stopped between them. */
    @Test
    void bdf2GoesOnFromAShortStep(@TempDir Path folder) {
        var whole = start(0.04);
        whole.advanceTo(0.33);
        whole.advanceTo(0.331);
        CheckpointFile file = new CheckpointFile(folder.resolve("state"), "duel", 0);
        file.keep(whole);
        var continued = start(0.04);
        assertTrue(file.restore(continued));
        whole.advanceTo(1);
        continued.advanceTo(1);
        assertEquals(whole.steps(), continued.steps());
        assertArrayEquals(whole.state().scalars(), continued.state().scalars());
    }

    private static DuelEvolution<SmoothEnergy, LineEnergy> start(double step) {
        return DuelEvolution.of(GAN, DualScheme.BDF2, step, 1, new double[] {-0.1, 0.2}, 0);
    }

    private static double bdf2(double step) {
        var run = start(step);
        for (double end : new double[] {0.33, 0.71, 0.9, 1.5}) {
            run.advanceTo(end);
        }
        return run.state().scalars()[0];
    }

    @Test
    void wrongParameters() {
        assertThrows(
                IllegalArgumentException.class,
                () -> DuelEvolution.of(GAN, DualScheme.IMPLICIT, 0.1, 1, new double[] {0}, Double.NaN));
        assertThrows(
                IllegalArgumentException.class,
                () -> DuelEvolution.of(GAN, DualScheme.IMPLICIT, 0.1, 1, new double[] {0.5, 0.2}, 0));
        assertThrows(
                IllegalArgumentException.class,
                () -> DuelEvolution.of(GAN, DualScheme.IMPLICIT, 0.1, 1, new double[] {2}, 0));
        assertThrows(IllegalArgumentException.class, () -> new Movements(0, DualScheme.IMPLICIT, 1));
        assertThrows(IllegalArgumentException.class, () -> new Movements(1, DualScheme.IMPLICIT, 0));
    }
}
