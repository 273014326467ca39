package org.dualflow.movement;

import org.dualflow.linear.MeshSolver;
import org.dualflow.measure.Reductions;
import org.dualflow.mesh.Mesh;

/**
 * Solves -∇²D δ = ∇D for a {@link GridDual} by flexible conjugate gradients, preconditioned with the network W + links, in which J is the
 * identity: where W is the mass of a cell, spectrally equivalent up to a factor that τ |∇p|² determines, not the mesh.
 *
 * @see <a href="https://doi.org/10.1137/S1064827597323415">Golub, Ye 1999</a>
 */
final class GridNewton {

    private static final int MOST_ITERATIONS = 300;

    /** The energy of the error at the end, relative to that at the start: a digit or two, Newton's method brings the others. */
    private static final double ACCEPTED = 1e-4;

    /** Of a network's right side, where its solver stops: a cycle or two. */
    private static final double ROUGH = 0.05;

    /** The least conductance to the ground, relative to the largest: cells that hold nothing need some. */
    private static final double FLOOR = 0x1p-800;

    private final GridDual dual;
    private final double[][] faces;
    private final boolean[] periodic;
    private final double[][] ground;
    private final double[][] residual;
    private final double[][] old;
    private final double[][] z;
    private final double[][] d;
    private final double[][] image;
    private final double[][] work;

    GridNewton(GridDual dual) {
        this.dual = dual;
        Mesh mesh = dual.faces.mesh;
        faces = new double[mesh.dimension()][];
        periodic = new boolean[mesh.dimension()];
        for (int a = 0; a < faces.length; a++) {
            faces[a] = mesh.axis(a).faces();
            periodic[a] = mesh.axis(a).side().isPeriodic();
        }
        ground = mesh.newRows();
        residual = mesh.newRows();
        old = mesh.newRows();
        z = mesh.newRows();
        d = mesh.newRows();
        image = mesh.newRows();
        work = mesh.newRows();
    }

    /**
     * @param x receives δ
     * @return ∇D · δ
     */
    double solve(double[][] x) {
        double most = 0;
        for (int r = 0; r < x.length; r++) {
            most = Math.max(most, Reductions.greatest(dual.stiffness[r]));
        }
        for (int r = 0; r < x.length; r++) {
            for (int i = 0; i < x[r].length; i++) {
                ground[r][i] = Math.max(dual.stiffness[r][i], FLOOR * most);
                residual[r][i] = dual.image[r][i] - dual.mass[r][i];
                x[r][i] = 0;
                d[r][i] = 0;
            }
        }
        MeshSolver solver = new MeshSolver(faces, periodic, dual.links);
        solver.ground(ground);
        double first = 0;
        double rho = 0;
        double slope = 0;
        for (int k = 0; k < MOST_ITERATIONS; k++) {
            double before = rho;
            precondition(solver);
            rho = dot(residual, z);
            first = k == 0 ? rho : first;
            if (!(rho > ACCEPTED * first)) {
                return slope;
            }
            double beta = k == 0 ? 0 : Math.max(0, (rho - dot(old, z)) / before);
            for (int r = 0; r < x.length; r++) {
                for (int i = 0; i < x[r].length; i++) {
                    d[r][i] = z[r][i] + beta * d[r][i];
                    old[r][i] = residual[r][i];
                }
            }
            dual.apply(d, work, image);
            double step = dot(residual, d) / dot(d, image);
            if (!(step > 0 && step < Double.POSITIVE_INFINITY)) {
                return slope;
            }
            slope += step * dot(residual, d);
            for (int r = 0; r < x.length; r++) {
                for (int i = 0; i < x[r].length; i++) {
                    x[r][i] += step * d[r][i];
                    residual[r][i] -= step * image[r][i];
                }
            }
        }
        return slope;
    }

    private void precondition(MeshSolver solver) {
        double size = 0;
        for (int r = 0; r < z.length; r++) {
            for (int i = 0; i < z[r].length; i++) {
                size += Math.abs(residual[r][i]);
                z[r][i] = 0;
            }
        }
        solver.solve(residual, z, ROUGH * size);
    }

    private static double dot(double[][] a, double[][] b) {
        double sum = 0;
        for (int r = 0; r < a.length; r++) {
            sum += Reductions.dot(a[r], b[r]);
        }
        return sum;
    }
}
