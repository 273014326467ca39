package org.dualflow.validation.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dualflow.run.Discretisation;
import org.dualflow.run.Simulation;
import org.dualflow.run.Solution;
import org.dualflow.validation.io.CaseReader.ReadCase;
import org.dualflow.validation.io.CaseSolver;
import org.dualflow.validation.report.Numbers;
import org.dualflow.validation.report.Provenance;
import org.dualflow.validation.report.RunResult;

/** Solves one case: grid, particles, training and movements side by side if there are threads for it; each may use all of them. */
final class CaseRun {

    private final String name;
    private final int threads;
    private final CaseSolver solver;
    private final List<Discretisation> discretisations;

    CaseRun(ReadCase read, int threads) {
        this.name = read.file().name();
        this.threads = threads;
        this.solver = new CaseSolver(read, threads, read.file().snapshots());
        this.discretisations = solver.discretisations();
    }

    /** Solves, and shows how far it has come on standard error. */
    RunResult solve(Provenance provenance, PrintWriter err, boolean terminal, Interruption interruption)
            throws InterruptedException, ExecutionException {
        List<Solution> solutions = new ArrayList<>();
        solver.reference().ifPresent(solutions::add);
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, discretisations.size()));
        try (ProgressDisplay display = new ProgressDisplay(err, name, discretisations.size(), terminal)) {
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
        return solver.judge(provenance, solutions);
    }

    private Solution solve(int task, ProgressDisplay display, Interruption interruption) {
        Discretisation discretisation = discretisations.get(task);
        Simulation simulation = solver.simulation();
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
}
