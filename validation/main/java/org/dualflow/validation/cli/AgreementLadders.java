package org.dualflow.validation.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;
import org.dualflow.measure.LineLaw;
import org.dualflow.measure.Wasserstein;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Model;
import org.dualflow.run.Discretisation;
import org.dualflow.run.Simulation;
import org.dualflow.validation.agreement.Agreement;
import org.dualflow.validation.agreement.LineDistance;
import org.dualflow.validation.agreement.Reading;
import org.dualflow.validation.agreement.Refinement;
import org.dualflow.validation.agreement.ShapeDistance;
import org.dualflow.validation.agreement.StateDistance;
import org.dualflow.validation.io.CaseFile;
import org.dualflow.validation.io.CaseReader.ReadCase;
import org.dualflow.validation.io.Discretisations;
import org.dualflow.validation.io.GridSpec;
import org.dualflow.validation.io.ParticleSpec;
import org.dualflow.validation.io.Reference;
import org.dualflow.validation.study.OrderExpectation;
import org.dualflow.validation.study.Resolution;
import org.hipparchus.util.FastMath;

/**
 * The ladders on which a case's grid and its particles are refined: cells, particles and their time steps, each on a
 * ladder that ends in the run of the case, all else fixed. Without a {@code grid.step} the Courant number ties the
 * grid's step to its cells, and both are one part.
 *
 * <p><b>Numbers keep their parity.</b> A sink in the middle of the domain lies on a cell's point if the number of cells is
 * odd, on a face if it is even; the two make errors of different size, and their differences settle on no order. So a
 * level has the number nearest to half of the next one's that is odd if the case's own number is odd, and even if that is
 * even.
 *
 * @param levels of every ladder
 */
record AgreementLadders(int levels) {

    static final int FEWEST_LEVELS = 4;
    private static final double MARGIN = 0.25;
    private static final int DIRECTIONS = 32;

    private static final OrderExpectation IN_TIME = OrderExpectation.atLeast(
            1,
            MARGIN,
            "every method in time has order 1 or more; a contact with a wall, a release from it or a collision costs at most"
                    + " O(Δt) once");

    /** The agreement of a case with both sections. */
    Agreement of(ReadCase read) {
        CaseFile file = read.file();
        Simulation simulation = new Simulation(
                read.setup().model(), read.setup().initial(), file.start(), file.end(), file.end() - file.start(), 1);
        Domain domain = read.setup().model().species().get(0).domain();
        return new Agreement(
                simulation,
                0,
                distance(read.setup().model()),
                ofGrid(file.grid().orElseThrow()),
                ofCloud(file, domain.dimension()),
                read.setup()
                        .reference()
                        .until(file.start(), file.end())
                        .filter(reference -> reference.isLaw() && isLine(domain))
                        .map(reference -> error(reference, file.end())));
    }

    private static boolean isLine(Domain domain) {
        return domain.dimension() == 1 && !domain.side(0).isPeriodic();
    }

    private static StateDistance distance(Model model) {
        StateDistance shapes = distance(model.species().get(0).domain());
        return model.conservesMass(0) ? shapes : new ShapeDistance(shapes);
    }

    private static StateDistance distance(Domain domain) {
        return isLine(domain)
                ? new LineDistance(Wasserstein.W1, Reading.ATOMS)
                : domain.dimension() == 1
                        ? StateDistance.onCircle(domain.side(0), Reading.ATOMS)
                        : StateDistance.sliced(DIRECTIONS);
    }

    private static StateDistance.Error error(Reference reference, double end) {
        return new LineDistance(Wasserstein.W1, Reading.ATOMS).from((LineLaw) reference.law(end));
    }

    private List<Refinement> ofGrid(GridSpec grid) {
        List<Refinement> parts = new ArrayList<>();
        numbers(
                        grid.step().isPresent() ? "cells" : "cells and their step",
                        Resolution.WIDTH,
                        grid.cells().get(0),
                        n -> Discretisations.grid(grid.withCells(n)),
                        inSpace(grid))
                .ifPresent(parts::add);
        grid.step()
                .ifPresent(step -> parts.add(steps("grid step", step, dt -> Discretisations.grid(grid.withStep(dt)))));
        return parts;
    }

    private List<Refinement> ofCloud(CaseFile file, int dimension) {
        ParticleSpec cloud = file.particles().orElseThrow();
        List<Refinement> parts = new ArrayList<>();
        numbers(
                        "number",
                        Resolution.PARTICLES,
                        cloud.count(),
                        n -> Discretisations.particles(cloud.withCount(n), file),
                        inNumber(dimension))
                .ifPresent(parts::add);
        parts.add(steps(
                "particle step",
                cloud.step().orElse(file.defaultStep()),
                dt -> Discretisations.particles(cloud.withStep(dt), file)));
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

    /** Nothing if so few cells or particles cannot be halved often enough. */
    private Optional<Refinement> numbers(
            String name,
            Resolution resolution,
            int finest,
            IntFunction<Discretisation> at,
            OrderExpectation expectation) {
        List<Double> h = new ArrayList<>();
        for (int k = levels - 1; k >= 0; k--) {
            int n = level(finest, k);
            if (h.isEmpty() || 1.0 / n < h.get(h.size() - 1)) {
                h.add(1.0 / n);
            }
        }
        return h.size() < FEWEST_LEVELS
                ? Optional.empty()
                : Optional.of(new Refinement(
                        name, resolution, h, width -> at.apply((int) Math.round(1 / width)), expectation));
    }

    /** The number of the given parity nearest to {@code finest / 2^k}, at least 2. */
    static int level(int finest, int k) {
        int odd = finest % 2;
        return Math.max(2 + odd, (int) (2 * Math.round((finest / FastMath.pow(2, k) - odd) / 2)) + odd);
    }

    private Refinement steps(String name, double finest, DoubleFunction<Discretisation> at) {
        List<Double> h = new ArrayList<>();
        for (int k = levels - 1; k >= 0; k--) {
            h.add(finest * FastMath.pow(2, k));
        }
        return new Refinement(name, Resolution.TIME_STEP, h, at, IN_TIME);
    }
}
