package org.dualflow.movement;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dualflow.gan.TwoPointGan;
import org.dualflow.measure.UniformLaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DualMovementTest {

    /** z⁺ = z/(1 - iτ), also where the plain fixed-point iteration, of factor τ², would diverge. */
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.5, 1, 2, 10})
    void resolventOfTheBilinearGame(double tau) {
        var run = new DualMovement<>(
                QuadraticSaddle.inSpace(1, 0),
                DualScheme.IMPLICIT,
                LearningRate.constant(tau),
                new double[] {1},
                new double[] {0});
        run.step();
        double size = 1 + tau * tau;
        assertEquals(1 / size, run.first()[0], 1e-11 * size);
        assertEquals(tau / size, run.second()[0], 1e-11 * size);
        assertTrue(run.bound() <= 2e-12);
    }

    /** On [-1, 1] the critic's movement is an explicit step and a clip, to the last bits. */
    @Test
    void clipIsTheMetricProjection() {
        int n = 50;
        TwoPointGan gan = TwoPointGan.criticSpeed(3);
        double[] critic = new UniformLaw(-0.9, 0.8).quantiles(n).x(0);
        double tau = 0.4;
        var run = new DualMovement<>(
                TwoPointDuel.of(gan, n), DualScheme.SIMULTANEOUS, LearningRate.constant(tau), new double[] {1}, critic);
        run.step();
        double shift = tau * gan.weightSpeed(1);
        for (int i = 0; i < n; i++) {
            assertEquals(Math.max(-1, critic[i] + shift), run.second()[i], 0x1p-50);
        }
        assertEquals(-1, run.second()[0]);
    }

    /** Component by component: a game in R³ is three games in R. */
    @Test
    void componentsDoNotSeeEachOther() {
        double[] x = {1, -2, 0.5};
        double[] y = {0, 1, 0.25};
        for (DualScheme scheme : DualScheme.values()) {
            var all = new DualMovement<>(QuadraticSaddle.inSpace(3, 0.5), scheme, LearningRate.constant(0.1), x, y);
            all.run(5);
            for (int i = 0; i < 3; i++) {
                var one = new DualMovement<>(
                        QuadraticSaddle.inSpace(1, 0.5),
                        scheme,
                        LearningRate.constant(0.1),
                        new double[] {x[i]},
                        new double[] {y[i]});
                one.run(5);
                assertArrayEquals(
                        new double[] {one.first()[0], one.second()[0]},
                        new double[] {all.first()[i], all.second()[i]},
                        1e-10);
            }
        }
    }

    /** An atom is a point of the line: measures that are Diracs play the game of R. */
    @Test
    void diracsPlayAsPoints() {
        for (DualScheme scheme : DualScheme.values()) {
            QuantileSpace atom = QuantileSpace.line(1);
            double[] x = {1};
            double[] y = {-0.5};
            var measures = new DualMovement<>(
                    QuadraticSaddle.ofMeasures(atom, atom, 0.3), scheme, LearningRate.constant(0.2), x, y);
            var points = new DualMovement<>(QuadraticSaddle.inSpace(1, 0.3), scheme, LearningRate.constant(0.2), x, y);
            measures.run(10);
            points.run(10);
            assertEquals(points.first()[0], measures.first()[0], 1e-10);
            assertEquals(points.second()[0], measures.second()[0], 1e-10);
        }
    }

    @Test
    void gapVanishesAtTheEquilibrium() {
        var flow = QuadraticSaddle.inSpace(2, 0.7);
        assertEquals(0, flow.gap(new double[2], new double[2]), 1e-15);
        assertTrue(flow.gap(new double[] {0.1, 0}, new double[2]) > 0);
    }

    /** One step from (1, -½) of x' = -λx - y, y' = x - λy by hand; of BDF2 the second step. */
    @Test
    void stepsOfTheQuadraticGameByHand() {
        double l = 0.3;
        double tau = 0.2;
        double x = 1;
        double y = -0.5;
        double damp = 1 + l * tau;
        double firstX = x - tau * (l * x + y);
        double firstY = y + tau * (x - l * y);
        assertStep(DualScheme.EXPLICIT, 1, firstX, firstY);
        assertStep(DualScheme.SIMULTANEOUS, 1, (x - tau * y) / damp, (y + tau * x) / damp);
        double moved = (x - tau * y) / damp;
        assertStep(DualScheme.ALTERNATING, 1, moved, (y + tau * moved) / damp);
        assertStep(DualScheme.EXTRAGRADIENT, 1, x - tau * (l * firstX + firstY), y + tau * (firstX - l * firstY));
        double size = damp * damp + tau * tau;
        double impliedX = (damp * x - tau * y) / size;
        double impliedY = (damp * y + tau * x) / size;
        assertStep(DualScheme.IMPLICIT, 1, impliedX, impliedY);
        // (3z'' - 4z' + z)/2 = τ F(z'').
        double sideX = (4 * impliedX - x) / 3;
        double sideY = (4 * impliedY - y) / 3;
        double two = 2 * tau / 3;
        double damped = 1 + l * two;
        double length = damped * damped + two * two;
        assertStep(
                DualScheme.BDF2, 2, (damped * sideX - two * sideY) / length, (damped * sideY + two * sideX) / length);
    }

    private static void assertStep(DualScheme scheme, int steps, double x, double y) {
        var run = new DualMovement<>(
                QuadraticSaddle.inSpace(1, 0.3), scheme, LearningRate.constant(0.2), new double[] {1}, new double[] {
                    -0.5
                });
        run.run(steps);
        assertEquals(x, run.first()[0], 1e-11, scheme.name());
        assertEquals(y, run.second()[0], 1e-11, scheme.name());
        assertTrue(run.bound() >= 0 && run.bound() < 1e-10, scheme + ": " + run.bound());
    }
}
