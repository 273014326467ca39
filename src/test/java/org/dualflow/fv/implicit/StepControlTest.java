package org.dualflow.fv.implicit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class StepControlTest {

    private static final double TOLERANCE = 0.01;
    private static final double ROUNDING = 1e-15;

    /** Moves as much as the tolerance, τ · rate = tol, and no longer than allowed. */
    private static StepControl adaptive(double rate, double most) {
        return new StepControl(ImplicitScheme.extrapolated(most).adaptive(TOLERANCE), rate);
    }

    @Test
    void theFirstStepMovesAsMuchAsTheTolerance() {
        assertEquals(0.0025, adaptive(4, 1).first(10), ROUNDING);
        assertEquals(0.002, adaptive(4, 0.002).first(10), ROUNDING);
        assertEquals(0.25, new StepControl(ImplicitScheme.euler(0.25), 100).first(10), 0);
    }

    /** Not one step and a sliver: whatever is at least the rest is the rest, two steps share what one and a part would leave. */
    @Test
    void theLastStepsShareWhatIsLeft() {
        StepControl control = new StepControl(ImplicitScheme.euler(0.25), 0);
        assertEquals(0.2, control.first(0.2), 0);
        assertEquals(0.25, control.first(0.25), 0);
        assertEquals(0.25 * (1 + 0x1p-40), control.first(0.25 * (1 + 0x1p-40)), 0);
        assertEquals(0.15, control.first(0.3), 0);
        assertEquals(0.245, control.first(0.49), 0);
        assertEquals(0.25, control.first(0.5), 0);
        assertEquals(0.25, control.first(0.6), 0);
    }

    /** τ' = 0.9 τ (tol/e)^0.35 (e_before/tol)^0.2, at most five times as long or as short. */
    @Test
    void stepsFollowTheErrorAndTheOneBefore() {
        StepControl control = adaptive(1, 100);
        double dt = control.first(1e9);
        assertEquals(TOLERANCE, dt, ROUNDING);
        control.accept(dt, 0.5 * TOLERANCE);
        double second = dt * 0.9 * Math.pow(2, 0.35);
        assertEquals(second, control.first(1e9), ROUNDING);
        control.accept(second, 0.25 * TOLERANCE);
        double third = second * 0.9 * Math.pow(4, 0.35) * Math.pow(0.5, 0.2);
        assertEquals(third, control.first(1e9), ROUNDING);
        control.accept(third, 0);
        assertEquals(5 * third, control.first(1e9), ROUNDING);
        // An error of a million tolerances after one of none: 0.2 is the least factor.
        control.accept(5 * third, 1e6 * TOLERANCE);
        assertEquals(third, control.first(1e9), ROUNDING);
    }

    @Test
    void noStepIsLongerThanAllowed() {
        StepControl control = adaptive(1, 1.5 * TOLERANCE);
        control.accept(control.first(1e9), 0);
        assertEquals(1.5 * TOLERANCE, control.first(1e9), ROUNDING);
    }

    /** A step that was shortened to end in time says little: the size in mind stays, unless it should be longer. */
    @Test
    void aShortenedStepDoesNotShortenTheNext() {
        StepControl control = adaptive(1, 100);
        control.accept(0.1 * TOLERANCE, 0.5 * TOLERANCE);
        assertEquals(TOLERANCE, control.first(1e9), ROUNDING);
        control.accept(0.5 * TOLERANCE, 1e-20);
        assertEquals(2.5 * TOLERANCE, control.first(1e9), ROUNDING);
    }

    /** Half order of the estimate: 0.9 τ (tol/e)^½, at least a fifth. */
    @Test
    void rejectedStepsAreShortened() {
        StepControl control = adaptive(1, 100);
        assertEquals(0.45, control.reject(1, 4 * TOLERANCE), ROUNDING);
        assertEquals(0.45, control.first(1e9), ROUNDING);
        assertEquals(0.2, control.reject(1, 1e6 * TOLERANCE), ROUNDING);
    }

    /** Without error control every step is as long as it was. */
    @Test
    void fixedStepsStay() {
        StepControl control = new StepControl(ImplicitScheme.euler(0.25), 0);
        control.accept(0.1, 1e9);
        assertEquals(0.25, control.first(10), 0);
    }
}
