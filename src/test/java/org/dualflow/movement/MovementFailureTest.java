package org.dualflow.movement;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input, and movements that do not exist or cannot be certified. */
class MovementFailureTest {

    private static final QuantileSpace LINE = QuantileSpace.line(3);
    private static final double[] START = {-0.5, 0.1, 0.4};

    private static MovementFailure fails(Potential potential, double tau, double accuracy) {
        LineEnergy energy = new PotentialEnergy(LINE.weights(), potential);
        double[] x = START.clone();
        MovementFailure failure = assertThrows(
                MovementFailure.class, () -> LINE.mover().withAccuracy(accuracy).move(energy, START, tau, x));
        assertArrayEquals(x, failure.last());
        return failure;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void stepsThatAreNone(double tau) {
        var energy = new PotentialEnergy(LINE.weights(), Potential.quadratic(1, 0));
        var thrown = assertThrows(
                IllegalArgumentException.class, () -> LINE.mover().move(energy, START, tau, START.clone()));
        assertTrue(Objects.requireNonNull(thrown.getMessage()).startsWith("tau = " + tau));
        assertThrows(IllegalArgumentException.class, () -> LearningRate.constant(tau));
        var flow = QuadraticSaddle.inSpace(1, 1);
        var run = new DualMovement<>(
                flow, DualScheme.IMPLICIT, LearningRate.constant(1), new double[] {1}, new double[] {0});
        assertThrows(IllegalArgumentException.class, () -> run.step(tau));
    }

    @Test
    void noLowerBound() {
        Potential hill =
                Potential.of(x -> -x * x * x * x, x -> -4 * x * x * x, x -> -12 * x * x, Double.NEGATIVE_INFINITY);
        assertEquals(
                MovementFailure.Cause.UNBOUNDED_BELOW, fails(hill, 10, 1e-9).reason());
        assertEquals(
                MovementFailure.Cause.UNBOUNDED_BELOW,
                fails(Potential.quadratic(-2, 0), 1, 1e-9).reason());
    }

    @Test
    void noLowerBoundInSpace() {
        var failure = assertThrows(MovementFailure.class, () -> EuclideanSpace.of(2)
                .mover()
                .move(new QuadraticEnergy(-2, new double[2]), new double[] {1, 0}, 1, new double[] {1, 0}));
        assertEquals(MovementFailure.Cause.UNBOUNDED_BELOW, failure.reason());
    }

    /** The step 10 is too long for wells that are -1-convex; a half is not. */
    @Test
    void stepsTooLongForTheConvexity() {
        Potential wells =
                Potential.of(x -> 0.25 * (x * x - 1) * (x * x - 1), x -> x * x * x - x, x -> 3 * x * x - 1, -1);
        MovementFailure failure = fails(wells, 10, 1e-9);
        assertEquals(MovementFailure.Cause.NOT_CONVEX, failure.reason());
        assertTrue(Objects.requireNonNull(failure.getMessage()).contains("tau = 10.0"));
        LINE.mover().move(new PotentialEnergy(LINE.weights(), wells), START, 0.5, START.clone());
    }

    @Test
    void certificatesOutOfReach() {
        Potential quartic = Potential.of(x -> x * x * x * x / 4, x -> x * x * x, x -> 3 * x * x, 0);
        MovementFailure failure = fails(quartic, 1, 1e-30);
        assertEquals(MovementFailure.Cause.NOT_CERTIFIED, failure.reason());
        assertTrue(failure.bound() < 1e-14 && failure.bound() > 0);
        double[] good = START.clone();
        LINE.mover().move(new PotentialEnergy(LINE.weights(), quartic), START, 1, good);
        assertArrayEquals(good, failure.last(), 1e-12);
    }

    @Test
    void energiesThatAreNotFinite() {
        Potential broken = Potential.of(x -> Double.NaN, x -> Double.NaN, x -> 1, 0);
        assertEquals(MovementFailure.Cause.NOT_FINITE, fails(broken, 1, 1e-9).reason());
    }

    @Test
    void quantilesOutOfOrder() {
        var energy = new PotentialEnergy(LINE.weights(), Potential.quadratic(1, 0));
        double[] wrong = {0, 0.2, 0.1};
        var thrown =
                assertThrows(IllegalArgumentException.class, () -> LINE.mover().move(energy, wrong, 1, wrong));
        assertTrue(Objects.requireNonNull(thrown.getMessage()).startsWith("quantiles[2] = 0.1 after 0.2"));
        assertThrows(IllegalArgumentException.class, () -> QuantileSpace.within(0, 1, 3)
                .require(new double[] {0, 0.5, 1.5}));
        assertThrows(IllegalArgumentException.class, () -> LINE.require(new double[2]));
        assertThrows(IllegalArgumentException.class, () -> LINE.require(new double[] {0, Double.NaN, 1}));
        double[] equal = {0, 0, 1};
        assertThrows(
                IllegalArgumentException.class, () -> LINE.mover().move(InternalEnergy.entropy(LINE), equal, 1, equal));
    }

    @Test
    void wrongParameters() {
        assertThrows(IllegalArgumentException.class, () -> QuantileSpace.line(0));
        assertThrows(IllegalArgumentException.class, () -> QuantileSpace.line(0.5, 0.6));
        assertThrows(IllegalArgumentException.class, () -> QuantileSpace.line(1.5, -0.5));
        assertThrows(IllegalArgumentException.class, () -> QuantileSpace.within(1, 1, 3));
        assertThrows(IllegalArgumentException.class, () -> EuclideanSpace.of(0));
        assertThrows(IllegalArgumentException.class, () -> InternalEnergy.power(LINE, 1));
        assertThrows(IllegalArgumentException.class, () -> LearningRate.decreasing(1, 2, 1));
        assertThrows(IllegalArgumentException.class, () -> LearningRate.decreasing(1, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> LINE.mover().withAccuracy(0));
        assertThrows(
                IllegalArgumentException.class,
                () -> new DualMovement<>(
                        QuadraticSaddle.inSpace(1, 1),
                        DualScheme.BDF2,
                        LearningRate.decreasing(1, 1, 1),
                        new double[] {1},
                        new double[] {1}));
        assertThrows(
                IllegalArgumentException.class,
                () -> QuadraticSaddle.inSpace(1, 1).first().withSpeed(0));
    }

    /** A step that fails leaves both players and the time where they were. */
    @Test
    void failedStepsAreNotMade() {
        var run = new DualMovement<>(
                QuadraticSaddle.inSpace(1, -1),
                DualScheme.ALTERNATING,
                LearningRate.constant(0.5),
                new double[] {1},
                new double[] {0});
        run.step();
        double x = run.first()[0];
        double y = run.second()[0];
        assertThrows(MovementFailure.class, () -> run.step(2));
        assertEquals(x, run.first()[0]);
        assertEquals(y, run.second()[0]);
        assertEquals(0.5, run.time());
        assertEquals(1, run.steps());
    }
}
