package org.dualflow.validation.agreement;

import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.Measure;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.measure.QuantileFunction;
import org.dualflow.mesh.Axis;
import org.dualflow.mesh.Mesh;

/** The law of one coordinate of a measure in several dimensions. */
final class Marginal {

    private Marginal() {}

    /** Particles are atoms; a mesh is projected on its axis and read as {@link Reading#SLABS}. */
    static QuantileFunction of(Measure measure, int axis) {
        return Reading.SLABS.of(measure instanceof CellMeasure cells ? projected(cells, axis) : atoms(measure, axis));
    }

    private static CellMeasure projected(CellMeasure cells, int d) {
        Axis axis = cells.mesh().axis(d);
        Mesh line = Mesh.of(axis);
        double[][] mass = line.newRows();
        double[][] rows = cells.rows();
        int second = cells.dimension() > 1 ? cells.mesh().cells(1) : 1;
        for (int r = 0; r < rows.length; r++) {
            for (int i = 0; i < rows[r].length; i++) {
                mass[0][d == 0 ? i : d == 1 ? r % second : r / second] += rows[r][i];
            }
        }
        return new CellMeasure(line, mass);
    }

    private static ParticleMeasure atoms(Measure measure, int d) {
        double[] x = new double[measure.size()];
        double[] w = new double[measure.size()];
        int[] filled = {0};
        measure.forEachBlock((points, weights, n) -> {
            System.arraycopy(points[d], 0, x, filled[0], n);
            System.arraycopy(weights, 0, w, filled[0], n);
            filled[0] += n;
        });
        return new ParticleMeasure(new double[][] {x}, w);
    }
}
