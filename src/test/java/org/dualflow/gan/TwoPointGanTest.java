package org.dualflow.gan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.dualflow.measure.Measure;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.measure.UniformLaw;
import org.dualflow.model.Coupling;
import org.dualflow.model.Observable;
import org.dualflow.model.State;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.junit.jupiter.api.Test;

class TwoPointGanTest {

    /** Units in the last place that a sum of at most some tens of positive terms may be off. */
    private static final double FEW_ULPS = 16 * 0x1p-53;

    @Test
    void potentialIsTheIntegralOfBiasOverDensity() {
        var rule = new GaussIntegratorFactory().legendre(40, 0, 1);
        for (double g : new double[] {1e-4, 0.1, 0.9, 1.7, 3}) {
            // 40 Gauss points are exact to rounding for these entire integrands.
            double quadrature = g * rule.integrate(s -> TwoPointGan.bias(g * s) / TwoPointGan.density(g * s));
            assertEquals(quadrature, TwoPointGan.potential(g), 8 * FEW_ULPS * quadrature);
            assertEquals(TwoPointGan.potential(g), TwoPointGan.potential(-g));
        }
    }

    @Test
    void potentialGrowsUntilItOverflows() {
        // V ~ sqrt(2π) exp(g²/2) / (2g) for large g, up to O(1/g²).
        double g = 30;
        double asymptotic = Math.sqrt(2 * Math.PI) * Math.exp(g * g / 2) / (2 * g);
        assertEquals(1, TwoPointGan.potential(g) / asymptotic, 2 / (g * g));
        assertTrue(Double.isFinite(TwoPointGan.potential(TwoPointGan.MAX_GENERATOR)));
        assertEquals(Double.POSITIVE_INFINITY, TwoPointGan.potential(40));
        assertEquals(0, TwoPointGan.potential(0));
    }

    @Test
    void rightHandSideIsThatOfTheEquations() {
        var gan = TwoPointGan.criticSpeed(3);
        Coupling coupling = gan.couple();
        double[] x = {-0.5, 0.25, 0.5, 0.75, 1};
        double[] w = {0.1, 0.2, 0.3, 0.3, 0.1};
        double g = 0.7;
        coupling.freeze(0, new State(List.of(new ParticleMeasure(new double[][] {x}, w)), new double[] {g}));
        double[] rates = new double[1];
        coupling.rates(rates);
        // c = -0.05 + 0.05 + 0.15 + 0.225 + 0.1, φ(0.7) = 0.312253933366761, Φ(0.7) = 0.758036347776927 (tables).
        assertEquals(0.312253933366761 * 0.475, rates[0], 1e-15);
        double[] v = new double[5];
        coupling.field(0).fill(0, new double[][] {x}, 5, v);
        for (double speed : v) {
            assertEquals(-3 * 0.258036347776927, speed, 3e-15);
        }
    }

    @Test
    void observablesReadOffAnExactMember() {
        var gan = TwoPointGan.criticSpeed(1);
        // Atoms 0.3 at -1 and 0.2 at 0.5, and 0.5 spread evenly by 1500 midpoints.
        int n = 1500;
        double[] x = new double[n + 2];
        double[] w = new double[n + 2];
        x[0] = -1;
        w[0] = 0.3;
        x[n + 1] = 0.5;
        w[n + 1] = 0.2;
        for (int i = 1; i <= n; i++) {
            x[i] = -1 + 1.5 * (i - 0.5) / n;
            w[i] = 0.5 / n;
        }
        State state = new State(List.of(new ParticleMeasure(new double[][] {x}, w)), new double[] {0.4});
        double c = -0.3 + 0.1 - 0.5 * 0.25;
        // Midpoint sum of the piecewise linear χ: error of second order, (1/24) Δx² [χ'] ρ at each of three kinks.
        double sum = 3 * (4 / CriticShape.REACH) * 1e-6 / 24 / 3;
        assertEquals(0.4, value(gan, "generator", state));
        assertEquals(c, value(gan, "criticMean", state), 1e-15);
        assertEquals(1.5, value(gan, "criticWidth", state), 1e-14);
        assertEquals(0.3, value(gan, "atomLeft", state), sum + 1e-13);
        assertEquals(0.2, value(gan, "atomRight", state), sum + 1e-13);
        assertEquals(0.5 * c * c + TwoPointGan.potential(0.4), value(gan, "energy", state), 1e-15);
    }

    @Test
    void shapeOfAnEvenDensityHasNoAtoms() {
        int n = 10_000;
        Measure uniform = new UniformLaw(-0.6, 0.4).quantiles(n);
        CriticShape shape = CriticShape.of(uniform);
        // The tail means of midpoints are those of the law: 2ε n is whole.
        assertEquals(-0.6, shape.left(), 1e-13);
        assertEquals(0.4, shape.right(), 1e-13);
        double sum = 3 * (4 / CriticShape.REACH) / (24.0 * n * n);
        assertEquals(0, shape.atomLeft(), sum + 1e-12);
        assertEquals(0, shape.atomRight(), sum + 1e-12);
    }

    @Test
    void shapeDoesNotDependOnTheOrderOfPoints() {
        double[] x = {0.9, -1, 0.1, -0.4, 0.9};
        double[] w = {0.2, 0.1, 0.3, 0.3, 0.1};
        CriticShape shape = CriticShape.of(new ParticleMeasure(new double[][] {x}, w));
        assertEquals(-1, shape.left(), 1e-15);
        assertEquals(0.9, shape.right(), 1e-15);
        assertEquals(0.1, shape.atomLeft(), 1e-15);
        assertEquals(0.3, shape.atomRight(), 1e-15);
    }

    @Test
    void oneAtomIsBothEnds() {
        CriticShape shape = CriticShape.of(new ParticleMeasure(new double[][] {{0.25, 0.25}}, new double[] {0.5, 0.5}));
        assertEquals(0, shape.width(), 1e-15);
        assertEquals(1, shape.atomLeft());
        assertEquals(1, shape.atomRight());
    }

    @Test
    void badInputIsNamed() {
        assertMessage("criticSpeed = -1.0", () -> TwoPointGan.criticSpeed(-1));
        assertMessage("criticSpeed = NaN", () -> TwoPointGan.criticSpeed(Double.NaN));
        var gan = TwoPointGan.criticSpeed(1);
        assertMessage("critic uniform = [-2.0, 0.0]", () -> gan.uniformCritic(-2, 0, 1));
        assertMessage("critic uniform = [0.5, 0.5]", () -> gan.uniformCritic(0.5, 0.5, 1));
        assertMessage("generator = NaN", () -> gan.uniformCritic(-1, 1, Double.NaN));
        assertMessage("generator = 38.0", () -> gan.uniformCritic(-1, 1, 38));
        assertMessage("critic: mass 0.25", () -> gan.critic(new UniformLaw(-1.5, 0.5), 0));
    }

    private static void assertMessage(String start, Runnable action) {
        var failure = assertThrows(IllegalArgumentException.class, action::run);
        String message = String.valueOf(failure.getMessage());
        assertTrue(message.startsWith(start), message);
    }

    private static double value(TwoPointGan gan, String name, State state) {
        ToDoubleFunction<State> f = gan.observables().stream()
                .filter(observable -> observable.name().equals(name))
                .map(Observable::value)
                .findFirst()
                .orElseThrow();
        return f.applyAsDouble(state);
    }
}
