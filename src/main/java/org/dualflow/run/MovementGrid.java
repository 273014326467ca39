package org.dualflow.run;

import java.util.List;
import org.dualflow.mesh.Domain;
import org.dualflow.model.GradientFlow;
import org.dualflow.model.Initial;
import org.dualflow.model.Model;
import org.dualflow.movement.GridMovements;
import org.dualflow.time.Evolution;

/**
 * Minimising movements of a gradient flow in P₂ of a mesh.
 *
 * @param cells cells along each axis; one number serves all axes
 * @param step τ, positive and finite
 */
public record MovementGrid(List<Integer> cells, double step) implements Discretisation {

    /** Checks the numbers of cells and the step. */
    public MovementGrid {
        cells = List.copyOf(cells);
        if (cells.isEmpty() || cells.size() > Domain.MAX_DIMENSION) {
            throw new IllegalArgumentException(
                    "cells: " + cells.size() + " numbers: 1 to " + Domain.MAX_DIMENSION + " are allowed");
        }
        if (!(step > 0) || step == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("movement step = " + step + ": a positive finite number is allowed");
        }
    }

    /** Equal cells: one number for all axes, or one per axis. */
    public static MovementGrid of(double step, Integer... cells) {
        return new MovementGrid(List.of(cells), step);
    }

    @Override
    public String name() {
        return "movement";
    }

    /** {@inheritDoc} The model must be a {@link GradientFlow}: Fokker–Planck, Jensen–Shannon or a porous medium with m ≤ 2. */
    @Override
    public Evolution begin(Model model, Initial initial, double start) {
        GradientFlow flow = Kinds.flow(model);
        return new GridMovements(flow, Grid.mesh(flow.domain(), cells, Grid.Grading.UNIFORM), step, initial, start);
    }

    /** Two roundings of each mass, of the factor that restores the balance and of its product, per step. */
    @Override
    public double massRoundingPerStep(Model model) {
        return 2 * 0x1p-53;
    }
}
