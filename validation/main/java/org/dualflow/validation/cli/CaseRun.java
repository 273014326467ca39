package org.dualflow.validation.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.dualflow.restart.Checkpoints;
import org.dualflow.run.Discretisation;
import org.dualflow.run.Progress;
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
    private final Function<String, Checkpoints> checkpoints;
    private final List<Discretisation> discretisations;

    /** @param checkpoints where the solution of a name keeps its state */
    CaseRun(ReadCase read, int threads, Function<String, Checkpoints> checkpoints) {
        this.name = read.file().name();
        this.threads = threads;
        this.checkpoints = checkpoints;
        this.solver = new CaseSolver(read, threads, read.file().output().snapshots());
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
        Progress progress = (time, end, step, steps) -> {
            long now = System.nanoTime();
            if (now - shown[0] > 50_000_000L) {
                shown[0] = now;
                display.report(
                        task, (time - simulation.start()) / length, ProgressDisplay.step(discretisation.name(), step));
            }
            return !interruption.requested();
        };
        Solution solution = simulation.solve(discretisation, progress, checkpoints.apply(discretisation.name()));
        display.done(
                task,
                discretisation.name() + ": " + solution.steps() + " steps in " + Numbers.duration(solution.seconds()));
        return solution;
    }
}
