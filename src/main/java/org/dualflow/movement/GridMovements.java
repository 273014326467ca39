package org.dualflow.movement;

import java.util.List;
import org.dualflow.measure.CellMeasure;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.GradientFlow;
import org.dualflow.model.Initial;
import org.dualflow.model.State;
import org.dualflow.restart.Tape;
import org.dualflow.time.Evolution;

/**
 * A {@link GradientFlow} by minimising movements in P₂ of a mesh, as a solver of the model: order 1 in τ, 2 in the width of cells. With a
 * {@link CellPotential} V, taken at the start of each movement, it is the flow ∂t u = div(u ∇(f'(u/d) + V)).
 */
public final class GridMovements implements Evolution {

    private final GradientFlow flow;
    private final GridMover mover;
    private final double step;
    private final CellMeasure masses;
    private final State state;
    private final double[][] potential;
    private final double[][] kept;
    private final CellPotential outer;
    private final double[][] tilt;
    private double time;
    private double bound;
    private long iterations;
    private long steps;

    /**
     * @param flow the model
     * @param mesh divides its domain
     * @param step τ, positive and finite; what is left to an output is divided evenly into steps of at most τ
     * @param initial one law, no scalars; mixed with a share of the target, {@link GridMover#ACCURACY}
     * @param start initial time, finite
     */
    public GridMovements(GradientFlow flow, Mesh mesh, double step, Initial initial, double start) {
        this(flow, mesh, step, initial, start, CellPotential.NONE);
    }

    /**
     * The same with a potential.
     *
     * @param outer V, an interaction or another player's
     */
    public GridMovements(
            GradientFlow flow, Mesh mesh, double step, Initial initial, double start, CellPotential outer) {
        if (!(step > 0) || step == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("step = " + step + ": a positive finite number is allowed");
        }
        if (!Double.isFinite(start)) {
            throw new IllegalArgumentException("time = " + start + ": a finite number is allowed");
        }
        if (!initial.scalars().isEmpty() || initial.laws().size() != 1) {
            throw new IllegalArgumentException("initial: " + initial.laws().size() + " laws, "
                    + initial.scalars().size() + " scalars: one law and no scalars are allowed");
        }
        this.flow = flow;
        this.mover = new GridMover(flow, mesh);
        this.step = step;
        this.time = start;
        masses = initial.laws().get(0).onto(mesh).copy();
        state = new State(List.of(masses), new double[0]);
        potential = mesh.newRows();
        kept = mesh.newRows();
        this.outer = outer;
        tilt = mesh.newRows();
        mover.prepare(masses.rows(), step, potential);
    }

    /** The cells, a view. */
    public CellMeasure measure() {
        return masses;
    }

    /** The energy ∫ d f(u/d) of the state, without that of V. */
    public double energy() {
        return mover.energy(masses.rows());
    }

    /** Sum of the certified L¹ distances of all movements from the exact minimisers. */
    public double bound() {
        return bound;
    }

    /** Newton iterations so far. */
    public long iterations() {
        return iterations;
    }

    @Override
    public double time() {
        return time;
    }

    @Override
    public State state() {
        return state;
    }

    /** {@inheritDoc} There is no step control: a step that cannot be certified fails at once. */
    @Override
    public double step(double end) {
        double rest = remaining(end);
        double h = evenStep(end, step);
        copy(potential, kept);
        outer.fill(masses, tilt);
        try {
            Movement movement = mover.move(masses.rows(), tilt, h, potential, masses.rows());
            bound += movement.bound();
            iterations += movement.iterations();
        } catch (MovementFailure failure) {
            copy(kept, potential);
            throw failure.ofStep(time, flow.species().get(0).name());
        }
        time = h == rest ? end : time + h;
        steps++;
        return h;
    }

    private static void copy(double[][] from, double[][] to) {
        for (int r = 0; r < from.length; r++) {
            System.arraycopy(from[r], 0, to[r], 0, from[r].length);
        }
    }

    @Override
    public void transfer(Tape tape) {
        tape.part("movements on cells");
        time = tape.number(time);
        steps = tape.whole(steps);
        bound = tape.number(bound);
        iterations = tape.whole(iterations);
        tape.numbers(masses.rows());
        tape.numbers(potential);
    }

    @Override
    public long steps() {
        return steps;
    }
}
