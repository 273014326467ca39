package org.dualflow.movement;

import org.dualflow.field.InteractionKernel;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.Reductions;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;

/**
 * The interaction ½ ∬ W(x-x') du du on cells, the masses at their centres, for movements linear in what has moved: the potential is
 *
 * <pre>  V_i = Σ_j m_j W(x_i - x_j),</pre>
 *
 * m the masses at the start. The linear energy lies above the quadratic one where ∬ W dδ dδ ≤ 0 for every δ of mass zero, as for |x| and |x|²:
 * then ½ Σ m V and all other energies together fall in every movement, however long. Movements stay convex for any W and follow the flow to first
 * order in τ, second in the width of cells. Along periodic axes differences are the shortest ones. All pairs: O(N²).
 */
public final class GridInteraction implements CellPotential {

    private final InteractionKernel kernel;
    private final double[] along;
    private final double[] square;
    private final double[] shares;

    /**
     * @param kernel W, finite at 0
     * @param mesh the cells
     */
    public GridInteraction(InteractionKernel kernel, Mesh mesh) {
        this.kernel = kernel;
        this.along = new double[mesh.rowLength()];
        this.square = new double[mesh.rowLength()];
        this.shares = new double[mesh.rowLength()];
        double[] own = new double[1];
        kernel.potentials(new double[1], 1, own);
        if (!(Math.abs(own[0]) <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "kernel: W(0) = " + own[0] + ": a finite number is allowed for cells that act on themselves");
        }
    }

    @Override
    public void fill(CellMeasure start, double[][] out) {
        Mesh mesh = start.mesh();
        for (int i = 0; i < along.length; i++) {
            for (int j = 0; j < along.length; j++) {
                along[j] = square(mesh, 0, i, j);
            }
            for (int r = 0; r < out.length; r++) {
                double sum = 0;
                for (int source = 0; source < out.length; source++) {
                    double aside = aside(mesh, r, source);
                    for (int j = 0; j < along.length; j++) {
                        square[j] = aside + along[j];
                    }
                    kernel.potentials(square, square.length, shares);
                    sum += Reductions.dot(start.rows()[source], shares);
                }
                out[r][i] = sum;
            }
        }
    }

    /** The squared distance of two rows. */
    private static double aside(Mesh mesh, int r, int source) {
        double aside = 0;
        for (int axis = 1, stride = 1; axis < mesh.dimension(); stride *= mesh.cells(axis++)) {
            int cells = mesh.cells(axis);
            aside += square(mesh, axis, r / stride % cells, source / stride % cells);
        }
        return aside;
    }

    private static double square(Mesh mesh, int axis, int a, int b) {
        double gap = Math.abs(mesh.axis(axis).point(a) - mesh.axis(axis).point(b));
        Domain.Side side = mesh.axis(axis).side();
        double shortest = side.isPeriodic() ? Math.min(gap, side.length() - gap) : gap;
        return shortest * shortest;
    }

    /** ½ Σ m V. */
    public double energy(CellMeasure masses) {
        double[][] potential = masses.mesh().newRows();
        fill(masses, potential);
        double sum = 0;
        for (int r = 0; r < potential.length; r++) {
            sum += 0.5 * Reductions.dot(masses.rows()[r], potential[r]);
        }
        return sum;
    }
}
