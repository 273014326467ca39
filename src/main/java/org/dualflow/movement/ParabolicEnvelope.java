package org.dualflow.movement;

import org.dualflow.mesh.Axis;
import org.dualflow.mesh.Mesh;

/** Raises values on a mesh to max over y of p(y) - |x-y|²/(2τ), axis by axis: no steeper than optimal potentials of a step τ. */
final class ParabolicEnvelope {

    private final Mesh mesh;
    private final double tau;

    ParabolicEnvelope(Mesh mesh, double tau) {
        this.mesh = mesh;
        this.tau = tau;
    }

    void raise(double[][] p) {
        for (double[] row : p) {
            raise(mesh.axis(0), row);
        }
        for (int axis = 1, stride = 1; axis < mesh.dimension(); stride *= mesh.cells(axis++)) {
            double[] line = new double[mesh.cells(axis)];
            for (int first = 0; first < p.length; first++) {
                if (first / stride % line.length != 0) {
                    continue;
                }
                for (int i = 0; i < mesh.rowLength(); i++) {
                    for (int k = 0; k < line.length; k++) {
                        line[k] = p[first + k * stride][i];
                    }
                    raise(mesh.axis(axis), line);
                    for (int k = 0; k < line.length; k++) {
                        p[first + k * stride][i] = line[k];
                    }
                }
            }
        }
    }

    private void raise(Axis axis, double[] line) {
        double[] old = line.clone();
        double round = axis.side().isPeriodic() ? axis.side().length() : Double.POSITIVE_INFINITY;
        for (int k = 0; k < line.length; k++) {
            for (int j = 0; j < old.length; j++) {
                double gap = Math.abs(axis.point(k) - axis.point(j));
                double reach = Math.min(gap, round - gap);
                line[k] = Math.max(line[k], old[j] - reach * reach / (2 * tau));
            }
        }
    }
}
