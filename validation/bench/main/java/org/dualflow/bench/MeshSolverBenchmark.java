package org.dualflow.bench;

import java.util.Arrays;
import org.dualflow.linear.MeshSolver;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** u - 0.01 div((1 + 0.9 sin 6x cos 5y) ∇u) = f in the unit square between walls, from u = 0 to 1e-8 of the residual. */
@State(Scope.Benchmark)
public class MeshSolverBenchmark {

    /** Cells per axis. */
    @Param("256")
    public int n;

    private Problem problem = new Problem(4);

    /** The solver and its data. */
    private static final class Problem {
        private final MeshSolver solver;
        private final double[][] side;
        private final double[][] solution;
        private final double allowance;

        Problem(int n) {
            double[] faces = new double[n + 1];
            Arrays.setAll(faces, i -> (double) i / n);
            double[][][] links = new double[2][n][n];
            double[][] ground = new double[n][n];
            side = new double[n][n];
            solution = new double[n][n];
            double scale = 0.01 * n * n;
            double sum = 0;
            for (int j = 0; j < n; j++) {
                Arrays.fill(ground[j], 1);
                for (int i = 0; i < n; i++) {
                    links[0][j][i] = i + 1 < n ? scale * coefficient((i + 1.0) / n, (j + 0.5) / n) : 0;
                    links[1][j][i] = j + 1 < n ? scale * coefficient((i + 0.5) / n, (j + 1.0) / n) : 0;
                    double x = (i + 0.5) / n - 0.4;
                    side[j][i] = Math.exp(-50 * x * x) * (j / 16 & 1);
                    sum += side[j][i];
                }
            }
            allowance = 1e-8 * sum;
            solver = new MeshSolver(new double[][] {faces, faces}, new boolean[2], links);
            solver.ground(ground);
        }

        private static double coefficient(double x, double y) {
            return 1 + 0.9 * Math.sin(6 * x) * Math.cos(5 * y);
        }
    }

    /** Builds the solver. */
    @Setup
    public void start() {
        problem = new Problem(n);
    }

    /** One solution. */
    @Benchmark
    public double solve() {
        for (double[] row : problem.solution) {
            Arrays.fill(row, 0);
        }
        double left = problem.solver.solve(problem.side, problem.solution, problem.allowance);
        if (!(left <= problem.allowance)) {
            throw new IllegalStateException("not solved: " + left);
        }
        return left;
    }
}
