package org.dualflow.validation.claim;

import java.util.List;
import org.dualflow.movement.GridMovements;
import org.dualflow.movement.GridMover;

/**
 * What every step of some runs in P₂ of a mesh must keep, each at its worst: the energy never rises, the mass changes by two roundings per
 * step, and certified bounds add up to what each step may leave at most.
 */
final class KeptByMovements {

    private final String name;
    private final WorstOf worst = new WorstOf();

    /** @param name what the names of the expectations begin with */
    KeptByMovements(String name) {
        this.name = name;
    }

    /** Makes all steps of a run. */
    void steps(GridMovements run, double end, int steps) {
        double mass = run.measure().mass();
        for (int k = 0; k < steps; k++) {
            double before = run.energy();
            run.step(end);
            worst.atMost(name + "rise of the energy in a step", run.energy() - before, 0);
        }
        double change = Math.abs(run.measure().mass() - mass);
        worst.atMost(name + "change of the mass, over its budget", change / (2 * (steps + 1) * 0x1p-52), 1);
        worst.atMost(
                name + "sum of certified bounds, over its budget",
                run.bound() / (steps * GridMover.ACCURACY * mass),
                1);
    }

    List<Bound> bounds() {
        return worst.bounds();
    }
}
