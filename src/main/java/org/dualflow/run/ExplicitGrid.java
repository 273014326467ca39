package org.dualflow.run;

import java.util.List;
import org.dualflow.fv.explicit.ExplicitScheme;
import org.dualflow.mesh.Domain;
import org.dualflow.model.GradientFlow;
import org.dualflow.model.Initial;
import org.dualflow.model.Model;
import org.dualflow.time.Evolution;

/**
 * A mesh for the Jensen–Shannon flow and an explicit scheme on it.
 *
 * @param cells cells along each axis; one number serves all axes
 * @param scheme how space and time are discretised
 * @param grading how faces are spread
 */
public record ExplicitGrid(List<Integer> cells, ExplicitScheme scheme, Grid.Grading grading) implements Discretisation {

    /** Checks the numbers of cells. */
    public ExplicitGrid {
        cells = List.copyOf(cells);
        if (cells.isEmpty() || cells.size() > Domain.MAX_DIMENSION) {
            throw new IllegalArgumentException(
                    "cells: " + cells.size() + " numbers: 1 to " + Domain.MAX_DIMENSION + " are allowed");
        }
    }

    /** Equal cells: one number for all axes, or one per axis. */
    public static ExplicitGrid of(ExplicitScheme scheme, Integer... cells) {
        return new ExplicitGrid(List.of(cells), scheme, Grid.Grading.UNIFORM);
    }

    @Override
    public String name() {
        return "grid";
    }

    /** {@inheritDoc} The model must be a {@link GradientFlow} with the storage of the Jensen–Shannon flow. */
    @Override
    public Evolution begin(Model model, Initial initial, double start) {
        GradientFlow flow = Kinds.flow(model);
        return scheme.begin(flow, Grid.mesh(flow.domain(), cells, grading), initial, start);
    }

    /** Per stage, each mass is rounded once, each of its 2n fluxes once when they are summed, and once in a mean of stages. */
    @Override
    public double massRoundingPerStep(Model model) {
        int axes = model.species().get(0).domain().dimension();
        return scheme.stages() * (2 * axes + 2) * 0x1p-53;
    }
}
