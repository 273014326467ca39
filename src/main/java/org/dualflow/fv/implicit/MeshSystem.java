package org.dualflow.fv.implicit;

import org.dualflow.linear.MeshSolver;
import org.dualflow.mesh.Mesh;

/** The linear systems in two and three dimensions, by conjugate gradients with multigrid. */
final class MeshSystem implements LinearSolver {

    private final MeshSolver solver;

    MeshSystem(FlowGrid grid) {
        Mesh mesh = grid.mesh;
        double[][] faces = new double[mesh.dimension()][];
        boolean[] periodic = new boolean[mesh.dimension()];
        for (int d = 0; d < faces.length; d++) {
            faces[d] = mesh.axis(d).faces();
            periodic[d] = mesh.axis(d).side().isPeriodic();
        }
        solver = new MeshSolver(faces, periodic, grid.conductances);
    }

    @Override
    public void ground(double[][] ground) {
        solver.ground(ground);
    }

    @Override
    public double solve(double[][] side, double[][] x, double allowance) {
        return solver.solve(side, x, allowance);
    }

    @Override
    public int iterations() {
        return solver.iterations();
    }

    @Override
    public boolean isDirect() {
        return false;
    }
}
