package org.dualflow.fv.remap;

import java.util.Arrays;
import java.util.List;
import org.dualflow.field.AnalyticFields;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.Law;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.Initial;
import org.dualflow.model.PrescribedTransport;

/** Runs and distances that the tests of the semi-Lagrangian scheme share. */
final class SemiLagrangianLines {

    private SemiLagrangianLines() {}

    static SemiLagrangianScheme scheme(RemapReconstruction reconstruction, double step) {
        return SemiLagrangianScheme.of(reconstruction).withMaxStep(step).withCourant(Double.POSITIVE_INFINITY);
    }

    /** Masses at time {@code end} of a law that moves with speed 1. */
    static double[] translated(Domain domain, int cells, Law law, SemiLagrangianScheme scheme, double end) {
        var model = PrescribedTransport.steady("translation", domain, AnalyticFields.constant(1));
        var transport =
                SemiLagrangianTransport.start(model, List.of(Mesh.uniform(domain, cells)), Initial.of(law), scheme, 0);
        transport.advanceTo(end);
        return masses(transport);
    }

    static double[] masses(SemiLagrangianTransport transport) {
        return ((CellMeasure) transport.state().measure(0)).rows()[0];
    }

    static Domain line(double lower, double upper, Boundary boundary) {
        return Domain.line(lower, upper, boundary);
    }

    /** W₁ on a line, from the distribution functions at the faces. */
    static double onLine(double[] a, double[] b, double h) {
        double difference = 0;
        double distance = 0;
        for (int i = 0; i < a.length; i++) {
            difference += a[i] - b[i];
            distance += h * Math.abs(difference);
        }
        return distance;
    }

    /** W₁ on a circle: the distribution functions may differ by a constant, the median of their difference. */
    static double onCircle(double[] a, double[] b, double h) {
        double[] f = new double[a.length];
        double sum = 0;
        for (int i = 0; i < f.length; i++) {
            sum += a[i] - b[i];
            f[i] = sum;
        }
        double[] sorted = f.clone();
        Arrays.sort(sorted);
        double median = 0.5 * (sorted[(f.length - 1) / 2] + sorted[f.length / 2]);
        double distance = 0;
        for (double value : f) {
            distance += h * Math.abs(value - median);
        }
        return distance;
    }
}
