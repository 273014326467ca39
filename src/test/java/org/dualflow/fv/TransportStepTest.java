package org.dualflow.fv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.List;
import org.dualflow.field.AnalyticFields;
import org.dualflow.field.VelocityField;
import org.dualflow.generators.FieldGenerators;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.UniformLaw;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.Initial;
import org.dualflow.model.PrescribedTransport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Single facts about steps whose result is known exactly. */
class TransportStepTest {

    private static FiniteVolumeTransport run(Mesh mesh, VelocityField field, TransportScheme scheme, double[]... rows) {
        var model = PrescribedTransport.steady("test", mesh.domain(), field);
        return new FiniteVolumeTransport(model, scheme, List.of(new CellMeasure(mesh, rows)), List.of(), 0);
    }

    @Test
    void anAtomOnACentreSinkNeverMoves() {
        Mesh mesh = Mesh.line(-1, 1, 9);
        double[] atom = new double[9];
        atom[4] = 1;
        var run = run(mesh, AnalyticFields.sink(), TransportScheme.upwind(), atom);
        run.advanceTo(10);
        assertArrayEquals(atom, run.measure(0).rows()[0]);
    }

    /** At Courant number 1 - 2⁻⁴⁷ all but 2⁻⁴⁷ of each mass moves by one cell. */
    @Test
    void atCourantNumberOneUpwindShifts() {
        Mesh mesh = Mesh.uniform(Domain.line(0, 1, Boundary.PERIODIC), 5);
        double[] start = {0, 1, 0.5, 0, 0};
        var run = run(
                mesh,
                FieldGenerators.field(1, (d, x) -> 2),
                TransportScheme.upwind().withCfl(1),
                start);
        double dt = run.step(1);
        assertEquals(0.1, dt, 0.1 * 0x1p-46);
        assertArrayEquals(new double[] {0, 0, 1, 0.5, 0}, run.measure(0).rows()[0], 0x1p-46);
    }

    @Test
    void clippedWallsCollectAndReleaseAtTheExactMeanSpeed() {
        Mesh mesh = Mesh.uniform(Domain.line(-1, 1, Boundary.CLIPPED), 21);
        var law = Initial.of(new UniformLaw(-0.5, 0.5));
        var model = PrescribedTransport.unsteady(
                "out and back", mesh.domain(), (t, d, x, n, out) -> java.util.Arrays.fill(out, 0, n, t < 4 ? 1 : -0.5));
        var run = new FiniteVolumeTransport(model, List.of(mesh), TransportScheme.upwind(), law);
        run.advanceTo(3.999);
        assertEquals(1, run.measure(0).rows()[0][20], 1e-3);
        run.advanceTo(4);
        double before = mean(run);
        run.step(4.05);
        run.step(run.time() + 0.01);
        assertEquals(before - 0.5 * (run.time() - 4), mean(run), 1e-14);
    }

    private static double mean(FiniteVolumeTransport run) {
        double mean = 0;
        for (int i = 0; i < run.measure(0).size(); i++) {
            mean += run.measure(0).mesh().axis(0).point(i) * run.measure(0).rows()[0][i];
        }
        return mean;
    }

    @Test
    void openEndsLetOutWhatTheyCount() {
        Mesh mesh = Mesh.uniform(Domain.cube(2, 0, 1, Boundary.OPEN), 4, 4);
        double[][] rows = mesh.newRows();
        rows[1][1] = 0.75;
        rows[2][3] = 0.25;
        for (TransportScheme scheme :
                List.of(TransportScheme.upwind(), TransportScheme.muscl(Limiter.MINMOD), TransportScheme.weno5())) {
            var run = run(mesh, AnalyticFields.constant(1, -0.5), scheme, rows[0], rows[1], rows[2], rows[3]);
            run.advanceTo(60);
            assertEquals(1, run.outflow(0), 1e-13, scheme.label());
            assertTrue(run.measure(0).mass() < 1e-6);
        }
    }

