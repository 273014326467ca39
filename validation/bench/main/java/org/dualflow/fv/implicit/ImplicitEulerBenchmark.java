package org.dualflow.fv.implicit;

import org.dualflow.gan.JensenShannonFlow;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.NormalMixture;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The first implicit Euler step of the Jensen–Shannon flow from N(1, ¼) to N(0, 1), τ = 0.1, solved to rounding. */
@State(Scope.Benchmark)
public class ImplicitEulerBenchmark {

    private static final Domain LINE = Domain.line(-8, 8, Boundary.NO_FLUX);

    /** Cells. */
    @Param("10000")
    public int n;

    private Problem problem = new Problem(2);

    /** The solver, the masses before and after. */
    private static final class Problem {
        private final ImplicitEuler euler;
        private final double[][] start;
        private final double[][] end;
        private final double tolerance;

        Problem(int n) {
            Mesh mesh = Mesh.uniform(LINE, n);
            JensenShannonFlow flow = new JensenShannonFlow(LINE, NormalMixture.normal(1, 0));
            FlowGrid grid = new FlowGrid(flow, mesh);
            euler = new ImplicitEuler(grid, flow.storage(), new LineSystem(grid));
            CellMeasure initial = NormalMixture.normal(0.5, 1).onto(mesh);
            tolerance = ImplicitScheme.LEAST_ACCURACY * initial.mass() * FlowGrid.SCALE;
            start = initial.rows();
            for (int i = 0; i < n; i++) {
                start[0][i] *= FlowGrid.SCALE;
            }
            grid.parts.remember(start);
            end = mesh.newRows();
        }
    }

    /** Builds the solver. */
    @Setup
    public void start() {
        problem = new Problem(n);
    }

    /** One step. */
    @Benchmark
    public double step() {
        if (!problem.euler.step(problem.start, 0.1, problem.tolerance, problem.end)) {
            throw new IllegalStateException("not solved");
        }
        return problem.end[0][0];
    }
}
