package org.dualflow.time;

import org.dualflow.model.State;
import org.dualflow.parallel.Team;
import org.dualflow.restart.Restartable;

/**
 * A discretised model at its current time: what finite volumes and particles have in common. A step either succeeds
 * or leaves time and state as they were.
 *
 * <p>{@linkplain Restartable#transfer Restored} into an evolution that was begun from the same model, initial data and parameters, its
 * memory gives the same steps, bit for bit.
 */
public interface Evolution extends Restartable {

    /** Gives the solver threads; without, the calling one does all. Results do not depend on it. */
    default void workWith(Team team) {}

    /** Current time. */
    double time();

    /** Current state: a view, valid until the next step. */
    State state();

    /**
     * Makes one accepted step, not beyond {@code end}; a tentative step that breaks the CFL condition, positivity or
     * finiteness is rejected, rolled back and retried with a smaller step.
     *
     * @param end where to stop at the latest, finite, greater than {@link #time()}; it is hit exactly
     * @return the size of the step
     * @throws IllegalArgumentException if {@code end} is not such a time
     * @throws StepFailure if no acceptable step exists; time and state are the last good ones
     */
    double step(double end);

    /**
     * The time from now to {@code end}.
     *
     * @throws IllegalArgumentException if {@code end} is not finite or not greater than {@link #time()}
     */
    default double remaining(double end) {
        if (!(end > time()) || end == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("end = " + end + ": a finite time after " + time() + " is allowed");
        }
        return end - time();
    }

    /**
     * The first of the least number of equal steps that lead from now to {@code end}.
     *
     * @param end where the steps lead, as in {@link #step}
     * @param most the largest step; exceeded by rounding at the most
     */
    default double evenStep(double end, double most) {
        double rest = remaining(end);
        return rest / Math.max(1, Math.ceil(rest / most * (1 - 1e-12)));
    }

    /** Makes steps until {@code end} is reached exactly. */
    default void advanceTo(double end) {
        while (time() < end) {
            step(end);
        }
    }

    /** Mass of species {@code s} that has left through open boundaries; zero without such boundaries. */
    default double outflow(int s) {
        return 0;
    }

    /** Mass of species {@code s} that a source has brought in, losses negative; zero without a source. */
    default double inflow(int s) {
        return 0;
    }

    /** Accepted steps so far. */
    long steps();

    /** Rejected steps so far; zero for solvers without step control. */
    default long rejections() {
        return 0;
    }
}
