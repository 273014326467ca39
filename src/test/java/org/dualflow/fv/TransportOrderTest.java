package org.dualflow.fv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.dualflow.measure.CellMeasure;
import org.dualflow.mesh.Axis;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.PrescribedTransport;
import org.dualflow.time.SspRungeKutta;
import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Orders of accuracy for a = sin x on the circle from the uniform law; the exact masses are differences of
 * 2 atan(e^{-t} tan(x/2))/2π. The order from two meshes differs from the asymptotic one by about the ratio of the next term
 * of the error expansion to the leading one, O(h): bands of ±0.15 (±0.3 at order 5) at these h, and the next orders stay
 * outside.
 */
class TransportOrderTest {

    private static final double END = 0.5;

    @ParameterizedTest
    @CsvSource({
        "upwind, none, 400, 1, 1, 0.15",
        "upwind-at-faces, none, 400, 1, 1, 0.15",
        "muscl, van-leer, 160, 1, 2, 0.15",
        "muscl, mc, 160, 1, 2, 0.15",
        "muscl, van-leer, 160, 1.3, 2, 0.15",
        "weno5, none, 40, 1, 5, 0.3",
    })
    void orderOnTheCircle(String name, String limiter, int cells, double grading, double order, double band) {
        TransportScheme scheme = TransportScheme.named(name).withLimiter(Limiter.named(limiter));
        double coarse = error(scheme, cells, grading);
        double fine = error(scheme, 2 * cells, grading);
        double observed = FastMath.log(coarse / fine) / FastMath.log(2);
        assertEquals(order, observed, band, "errors " + coarse + ", " + fine);
    }

    /**
     * Both extrema stay where the velocity vanishes: a clipped face is off by O(h²) where the velocity is O(h), so that nothing
     * costs more than O(h³) in L¹.
     */
    @Test
    void ownLimiterAndMethodHaveOrderThree() {
        Limiter koren = Limiter.of("koren", 1, (x, y, phi, from, to) -> {
            for (int i = from; i < to; i++) {
                double third = (x[i] + 2 * y[i]) / 3;
                phi[i] = Math.max(0, Math.min(2 * Math.min(x[i], y[i]), third))
                        + Math.min(0, Math.max(2 * Math.max(x[i], y[i]), third));
            }
        });
        SspRungeKutta ssp43 = SspRungeKutta.of("ssp43", 3, 0.5, 0, 0, 2.0 / 3, 0);
        TransportScheme scheme = TransportScheme.muscl(koren).withTime(ssp43);
        double observed = FastMath.log(error(scheme, 160, 1) / error(scheme, 320, 1)) / FastMath.log(2);
        assertEquals(3, observed, 0.15);
    }

    /** The mean of two cell averages is the value at their face up to O(h²), whatever way the wind blows. */
    @Test
    void ownCentralFluxHasOrderTwo() {
        FaceFlux central = FaceFlux.of("central", (below, above, a, f, from, to) -> {
            for (int i = from; i < to; i++) {
                f[i] = a[i] * (below[i] + above[i]) / 2;
            }
        });
        TransportScheme scheme =
                TransportScheme.upwindAtFaces().withFaces(central).withTime(SspRungeKutta.SSP3);
        double observed = FastMath.log(error(scheme, 160, 1) / error(scheme, 320, 1)) / FastMath.log(2);
        assertEquals(2, observed, 0.15);
    }

    /** What a limiter's own function makes of differences is what its kernel makes of them, but for rounding, on every axis. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 1.3})
    void minmodAsAFunctionIsMinmod(double grading) {
        Limiter own = Limiter.of("minmod", 0.5, (x, y, phi, from, to) -> {
            for (int i = from; i < to; i++) {
                phi[i] = Math.max(0, Math.min(x[i], y[i])) + Math.min(0, Math.max(x[i], y[i]));
            }
        });
        double expected = error(TransportScheme.muscl(Limiter.MINMOD), 100, grading);
        assertEquals(expected, error(TransportScheme.muscl(own), 100, grading), 1e-12);
    }

    private static double error(TransportScheme scheme, int cells, double grading) {
        Domain circle = Domain.line(-Math.PI, Math.PI, Boundary.PERIODIC);
        Axis axis = grading == 1
                ? Axis.uniform(circle.side(0), cells)
                : Axis.graded(circle.side(0), cells, s -> s - (grading - 1) * FastMath.sin(2 * Math.PI * s) / 9);
        Mesh mesh = Mesh.of(axis);
        var model = PrescribedTransport.steady("sine", circle, new org.dualflow.field.VelocityField() {
            @Override
            public int dimension() {
                return 1;
            }

            @Override
            public void fill(int component, double[][] x, int n, double[] out) {
                for (int i = 0; i < n; i++) {
                    out[i] = FastMath.sin(x[0][i]);
                }
            }
        });
        CellMeasure start = new CellMeasure(mesh, new double[][] {masses(axis, 0)});
        double step = scheme.time() == SspRungeKutta.SSP3 ? FastMath.pow(2.0 / cells, 5.0 / 3) : 1;
        var run = new FiniteVolumeTransport(model, scheme.withMaxStep(step), List.of(start), List.of(), 0);
        run.advanceTo(END);
        double[] exact = masses(axis, END);
        double error = 0;
        for (int i = 0; i < cells; i++) {
            error += Math.abs(run.measure(0).rows()[0][i] - exact[i]);
        }
        return error;
    }

    private static double[] masses(Axis axis, double t) {
        double[] masses = new double[axis.cells()];
        for (int i = 0; i < masses.length; i++) {
            masses[i] = (origin(axis.face(i + 1), t) - origin(axis.face(i), t)) / (2 * Math.PI);
        }
        return masses;
    }

    private static double origin(double x, double t) {
        return Math.abs(x) == Math.PI ? x : 2 * FastMath.atan(FastMath.exp(-t) * FastMath.tan(0.5 * x));
    }
}
