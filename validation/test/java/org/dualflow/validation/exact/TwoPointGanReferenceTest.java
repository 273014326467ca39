package org.dualflow.validation.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import org.dualflow.gan.TwoPointGan;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.model.State;
import org.dualflow.run.Event;
import org.dualflow.run.Event.Kind;
import org.junit.jupiter.api.Test;

class TwoPointGanReferenceTest {

    private static final TwoPointGan UNIT = TwoPointGan.criticSpeed(1);

    @Test
    void widestCriticCollapsesOntoTheOrbitOfEnergyOneHalf() {
        var reference = TwoPointGanReference.uniformCritic(UNIT, -1, 1, 2, 80);
        assertEquals(
                List.of(Kind.BOUNDARY_CONTACT, Kind.ATOM, Kind.COLLAPSE, Kind.DETACHMENT),
                reference.events().stream().map(Event::kind).toList());
        double collapse = reference.first(Kind.COLLAPSE).orElseThrow().time();
        // By a classical Runge-Kutta method for (g, b) alone, 4000 steps, bisected in the last one.
        assertEquals(4.22465652464903, collapse, 1e-12);
        assertTrue(reference.at(collapse).width() < 1e-13);
        assertTrue(reference.at(collapse - 1e-3).width() > 1e-4);
        ClosedOrbit orbit = reference.orbit().orElseThrow();
        assertEquals(0.5, orbit.energy(), 1e-13);
        assertEquals(0.92783948179225, reference.generatorAmplitude().orElseThrow(), 1e-13);
        // 30-digit arithmetic: 17.62322308816322397.
        assertEquals(17.62322308816322, new ClosedOrbit(1, 0.5).period(), 1e-13);
        assertEquals(17.62322308816322, reference.period().orElseThrow(), 1e-11);
        assertEquals(1, reference.observables(80).get("atomLeft"));
    }

    @Test
    void slowerCriticKeepsTwoAtomsAndAnInterval() {
        var reference = TwoPointGanReference.uniformCritic(UNIT, -1, 1, 1, 80);
        assertEquals(
                List.of(
                        Kind.BOUNDARY_CONTACT,
                        Kind.ATOM,
                        Kind.DETACHMENT,
                        Kind.BOUNDARY_CONTACT,
                        Kind.ATOM,
                        Kind.DETACHMENT),
                reference.events().stream().map(Event::kind).toList());
        var last = reference.observables(80);
        // Every digit that is given.
        assertEquals(0.290359, Objects.requireNonNull(last.get("criticWidth")), 5e-7);
        assertEquals(0.611691, Objects.requireNonNull(last.get("atomLeft")), 5e-7);
        assertEquals(0.243129, Objects.requireNonNull(last.get("atomRight")), 5e-7);
        assertEquals(0.801313, reference.meanAmplitude().orElseThrow(), 5e-7);
        assertEquals(0.762340, reference.generatorAmplitude().orElseThrow(), 5e-7);
        assertEquals(16.973443, reference.period().orElseThrow(), 5e-7);
        agreesWithQuadrature(reference, 1e-11);
    }

    @Test
    void fastCriticTouchesCollapsesAndSwings() {
        var reference = TwoPointGanReference.uniformCritic(TwoPointGan.criticSpeed(2), -0.6, 0.4, 1.5, 80);
        assertEquals(
                List.of(Kind.BOUNDARY_CONTACT, Kind.ATOM, Kind.COLLAPSE, Kind.DETACHMENT),
                reference.events().stream().map(Event::kind).toList());
        agreesWithQuadrature(reference, 1e-11);
        // The critic that has collapsed on a wall swings with H = 1/2.
        assertEquals(0.5, reference.energy(80), 1e-13);
    }

    /** Trajectory and quadrature are independent ways to period and amplitudes. */
    static void agreesWithQuadrature(TwoPointGanReference reference, double tolerance) {
        ClosedOrbit orbit = reference.orbit().orElseThrow();
        assertEquals(orbit.period(), reference.period().orElseThrow(), tolerance * orbit.period());
        assertEquals(orbit.amplitude(), reference.generatorAmplitude().orElseThrow(), tolerance);
        assertEquals(orbit.meanAmplitude(), reference.meanAmplitude().orElseThrow(), tolerance);
    }

    @Test
    void largeGeneratorStallsForAVeryLongTime() {
        // The critic collapses at once; then t = ∫ dg/φ ~ √(2π) e^{g²/2}/g until g = 0, and the orbit H = 1/2 follows.
        var reference = TwoPointGanReference.uniformCritic(UNIT, -1, 1, 5, 143_000);
        assertTrue(reference.first(Kind.COLLAPSE).orElseThrow().time() < 4.1);
        double detachment = reference.first(Kind.DETACHMENT).orElseThrow().time();
        // The next terms of the asymptotic series are 1/g² and 3/g⁴.
        double stall = Math.sqrt(2 * Math.PI) * Math.exp(12.5) / 5;
        assertEquals(1 + 1 / 25.0 + 3 / 625.0, detachment / stall, 15.0 / 15625 * 4);
        ClosedOrbit orbit = reference.orbit().orElseThrow();
        assertEquals(orbit.period(), reference.period().orElseThrow(), 1e-10 * orbit.period());
    }

