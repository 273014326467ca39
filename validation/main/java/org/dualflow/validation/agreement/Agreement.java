package org.dualflow.validation.agreement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dualflow.measure.Measure;
import org.dualflow.model.State;
import org.dualflow.run.Discretisation;
import org.dualflow.run.Simulation;
import org.dualflow.time.Evolution;
import org.dualflow.validation.study.ConvergenceTable;
import org.dualflow.validation.study.Level;

/**
 * Grid against particles at the final time of one simulation, for one species.
 *
 * @param simulation model, initial data and final time, the same for both
 * @param species index of the species
 * @param metric the distance, and how cells are read
 * @param grid the grid's parameters; all with the same finest level
 * @param particles the particles' parameters; all with the same finest level
 * @param exact the distance from the exact solution at the final time, if it is known
 */
public record Agreement(
        Simulation simulation,
        int species,
        StateDistance metric,
        List<Refinement> grid,
        List<Refinement> particles,
        Optional<StateDistance.Error> exact) {

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
        return examine(new HashMap<>());
    }

    /**
     * As {@link #examine()}, with the final states of runs that are known already; takes in those of all others. Agreements of
     * one simulation, for other species or in other distances, share them.
     *
     * @param solved final states of the simulation, by discretisation
     */
    public AgreementReport examine(Map<Discretisation, State> solved) {
        List<ErrorPart> gridParts = parts(grid, solved);
        List<ErrorPart> particleParts = parts(particles, solved);
        Measure onGrid = solve(grid.get(0).finest(), solved);
        Measure ofParticles = solve(particles.get(0).finest(), solved);
        double distance = metric.between(onGrid, ofParticles);
        Optional<Triangle> triangle =
                exact.map(error -> new Triangle(error.of(onGrid), error.of(ofParticles), distance));
        return new AgreementReport(metric.name(), distance, gridParts, particleParts, triangle);
    }

    private List<ErrorPart> parts(List<Refinement> refinements, Map<Discretisation, State> solved) {
        List<ErrorPart> parts = new ArrayList<>();
        for (Refinement refinement : refinements) {
            List<Double> h = refinement.h();
            List<Level> levels = new ArrayList<>();
            for (int k = 0; k + 1 < h.size(); k++) {
                long start = System.nanoTime();
                Measure coarse = solve(refinement.at().apply(h.get(k)), solved);
                Measure fine = solve(refinement.at().apply(h.get(k + 1)), solved);
                double seconds = 1e-9 * (System.nanoTime() - start);
                levels.add(new Level(h.get(k), metric.between(coarse, fine), 0, seconds));
            }
            ConvergenceTable table = new ConvergenceTable(
                    refinement.name() + ": " + metric.name() + " of neighbouring levels",
                    metric.name(),
                    refinement.resolution(),
                    levels,
                    refinement.expectation());
            parts.add(ErrorPart.of(refinement.name(), table, h.get(h.size() - 2) / h.get(h.size() - 1)));
        }
        return parts;
    }

    private Measure solve(Discretisation discretisation, Map<Discretisation, State> solved) {
        State state = solved.computeIfAbsent(discretisation, key -> {
            Evolution run = key.begin(simulation.model(), simulation.initial(), simulation.start());
            run.advanceTo(simulation.end());
            return run.state();
        });
        return state.measure(species);
    }
}