    /** The stream function xy(1-x)(1-y) at corners gives face velocities whose discrete divergence is zero. */
    @Test
    void constantsStayInADivergenceFreeFieldOfFaceVelocities() {
        int n = 8;
        Mesh mesh = Mesh.uniform(Domain.cube(2, 0, 1, Boundary.NO_FLUX), n, n);
        VelocityField field = FieldGenerators.field(2, (d, x) -> {
            double h = 0.5 / n;
            return d == 0
                    ? (stream(x[0], x[1] + h) - stream(x[0], x[1] - h)) * n
                    : -(stream(x[0] + h, x[1]) - stream(x[0] - h, x[1])) * n;
        });
        for (TransportScheme scheme : List.of(
                TransportScheme.upwindAtFaces(), TransportScheme.muscl(Limiter.VAN_LEER), TransportScheme.weno5())) {
            double[][] rows = mesh.newRows();
            for (double[] row : rows) {
                java.util.Arrays.fill(row, 1);
            }
            var run = run(mesh, field, scheme, rows);
            run.advanceTo(1);
            for (double[] row : run.measure(0).rows()) {
                for (double mass : row) {
                    assertEquals(1, mass, 1e-13 * run.steps(), scheme.label());
                }
            }
        }
    }

    private static double stream(double x, double y) {
        return x * (1 - x) * y * (1 - y);
    }

    @ParameterizedTest
    @ValueSource(strings = {"upwind", "upwind-at-faces", "muscl", "weno5"})
    void aRestartContinuesWithTheSameBits(String name) {
        TransportScheme scheme = TransportScheme.named(name);
        Domain domain = Domain.cube(2, -1, 1, Boundary.NO_FLUX);
        Mesh mesh = Mesh.uniform(domain, 10, 7);
        var model = PrescribedTransport.unsteady("swing", domain, (t, d, x, n, out) -> {
            for (int i = 0; i < n; i++) {
                out[i] = Math.cos(3 * t) * (d == 0 ? -x[1][i] : x[0][i]) + 0.1;
            }
        });
        double[][] rows = mesh.newRows();
        for (int j = 0; j < rows.length; j++) {
            for (int i = 0; i < rows[j].length; i++) {
                rows[j][i] = 1.0 / (1 + i + 3 * j);
            }
        }
        var whole = new FiniteVolumeTransport(model, scheme, List.of(new CellMeasure(mesh, rows)), List.of(), 0);
        for (int i = 0; i < 5; i++) {
            whole.step(1);
        }
        var resumed = new FiniteVolumeTransport(
                model, scheme, List.of(whole.measure(0).copy()), List.of(), whole.time());
        whole.advanceTo(1);
        resumed.advanceTo(1);
        for (int j = 0; j < rows.length; j++) {
            assertArrayEquals(whole.measure(0).rows()[j], resumed.measure(0).rows()[j]);
        }
        assertEquals(1, whole.time());
    }

    /** The least of five batches: the virtual machine itself may allocate when it replaces compiled code. */
    @ParameterizedTest
    @ValueSource(strings = {"upwind", "upwind-at-faces", "muscl", "weno5"})
    void stepsAllocateNothing(String name) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        Domain domain = Domain.cube(3, -1, 1, Boundary.PERIODIC);
        Mesh mesh = Mesh.uniform(domain, 16, 12, 8);
        var model = PrescribedTransport.unsteady("swing", domain, (t, d, x, n, out) -> {
            for (int i = 0; i < n; i++) {
                out[i] = (1 + 0.01 * t) * x[(d + 1) % 3][i];
            }
        });
        double[][] rows = mesh.newRows();
        for (double[] row : rows) {
            java.util.Arrays.fill(row, 1);
        }
        var run = new FiniteVolumeTransport(
                model, TransportScheme.named(name), List.of(new CellMeasure(mesh, rows)), List.of(), 0);
        for (int i = 0; i < 20; i++) {
            run.step(1e9);
        }
        long least = Long.MAX_VALUE;
        for (int batch = 0; batch < 5; batch++) {
            long start = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 20; i++) {
                run.step(1e9);
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - start);
        }
        assertEquals(0, run.rejections());
        assertEquals(0, least);
    }
}