    @Test
    void diracThatNeverTouchesAWallIsPeriodicFromTheStart() {
        var reference = TwoPointGanReference.diracCritic(UNIT, 0.25, 0.1, 100);
        assertEquals(List.of(), reference.events());
        assertEquals(0, reference.at(37).width());
        agreesWithQuadrature(reference, 1e-11);
        assertEquals(UNIT.energy(0.25, 0.1), reference.energy(100), 1e-13);
    }

    @Test
    void equilibriumRests() {
        var reference = TwoPointGanReference.uniformCritic(UNIT, -0.3, 0.3, 0, 100);
        assertEquals(new TwoPointState(0, -0.3, 0.3, 0, 0, 1 / 0.6), reference.at(50));
        assertEquals(
                2 * Math.PI * Math.sqrt(2 * Math.PI),
                reference.orbit().orElseThrow().period(),
                1e-13);
        assertTrue(reference.period().isEmpty());
    }

    @Test
    void contactsToComeLeaveTheOrbitOpen() {
        var reference = TwoPointGanReference.uniformCritic(UNIT, -1, 1, 1, 7);
        assertTrue(reference.orbit().isEmpty());
        assertTrue(reference.period().isEmpty());
        assertFalse(reference.events().isEmpty());
    }

    @Test
    void lawOfTheCriticHasTheMomentsOfTheState() {
        var reference = TwoPointGanReference.uniformCritic(UNIT, -1, 1, 1, 40);
        for (double t : new double[] {0, 3, 8, 12, 40}) {
            TwoPointState state = reference.at(t);
            assertEquals(1, state.mass(), 1e-14);
            assertEquals(state.atomLower(), reference.critic(t).cdf(state.lower()), 1e-14);
            assertEquals(state.atomUpper(), 1 - reference.critic(t).cdfBelow(state.upper()), 1e-14);
            int n = 100_000;
            ParticleMeasure cloud = reference.critic(t).quantiles(n);
            double mean = 0;
            for (double x : cloud.x(0)) {
                mean += x / n;
            }
            // Quantile midpoints: each of two jumps costs at most the width times 1/(2n).
            assertEquals(state.mean(), mean, 2.0 / n);
        }
    }

    @Test
    void twoParticlesMoveAsTheModelSays() {
        var start = new TwoPointState(1.2, -0.7, 0.5, 0.3, 0.7, 0);
        var reference = TwoPointGanReference.solve(TwoPointGan.criticSpeed(1.5), start, 12);
        // The contact at both walls and the release cost Euler's method O(h) each; so does every step.
        double coarse = distance(reference, 12, 12_000);
        double fine = distance(reference, 12, 24_000);
        assertTrue(fine < 2e-3, "error " + fine);
        assertEquals(2, coarse / fine, 0.2);
    }

    /** Distance of Euler's method with clipping, written on the model's own right-hand side, from the reference. */
    private static double distance(TwoPointGanReference reference, double end, int steps) {
        TwoPointState start = reference.at(0);
        double[] x = {start.lower(), start.upper()};
        double[] w = {start.atomLower(), start.atomUpper()};
        double[] y = {start.generator()};
        var state = new State(List.of(new ParticleMeasure(new double[][] {x}, w)), y);
        var coupling = reference.gan().couple();
        double[] v = new double[2];
        double[] rates = new double[1];
        double h = end / steps;
        double worst = 0;
        for (int k = 1; k <= steps; k++) {
            coupling.freeze((k - 1) * h, state);
            coupling.field(0).fill(0, new double[][] {x}, 2, v);
            coupling.rates(rates);
            y[0] += h * rates[0];
            for (int i = 0; i < 2; i++) {
                x[i] = Math.max(-1, Math.min(1, x[i] + h * v[i]));
            }
            TwoPointState exact = reference.at(Math.min(end, k * h));
            worst = Math.max(worst, Math.abs(y[0] - exact.generator()));
            worst = Math.max(worst, Math.max(Math.abs(x[0] - exact.lower()), Math.abs(x[1] - exact.upper())));
        }
        return worst;
    }

    @Test
    void badInputIsNamed() {
        assertThrows(IllegalArgumentException.class, () -> TwoPointGanReference.uniformCritic(UNIT, -1, 1, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> TwoPointGanReference.uniformCritic(UNIT, -1, 2, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> TwoPointGanReference.diracCritic(UNIT, Double.NaN, 1, 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> TwoPointGanReference.solve(UNIT, new TwoPointState(1, -1, 1, 0.5, 0.6, 0), 1));
        var reference = TwoPointGanReference.diracCritic(UNIT, 0, 1, 1);
        assertThrows(IllegalArgumentException.class, () -> reference.at(1.5));
        assertThrows(IllegalArgumentException.class, () -> new ClosedOrbit(1, -1));
    }
}
