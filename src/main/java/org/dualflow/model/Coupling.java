package org.dualflow.model;

import org.dualflow.field.VelocityField;
import org.dualflow.parallel.Team;
import org.dualflow.restart.Restartable;
import org.dualflow.restart.Tape;

/**
 * The right-hand side of a {@link TransportModel} for one solver: first all reductions over the state are made
 * ({@link #freeze}), then the resulting fields are evaluated for batches of points. Holds its own work arrays, so a
 * step allocates nothing; not thread-safe, one per solver.
 */
public interface Coupling extends Restartable {

    /** Gives the coupling threads for its reductions; ignored by default. Results must not depend on it. */
    default void workWith(Team team) {}

    /**
     * {@inheritDoc} Nothing by default: what {@link #freeze} makes is a function of time and state. A coupling that also uses what
     * earlier calls left, such as the start of an iteration, must hand that over, and make the same fields when it is
     * called once more for the same time and state: a solver may do so after a restart.
     */
    @Override
    default void transfer(Tape tape) {}

    /** Reduces the state at time {@code t}; the fields and rates below belong to it until the next call. */
    void freeze(double t, State state);

    /**
     * The frozen velocity of species {@code s}, before any projection on the domain (the solver projects at clipped
     * ends). The same object for the whole life of the coupling.
     */
    VelocityField field(int s);

    /** Time derivatives of the {@linkplain Model#numbers() numbers} y, {@code out[numbers]}. */
    default void rates(double[] out) {}

    /**
     * A bound for how fast the frozen state may change: of the norm of the Jacobian of all equations at once, in units that the
     * model chooses, as far as the model has a scale of its own that no Courant number knows. Solvers take steps of at most
     * {@code 1/fastestRate()}. Zero, the default, if there is no such scale.
     */
    default double fastestRate() {
        return 0;
    }

    /** Whether the fields depend neither on time nor on the state, so that a solver may evaluate them once. */
    default boolean isSteady() {
        return false;
    }
}
