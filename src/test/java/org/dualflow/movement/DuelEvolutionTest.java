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
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.ode.ExpandableODE;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
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

    /**
     * Steps h and 2h in turn keep the second order: half the step, a quarter of the error, up to O(h) of it. Away from the walls the critic is
     * ω + U, and (g, c) solves g' = φ(g) c, c' = ½ - Φ(g), here by Dormand and Prince's method of order 8.
     */
    @Test
    void unevenStepsOfBdf2() {
        double exact = new DormandPrince853Integrator(1e-6, 0.1, 1e-13, 1e-13)
                .integrate(new ExpandableODE(new Orbit()), new ODEState(0, new double[] {1, 0.05}), 1.5)
                .getPrimaryState()[0];
        double[] errors = {uneven(50) - exact, uneven(100) - exact, uneven(200) - exact};
        assertEquals(4, errors[0] / errors[1], 0.2);
        assertEquals(4, errors[1] / errors[2], 0.1);
    }

    private static final class Orbit implements OrdinaryDifferentialEquation {
        private static final NormalDistribution NORMAL = new NormalDistribution();

        @Override
        public int getDimension() {
            return 2;
        }

        @Override
        public double[] computeDerivatives(double t, double[] y) {
            return new double[] {NORMAL.density(y[0]) * y[1], 0.5 - NORMAL.cumulativeProbability(y[0])};
        }
    }

    /** The generator at t = 1.5 after n pairs of steps. */
    private static double uneven(int n) {
        var run = start(1.0 / n);
        for (int k = 0; k < n; k++) {
            run.advanceTo((1.5 * k + 0.5) / n);
            run.advanceTo(1.5 * (k + 1) / n);
        }
        assertEquals(2 * n, run.steps());
        return run.state().scalar(0);
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
