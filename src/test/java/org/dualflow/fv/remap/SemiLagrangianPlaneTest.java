package org.dualflow.fv.remap;

import static org.dualflow.fv.remap.SemiLagrangianLines.scheme;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.dualflow.field.AnalyticFields;
import org.dualflow.measure.BoxDensityLaw;
import org.dualflow.measure.CellMeasure;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.PrescribedTransport;
import org.dualflow.model.TransportModel;
import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two and three dimensions. */
final class SemiLagrangianPlaneTest {

    private static SemiLagrangianTransport from(TransportModel model, CellMeasure start, SemiLagrangianScheme scheme) {
        return new SemiLagrangianTransport(model, List.of(start), new double[0], scheme, 0);
    }

    private static double[][] rows(SemiLagrangianTransport transport) {
        return ((CellMeasure) transport.state().measure(0)).rows();
    }

    /** Whole cells per sweep: half steps of 2, 4 and a step of 6 cells; feet are rounded as in one dimension. */
    @ParameterizedTest
    @EnumSource(RemapReconstruction.class)
    void constantVelocityInSpaceIsAShift(RemapReconstruction reconstruction) {
        Domain cube = Domain.cube(3, 0, 1, Boundary.PERIODIC);
        int[] n = {8, 10, 12};
        Mesh mesh = Mesh.uniform(cube, n);
        double[][] start = mesh.newRows();
        for (int r = 0; r < start.length; r++) {
            for (int i = 0; i < n[0]; i++) {
                start[r][i] = (7 * r + 3 * i) % 11;
            }
        }
        var model = PrescribedTransport.steady("shift", cube, AnalyticFields.constant(4.0 / 8, -8.0 / 10, 6.0 / 12));
        var transport = from(model, new CellMeasure(mesh, start), scheme(reconstruction, 1));
        transport.advanceTo(1);
        double rounding = 12 * 11 * 3 * 3 * 8 * Math.ulp(1.0);
        for (int k = 0; k < n[2]; k++) {
            for (int j = 0; j < n[1]; j++) {
                for (int i = 0; i < n[0]; i++) {
                    int row = (j + 2) % n[1] + n[1] * ((k + 6) % n[2]);
                    assertEquals(start[j + n[1] * k][i], rows(transport)[row][(i + 4) % n[0]], rounding);
                }
            }
        }
    }

    /** A quarter turn of a smooth bump; order 2 in h and Δt together, 2 ± 0.4 from two meshes. */
    @ParameterizedTest
    @EnumSource(
            value = RemapReconstruction.class,
            names = {"LINEAR", "PARABOLIC", "MOMENTS"})
    void rotationIsOfOrderTwo(RemapReconstruction reconstruction) {
        double order = FastMath.log(2, turned(reconstruction, 32) / turned(reconstruction, 64));
        assertTrue(order > 1.6, () -> "order " + order);
    }

    private static double turned(RemapReconstruction reconstruction, int n) {
        Domain square = Domain.cube(2, -1, 1, Boundary.NO_FLUX);
        Mesh mesh = Mesh.uniform(square, n);
        double step = 4 * Math.PI / 2 / n;
        var model = PrescribedTransport.steady("rotation", square, AnalyticFields.rotation());
        var transport = from(model, bump(0.4, 0).onto(mesh), scheme(reconstruction, step));
        transport.advanceTo(Math.PI / 2);
        double[][] exact = bump(0, 0.4).onto(mesh).rows();
        double error = 0;
        for (int r = 0; r < exact.length; r++) {
            for (int i = 0; i < n; i++) {
                error += Math.abs(rows(transport)[r][i] - exact[r][i]);
            }
        }
        return error;
    }

    private static BoxDensityLaw bump(double x, double y) {
        return new BoxDensityLaw(
                p -> FastMath.exp(-20 * ((p[0] - x) * (p[0] - x) + (p[1] - y) * (p[1] - y))),
                Domain.cube(2, -1, 1, Boundary.NO_FLUX));
    }

    /** A step allocates nothing once it is compiled; a kilobyte is left for the virtual machine itself. */
    @ParameterizedTest
    @EnumSource(RemapReconstruction.class)
    void aStepAllocatesNothing(RemapReconstruction reconstruction) {
        Domain square = Domain.cube(2, -1, 1, Boundary.CLIPPED);
        Mesh mesh = Mesh.uniform(square, 24);
        var model = PrescribedTransport.unsteady("linear", square, (t, component, x, n, out) -> {
            for (int i = 0; i < n; i++) {
                out[i] = (0.5 - t) * x[component][i];
            }
        });
        double[][] even = mesh.newRows();
        for (double[] row : even) {
            Arrays.fill(row, 1.0 / 576);
        }
        var transport = from(model, new CellMeasure(mesh, even), scheme(reconstruction, 1e-4));
        transport.advanceTo(0.02);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(thread);
        for (int i = 0; i < 100; i++) {
            transport.step(1);
        }
        long allocated = threads.getThreadAllocatedBytes(thread) - before;
        assertTrue(allocated < 1024, () -> allocated + " bytes");
    }

    /** Mass squeezed into a clipped corner sits on its point. */
    @Test
    void massIsHeldByACorner() {
        Domain square = Domain.cube(2, -1, 1, Boundary.CLIPPED);
        Mesh mesh = Mesh.uniform(square, 21);
        var model = PrescribedTransport.steady("corner", square, AnalyticFields.constant(1, 0.7));
        double[][] start = mesh.newRows();
        start[3][4] = 0.25;
        start[17][9] = 0.75;
        var transport = from(model, new CellMeasure(mesh, start), scheme(RemapReconstruction.MOMENTS, 0.17));
        transport.advanceTo(4);
        assertEquals(1, rows(transport)[20][20], 24 * 40 * Math.ulp(1.0));
        transport.state().measure(0).forEachBlock((x, w, n) -> {
            if (w[20] > 0) {
                assertEquals(1, x[0][20], 0);
                assertEquals(1, x[1][20], 0);
            }
        });
    }
}
