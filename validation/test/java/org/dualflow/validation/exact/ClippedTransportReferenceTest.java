package org.dualflow.validation.exact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.dualflow.gan.Displacement;
import org.dualflow.measure.AtomicLaw;
import org.dualflow.measure.LineLaw;
import org.dualflow.measure.MixtureLaw;
import org.dualflow.measure.UniformLaw;
import org.dualflow.run.Event;
import org.dualflow.run.Event.Kind;
import org.junit.jupiter.api.Test;

class ClippedTransportReferenceTest {

    private static final LineLaw WIDEST = new UniformLaw(-1, 1);

    @Test
    void largeSwingCollapsesWhenItsOscillationIsTwo() {
        var reference = new ClippedTransportReference(Displacement.sine(1.3, 1), WIDEST, 10);
        double collapse = reference.first(Kind.COLLAPSE).orElseThrow().time();
        assertEquals(Math.PI - Math.asin((1.3 - 2) / 1.3), collapse, 1e-14);
        assertEquals(3.710203, collapse, 5e-7);
        assertEquals(reference.upper(collapse), reference.lower(collapse), 1e-14);
        assertEquals(
                List.of(
                        Kind.BOUNDARY_CONTACT,
                        Kind.ATOM,
                        Kind.DETACHMENT,
                        Kind.BOUNDARY_CONTACT,
                        Kind.ATOM,
                        Kind.COLLAPSE,
                        Kind.DETACHMENT,
                        Kind.BOUNDARY_CONTACT,
                        Kind.DETACHMENT,
                        Kind.BOUNDARY_CONTACT),
                reference.events().stream().map(Event::kind).toList());
        assertArrayEquals(new double[] {reference.lower(9)}, reference.law(9).atoms());
    }

    @Test
    void smallSwingLeavesTwoMinusItsOscillation() {
        var reference = new ClippedTransportReference(Displacement.sine(0.7, 1), WIDEST, 20);
        for (double t : new double[] {0.5, 2, 4, 11, 20}) {
            double oscillation = oscillation(Displacement.sine(0.7, 1), t);
            assertEquals(2 - oscillation, reference.upper(t) - reference.lower(t), 1e-6);
        }
        // Each wall is touched once; later returns are tangential.
        assertEquals(
                2,
                reference.events().stream()
                        .filter(e -> e.kind() == Kind.BOUNDARY_CONTACT)
                        .count());
        assertEquals(0.35, reference.law(20).cdf(reference.lower(20)), 1e-15);
        assertEquals(0.65, reference.law(20).cdfBelow(reference.upper(20)), 1e-15);
    }

    @Test
    void positionsAreThoseOfTheSkorokhodMap() {
        Displacement u = Displacement.sine(0.9, 1.7);
        var reference = new ClippedTransportReference(u, WIDEST, 6);
        for (double start : new double[] {-1, -0.4, 0.3, 0.95}) {
            for (double t : new double[] {0.3, 1.4, 2.9, 6}) {
                // The formula of models of reflection, extrema over a grid: error at most (U'' ~ 2.6) dt²/8 each.
                int n = 4000;
                double dt = t / n;
                assertEquals(skorokhod(u, start, t, n) - 1, reference.position(start, t), 3 * 2.7 * dt * dt / 8);
            }
        }
    }

    /** ω + 1 = f(t) - sup_s min((f(s) - 2)₊, inf_[s,t] f), f = ψ + sup_{s≤t} (-ψ(s))₊, ψ = (ω₀ + 1) + U. */
    private static double skorokhod(Displacement u, double start, double t, int n) {
        double[] f = new double[n + 1];
        double lift = 0;
        for (int i = 0; i <= n; i++) {
            double psi = start + 1 + u.at(i * t / n);
            lift = Math.max(lift, -psi);
            f[i] = psi + lift;
        }
        double least = f[n];
        double most = 0;
        for (int i = n; i >= 0; i--) {
            least = Math.min(least, f[i]);
            most = Math.max(most, Math.min(Math.max(f[i] - 2, 0), least));
        }
        return f[n] - most;
    }

    private static double oscillation(Displacement u, double t) {
        double least = 0;
        double most = 0;
        for (int i = 0; i <= 10_000; i++) {
            least = Math.min(least, u.at(i * t / 10_000));
            most = Math.max(most, u.at(i * t / 10_000));
        }
        return most - least;
    }

    @Test
    void lawIsTheImageOfTheInitialLaw() {
        var initial =
                new MixtureLaw(new double[] {0.25, 0.75}, List.of(AtomicLaw.dirac(0.5), new UniformLaw(-0.75, 0.25)));
        var reference = new ClippedTransportReference(Displacement.steady(0.5), initial, 2);
        // At t = 1.5 everything has moved by 0.75: the atom since t = 1 on the wall, the upper end just there.
        LineLaw law = reference.law(1.5);
        assertEquals(0.75, law.cdfBelow(1), 1e-15);
        assertEquals(0.375, law.cdf(0.5), 1e-15);
        assertArrayEquals(new double[] {1}, law.atoms());
        assertEquals(0.5, law.quantile(0.375), 1e-15);
        assertEquals(1, law.quantile(0.9));
        assertEquals(1, reference.first(Kind.BOUNDARY_CONTACT).orElseThrow().time(), 1e-15);
    }

    @Test
    void badInputIsNamed() {
        Displacement u = Displacement.steady(1);
        assertThrows(IllegalArgumentException.class, () -> new ClippedTransportReference(u, WIDEST, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new ClippedTransportReference(u, new UniformLaw(0, 2), 1));
        assertThrows(IllegalArgumentException.class, () -> new ClippedTransportReference(u, WIDEST, 1).law(2));
    }
}
