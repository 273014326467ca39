package org.dualflow.fv.remap;

import java.util.Arrays;
import java.util.List;
import org.dualflow.field.VelocityField;
import org.dualflow.mesh.Axis;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.Coupling;

/** The largest |b_d| / h_d of frozen fields at the points of their meshes, h_d the smallest width along axis d. */
final class RemapSpeed {

    private final List<Mesh> meshes;
    private final double[][][] points;
    private final double[][] values;
    private double known = -1;

    RemapSpeed(List<Mesh> meshes) {
        this.meshes = meshes;
        points = new double[meshes.size()][][];
        values = new double[meshes.size()][];
        for (int s = 0; s < points.length; s++) {
            Mesh mesh = meshes.get(s);
            points[s] = new double[mesh.dimension()][mesh.rowLength()];
            points[s][0] = mesh.axis(0).points();
            values[s] = new double[mesh.rowLength()];
        }
    }

    /** The largest rate over all species and axes; computed once if the fields are steady. Not finite values count not. */
    double largest(Coupling coupling, boolean steady) {
        if (steady && known >= 0) {
            return known;
        }
        double largest = 0;
        for (int s = 0; s < points.length; s++) {
            largest = Math.max(largest, largest(s, coupling.field(s)));
        }
        known = largest;
        return largest;
    }

    private double largest(int s, VelocityField field) {
        Mesh mesh = meshes.get(s);
        double largest = 0;
        int ny = mesh.cells(1);
        for (int r = 0; r < mesh.rows(); r++) {
            for (int d = 1; d < mesh.dimension(); d++) {
                Axis axis = mesh.axis(d);
                Arrays.fill(points[s][d], axis.point(d == 1 ? r % ny : r / ny));
            }
            for (int d = 0; d < mesh.dimension(); d++) {
                field.fill(d, points[s], mesh.rowLength(), values[s]);
                double width = mesh.axis(d).minWidth();
                for (double v : values[s]) {
                    double rate = Math.abs(v) / width;
                    if (rate > largest && rate < Double.POSITIVE_INFINITY) {
                        largest = rate;
                    }
                }
            }
        }
        return largest;
    }
}
