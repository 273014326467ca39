package org.dualflow.validation.cli;

import java.util.ArrayList;
import java.util.List;
import org.dualflow.validation.agreement.Agreement;
import org.dualflow.validation.agreement.Refinement;
import org.dualflow.validation.experiment.Experiment;
import org.dualflow.validation.io.CaseFile;
import org.dualflow.validation.io.CaseReader.ReadCase;
import org.dualflow.validation.io.Discretisations;
import org.dualflow.validation.io.GridSpec;
import org.dualflow.validation.io.ParticleSpec;
import org.dualflow.validation.study.OrderExpectation;
import org.dualflow.validation.study.Resolution;

/**
 * The ladders on which a case's grid and its particles are refined: cells, particles and their time steps, each on a
 * ladder that ends in the run of the case, all else fixed. Without a {@code grid.step} the Courant number ties the
 * grid's step to its cells, and both are one part.
 *
 * @param levels of every ladder
 */
record AgreementLadders(int levels) {

    private static final double MARGIN = 0.25;

    private static final OrderExpectation IN_TIME = OrderExpectation.atLeast(
            1,
            MARGIN,
            "every method in time has order 1 or more; a contact with a wall, a release from it or a collision costs at most"
                    + " O(Δt) once");

    /** The agreement of a case with both sections. */
    Agreement of(ReadCase read) {
        CaseFile file = read.file();
        int dimension = read.setup().model().species().get(0).domain().dimension();
        return Experiment.of(read).agreement(ofGrid(file.grid().orElseThrow()), ofCloud(file, dimension));
    }

    private List<Refinement> ofGrid(GridSpec grid) {
        List<Refinement> parts = new ArrayList<>();
        Refinement.ofNumber(
                        grid.step().isPresent() ? "cells" : "cells and their step",
                        Resolution.WIDTH,
                        grid.cells().get(0),
                        levels,
                        n -> Discretisations.grid(grid.withCells(n)),
                        inSpace(grid))
                .ifPresent(parts::add);
        grid.step()
                .ifPresent(step -> parts.add(Refinement.ofStep(
                        "grid step", step, levels, dt -> Discretisations.grid(grid.withStep(dt)), IN_TIME)));
        return parts;
    }

    private List<Refinement> ofCloud(CaseFile file, int dimension) {
        ParticleSpec cloud = file.particles().orElseThrow();
        List<Refinement> parts = new ArrayList<>();
        Refinement.ofNumber(
                        "number",
                        Resolution.PARTICLES,
                        cloud.count(),
                        levels,
                        n -> Discretisations.particles(cloud.withCount(n), file),
                        inNumber(dimension))
                .ifPresent(parts::add);
        parts.add(Refinement.ofStep(
                "particle step",
                cloud.step().orElse(file.defaultStep()),
                levels,
                dt -> Discretisations.particles(cloud.withStep(dt), file),
                IN_TIME));
        return parts;
    }

    /** What theory guarantees for any measure in a one-sided Lipschitz field. */
    private static OrderExpectation inSpace(GridSpec grid) {
        return switch (grid.scheme().equals("semi-lagrangian")
                ? grid.reconstruction().orElse("moments")
                : grid.scheme()) {
            case "moments" ->
                OrderExpectation.atLeast(
                        1,
                        MARGIN,
                        "slabs and atoms are translated exactly; an atom at a sink, or one that meets a wall within a step, is"
                                + " off by O(h)");
            case "parabolic" -> OrderExpectation.atLeast(0.75, MARGIN, "fronts are h n^{1/4} wide");
            case "linear" -> OrderExpectation.atLeast(2.0 / 3, MARGIN, "fronts are h n^{1/3} wide");
            default ->
                OrderExpectation.atLeast(
                        0.5,
                        MARGIN,
                        "order at least 1/2 for any measure in a one-sided Lipschitz field"
                                + " (Delarue, Lagoutière, Vauchelet 2017)");
        };
    }

    /** Boxes of equal mass have a diameter of N^{-1/d}; independent starts are at N^{-1/2} from their law. */
    private static OrderExpectation inNumber(int dimension) {
        return dimension <= 2
                ? OrderExpectation.atLeast(0.5, MARGIN, "boxes of equal mass, or independent points: N^{-1/2} at worst")
                : OrderExpectation.atLeast(1.0 / 3, MARGIN, "boxes of equal mass have a diameter of N^{-1/3}");
    }
}
