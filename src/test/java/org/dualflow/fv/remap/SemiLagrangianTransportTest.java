package org.dualflow.fv.remap;

import static org.dualflow.fv.remap.SemiLagrangianLines.masses;
import static org.dualflow.fv.remap.SemiLagrangianLines.scheme;
import static org.dualflow.fv.remap.SemiLagrangianLines.translated;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dualflow.field.AnalyticFields;
import org.dualflow.field.VelocityField;
import org.dualflow.measure.AtomicLaw;
import org.dualflow.measure.Law;
import org.dualflow.measure.UniformLaw;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.Coupling;
import org.dualflow.model.Initial;
import org.dualflow.model.PrescribedTransport;
import org.dualflow.model.Source;
import org.dualflow.model.Species;
import org.dualflow.model.State;
import org.dualflow.model.TransportModel;
import org.dualflow.time.StepFailure;
import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SemiLagrangianTransportTest {

    private static SemiLagrangianTransport start(
            TransportModel model, int cells, Law law, SemiLagrangianScheme scheme) {
        Mesh mesh = Mesh.uniform(model.species().get(0).domain(), cells);
        return SemiLagrangianTransport.start(model, List.of(mesh), Initial.of(law), scheme, 0);
    }

    /** Feet are rounded by 2 ulp of 1 in 3 steps; a density of at most 3 times 2 moves that much mass. */
    @ParameterizedTest
    @EnumSource(RemapReconstruction.class)
    void aWholeNumberOfCellsPerStepIsAShift(RemapReconstruction reconstruction) {
        int n = 40;
        Domain circle = Domain.line(0, 1, Boundary.PERIODIC);
        Law law = new UniformLaw(0.2625, 0.7625);
        double[] before = law.onto(Mesh.uniform(circle, n)).rows()[0];
        double[] after = translated(circle, n, law, scheme(reconstruction, 7.0 / n), 21.0 / n);
        for (int i = 0; i < n; i++) {
            assertEquals(before[i], after[(i + 21) % n], 3 * 6 * 2 * Math.ulp(1.0));
        }
    }

    /** Uniform data on [-1, 1] and b = -sign(x): an atom of mass t on the sink, then all mass. */
    @ParameterizedTest
    @EnumSource(RemapReconstruction.class)
    void aSinkOnAPointHoldsTheExactAtom(RemapReconstruction reconstruction) {
        int n = 201;
        double h = 2.0 / n;
        var model = PrescribedTransport.steady("sink", Domain.line(-1, 1, Boundary.NO_FLUX), AnalyticFields.sink());
        var transport = start(model, n, new UniformLaw(-1, 1), scheme(reconstruction, 5 * h));
        transport.advanceTo(50 * h);
        double rounding = 10 * n * Math.ulp(1.0);
        double[] half = masses(transport);
        assertEquals(101.0 / n, half[100], rounding);
        assertEquals(1.0 / n, half[70], rounding);
        assertEquals(0, half[20], rounding);
        transport.advanceTo(1.5);
        assertEquals(1, masses(transport)[100], rounding);
        assertEquals(0, masses(transport)[99]);
        assertEquals(0, masses(transport)[101]);
    }

    /**
     * The two-sided Skorokhod map: U = 1.3 sin t spreads uniform data over 2 - osc U until they have collapsed. The field
     * is frozen at the middle of the step, so the displacement errs by Δt² in total, and at a reversal by Δt² once more.
     */
    @Test
    void clippedTransportFollowsTheStopOperator() {
        Domain box = Domain.line(-1, 1, Boundary.CLIPPED);
        var model = PrescribedTransport.unsteady(
                "clipped", box, (t, component, x, n, out) -> Arrays.fill(out, 0, n, 1.3 * FastMath.cos(t)));
        double dt = 0.02;
        var transport = start(model, 401, new UniformLaw(-1, 1), scheme(RemapReconstruction.MOMENTS, dt));
        transport.advanceTo(Math.PI / 2);
        assertEquals(0.65 + 0.35 * 0.65, mean(transport), dt * dt);
        assertEquals(0.65, masses(transport)[400], 2 * dt * dt + 0.5 / 400);
        transport.advanceTo(Math.PI);
        // The atom of mass 0.65 has left the wall by 1.3, the slab of length 0.7 lies to its left.
        assertEquals(-0.3 * 0.65 + 0.35 * -0.65, mean(transport), 2 * dt * dt);
        transport.advanceTo(4.5);
        assertEquals(1, Arrays.stream(masses(transport)).max().orElseThrow(), 1e-13);
    }

    private static double mean(SemiLagrangianTransport transport) {
        double[] sum = new double[1];
        transport.state().measure(0).forEachBlock((x, w, n) -> {
            for (int i = 0; i < n; i++) {
                sum[0] += w[i] * x[0][i];
            }
        });
        return sum[0];
    }

    @ParameterizedTest
    @EnumSource(RemapReconstruction.class)
    void whatLeavesThroughAnOpenEndIsAccountedFor(RemapReconstruction reconstruction) {
        var model = PrescribedTransport.steady("open", Domain.line(0, 1, Boundary.OPEN), AnalyticFields.constant(-1));
        var transport = start(model, 50, new UniformLaw(0.1, 0.9), scheme(reconstruction, 0.13));
        transport.advanceTo(0.5);
        assertEquals(0.5, transport.outflow(0), reconstruction == RemapReconstruction.MOMENTS ? 1e-13 : 0.02);
        double total = Arrays.stream(masses(transport)).sum() + transport.outflow(0);
        assertEquals(1, total, 100 * Math.ulp(1.0));
        transport.advanceTo(2);
        assertEquals(1, transport.outflow(0), 100 * Math.ulp(1.0));
        assertEquals(0, Arrays.stream(masses(transport)).sum());
    }

    @Test
    void crossingCharacteristicsRejectTheStep() {
        var model = PrescribedTransport.steady(
                "expansion", Domain.line(-1, 1, Boundary.OPEN), AnalyticFields.linear(1, 10));
        var transport = start(
                model,
                100,
                new UniformLaw(-0.1, 0.1),
                scheme(RemapReconstruction.LINEAR, 1).withTracingOrder(1));
        double dt = transport.step(2);
        assertTrue(10 * dt < 1 && 20 * dt >= 1, () -> "step " + dt);
        assertEquals(4, transport.rejections());
    }

    @Test
    void aFieldThatIsNotANumberLeavesTheLastGoodState() {
        var model = PrescribedTransport.unsteady(
                "broken",
                Domain.line(0, 1, Boundary.NO_FLUX),
                (t, component, x, n, out) -> Arrays.fill(out, 0, n, t < 0.5 ? 0.1 : Double.NaN));
        var transport = start(model, 20, new UniformLaw(0.2, 0.4), scheme(RemapReconstruction.PARABOLIC, 0.1));
        var failure = assertThrows(StepFailure.class, () -> transport.advanceTo(1));
        assertEquals(StepFailure.Cause.NOT_FINITE, failure.reason());
        assertEquals(0.5, failure.time(), 1e-9);
        assertEquals(failure.time(), transport.time());
        assertEquals(1, Arrays.stream(masses(transport)).sum(), 20 * Math.ulp(1.0));
    }

    /** Species at rest with a source; and one coupled to a scalar, c = mean: c' = -g, g' = c. */
    private record Model(Domain domain, Optional<Source> supply, boolean coupled) implements TransportModel {
        @Override
        public String name() {
            return "test";
        }

        @Override
        public List<Species> species() {
            return List.of(new Species("density", domain));
        }

        @Override
        public List<String> scalars() {
            return coupled ? List.of("g") : List.of();
        }

        @Override
        public Optional<Source> source(int s) {
            return supply;
        }

        @Override
        public Coupling couple() {
            return new Rotation();
        }
    }

    private static final class Rotation implements Coupling, VelocityField {
        private double g;
        private double mean;

        @Override
        public void freeze(double t, State state) {
            g = state.scalars().length == 0 ? 0 : state.scalar(0);
            mean = 0;
            state.measure(0).forEachBlock((x, w, n) -> {
                for (int i = 0; i < n; i++) {
                    mean += w[i] * x[0][i];
                }
            });
        }

        @Override
        public VelocityField field(int s) {
            return this;
        }

        @Override
        public void rates(double[] out) {
            out[0] = mean;
        }

        @Override
        public int dimension() {
            return 1;
        }

        @Override
        public void fill(int component, double[][] x, int n, double[] out) {
            Arrays.fill(out, 0, n, -g);
        }
    }

    @Test
    void aSourceBringsMassInAndMayNotMakeItNegative() {
        Domain domain = Domain.line(0, 1, Boundary.NO_FLUX);
        Source growth = (t, x, n, out) -> Arrays.fill(out, 0, n, 2 * t);
        var transport = start(
                new Model(domain, Optional.of(growth), false),
                10,
                AtomicLaw.dirac(0.55),
                scheme(RemapReconstruction.MOMENTS, 0.25));
        transport.advanceTo(1);
        assertEquals(1, transport.inflow(0), 1e-14);
        assertEquals(0.1, masses(transport)[3], 1e-15);
        assertEquals(1.1, masses(transport)[5], 1e-14);
        Source loss = (t, x, n, out) -> Arrays.fill(out, 0, n, -1);
        var drained = start(
                new Model(domain, Optional.of(loss), false),
                10,
                new UniformLaw(0, 1),
                scheme(RemapReconstruction.CONSTANT, 0.25));
        var failure = assertThrows(StepFailure.class, () -> drained.advanceTo(2));
        assertEquals(StepFailure.Cause.NEGATIVE, failure.reason());
        assertEquals(1, failure.time(), 1e-9);
    }

    /** c'' = -c from c = ½, g = 0; the midpoint rule is of order 2, and with moments the mean has no other error. */
    @Test
    void aCoupledScalarIsOfOrderTwo() {
        double coarse = oscillation(0.1);
        double fine = oscillation(0.05);
        assertEquals(2, FastMath.log(2, coarse / fine), 0.1);
        assertEquals(Math.PI * 0.1 * 0.1 / 6 * 0.5, coarse, 0.1 * coarse);
    }

    private static double oscillation(double dt) {
        Model model = new Model(Domain.line(-2, 2, Boundary.CLIPPED), Optional.empty(), true);
        var transport = SemiLagrangianTransport.start(
                model,
                List.of(Mesh.uniform(model.domain(), 300)),
                new Initial(List.of(new UniformLaw(0.3, 0.7)), List.of(0.0)),
                scheme(RemapReconstruction.MOMENTS, dt),
                0);
        transport.advanceTo(Math.PI);
        return Math.hypot(mean(transport) + 0.5, transport.state().scalar(0));
    }
}
