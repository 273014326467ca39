package org.dualflow.fv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.dualflow.field.VelocityField;
import org.dualflow.generators.FieldGenerators;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.UniformLaw;
import org.dualflow.mesh.Axis;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.Coupling;
import org.dualflow.model.Initial;
import org.dualflow.model.PrescribedTransport;
import org.dualflow.model.Source;
import org.dualflow.model.Species;
import org.dualflow.model.TransportModel;
import org.dualflow.time.SspRungeKutta;
import org.dualflow.time.StepFailure;
import org.junit.jupiter.api.Test;

/** What a solver refuses, and that a step that fails leaves the last good state behind. */
class TransportFailureTest {

    private static final Mesh MESH = Mesh.line(-1, 1, 8);

    private static FiniteVolumeTransport solver(PrescribedTransport.Velocity velocity, TransportScheme scheme) {
        var model = PrescribedTransport.unsteady("test", MESH.domain(), velocity);
        return new FiniteVolumeTransport(model, List.of(MESH), scheme, Initial.of(new UniformLaw(-1, 1)));
    }

    private static StepFailure assertFailsFrom(FiniteVolumeTransport run, double time) {
        double[] before = run.measure(0).rows()[0].clone();
        StepFailure failure = assertThrows(StepFailure.class, () -> run.step(10));
        assertEquals(time, run.time());
        assertEquals(time, failure.time());
        assertEquals("density", failure.species());
        assertArrayEquals(before, run.measure(0).rows()[0]);
        return failure;
    }

    @Test
    void namesTheCellOfAVelocityThatIsNotANumber() {
        var run = solver(
                (t, d, x, n, out) -> {
                    for (int i = 0; i < n; i++) {
                        out[i] = i == 3 && t > 0.05 ? Double.NaN : 1;
                    }
                },
                TransportScheme.upwind());
        assertThrows(StepFailure.class, () -> run.advanceTo(10));
        assertEquals(0.05, run.time(), 1e-9, "steps are halved up to the last good instant");
        StepFailure failure = assertFailsFrom(run, run.time());
        assertEquals(StepFailure.Cause.NOT_FINITE, failure.reason());
        assertEquals(3, failure.index());
    }

    @Test
    void namesTheCellOfAnInfiniteVelocity() {
        var run = solver(
                (t, d, x, n, out) -> {
                    for (int i = 0; i < n; i++) {
                        out[i] = i == 5 ? Double.POSITIVE_INFINITY : 1;
                    }
                },
                TransportScheme.muscl(Limiter.MC));
        StepFailure failure = assertFailsFrom(run, 0);
        assertEquals(StepFailure.Cause.NOT_FINITE, failure.reason());
        assertTrue(failure.index() == 4 || failure.index() == 5, "a cell of face 5");
    }

    @Test
    void givesUpWhenNoStepMeetsTheCourantBound() {
        var run = solver(
                (t, d, x, n, out) -> {
                    for (int i = 0; i < n; i++) {
                        out[i] = t == 0 ? 1 : 1e300;
                    }
                },
                TransportScheme.upwind().withTime(SspRungeKutta.SSP2));
        StepFailure failure = assertFailsFrom(run, 0);
        assertEquals(StepFailure.Cause.CFL, failure.reason());
        assertTrue(run.rejections() > 10);
    }

    @Test
    void halvesAStepThatBreaksTheCourantBoundInALaterStage() {
        var run = solver(
                (t, d, x, n, out) -> {
                    for (int i = 0; i < n; i++) {
                        out[i] = 1 + 20 * t;
                    }
                },
                TransportScheme.upwind().withTime(SspRungeKutta.SSP2));
        double first = 0.9 * 0.25;
        assertEquals(first / 4, run.step(10), 1e-12 * first, "Courant number (1 + 20 dt) 4 dt at most 1");
        assertEquals(2, run.rejections());
        assertEquals(1, run.steps());
    }

    /** A model with one species, at rest, whose source takes mass everywhere. */
    private record Sink(double rate) implements TransportModel {
        @Override
        public String name() {
            return "sink";
        }

        @Override
        public List<Species> species() {
            return List.of(new Species("density", MESH.domain()));
        }

        @Override
        public Optional<Source> source(int s) {
            return Optional.of((t, x, n, out) -> java.util.Arrays.fill(out, 0, n, rate));
        }

        @Override
        public Coupling couple() {
            return PrescribedTransport.steady("rest", MESH.domain(), rest()).couple();
        }

        private static VelocityField rest() {
            return FieldGenerators.field(1, (d, x) -> 0);
        }
    }

