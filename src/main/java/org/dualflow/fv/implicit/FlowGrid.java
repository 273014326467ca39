package org.dualflow.fv.implicit;

import org.dualflow.measure.CellMeasure;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.FaceConductances;
import org.dualflow.model.GradientFlow;
import org.dualflow.model.Storage;

/**
 * A {@link GradientFlow} on a mesh: μ_i, the mass of the target in each cell, and κ times the conductances of the faces.
 *
 * <p>Both are kept times 2⁵⁰⁰, which changes nothing but the exponents of all numbers in a step: masses of a target down to
 * the least double are then ordinary numbers, and their reciprocals do not overflow.
 */
final class FlowGrid {

    /** What masses and conductances are multiplied by. */
    static final double SCALE = 0x1p500;

    final Mesh mesh;
    final double[][] target;
    final double[][][] conductances;
    final Parts parts;

    FlowGrid(GradientFlow flow, Mesh mesh) {
        if (!mesh.domain().equals(flow.domain())) {
            throw new IllegalArgumentException(
                    "mesh of " + flow.species().get(0).name() + " divides " + mesh.domain() + ": " + flow.domain()
                            + " is allowed");
        }
        this.mesh = mesh;
        CellMeasure d = flow.target().onto(mesh);
        target = d.rows();
        for (double[] row : target) {
            for (int i = 0; i < row.length; i++) {
                if (!(row[i] >= 0 && row[i] < Double.POSITIVE_INFINITY)) {
                    throw new IllegalArgumentException(
                            "target: mass of a cell = " + row[i] + ": a finite number, at least 0, is allowed");
                }
            }
        }
        conductances = new double[mesh.dimension()][][];
        for (int axis = 0; axis < conductances.length; axis++) {
            conductances[axis] = FaceConductances.along(axis, d);
            scale(conductances[axis], flow.mobility() * SCALE);
        }
        scale(target, SCALE);
        parts = new Parts(mesh, target, conductances);
    }

    /** Σ |Σ_j κ G_ij (w_j - w_i)|, the speed at which masses change, for masses times the scale. */
    double rate(double[][] masses, Storage storage) {
        int n = mesh.rowLength();
        double[][] w = mesh.newRows();
        double[] ratios = new double[n];
        for (int r = 0; r < w.length; r++) {
            for (int i = 0; i < n; i++) {
                ratios[i] = target[r][i] > 0 ? masses[r][i] / target[r][i] : 0;
            }
            storage.potentials(ratios, 0, n, w[r]);
        }
        double[][] change = mesh.newRows();
        for (int d = 0; d < conductances.length; d++) {
            int stride = d == 0 ? 1 : d == 1 ? n : n * mesh.cells(1);
            for (int c = 0; c < mesh.size(); c++) {
                int at = c / stride % mesh.cells(d);
                int next = at + 1 < mesh.cells(d) ? c + stride : c - at * stride;
                double flux = conductances[d][c / n][c % n] * (w[next / n][next % n] - w[c / n][c % n]);
                change[c / n][c % n] += flux;
                change[next / n][next % n] -= flux;
            }
        }
        double sum = 0;
        for (double[] row : change) {
            for (double value : row) {
                sum += Math.abs(value);
            }
        }
        return sum;
    }

    private static void scale(double[][] rows, double factor) {
        for (double[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                row[i] *= factor;
            }
        }
    }
}
