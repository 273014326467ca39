package org.dualflow.fv.remap;

import org.dualflow.field.VelocityField;
import org.dualflow.mesh.Domain;
import org.dualflow.time.StepFailure;
import org.jspecify.annotations.Nullable;

/**
 * Traces the faces of one mesh line backwards through a frozen field by an explicit Runge–Kutta step. Beyond an end that
 * is not periodic the field has the value of the end; on a periodic axis it is evaluated at wrapped points.
 */
final class RemapTracer {

    private final Domain.Side side;
    private final int component;
    private final int order;
    private final double[] ends;
    private final double[][] at;
    private final double[] line;
    private final double[] first;
    private final double[] later;
    private final double[] sum;
    private double farthest;
    private int culprit;

    /**
     * @param side the interval of the axis
     * @param component which axis
     * @param dimension number of axes
     * @param order 1, 2 or 4
     * @param ends ends of the cells, not to be moved
     */
    RemapTracer(Domain.Side side, int component, int dimension, int order, double[] ends) {
        this.side = side;
        this.component = component;
        this.order = order;
        this.ends = ends;
        int n = ends.length;
        at = new double[dimension][n];
        line = at[component];
        first = new double[n];
        later = new double[n];
        sum = new double[n];
    }

    /** Coordinate {@code d} of the line, to be filled by the caller for every axis but the traced one. */
    double[] transverse(int d) {
        return at[d];
    }

    /** Forgets {@link #farthest}. */
    void reset() {
        farthest = 0;
    }

    /** The longest distance traced since the last {@link #reset}. */
    double farthest() {
        return farthest;
    }

    /** The face at which the last failure was found. */
    int culprit() {
        return culprit;
    }

    /**
     * Writes the feet of all faces.
     *
     * @return what is wrong with them, or null
     */
    StepFailure.@Nullable Cause trace(VelocityField field, double dt, double[] feet) {
        int n = side.isPeriodic() ? ends.length - 1 : ends.length;
        evaluate(field, n, ends, 0, first, first);
        double[] slope = first;
        if (order == 2) {
            evaluate(field, n, ends, 0.5 * dt, first, later);
            slope = later;
        } else if (order == 4) {
            slope = classical(field, n, dt);
        }
        for (int i = 0; i < n; i++) {
            feet[i] = ends[i] - dt * slope[i];
        }
        if (side.isPeriodic()) {
            feet[n] = feet[0] + side.length();
        }
        return inspect(feet);
    }

    private double[] classical(VelocityField field, int n, double dt) {
        evaluate(field, n, ends, 0.5 * dt, first, later);
        for (int i = 0; i < n; i++) {
            sum[i] = first[i] + 2 * later[i];
        }
        evaluate(field, n, ends, 0.5 * dt, later, later);
        for (int i = 0; i < n; i++) {
            sum[i] += 2 * later[i];
        }
        evaluate(field, n, ends, dt, later, later);
        for (int i = 0; i < n; i++) {
            sum[i] = (sum[i] + later[i]) / 6;
        }
        return sum;
    }

    /** {@code out = b(x - dt v)}; {@code out} may be {@code v}. */
    private void evaluate(VelocityField field, int n, double[] x, double dt, double[] v, double[] out) {
        if (dt == 0) {
            System.arraycopy(x, 0, line, 0, n);
        } else {
            for (int i = 0; i < n; i++) {
                line[i] = x[i] - dt * v[i];
            }
        }
        double lower = side.lower();
        double upper = side.upper();
        if (side.isPeriodic()) {
            double length = side.length();
            for (int i = 0; i < n; i++) {
                line[i] -= length * Math.floor((line[i] - lower) / length);
            }
        } else {
            for (int i = 0; i < n; i++) {
                line[i] = Math.max(lower, Math.min(upper, line[i]));
            }
        }
        field.fill(component, at, n, out);
    }

    private StepFailure.@Nullable Cause inspect(double[] feet) {
        for (int i = 0; i < feet.length; i++) {
            double distance = Math.abs(feet[i] - ends[i]);
            if (!(distance < Double.POSITIVE_INFINITY)) {
                culprit = i;
                return StepFailure.Cause.NOT_FINITE;
            }
            farthest = Math.max(farthest, distance);
            if (i > 0 && feet[i] < feet[i - 1]) {
                culprit = i;
                return StepFailure.Cause.CFL;
            }
        }
        return null;
    }
}