    @Test
    void aSourceMayTakeOnlyWhatIsThere() {
        var law = Initial.of(new UniformLaw(-1, 1));
        var run = new FiniteVolumeTransport(new Sink(-0.125), List.of(MESH), TransportScheme.upwind(), law);
        run.advanceTo(2);
        assertEquals(0.5, run.measure(0).mass(), 1e-15);
        assertEquals(-0.5, run.inflow(0), 1e-15);
        run.advanceTo(4);
        StepFailure failure = assertFailsFrom(run, 4);
        assertEquals(StepFailure.Cause.NEGATIVE, failure.reason());
        assertEquals(0, failure.index());
    }

    @Test
    void refusesWhatDoesNotFit() {
        VelocityField one = FieldGenerators.field(1, (d, x) -> 1);
        var model = PrescribedTransport.steady("one", MESH.domain(), one);
        var law = Initial.of(new UniformLaw(-1, 1));
        var upwind = TransportScheme.upwind();
        assertRefused("meshes", () -> new FiniteVolumeTransport(model, List.of(MESH, MESH), upwind, law));
        assertRefused("density", () -> new FiniteVolumeTransport(model, List.of(Mesh.line(-1, 2, 4)), upwind, law));
        Mesh graded = Mesh.of(Axis.graded(MESH.domain().side(0), 8, s -> s * s));
        assertRefused("graded", () -> new FiniteVolumeTransport(model, List.of(graded), TransportScheme.weno5(), law));
        for (double bad : new double[] {-1e-300, Double.NaN, Double.POSITIVE_INFINITY}) {
            double[][] rows = MESH.newRows();
            rows[0][2] = bad;
            var start = List.of(new CellMeasure(MESH, rows));
            assertRefused("cell 2", () -> new FiniteVolumeTransport(model, upwind, start, List.of(), 0));
        }
        assertRefused("cfl", () -> upwind.withCfl(1.5));
        assertRefused("cfl", () -> upwind.withCfl(Double.NaN));
        assertRefused("cfl", () -> TransportScheme.muscl(Limiter.VAN_LEER).withCfl(0.6));
        assertRefused("maxStep", () -> upwind.withMaxStep(0));
        assertRefused("limiter", () -> upwind.withLimiter(Limiter.MC));
        assertRefused("limiter", () -> Limiter.named("vanleer"));
        assertRefused("steepness", () -> Limiter.of("steep", 1.5, (x, y, phi, from, to) -> {}));
        assertRefused("stageStep", () -> SspRungeKutta.of("none", 1, 0, 0));
        assertRefused("weights[0]", () -> SspRungeKutta.of("late", 1, 1, 0.5));
        assertRefused("last stage", () -> SspRungeKutta.of("short", 2, 0.5, 0, 0.5));
        assertRefused("time integrator", () -> SspRungeKutta.named("ssp9"));
        assertRefused("scheme", () -> TransportScheme.named("up"));
        assertRefused("end", () -> new FiniteVolumeTransport(model, List.of(MESH), upwind, law).step(0));
    }

    /** A limiter that breaks its promise is found out: it makes an empty cell's neighbour show more than it has. */
    @Test
    void anOwnLimiterIsWatched() {
        Limiter wrong = Limiter.of("wrong", 1, (x, y, phi, from, to) -> {
            for (int i = from; i < to; i++) {
                phi[i] = 8 * (x[i] + y[i]);
            }
        });
        var model = PrescribedTransport.steady("one", MESH.domain(), FieldGenerators.field(1, (d, x) -> 1));
        var run = new FiniteVolumeTransport(
                model, List.of(MESH), TransportScheme.muscl(wrong), Initial.of(new UniformLaw(-0.5, 0.1)));
        assertEquals(
                StepFailure.Cause.NEGATIVE,
                assertThrows(StepFailure.class, () -> run.advanceTo(1)).reason());
    }

    private static void assertRefused(String part, org.junit.jupiter.api.function.Executable call) {
        String message = String.valueOf(
                assertThrows(IllegalArgumentException.class, call).getMessage());
        assertTrue(message.contains(part) && message.contains("allowed"), message);
    }

    @Test
    void aDomainWithOtherBoundariesIsAnotherDomain() {
        var model = PrescribedTransport.steady(
                "one", Domain.line(-1, 1, Boundary.OPEN), FieldGenerators.field(1, (d, x) -> 1));
        var law = Initial.of(new UniformLaw(-1, 1));
        assertRefused("density", () -> new FiniteVolumeTransport(model, List.of(MESH), TransportScheme.upwind(), law));
    }
}
