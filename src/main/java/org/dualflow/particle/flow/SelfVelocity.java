package org.dualflow.particle.flow;

import org.dualflow.restart.Restartable;
import org.dualflow.restart.Tape;

/**
 * The velocities that particles give themselves: a functional of all of them. Holds its work arrays; not thread-safe.
 */
@FunctionalInterface
public interface SelfVelocity extends Restartable {

    /** {@inheritDoc} Nothing by default: velocities are functions of places and weights. One that also uses earlier ones must hand it over. */
    @Override
    default void transfer(Tape tape) {}

    /**
     * Evaluates the velocities of particles {@code 0 … n-1}.
     *
     * @param x coordinates, {@code x[dimension][n]}; not to be changed
     * @param w weights, {@code w[n]}
     * @param n number of particles
     * @param out receives the velocities, {@code out[dimension][n]}
     */
    void fill(double[][] x, double[] w, int n, double[][] out);

    /** A bound of the rate at which small disturbances decay, for the step of an explicit method; 0 if none is known. */
    default double stiffness() {
        return 0;
    }
}
