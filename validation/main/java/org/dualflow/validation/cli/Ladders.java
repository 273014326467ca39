package org.dualflow.validation.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.dualflow.run.Discretisation;
import org.dualflow.run.Simulation;
import org.dualflow.run.Solution;
import org.dualflow.validation.report.Numbers;

/** Solves one simulation at many resolutions, one after the other. */
final class Ladders {

    private Ladders() {}

    /** All solutions, in the order of the discretisations. */
    static List<Solution> solve(Simulation simulation, List<Discretisation> all, String name, PrintWriter err) {
        List<Solution> solutions = new ArrayList<>();
        double length = simulation.end() - simulation.start();
        try (ProgressDisplay display = new ProgressDisplay(err, name, all.size(), Terminal.onStderr())) {
            for (int i = 0; i < all.size(); i++) {
                int task = i;
                String label = all.get(i).name() + " " + (i + 1) + " of " + all.size();
                Solution solution = simulation.solve(all.get(i), (time, end, step, steps) -> {
                    if (steps % 64 == 0) {
                        display.report(task, (time - simulation.start()) / length, ProgressDisplay.step(label, step));
                    }
                    return true;
                });
                solutions.add(solution);
                display.done(
                        task, label + ": " + solution.steps() + " steps in " + Numbers.duration(solution.seconds()));
            }
        }
        return solutions;
    }
}
