package org.dualflow.time;

import org.dualflow.model.State;

/**
 * A discretised model at its current time: what finite volumes and particles have in common. A step either succeeds
 * or leaves time and state as they were.
 */
public interface Evolution {

    /** Current time. */
    double time();

    /** Current state: a view, valid until the next step. */
    State state();

    /**
     * Makes one accepted step, not beyond {@code end}; a tentative step that breaks the CFL condition, positivity or
     * finiteness is rejected, rolled back and retried with a smaller step.
     *
     * @param end where to stop at the latest, greater than {@link #time()}; it is hit exactly
     * @return the size of the step
     * @throws StepFailure if no acceptable step exists; time and state are the last good ones
     */
    double step(double end);

    /** Makes steps until {@code end} is reached exactly. */
    default void advanceTo(double end) {
        while (time() < end) {
            step(end);
        }
    }

    /** Mass of species {@code s} that has left through open boundaries. */
    double outflow(int s);

    /** Mass of species {@code s} that a source has brought in, losses negative; zero without a source. */
    default double inflow(int s) {
        return 0;
    }

    /** Accepted steps so far. */
    long steps();

    /** Rejected steps so far. */
    long rejections();
}
