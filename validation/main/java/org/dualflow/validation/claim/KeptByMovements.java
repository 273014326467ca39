package org.dualflow.validation.claim;

import java.util.List;
import org.dualflow.movement.GridMovements;
import org.dualflow.movement.GridMover;

/** What every step of some runs in P₂ of a mesh must keep, each at its worst: the energy, the mass, and what the steps certify. */
final class KeptByMovements {

    private double rise = Double.NEGATIVE_INFINITY;
    private double lost;
    private double uncertain;

    /** Makes all steps of a run. */
    void steps(GridMovements run, double end, int steps) {
        double mass = run.measure().mass();
        for (int k = 0; k < steps; k++) {
            double before = run.energy();
            run.step(end);
            rise = Math.max(rise, run.energy() - before);
        }
        double change = Math.abs(run.measure().mass() - mass);
        lost = Math.max(lost, change / (2 * (steps + 1) * 0x1p-52));
        uncertain = Math.max(uncertain, run.bound() / (steps * GridMover.ACCURACY * mass));
    }

    /** The energy never rises; the mass changes by two roundings per step; bounds add up to what each step may leave at most. */
    List<Bound> bounds(String name) {
        return List.of(
                Bound.atMost(name + "rise of the energy in a step", rise, 0),
                Bound.atMost(name + "change of the mass, over its budget", lost, 1),
                Bound.atMost(name + "sum of certified bounds, over its budget", uncertain, 1));
    }
}
