package org.dualflow.run;

import java.util.List;
import org.dualflow.fv.implicit.ImplicitScheme;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.GradientFlow;
import org.dualflow.model.Initial;
import org.dualflow.model.Model;
import org.dualflow.time.Evolution;

/**
 * A mesh for a gradient flow and an implicit scheme on it.
 *
 * @param cells cells along each axis; one number serves all axes
 * @param scheme how time is discretised
 * @param grading how faces are spread
 */
public record ImplicitGrid(List<Integer> cells, ImplicitScheme scheme, Grid.Grading grading) implements Discretisation {

    /** Checks the numbers of cells. */
    public ImplicitGrid {
        cells = List.copyOf(cells);
        if (cells.isEmpty() || cells.size() > Domain.MAX_DIMENSION) {
            throw new IllegalArgumentException(
                    "cells: " + cells.size() + " numbers: 1 to " + Domain.MAX_DIMENSION + " are allowed");
        }
    }

    /** Equal cells: one number for all axes, or one per axis. */
    public static ImplicitGrid of(ImplicitScheme scheme, Integer... cells) {
        return new ImplicitGrid(List.of(cells), scheme, Grid.Grading.UNIFORM);
    }

    /** The same grid with another spread of faces. */
    public ImplicitGrid graded(Grid.Grading other) {
        return new ImplicitGrid(cells, scheme, other);
    }

    @Override
    public String name() {
        return "grid";
    }

    /** {@inheritDoc} The model must be a {@link GradientFlow}. */
    @Override
    public Evolution begin(Model model, Initial initial, double start) {
        GradientFlow flow = Kinds.flow(model);
        Mesh mesh = Grid.mesh(flow.domain(), cells, grading);
        return scheme.begin(flow, mesh, initial, start);
    }

    /** Two roundings of each mass, of the factor that restores the balance and of its product, per step. */
    @Override
    public double massRoundingPerStep(Model model) {
        return 2 * 0x1p-53;
    }
}
