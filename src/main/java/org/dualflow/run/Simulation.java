package org.dualflow.run;

import org.dualflow.model.Initial;
import org.dualflow.model.Model;
import org.dualflow.restart.Checkpoints;

/**
 * What is solved and what is recorded; the same for every discretisation.
 *
 * <pre>{@code
 * var gan = TwoPointGan.criticSpeed(1.0);
 * var simulation = Simulation.of(gan, gan.uniformCritic(-0.5, 0.5, 1.0)).until(40).every(0.1);
 * Solution grid = simulation.solve(Grid.of(TransportScheme.muscl(Limiter.VAN_LEER), 400));
 * Solution cloud = simulation.solve(Particles.quantiles(10_000, ParticleScheme.rungeKutta4(0.01)));
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param model the equations
 * @param initial where they start
 * @param start initial time
 * @param end final time, greater than {@code start}
 * @param every time between outputs, positive, at least {@code (end - start) / }{@value #MOST_OUTPUTS}; steps end on
 *     output times
 * @param kept number of states kept besides the first, evenly spaced over the outputs, at least 1 (the last)
 */
public record Simulation(Model model, Initial initial, double start, double end, double every, int kept) {

    /** Largest number of outputs. */
    public static final int MOST_OUTPUTS = 10_000_000;

    /** Checks the times and the shape of the initial data. */
    public Simulation {
        if (!Double.isFinite(start) || !Double.isFinite(end) || !(end > start)) {
            throw new IllegalArgumentException(
                    "end = " + end + ": a finite number greater than start = " + start + " is allowed");
        }
        if (!(every > 0)) {
            throw new IllegalArgumentException("every = " + every + ": a positive number is allowed");
        }
        if ((end - start) / every > MOST_OUTPUTS) {
            throw new IllegalArgumentException("every = " + every + ": at least (end - start) / " + MOST_OUTPUTS + " = "
                    + (end - start) / MOST_OUTPUTS + " is allowed");
        }
        if (kept < 1) {
            throw new IllegalArgumentException("kept = " + kept + ": at least 1 is allowed");
        }
        if (initial.laws().size() != model.species().size()) {
            throw new IllegalArgumentException(
                    "initial laws = " + initial.laws().size() + ": one per species, "
                            + model.species().size() + ", is allowed");
        }
        if (initial.scalars().size() != model.numbers().size()) {
            throw new IllegalArgumentException("initial scalars = "
                    + initial.scalars().size() + ": one for each of " + model.numbers() + " is allowed");
        }
    }

    /** From time 0 to 1, recorded at 100 instants, keeping only the first and the last state. */
    public static Simulation of(Model model, Initial initial) {
        return new Simulation(model, initial, 0, 1, 0.01, 1);
    }

    /** With another initial time. */
    public Simulation from(double newStart) {
        return new Simulation(model, initial, newStart, end, every, kept);
    }

    /** With another final time. */
    public Simulation until(double newEnd) {
        return new Simulation(model, initial, start, newEnd, every, kept);
    }

    /** With another time between outputs. */
    public Simulation every(double interval) {
        return new Simulation(model, initial, start, end, interval, kept);
    }

    /** With another number of kept states. */
    public Simulation keep(int states) {
        return new Simulation(model, initial, start, end, every, states);
    }

    /** Solves to the end, silently. */
    public Solution solve(Discretisation discretisation) {
        return solve(discretisation, Progress.SILENT);
    }

    /**
     * Solves to the end, to a failure or until {@code progress} stops it. A failure is a result, not an exception.
     *
     * @throws IllegalArgumentException if discretisation and model do not fit
     */
    public Solution solve(Discretisation discretisation, Progress progress) {
        return solve(discretisation, progress, Checkpoints.NONE);
    }

    /**
     * Solves as {@link #solve(Discretisation, Progress)} does, keeps checkpoints on the way, and goes on from the last one if there is
     * one: wherever it was stopped, the solution is the same to the last bit but for the time it took.
     *
     * @param checkpoints of this simulation with this discretisation and no other; they also get the state in which
     *     {@code progress} stops it
     */
    public Solution solve(Discretisation discretisation, Progress progress, Checkpoints checkpoints) {
        return new Recorder(this, discretisation).solve(progress, checkpoints);
    }
}
