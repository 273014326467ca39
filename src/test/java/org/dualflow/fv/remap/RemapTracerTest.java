package org.dualflow.fv.remap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.dualflow.field.VelocityField;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.time.StepFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemapTracerTest {

    private static final double[] ENDS = {-1, -0.25, 0.5, 1};

    private interface Speed {
        double at(double x, double y);
    }

    private static VelocityField field(Speed speed) {
        return new VelocityField() {
            @Override
            public int dimension() {
                return 2;
            }

            @Override
            public void fill(int component, double[][] x, int n, double[] out) {
                for (int i = 0; i < n; i++) {
                    out[i] = component == 0 ? speed.at(x[0][i], x[1][i]) : speed.at(x[1][i], x[0][i]);
                }
            }
        };
    }

    private static RemapTracer tracer(Boundary boundary, int component, int order) {
        Domain.Side side = new Domain.Side(-1, 1, boundary, boundary);
        RemapTracer tracer = new RemapTracer(side, component, 2, order, ENDS);
        java.util.Arrays.fill(tracer.transverse(1 - component), 0.5);
        return tracer;
    }

    /** b = y - x with y = ½: from x backwards, x - ½ grows like the first terms of e^Δt; ends are traced outwards with the value there. */
    @ParameterizedTest
    @CsvSource({"1,0", "1,1", "2,0", "2,1", "4,0", "4,1"})
    void feetAreThoseOfARungeKuttaStep(int order, int component) {
        double dt = 0.25;
        double growth = 1 + dt;
        growth += order >= 2 ? dt * dt / 2 : 0;
        growth += order == 4 ? dt * dt * dt / 6 + dt * dt * dt * dt / 24 : 0;
        double[] feet = new double[4];
        RemapTracer tracer = tracer(Boundary.CLIPPED, component, order);
        assertNull(tracer.trace(field((x, y) -> y - x), dt, feet));
        for (int i = 1; i < 3; i++) {
            assertEquals(0.5 + (ENDS[i] - 0.5) * growth, feet[i], 0x1p-51);
        }
        // Beyond the ends the velocity is that of the end, 1.5 and -½.
        assertEquals(-1 - 1.5 * dt, feet[0], 0x1p-51);
        assertEquals(1 + 0.5 * dt, feet[3], 0x1p-51);
        assertEquals(1.5 * dt, tracer.farthest(), 0x1p-51);
        assertNull(tracer.trace(field((x, y) -> 0), dt, feet));
        assertEquals(1.5 * dt, tracer.farthest(), 0x1p-51);
        tracer.reset();
        assertNull(tracer.trace(field((x, y) -> -1), dt, feet));
        assertEquals(dt, tracer.farthest(), 0x1p-51);
    }

    /** On a circle of length 2, b = 1 + |x|/2 is continuous; a foot beyond -1 is felt at its place beside 1. */
    @ParameterizedTest
    @CsvSource({"1", "2", "4"})
    void circlesAreWrapped(int order) {
        double dt = 0.5;
        double[] feet = new double[4];
        Speed speed = (x, y) -> 1 + Math.abs(x) / 2;
        assertNull(tracer(Boundary.PERIODIC, 0, order).trace(field(speed), dt, feet));
        // Behind -1 the field of the circle is 1 + |x + 2|/2 = 2 + x/2.
        Speed unrolled = (x, y) -> x < -1 ? 2 + x / 2 : 1 + Math.abs(x) / 2;
        for (int i = 0; i < 3; i++) {
            double x = ENDS[i];
            double k1 = unrolled.at(x, 0);
            double k2 = unrolled.at(x - dt / 2 * k1, 0);
            double k3 = unrolled.at(x - dt / 2 * k2, 0);
            double k4 = unrolled.at(x - dt * k3, 0);
            double slope = order == 1 ? k1 : order == 2 ? k2 : (k1 + 2 * k2 + 2 * k3 + k4) / 6;
            assertEquals(x - dt * slope, feet[i], 0x1p-50);
        }
        assertEquals(feet[0] + 2, feet[3], 0);
    }

    /** A field that jumps up tears faces apart, so that backwards they cross: the upper of the two is named. */
    @Test
    void feetThatCrossOrAreNoNumbersAreNamed() {
        double[] feet = new double[4];
        RemapTracer tracer = tracer(Boundary.CLIPPED, 0, 1);
        assertEquals(StepFailure.Cause.CFL, tracer.trace(field((x, y) -> x > 0.4 ? 2 : -2), 0.25, feet));
        assertEquals(2, tracer.culprit());
        assertEquals(StepFailure.Cause.CFL, tracer.trace(field((x, y) -> x > -0.5 ? 2 : -2), 0.25, feet));
        assertEquals(1, tracer.culprit());
        // Faces that meet in one point do no harm.
        assertNull(tracer.trace(field((x, y) -> x > 0.4 ? 1.5 : -1.5), 0.25, feet));
        assertEquals(feet[1], feet[2]);
        assertEquals(StepFailure.Cause.NOT_FINITE, tracer.trace(field((x, y) -> x == 1 ? Double.NaN : 0), 0.25, feet));
        assertEquals(3, tracer.culprit());
        assertEquals(
                StepFailure.Cause.NOT_FINITE,
                tracer.trace(field((x, y) -> x == -1 ? Double.NEGATIVE_INFINITY : 0), 0.25, feet));
        assertEquals(0, tracer.culprit());
    }
}
