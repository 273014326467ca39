package org.dualflow.validation.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dualflow.run.Discretisation;
import org.dualflow.run.Simulation;
import org.dualflow.run.Solution;
import org.dualflow.validation.io.CaseFile;
import org.dualflow.validation.io.CaseReader.ReadCase;
import org.dualflow.validation.io.Certification;
import org.dualflow.validation.io.Discretisations;
import org.dualflow.validation.io.Distances;
import org.dualflow.validation.io.ExpectSpec;
import org.dualflow.validation.io.Reference;
import org.dualflow.validation.io.ReferenceSolver;
import org.dualflow.validation.report.ClaimLine;
import org.dualflow.validation.report.Numbers;
import org.dualflow.validation.report.Provenance;
import org.dualflow.validation.report.Remark;
import org.dualflow.validation.report.RunResult;

/** Solves one case: reference, grid, particles and training, side by side if there are threads for it; each may use all of them. */
final class CaseRun {

    private final CaseFile file;
    private final List<Remark> remarks;
    private final Simulation simulation;
    private final int threads;
    private final Optional<Reference> reference;
    private final double referenceSeconds;
    private final List<Discretisation> discretisations = new ArrayList<>();
    private Optional<Certification.Watched> watched = Optional.empty();

    CaseRun(ReadCase read, int threads) {
        this.threads = threads;
        file = read.file();
        remarks = read.remarks();
        simulation = new Simulation(
                read.setup().model(), read.setup().initial(), file.start(), file.end(), file.every(), file.snapshots());
        long begun = System.nanoTime();
        reference = read.setup().reference().until(file.start(), file.end());
        referenceSeconds = (System.nanoTime() - begun) * 1e-9;
        file.grid().ifPresent(spec -> {
            Certification.Watched grid = read.setup()
                    .certification()
                    .watch(Discretisations.grid(spec).withThreads(threads));
            watched = Optional.of(grid);
            discretisations.add(grid);
        });
        file.particles()
                .ifPresent(spec -> discretisations.add(
                        Discretisations.particles(spec, file).withThreads(threads)));
        file.training()
                .ifPresent(spec ->
                        discretisations.add(Discretisations.training(spec).withThreads(threads)));
    }

    /** Solves, and shows how far it has come on standard error. */
    RunResult solve(Provenance provenance, PrintWriter err, boolean terminal, Interruption interruption)
            throws InterruptedException, ExecutionException {
        List<Solution> solutions = new ArrayList<>();
        reference.ifPresent(r -> solutions.add(ReferenceSolver.solve(r, simulation, referenceSeconds)));
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, discretisations.size()));
        try (ProgressDisplay display = new ProgressDisplay(err, file.name(), discretisations.size(), terminal)) {
            List<Future<Solution>> futures = new ArrayList<>();
            for (int i = 0; i < discretisations.size(); i++) {
                int task = i;
                futures.add(pool.submit(() -> solve(task, display, interruption)));
            }
            for (Future<Solution> future : futures) {
                solutions.add(future.get());
            }
        } finally {
            pool.shutdown();
        }
        return judge(provenance, solutions);
    }

    private Solution solve(int task, ProgressDisplay display, Interruption interruption) {
        Discretisation discretisation = discretisations.get(task);
        double length = simulation.end() - simulation.start();
        long[] shown = {0};
        Solution solution = simulation.solve(discretisation, (time, end, step, steps) -> {
            long now = System.nanoTime();
            if (now - shown[0] > 50_000_000L) {
                shown[0] = now;
                display.report(
                        task, (time - simulation.start()) / length, ProgressDisplay.step(discretisation.name(), step));
            }
            return !interruption.requested();
        });
        display.done(
                task,
                discretisation.name() + ": " + solution.steps() + " steps in " + Numbers.duration(solution.seconds()));
        return solution;
    }

    private RunResult judge(Provenance provenance, List<Solution> solutions) {
        Map<String, Map<String, Double>> errors = new LinkedHashMap<>();
        for (Solution solution : solutions) {
            if (reference.isPresent() && !solution.name().equals("reference")) {
                errors.put(solution.name(), Distances.toReference(solution, reference.get()));
            }
        }
        List<Solution> computed =
                solutions.stream().filter(s -> !s.name().equals("reference")).toList();
        return new RunResult(
                file.name(),
                file.title(),
                provenance,
                remarks,
                solutions,
                errors,
                certificates(),
                differences(computed),
                claims(solutions, computed));
    }

    /** Distances of every two solutions that ended at one time, named after both. */
    private static Map<String, Map<String, Double>> differences(List<Solution> computed) {
        Map<String, Map<String, Double>> differences = new LinkedHashMap<>();
        for (int j = 1; j < computed.size(); j++) {
            for (int i = 0; i < j; i++) {
                Solution a = computed.get(i);
                Solution b = computed.get(j);
                if (a.last().time() == b.last().time()) {
                    differences.put(a.name() + " – " + b.name(), Distances.between(a, b));
                }
            }
        }
        return differences;
    }

    private List<ClaimLine> claims(List<Solution> solutions, List<Solution> computed) {
        List<ClaimLine> claims = new ArrayList<>();
        Optional<Solution> exact =
                solutions.stream().filter(s -> s.name().equals("reference")).findFirst();
        for (ExpectSpec expectation : file.expect()) {
            for (Solution solution : computed) {
                claims.add(expectation.judge(solution, exact));
            }
        }
        return claims;
    }

    private Map<String, Map<String, Double>> certificates() {
        Map<String, Map<String, Double>> certificates = new LinkedHashMap<>();
        String species = simulation.model().species().get(0).name();
        watched.flatMap(Certification.Watched::bound)
                .ifPresent(bound -> certificates.put("grid", Map.of("W1:" + species, bound)));
        return certificates;
    }
}
