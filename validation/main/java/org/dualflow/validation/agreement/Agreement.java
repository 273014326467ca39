package org.dualflow.validation.agreement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dualflow.measure.LineLaw;
import org.dualflow.measure.Measure;
import org.dualflow.measure.QuantileFunction;
import org.dualflow.measure.Wasserstein;
import org.dualflow.run.Discretisation;
import org.dualflow.run.Simulation;
import org.dualflow.time.Evolution;
import org.dualflow.validation.study.ConvergenceTable;
import org.dualflow.validation.study.Level;

/**
 * Grid against particles at the final time of one simulation, for one species on a line.
 *
 * @param simulation model, initial data and final time, the same for both
 * @param species index of the species
 * @param metric the distance
 * @param reading how cells are read
 * @param grid the grid's parameters; all with the same finest level
 * @param particles the particles' parameters; all with the same finest level
 * @param exact the exact law at the final time, if it is known
 */
public record Agreement(
        Simulation simulation,
        int species,
        Wasserstein metric,
        Reading reading,
        List<Refinement> grid,
        List<Refinement> particles,
        Optional<LineLaw> exact) {

    /** Checks that the parameters of each side refine one run. */
    public Agreement {
        grid = List.copyOf(grid);
        particles = List.copyOf(particles);
        requireOneRun("grid", grid);
        requireOneRun("particles", particles);
    }

    private static void requireOneRun(String side, List<Refinement> refinements) {
        long runs = refinements.stream().map(Refinement::finest).distinct().count();
        if (runs != 1) {
            throw new IllegalArgumentException(side + ": " + runs
                    + " different finest levels: refinements that end in one and the same run are allowed");
        }
    }

    /** Solves all levels and judges. */
    public AgreementReport examine() {
        Map<Discretisation, QuantileFunction> solved = new HashMap<>();
        List<ErrorPart> gridParts = parts(grid, solved);
        List<ErrorPart> particleParts = parts(particles, solved);
        QuantileFunction onGrid = solve(grid.get(0).finest(), solved);
        QuantileFunction ofParticles = solve(particles.get(0).finest(), solved);
        double distance = metric.between(onGrid, ofParticles);
        Optional<Triangle> triangle =
                exact.map(law -> new Triangle(metric.between(onGrid, law), metric.between(ofParticles, law), distance));
        return new AgreementReport(metric.toString(), distance, gridParts, particleParts, triangle);
    }

    private List<ErrorPart> parts(List<Refinement> refinements, Map<Discretisation, QuantileFunction> solved) {
        List<ErrorPart> parts = new ArrayList<>();
        for (Refinement refinement : refinements) {
            List<Double> h = refinement.h();
            List<Level> levels = new ArrayList<>();
            for (int k = 0; k + 1 < h.size(); k++) {
                long start = System.nanoTime();
                QuantileFunction coarse = solve(refinement.at().apply(h.get(k)), solved);
                QuantileFunction fine = solve(refinement.at().apply(h.get(k + 1)), solved);
                double seconds = 1e-9 * (System.nanoTime() - start);
                levels.add(new Level(h.get(k), metric.between(coarse, fine), 0, seconds));
            }
            ConvergenceTable table = new ConvergenceTable(
                    refinement.name() + ": " + metric + " of neighbouring levels",
                    metric.toString(),
                    refinement.resolution(),
                    levels,
                    refinement.expectation());
            parts.add(ErrorPart.of(refinement.name(), table, h.get(h.size() - 2) / h.get(h.size() - 1)));
        }
        return parts;
    }

    private QuantileFunction solve(Discretisation discretisation, Map<Discretisation, QuantileFunction> solved) {
        return solved.computeIfAbsent(discretisation, key -> {
            Evolution run = key.begin(simulation.model(), simulation.initial(), simulation.start());
            run.advanceTo(simulation.end());
            Measure measure = run.state().measure(species);
            return reading.of(measure);
        });
    }
}
