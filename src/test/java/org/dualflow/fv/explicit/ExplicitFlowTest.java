package org.dualflow.fv.explicit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.dualflow.gan.JensenShannonFlow;
import org.dualflow.measure.CellLaw;
import org.dualflow.measure.CellMeasure;
import org.dualflow.mesh.Axis;
import org.dualflow.mesh.AxisOfWidths;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.FokkerPlanck;
import org.dualflow.model.GradientFlow;
import org.dualflow.model.Initial;
import org.dualflow.time.Evolution;
import org.dualflow.time.StepFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplicitFlowTest {

    private static final double[] WIDTHS = {1, 2, 1};
    private static final double[] MASSES = {0.5, 0.3, 0.2};
    private static final double[] TARGET = {0.1, 0.3, 0.6};

    private static CellLaw law(Mesh mesh, double... masses) {
        return new CellLaw(new CellMeasure(mesh, new double[][] {masses}));
    }

    private static ExplicitFlow line(Axis axis, double[] masses, double[] target, ExplicitScheme scheme) {
        Mesh mesh = Mesh.of(axis);
        return new ExplicitFlow(
                new JensenShannonFlow(mesh.domain(), law(mesh, target)),
                mesh,
                scheme,
                Initial.of(law(mesh, masses)),
                0);
    }

    private static double[] row(ExplicitFlow flow) {
        return ((CellMeasure) flow.state().measure(0)).rows()[0];
    }

    /** Two faces between three cells of widths 1, 2 and 1: middles are 3/2 apart, and only the middle cell may lean. */
    private static double[] euler(double[] m, double dt, boolean linear) {
        double[] u = new double[3];
        double[] xi = new double[3];
        for (int i = 0; i < 3; i++) {
            u[i] = m[i] / WIDTHS[i];
            xi[i] = 0.5 * Math.log(m[i] / (m[i] + TARGET[i]));
        }
        double left = u[1] - u[0];
        double right = u[2] - u[1];
        double lean = !linear || left * right <= 0
                ? 0
                : Math.signum(left) * Math.min(Math.abs(u[2] - u[0]) / 3, Math.min(Math.abs(left), Math.abs(right)));
        double v = (xi[0] - xi[1]) / 1.5;
        double w = (xi[1] - xi[2]) / 1.5;
        double first = Math.max(v, 0) * u[0] + Math.min(v, 0) * (u[1] - lean);
        double second = Math.max(w, 0) * (u[1] + lean) + Math.min(w, 0) * u[2];
        return new double[] {m[0] - dt * first, m[1] + dt * (first - second), m[2] + dt * second};
    }

    private static double[] heun(double[] m, double dt) {
        double[] once = euler(m, dt, true);
        double[] twice = euler(once, dt, true);
        double[] result = new double[3];
        Arrays.setAll(result, i -> 0.5 * (m[i] + twice[i]));
        return result;
    }

    @Test
    void aStepByHand() {
        double dt = 0.01;
        Axis axis = AxisOfWidths.of(Boundary.NO_FLUX, WIDTHS);
        for (double[] start : new double[][] {MASSES, {0.2, 0.3, 0.5}, {0.3, 0.4, 0.3}, {0.1, 0.8, 0.1}}) {
            ExplicitFlow upwind =
                    line(axis, start, TARGET, ExplicitScheme.upwind().withMaxStep(dt));
            assertEquals(dt, upwind.step(1));
            assertArrayEquals(euler(start, dt, false), row(upwind), 0x1p-50);
            ExplicitFlow linear =
                    line(axis, start, TARGET, ExplicitScheme.muscl().withMaxStep(dt));
            assertEquals(dt, linear.step(1));
            assertArrayEquals(heun(start, dt), row(linear), 0x1p-50);
            assertEquals(1, linear.steps());
            assertEquals(dt, linear.time());
            assertEquals(0, linear.rejections());
        }
    }

    private static double[] turned(double[] row, int by) {
        double[] turned = new double[row.length];
        Arrays.setAll(turned, i -> row[(i + by) % row.length]);
        return turned;
    }

    /** On a circle it does not matter where the counting of cells begins. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void turningACircleTurnsTheResult(boolean linear) {
        double[] widths = {1, 2, 1.5, 0.5, 1};
        double[] masses = {0.1, 0.3, 0.35, 0.15, 0.1};
        double[] target = {0.4, 0.2, 0.1, 0.1, 0.2};
        ExplicitScheme scheme = (linear ? ExplicitScheme.muscl() : ExplicitScheme.upwind()).withMaxStep(0.01);
        double[] expected = null;
        for (int by = 0; by < 5; by++) {
            ExplicitFlow run = line(
                    AxisOfWidths.of(Boundary.PERIODIC, turned(widths, by)),
                    turned(masses, by),
                    turned(target, by),
                    scheme);
            run.step(1);
            run.step(1);
            double[] back = turned(row(run), 5 - by);
            expected = expected == null ? back : expected;
            assertArrayEquals(expected, back, 0x1p-50, "turned by " + by);
        }
        // A wall where the circle was cut makes a difference.
        ExplicitFlow walled = line(AxisOfWidths.of(Boundary.NO_FLUX, widths), masses, target, scheme);
        walled.step(1);
        walled.step(1);
        assertTrue(Math.abs(row(walled)[0] - Objects.requireNonNull(expected)[0]) > 1e-6);
    }

    /** A law that is even along all axes but one flows as on a line; along the others nothing happens. */
    @ParameterizedTest
    @CsvSource({"2,0", "2,1", "3,0", "3,1", "3,2"})
    void evenAxesAddNothing(int dimension, int along) {
        Axis[] axes = new Axis[dimension];
        for (int d = 0; d < dimension; d++) {
            axes[d] = d == along
                    ? AxisOfWidths.of(Boundary.NO_FLUX, WIDTHS)
                    : AxisOfWidths.of(Boundary.NO_FLUX, 0.5, 1.5);
        }
        Mesh mesh = Mesh.of(axes);
        JensenShannonFlow flow = new JensenShannonFlow(mesh.domain(), new CellLaw(even(mesh, along, TARGET)));
        ExplicitScheme scheme = ExplicitScheme.muscl().withMaxStep(0.01);
        ExplicitFlow run = new ExplicitFlow(flow, mesh, scheme, Initial.of(new CellLaw(even(mesh, along, MASSES))), 0);
        ExplicitFlow line = line(AxisOfWidths.of(Boundary.NO_FLUX, WIDTHS), MASSES, TARGET, scheme);
        for (int k = 0; k < 3; k++) {
            run.step(1);
            line.step(1);
        }
        CellMeasure expected = even(mesh, along, row(line));
        for (int r = 0; r < mesh.rows(); r++) {
            assertArrayEquals(expected.rows()[r], ((CellMeasure) run.state().measure(0)).rows()[r], 0x1p-50);
        }
    }

    private static CellMeasure even(Mesh mesh, int along, double[] masses) {
        double[][] rows = mesh.newRows();
        for (int r = 0; r < rows.length; r++) {
            for (int i = 0; i < rows[r].length; i++) {
                int[] at = {i, r % mesh.cells(1), r / mesh.cells(1)};
                rows[r][i] = masses[at[along]];
                for (int d = 0; d < mesh.dimension(); d++) {
                    Axis axis = mesh.axis(d);
                    rows[r][i] *=
                            d == along ? 1 : axis.width(at[d]) / axis.side().length();
                }
            }
        }
        return new CellMeasure(mesh, rows);
    }

    /** min h²/(2 n κ), κ = ½, or the width of the cell that is emptied over 2 n times the speed. */
    @Test
    void stepsAreThoseOfPositivityAndStability() {
        Axis axis = AxisOfWidths.of(Boundary.NO_FLUX, WIDTHS);
        ExplicitFlow slow = line(axis, TARGET, TARGET, ExplicitScheme.upwind().withCfl(0.25));
        assertEquals(0.25, slow.step(100));
        assertEquals(0.5 * 0.3, slow.step(slow.time() + 0.3), 0x1p-50);
        assertEquals(0.1, slow.step(slow.time() + 0.1), 0x1p-50);
        // Nothing pushes: at rest, bit for bit but for the logarithm's equal arguments.
        assertArrayEquals(TARGET, row(slow), 0x1p-52);

        double[] steep = {0.9, 0.1 - 1e-6, 1e-6};
        ExplicitFlow fast = line(axis, steep, TARGET, ExplicitScheme.upwind().withCfl(0.25));
        double v = (0.5 * Math.log(0.9 / 1.0) - 0.5 * Math.log(steep[1] / (steep[1] + 0.3))) / 1.5;
        double w = (0.5 * Math.log(steep[1] / (steep[1] + 0.3)) - 0.5 * Math.log(1e-6 / (1e-6 + 0.6))) / 1.5;
        assertTrue(w > 2 * v, "the middle cell of width 2 is emptied faster");
        assertEquals(0.25 / (2 * w / 2), fast.step(100), 1e-12);

        Mesh plane = Mesh.of(axis, AxisOfWidths.of(Boundary.NO_FLUX, 3, 3));
        JensenShannonFlow flow = new JensenShannonFlow(plane.domain(), new CellLaw(even(plane, 0, TARGET)));
        ExplicitFlow inPlane = new ExplicitFlow(
                flow, plane, ExplicitScheme.upwind().withCfl(0.25), Initial.of(new CellLaw(even(plane, 0, steep))), 0);
        assertEquals(0.25 / (4 * w / 2), inPlane.step(100), 1e-12);
    }

    /** Steep data: a step whose second stage is too long for its fluxes is halved, and all masses stay positive. */
    @Test
    void aSecondStageThatIsTooLongIsTakenBack() {
        double[] even = {1, 1, 1, 1};
        assertTrue(positive(AxisOfWidths.of(Boundary.NO_FLUX, even), new double[] {1, 0.1, 1, 0.1}, even) > 0);
        assertTrue(positive(
                        AxisOfWidths.of(Boundary.PERIODIC, 1, 1, 1, 1, 1, 1),
                        new double[] {1, 1e-3, 1e-7, 1e-6, 1e-4, 1e-2},
                        new double[] {1e-5, 1e-4, 1e-7, 1e-5, 1e-1, 1e-2})
                > 10);
    }

    /** Thirty steps as long as allowed; how many were taken back. */
    private static long positive(Axis axis, double[] masses, double[] target) {
        ExplicitFlow run = line(axis, masses, target, ExplicitScheme.muscl().withCfl(1));
        for (int k = 0; k < 30; k++) {
            double before = run.time();
            double dt = run.step(1e9);
            assertTrue(dt > 0);
            assertEquals(run.time(), before + dt);
            for (double m : row(run)) {
                assertTrue(m > 0);
            }
            assertEquals(1, Arrays.stream(row(run)).sum(), 1e-14);
        }
        assertEquals(30, run.steps());
        return run.rejections();
    }

    @Test
    void whatCannotBeSteppedIsRefused() {
        Axis axis = AxisOfWidths.of(Boundary.NO_FLUX, WIDTHS);
        Mesh mesh = Mesh.of(axis);
        GradientFlow flow = new JensenShannonFlow(mesh.domain(), law(mesh, TARGET));
        Initial initial = Initial.of(law(mesh, MASSES));
        ExplicitScheme scheme = ExplicitScheme.upwind();
        refused("storage", () -> scheme.begin(new FokkerPlanck(mesh.domain(), law(mesh, TARGET)), mesh, initial, 0));
        refused("mesh", () -> scheme.begin(flow, Mesh.line(0, 5, 3), initial, 0));
        refused("scalars", () -> scheme.begin(flow, mesh, new Initial(initial.laws(), List.of(1.0)), 0));
        refused("in cell 1 = 0.0", () -> scheme.begin(flow, mesh, Initial.of(law(mesh, 1, 0, 1)), 0));
        for (Boundary end : List.of(Boundary.CLIPPED, Boundary.OPEN)) {
            Mesh other = Mesh.of(AxisOfWidths.of(end, WIDTHS));
            GradientFlow open = new JensenShannonFlow(other.domain(), law(other, TARGET));
            refused("NO_FLUX", () -> scheme.begin(open, other, Initial.of(law(other, MASSES)), 0));
        }
        refused("cfl", () -> scheme.withCfl(0));
        refused("cfl", () -> scheme.withCfl(1.1));
        refused("maxStep", () -> scheme.withMaxStep(0));
        assertEquals(1, scheme.stages());
        assertEquals(2, ExplicitScheme.muscl().stages());
        Evolution run = scheme.begin(flow, mesh, initial, 2);
        assertEquals(2, run.time());
        assertEquals("generator", flow.species().get(0).name());
    }

    /** Next to nothing beside a target of 1: speeds beyond all steps. The failure names time, species and cause. */
    @Test
    void aFlowThatCannotBeSteppedFails() {
        double[] masses = {1, 0x1p-1073, 1};
        double[] target = {1e-300, 1, 1};
        ExplicitFlow run = line(
                AxisOfWidths.of(Boundary.NO_FLUX, 1e-200, 1e-200, 1e-200), masses, target, ExplicitScheme.upwind());
        StepFailure failure = assertThrows(StepFailure.class, () -> run.step(1));
        assertEquals(StepFailure.Cause.CFL, failure.reason());
        assertEquals(0, run.time());
        assertEquals(0, run.steps());
    }

    private static void refused(String what, Runnable action) {
        IllegalArgumentException thrown = assertThrows(IllegalArgumentException.class, action::run);
        assertTrue(Objects.requireNonNull(thrown.getMessage()).contains(what), thrown.getMessage());
    }
}
