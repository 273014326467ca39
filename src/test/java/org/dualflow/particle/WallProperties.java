package org.dualflow.particle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.dualflow.generators.MeasureGenerators;
import org.dualflow.generators.MeshGenerators;
import org.dualflow.generators.TimeGenerators;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.model.PrescribedTransport;
import org.dualflow.model.TransportModel;
import org.dualflow.model.Transports;
import org.hipparchus.util.FastMath;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WallProperties {

    private static final Domain BOX = Domain.line(-2, 2, Boundary.CLIPPED);

    @Provide
    Arbitrary<ParticleMeasure> atoms() {
        return MeasureGenerators.atoms(1, 12);
    }

    @Provide
    Arbitrary<ParticleMeasure> planeAtoms() {
        return MeasureGenerators.atoms(2, 12);
    }

    @Provide
    Arbitrary<ExplicitRungeKutta> methods() {
        return Arbitraries.of(ExplicitRungeKutta.all());
    }

    @Provide
    Arbitrary<Domain> intervals() {
        return MeshGenerators.domains(1);
    }

    @Provide
    Arbitrary<double[]> times() {
        return TimeGenerators.grids(1, 12);
    }

    private static ParticleMeasure run(TransportModel model, ParticleMeasure start, double end, ParticleScheme scheme) {
        ParticleTransport transport = new ParticleTransport(model, List.of(start), new double[0], scheme);
        transport.advanceTo(end);
        return (ParticleMeasure) transport.state().measure(0);
    }

    /** What a wall has brought back stays where it is: to the last bit. */
    @Property
    void wallsAreIdempotent(
            @ForAll("atoms") ParticleMeasure at,
            @ForAll("atoms") ParticleMeasure by,
            @ForAll("intervals") Domain interval) {
        int n = Math.min(at.size(), by.size());
        Domain.Side side = interval.side(0);
        double[] once = new double[n];
        double[] twice = new double[n];
        Walls.move(side, at.x(0), by.x(0), once, n);
        Walls.move(side, once, new double[n], twice, n);
        assertArrayEquals(once, twice);
        for (double x : once) {
            assertTrue(x >= side.lower() && x <= side.upper());
        }
    }

    /** Constant speed: X = clip(X_0 + vT) for every method and number of steps, up to rounding of at most 3 per stage. */
    @Property
    void clippingIsExactForConstantSpeed(
            @ForAll("atoms") ParticleMeasure start,
            @ForAll @DoubleRange(min = -3, max = 3) double speed,
            @ForAll("methods") ExplicitRungeKutta method,
            @ForAll @IntRange(min = 1, max = 9) int steps) {
        double[] end = run(Transports.constant(BOX, speed), start, 1, ParticleScheme.of(method, 1.0 / steps))
                .x(0);
        for (int i = 0; i < end.length; i++) {
            double exact = Math.min(2, Math.max(-2, start.x(0)[i] + speed));
            assertEquals(exact, end[i], 12 * steps * 3 * Math.ulp(1.0));
        }
    }

    /** Every time of a grid is hit exactly, and at constant speed it does not matter how many there are, up to rounding. */
    @Property
    void timesOfAGridAreHitExactly(
            @ForAll("atoms") ParticleMeasure start,
            @ForAll @DoubleRange(min = -3, max = 3) double speed,
            @ForAll("times") double[] times) {
        TransportModel model = Transports.constant(BOX, speed);
        ParticleScheme scheme = ParticleScheme.rungeKutta4(0.1);
        ParticleTransport transport = new ParticleTransport(model, List.of(start), new double[0], scheme);
        for (int k = 1; k < times.length; k++) {
            transport.advanceTo(times[k]);
            assertEquals(times[k], transport.time());
        }
        double[] end = ((ParticleMeasure) transport.state().measure(0)).x(0);
        for (int i = 0; i < end.length; i++) {
            double exact = Math.min(2, Math.max(-2, start.x(0)[i] + speed));
            assertEquals(exact, end[i], 12 * (10 + times.length) * 3 * Math.ulp(1.0));
        }
    }

    /** Whatever the field does, weights do not change at all and nobody leaves a box. */
    @Property
    void massStaysAndSupportStaysInside(
            @ForAll("planeAtoms") ParticleMeasure start, @ForAll("methods") ExplicitRungeKutta method) {
        Domain square = Domain.cube(2, -2, 2, Boundary.CLIPPED);
        TransportModel wild = PrescribedTransport.unsteady("wild", square, (t, component, x, n, out) -> {
            for (int i = 0; i < n; i++) {
                out[i] = 7 * FastMath.sin(5 * x[0][i] + 11 * x[1][i] + 13 * t + component);
            }
        });
        ParticleMeasure end = run(wild, start, 1, ParticleScheme.of(method, 0.05));
        assertArrayEquals(start.weights(), end.weights());
        for (int d = 0; d < 2; d++) {
            for (double x : end.x(d)) {
                assertTrue(Math.abs(x) <= 2);
            }
        }
    }

    /** In a prescribed field particles do not know of each other: renumbering renumbers, to the last bit. */
    @Property
    void permutationsCommuteWithTheFlow(
            @ForAll("atoms") ParticleMeasure start, @ForAll("methods") ExplicitRungeKutta method) {
        int n = start.size();
        double[] x = new double[n];
        double[] w = new double[n];
        for (int i = 0; i < n; i++) {
            x[n - 1 - i] = start.x(0)[i];
            w[n - 1 - i] = start.weights()[i];
        }
        ParticleScheme scheme = ParticleScheme.of(method, 0.1);
        double[] plain = run(Transports.sine(), start, 1, scheme).x(0);
        double[] other = run(Transports.sine(), new ParticleMeasure(new double[][] {x}, w), 1, scheme)
                .x(0);
        for (int i = 0; i < n; i++) {
            assertEquals(plain[i], other[n - 1 - i]);
        }
    }

    /**
     * U' = 1.3 cos t presses a particle on the wall and releases it at π/2; then x = 1 + 1.3 (sin t - 1). The step with
     * the release misses at most the push before it, ∫ 1.3 s ds ≤ 0.65 h²; what the method itself adds, h⁴, is below a
     * tenth of that.
     */
    @ParameterizedTest
    @ValueSource(ints = {20, 33, 50, 81, 130, 211, 340})
    void aReleaseCostsTheSquareOfTheStep(int steps) {
        Domain box = Domain.line(-1, 1, Boundary.CLIPPED);
        TransportModel swing = PrescribedTransport.unsteady(
                "swing", box, (t, component, x, n, out) -> java.util.Arrays.fill(out, 0, n, 1.3 * FastMath.cos(t)));
        double h = 2.5 / steps;
        ParticleMeasure start = new ParticleMeasure(new double[][] {{0, -0.9}}, new double[] {0.5, 0.5});
        double[] end = run(swing, start, 2.5, ParticleScheme.rungeKutta4(h)).x(0);
        assertEquals(1 + 1.3 * (FastMath.sin(2.5) - 1), end[0], 1.1 * 0.65 * h * h);
        assertEquals(-0.9 + 1.3 * FastMath.sin(2.5), end[1], h * h * h * h);
    }

    /** A contact at nonzero speed costs nothing: x' = 1 + x/2 reaches the wall and is exactly on it after that step. */
    @ParameterizedTest
    @ValueSource(ints = {7, 10, 23, 61})
    void aContactIsExact(int steps) {
        TransportModel model = PrescribedTransport.unsteady("press", BOX, (t, component, x, n, out) -> {
            for (int i = 0; i < n; i++) {
                out[i] = 1 + 0.5 * x[0][i];
            }
        });
        // x = -2 + (2 + x0) e^(t/2) reaches 2 at t = 2 log(4 / (2 + x0))
        double contact = 2 * FastMath.log(4 / 2.5);
        ParticleMeasure start = new ParticleMeasure(new double[][] {{0.5}}, new double[] {1});
        double end = contact * (1 + 1e-3);
        // beyond the wall by 1e-3 · contact · speed 2; the method is off by at most (h/2)^4/120 · 2.5 · e^(t/2) = 3e-5
        assertEquals(
                2,
                run(model, start, end, ParticleScheme.rungeKutta4(end / steps)).x(0)[0]);
    }
}
