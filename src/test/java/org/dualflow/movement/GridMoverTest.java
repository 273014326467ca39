package org.dualflow.movement;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.dualflow.gan.JensenShannonFlow;
import org.dualflow.measure.CellLaw;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.MixtureLaw;
import org.dualflow.measure.NormalMixture;
import org.dualflow.measure.UniformBox;
import org.dualflow.measure.UniformLaw;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.FokkerPlanck;
import org.dualflow.model.GradientFlow;
import org.dualflow.model.Initial;
import org.dualflow.model.PorousMedium;
import org.dualflow.run.MovementGrid;
import org.dualflow.run.Simulation;
import org.dualflow.time.StepFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GridMoverTest {

    private static final Domain LINE = Domain.line(-6, 6, Boundary.NO_FLUX);
    private static final GradientFlow OU = new FokkerPlanck(LINE, NormalMixture.normal(0.8, 0));

    private static double[][] moved(GridMover mover, double[][] start, double[][] v, double tau) {
        double[][] p = new double[start.length][start[0].length];
        double[][] out = new double[start.length][start[0].length];
        mover.prepare(start, tau, p);
        Movement movement = mover.move(start, v, tau, p, out);
        assertTrue(movement.bound() <= GridMover.ACCURACY);
        return out;
    }

    /** d e^{-V} as target and V as a potential are one energy. */
    @Test
    void aPotentialTiltsTheTarget() {
        Mesh mesh = Mesh.uniform(LINE, 40);
        double[][] v = mesh.newRows();
        CellMeasure tilted = OU.target().onto(mesh).copy();
        for (int i = 0; i < 40; i++) {
            v[0][i] = 0.3 * Math.sin(i);
            tilted.rows()[0][i] *= Math.exp(-v[0][i]);
        }
        double[][] start = NormalMixture.normal(0.7, 0.4).onto(mesh).rows();
        double[][] one = moved(new GridMover(OU, mesh), start.clone(), v, 0.2);
        double[][] other =
                moved(new GridMover(new FokkerPlanck(LINE, new CellLaw(tilted)), mesh), start, mesh.newRows(), 0.2);
        assertArrayEquals(one[0], other[0], 1e-9);
    }

    /** In the limit of a long step the minimiser of the energy is reached. */
    @ParameterizedTest
    @ValueSource(doubles = {10, 1e3, 1e6})
    void longStepsEndNearTheTarget(double tau) {
        // Of normal laws: mean 0.4/(1 + τ/0.64) ≤ 0.256/τ, width off by 0.032/τ: per cell ≤ 0.3 (0.256 · 0.378 + 0.032
        // · 0.623)/τ.

        Mesh mesh = Mesh.uniform(LINE, 40);
        double[][] out = moved(
                new GridMover(OU, mesh),
                NormalMixture.normal(0.7, 0.4).onto(mesh).rows(),
                mesh.newRows(),
                tau);
        assertArrayEquals(OU.target().onto(mesh).rows()[0], out[0], 0.05 / tau);
    }

    @Test
    void theTargetIsAtRest() {
        Mesh mesh = Mesh.uniform(LINE, 40);
        double[][] start = OU.target().onto(mesh).rows();
        assertArrayEquals(start[0], moved(new GridMover(OU, mesh), start, mesh.newRows(), 0.5)[0], 1e-12);
    }

    /** What is uniform along one axis moves as on a line; and on a ring as on its mirrored half. */
    @Test
    void linesPlanesAndRingsAgree() {
        Domain half = Domain.line(0, 1, Boundary.NO_FLUX);
        Mesh line = Mesh.uniform(half, 12);
        Domain.Side wall = new Domain.Side(0, 1, Boundary.NO_FLUX, Boundary.NO_FLUX);
        Domain.Side ring = new Domain.Side(-1, 1, Boundary.PERIODIC, Boundary.PERIODIC);
        Domain solid = new Domain(List.of(ring, wall, wall));
        Mesh mesh = Mesh.uniform(solid, 24, 3, 2);
        double[][] start = line.newRows();
        double[][] start3 = mesh.newRows();
        for (int i = 0; i < 12; i++) {
            start[0][i] = (1 + Math.cos(Math.PI * (i + 0.5) / 12) / 2) / 12;
            for (double[] row : start3) {
                row[12 + i] = start[0][i] / 12;
                row[11 - i] = start[0][i] / 12;
            }
        }
        double[][] one = moved(
                new GridMover(new JensenShannonFlow(half, new UniformBox(half)), line), start, line.newRows(), 0.1);
        double[][] other = moved(
                new GridMover(new JensenShannonFlow(solid, new UniformBox(solid)), mesh), start3, mesh.newRows(), 0.1);
        for (double[] row : other) {
            for (int i = 0; i < 12; i++) {
                assertEquals(one[0][i] / 12, row[12 + i], 1e-11);
                assertEquals(row[12 + i], row[11 - i], 1e-11);
            }
        }
    }

    @Test
    void compactStartsMoveInASimulation() {
        JensenShannonFlow flow = new JensenShannonFlow(LINE, NormalMixture.normal(0.8, 0));
        var solution = Simulation.of(flow, Initial.of(new UniformLaw(0, 1)))
                .until(0.5)
                .every(0.25)
                .solve(MovementGrid.of(0.1, 60));
        assertEquals(6, solution.steps());
    }

    /** A failed step, here for a cell that holds less than nothing, leaves all as it was, the start of the next iteration too. */
    @Test
    void failuresKeepTheState() {
        GridMovements run = new GridMovements(OU, Mesh.uniform(LINE, 30), 0.1, Initial.of(new UniformLaw(0, 1)), 0);
        GridMovements twin = new GridMovements(OU, Mesh.uniform(LINE, 30), 0.1, Initial.of(new UniformLaw(0, 1)), 0);
        run.step(0.1);
        twin.step(0.1);
        double[] before = run.measure().rows()[0].clone();
        run.measure().rows()[0][3] = -0.5;
        StepFailure failure = assertThrows(StepFailure.class, () -> run.step(0.2));
        assertEquals(StepFailure.Cause.NOT_SOLVED, failure.reason());
        assertEquals(0.1, failure.time());
        run.measure().rows()[0][3] = before[3];
        assertEquals(0.1, run.time());
        assertArrayEquals(before, run.measure().rows()[0]);
        run.step(0.2);
        twin.step(0.2);
        assertArrayEquals(twin.measure().rows()[0], run.measure().rows()[0]);
        assertEquals(twin.iterations(), run.iterations());
        assertEquals(twin.bound(), run.bound());
    }

    /**
     * Two blocks of porous medium spread into the void between them and meet; what is farther from them than they can get stays empty, but for
     * its share of the start.
     */
    @ParameterizedTest
    @ValueSource(doubles = {1.5, 2})
    void porousMediaFillTheVoid(double exponent) {
        Initial blocks = Initial.of(
                new MixtureLaw(new double[] {0.5, 0.5}, List.of(new UniformLaw(-3, -1), new UniformLaw(1, 3))));
        GridMovements run =
                new GridMovements(new PorousMedium(LINE, exponent), Mesh.uniform(LINE, 120), 0.125, blocks, 0);
        double[] u = run.measure().rows()[0];
        assertTrue(u[60] < 1e-11);
        run.advanceTo(1);
        assertTrue(u[60] > 1e-6 && u[0] < 1e-11, u[60] + " " + u[0]);
        for (int i = 0; i < 60; i++) {
            assertEquals(u[i], u[119 - i], 1e-10);
        }
    }

    /** An accuracy beyond rounding is not reached, and said so. */
    @Test
    void whatCannotBeCertifiedFails() {
        Mesh mesh = Mesh.uniform(LINE, 40);
        GridMover mover = new GridMover(OU, mesh);
        double[][] start = NormalMixture.normal(0.7, 0.4).onto(mesh).rows();
        double[][] p = mesh.newRows();
        mover.prepare(start, 0.1, p);
        MovementFailure failure = assertThrows(
                MovementFailure.class, () -> mover.withAccuracy(1e-40).move(start, 0.1, p, mesh.newRows()));
        assertEquals(MovementFailure.Cause.NOT_CERTIFIED, failure.reason());
        assertEquals(40, failure.last().length);
        assertTrue(failure.bound() < 1e-10);
    }

    @Test
    void wrongParameters() {
        Mesh mesh = Mesh.uniform(LINE, 10);
        Initial start = Initial.of(new UniformLaw(0, 1));
        assertThrows(IllegalArgumentException.class, () -> new GridMover(OU, Mesh.line(0, 1, 3)));
        assertThrows(IllegalArgumentException.class, () -> new GridMover(new PorousMedium(LINE, 2.5), mesh));
        assertThrows(
                IllegalArgumentException.class,
                () -> new GridMover(new FokkerPlanck(LINE, NormalMixture.normal(0.01, 0)), mesh));
        assertThrows(IllegalArgumentException.class, () -> new GridMover(OU, mesh).withAccuracy(0));
        assertThrows(IllegalArgumentException.class, () -> new GridMover(OU, mesh)
                .move(mesh.newRows(), 1, mesh.newRows(), mesh.newRows()));
        assertThrows(IllegalArgumentException.class, () -> new GridMovements(OU, mesh, 0, start, 0));
        assertThrows(IllegalArgumentException.class, () -> new GridMovements(OU, mesh, 1, start, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> MovementGrid.of(0, 3));
        assertThrows(IllegalArgumentException.class, () -> MovementGrid.of(1));
    }
}
