package org.dualflow.particle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dualflow.field.Kernels;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Aggregation;
import org.dualflow.model.Coupling;
import org.dualflow.model.PrescribedTransport;
import org.dualflow.model.Source;
import org.dualflow.model.Species;
import org.dualflow.model.TransportModel;
import org.dualflow.model.Transports;
import org.dualflow.time.StepFailure;
import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ParticleTransportTest {

    private static final Domain BOX = Domain.line(-1, 1, Boundary.CLIPPED);

    private static ParticleMeasure line(double[] x, double... w) {
        return new ParticleMeasure(new double[][] {x}, w);
    }

    private static ParticleMeasure equal(double... x) {
        double[] w = new double[x.length];
        Arrays.fill(w, 1.0 / x.length);
        return line(x, w);
    }

    private static ParticleTransport solver(TransportModel model, ParticleMeasure start, ParticleScheme scheme) {
        return new ParticleTransport(model, List.of(start), new double[0], scheme);
    }

    private static double[] positions(ParticleTransport transport) {
        return ((ParticleMeasure) transport.state().measure(0)).x(0);
    }

    /** dyadic data: every sum below is exact */
    @ParameterizedTest
    @MethodSource("org.dualflow.particle.ExplicitRungeKutta#all")
    void constantFieldStopsExactlyAtTheWall(ExplicitRungeKutta method) {
        ParticleTransport transport =
                solver(Transports.constant(BOX, 1), equal(-1, 0.25, 0.75, 1), ParticleScheme.of(method, 0.375));
        transport.advanceTo(0.5);
        assertArrayEquals(new double[] {-0.5, 0.75, 1, 1}, positions(transport), 4 * Math.ulp(1.0));
        assertEquals(1, positions(transport)[2]);
        assertEquals(0.5, transport.time());
        assertEquals(2, transport.steps());
        assertEquals(0, transport.outflow(0));
    }

    @Test
    void aParticleOnAWallOfABoxSlidesAlongIt() {
        Domain square = Domain.cube(2, -1, 1, Boundary.CLIPPED);
        ParticleTransport transport = solver(
                Transports.constant(square, 1, 0.25),
                new ParticleMeasure(new double[][] {{1, 0.5}, {0, -0.5}}, new double[] {0.5, 0.5}),
                ParticleScheme.euler(0.125));
        transport.advanceTo(1);
        ParticleMeasure end = (ParticleMeasure) transport.state().measure(0);
        assertArrayEquals(new double[] {1, 1}, end.x(0));
        assertArrayEquals(new double[] {0.25, -0.25}, end.x(1));
    }

    @Test
    void periodicEndsWrap() {
        ParticleTransport transport = solver(
                Transports.constant(Domain.line(0, 1, Boundary.PERIODIC), -0.5),
                equal(0, 0.25, 1),
                ParticleScheme.euler(0.25));
        transport.advanceTo(1);
        assertArrayEquals(new double[] {0.5, 0.75, 0.5}, positions(transport));
    }

    /** Speed 1 from 0.25, 0.75 through the open end at 1: gone at times 0.75 and 0.25. */
    @Test
    void outflowThroughAnOpenEndIsCounted() {
        Domain open = new Domain(List.of(new Domain.Side(0, 1, Boundary.NO_FLUX, Boundary.OPEN)));
        ParticleTransport transport = solver(
                Transports.constant(open, 1),
                line(new double[] {0.25, 0.75, 1}, 0.25, 0.5, 0.25),
                ParticleScheme.euler(0.0625));
        transport.advanceTo(0.5);
        assertEquals(0.75, transport.outflow(0));
        assertEquals(0.25, transport.state().measure(0).mass());
        transport.advanceTo(1);
        assertEquals(1, transport.outflow(0));
        assertEquals(0, transport.state().measure(0).mass());
        assertArrayEquals(new double[] {1, 1, 1}, positions(transport));
    }

    @Test
    void whatLeftDoesNotComeBack() {
        Domain open = Domain.line(0, 1, Boundary.OPEN);
        PrescribedTransport swing = PrescribedTransport.unsteady(
                "swing", open, (t, component, x, n, out) -> Arrays.fill(out, 0, n, t < 1 ? 1 : -0.25));
        ParticleTransport transport = solver(swing, equal(0.5), ParticleScheme.euler(0.125));
        transport.advanceTo(2);
        assertEquals(1, transport.outflow(0));
        assertEquals(1, positions(transport)[0]);
    }

    @Test
    void aFieldThatReturnsNotANumberLeavesTheLastGoodState() {
        PrescribedTransport broken = PrescribedTransport.unsteady("broken", BOX, (t, component, x, n, out) -> {
            Arrays.fill(out, 0, n, 0.25);
            out[1] = t > 0.4 ? Double.NaN : 0.25;
        });
        ParticleTransport transport = solver(broken, equal(-0.5, 0, 0.5), ParticleScheme.euler(0.125));
        StepFailure failure = assertThrows(StepFailure.class, () -> transport.advanceTo(1));
        assertEquals(StepFailure.Cause.NOT_FINITE, failure.reason());
        assertEquals(1, failure.index());
        assertEquals("density", failure.species());
        assertEquals(0.5, failure.time());
        assertEquals(0.5, transport.time());
        assertEquals(4, transport.steps());
        assertArrayEquals(new double[] {-0.375, 0.125, 0.625}, positions(transport));
        assertTrue(transport.rejections() > 0);
    }

    /** Infinite in the first stage only, of a method that gives that stage no weight. */
    @Test
    void infinityInAnUnweightedStageIsNotLost() {
        PrescribedTransport broken = PrescribedTransport.unsteady(
                "broken",
                BOX,
                (t, component, x, n, out) -> Arrays.fill(out, 0, n, t == 0 ? Double.POSITIVE_INFINITY : 0));
        ParticleTransport transport = solver(broken, equal(0), ParticleScheme.of(ExplicitRungeKutta.MIDPOINT, 0.125));
        StepFailure failure = assertThrows(StepFailure.class, () -> transport.step(1));
        assertEquals(StepFailure.Cause.NOT_FINITE, failure.reason());
        assertEquals(0, positions(transport)[0]);
    }

    /** Speed 12 in a box of length 2: steps of ¼ displace by 3 and are halved once. */
    @Test
    void aStepFartherThanTheDomainIsHalved() {
        ParticleTransport transport = solver(Transports.constant(BOX, 12), equal(-1), ParticleScheme.euler(0.25));
        assertEquals(0.125, transport.step(1));
        assertEquals(1, transport.rejections());
        assertEquals(0.5, positions(transport)[0]);
    }

    /** x0 = ±1/8 … reach the sink by t = 7/8; bisection finds the representable sink 0, so nothing is left over. */
    @ParameterizedTest
    @MethodSource("org.dualflow.particle.ExplicitRungeKutta#all")
    void everythingSticksToASinkExactly(ExplicitRungeKutta method) {
        double[] x = {-0.83, -0.31, -0.1, 0.05, 0.07, 0.3, 0.77};
        ParticleTransport transport = solver(
                Transports.sink(BOX), equal(x), ParticleScheme.of(method, 0.1).withSticking(Sticking.STICKY));
        transport.advanceTo(0.5);
        double[] y = positions(transport);
        for (int i = 0; i < x.length; i++) {
            double exact = Math.signum(x[i]) * Math.max(0, Math.abs(x[i]) - 0.5);
            assertEquals(exact, y[i], exact == 0 ? 0 : 10 * Math.ulp(1.0));
        }
        transport.advanceTo(1);
        assertArrayEquals(new double[x.length], positions(transport));
    }

    @Test
    void theSwirlReturns() {
        double[][] x = {{0.25, 0.5, 0.7}, {0.5, 0.25, 0.8}};
        ParticleTransport transport = solver(
                Transports.swirl(1.5),
                new ParticleMeasure(x, new double[] {0.5, 0.25, 0.25}),
                ParticleScheme.rungeKutta4(1.5 / 256));
        transport.advanceTo(0.75);
        assertTrue(Math.abs(positions(transport)[0] - 0.25) > 0.1);
        transport.advanceTo(1.5);
        ParticleMeasure end = (ParticleMeasure) transport.state().measure(0);
        // |b|, its derivatives and e^(π T) bound the global error by about (π h)^4 e^(1.5 π) / 120 = 1e-9
        double bound = FastMath.pow(FastMath.PI * 1.5 / 256, 4) * FastMath.exp(1.5 * FastMath.PI) / 120;
        for (int d = 0; d < 2; d++) {
            assertArrayEquals(x[d], end.x(d), bound);
        }
    }

    @Test
    void aRestartContinuesToTheLastBit() {
        ParticleScheme scheme = ParticleScheme.rungeKutta4(0.125);
        ParticleTransport whole = solver(Transports.sine(), equal(-2, 0.3, 1), scheme);
        whole.advanceTo(1);
        ParticleTransport resumed = new ParticleTransport(
                Transports.sine(), List.of((ParticleMeasure) whole.state().measure(0)), new double[0], scheme, 1);
        whole.advanceTo(2);
        resumed.advanceTo(2);
        assertArrayEquals(positions(whole), positions(resumed));
    }

    private static Stream<ParticleTransport> longRuns() {
        double[] x = new double[1000];
        for (int i = 0; i < x.length; i++) {
            x[i] = FastMath.sin(i);
        }
        ParticleScheme scheme = ParticleScheme.rungeKutta4(1e-3);
        ParticleMeasure plane = new ParticleMeasure(
                new double[][] {Arrays.copyOf(x, 60), Arrays.copyOfRange(x, 100, 160)}, new double[60]);
        Arrays.fill(plane.weights(), 1.0 / 60);
        Domain open = Domain.line(-1, 1, Boundary.OPEN);
        return Stream.of(
                solver(Transports.constant(BOX, 1e-3), equal(x), scheme.withSticking(Sticking.STICKY)),
                solver(Transports.constant(open, 1e-3), equal(x), scheme),
                solver(new Aggregation(BOX, Kernels.distance(0.01)), equal(x), scheme.withSticking(Sticking.STICKY)),
                solver(new Aggregation(BOX, Kernels.quadratic(0.01)), equal(x), scheme),
                solver(
                        new Aggregation(Domain.cube(2, -1, 1, Boundary.PERIODIC), Kernels.gaussian(0.01, 0.1)),
                        plane,
                        scheme));
    }

    @ParameterizedTest
    @MethodSource("longRuns")
    void aStepAllocatesNothing(ParticleTransport transport) {
        for (int i = 0; i < 300; i++) {
            transport.step(100);
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 200; i++) {
            transport.step(100);
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        // the counter itself costs some bytes; one small object per step would be 3200
        assertTrue(allocated < 1000, "allocated " + allocated + " bytes in 200 steps");
    }

    @Test
    void faultsOfTheStartAreNamed() {
        ParticleScheme scheme = ParticleScheme.euler(0.1);
        TransportModel model = Transports.constant(BOX, 1);
        assertFault("particle 1 = 1.5", () -> solver(model, equal(0, 1.5), scheme));
        assertFault("particle 0 = NaN", () -> solver(model, equal(Double.NaN, 0), scheme));
        assertFault("weight of particle 1 = -1", () -> solver(model, line(new double[] {0, 0}, 2, -1), scheme));
        assertFault("mass = 0", () -> solver(model, line(new double[] {0}, 0), scheme));
        assertFault("mass = 0", () -> solver(model, line(new double[0]), scheme));
        assertFault("dimension = 1", () -> solver(Transports.swirl(1), equal(0.5), scheme));
        assertFault("scalars", () -> new ParticleTransport(model, List.of(equal(0)), new double[1], scheme));
        assertFault("species", () -> new ParticleTransport(model, List.of(), new double[0], scheme));
        assertFault("maxStep = 0", () -> scheme.withMaxStep(0));
        assertFault("maxStep = NaN", () -> scheme.withMaxStep(Double.NaN));
        assertFault("end = 0", () -> solver(model, equal(0), scheme).step(0));
        assertFault("sticky", () -> solver(Transports.sine(), equal(0), scheme.withSticking(Sticking.STICKY)));
        assertFault("method = rk5", () -> ExplicitRungeKutta.named("rk5"));
        assertFault("a[1] of bent", () -> ExplicitRungeKutta.of("bent", 2, new double[][] {{}, {}}, 0.5, 0.5));
        assertFault("b of heavy", () -> ExplicitRungeKutta.of("heavy", 1, new double[][] {{}}, 2));
        assertFault("order = 0", () -> ExplicitRungeKutta.of("flat", 0, new double[][] {{}}, 1));
        assertFault("sticking = glue", () -> Sticking.named("glue"));
        assertFault("growth rate", () -> solver(new WithSource(), equal(0), scheme));
    }

    @Test
    void labelsNameTheirValues() {
        for (ExplicitRungeKutta method : ExplicitRungeKutta.all()) {
            assertEquals(method, ExplicitRungeKutta.named(method.label()));
        }
        for (Sticking rule : Sticking.values()) {
            assertEquals(rule, Sticking.named(rule.label()));
        }
    }

    private static void assertFault(String part, Runnable action) {
        IllegalArgumentException fault = assertThrows(IllegalArgumentException.class, action::run);
        String message = String.valueOf(fault.getMessage());
        assertTrue(message.contains(part) && message.contains("allowed"), message);
    }

    private static final class WithSource implements TransportModel {
        private final TransportModel plain = Transports.constant(BOX, 0);

        @Override
        public String name() {
            return "with-source";
        }

        @Override
        public List<Species> species() {
            return plain.species();
        }

        @Override
        public Optional<Source> source(int s) {
            return Optional.of((t, x, n, out) -> Arrays.fill(out, 0, n, 1));
        }

        @Override
        public Coupling couple() {
            return plain.couple();
        }
    }
}
