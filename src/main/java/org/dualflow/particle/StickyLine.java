package org.dualflow.particle;

import org.dualflow.field.VelocityField;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Species;

/** {@link Sticking#STICKY} for the particles of one species on a line. */
final class StickyLine {

    private final Domain.Side side;
    private final ExplicitRungeKutta method;
    private final double[][] k;
    private final IsotonicRegression order;
    private final double[] last;
    private final double[][] point = new double[1][1];
    private final double[] value = new double[1];

    /**
     * @param k velocities of the stages, {@code k[stages][n]}, shared with the cloud
     */
    StickyLine(Species species, ParticleMeasure start, ExplicitRungeKutta method, double[][] k) {
        if (start.dimension() != 1 || species.domain().side(0).isPeriodic()) {
            throw new IllegalArgumentException(
                    "sticking = sticky for " + species.name() + ": a line without periodic ends is allowed");
        }
        this.side = species.domain().side(0);
        this.method = method;
        this.k = k;
        this.order = new IsotonicRegression(start);
        this.last = new double[start.size()];
    }

    /** Restores the order of the particles by merging those that would pass each other. */
    void merge(double[] y, double[] w) {
        order.project(y, w);
    }

    /**
     * In a steady field, puts particles on the sink that they met. A sink lies between the old position and a stage or
     * trial position if the velocities there point at each other.
     */
    void catchAtSinks(VelocityField field, double h, double[] x, double[][] y) {
        int n = x.length;
        field.fill(0, y, n, last);
        for (int i = 0; i < n; i++) {
            double v = k[0][i];
            int reversed = firstReversal(i, v);
            if (reversed > 0) {
                double far = reversed < k.length ? stage(reversed, h, x[i], i) : y[0][i];
                if ((far - x[i]) * v > 0) {
                    y[0][i] = sink(field, x[i], far, v);
                }
            }
        }
    }

    /** The first stage in which particle {@code i} moves against {@code v}; the trial position counts as the last. */
    private int firstReversal(int i, double v) {
        for (int s = 1; s < k.length; s++) {
            if (k[s][i] * v < 0) {
                return s;
            }
        }
        return last[i] * v < 0 ? k.length : 0;
    }

    private double stage(int s, double h, double x, int i) {
        double sum = 0;
        double[] a = method.stage(s);
        for (int r = 0; r < s; r++) {
            sum += a[r] * k[r][i];
        }
        return Math.min(side.upper(), Math.max(side.lower(), x + h * sum));
    }

    /** Bisects between {@code near}, where the velocity has the sign of {@code v}, and {@code far}, where not. */
    private double sink(VelocityField field, double near, double far, double v) {
        double resolution = Math.ulp(side.length());
        double a = near;
        double b = far;
        for (double middle = 0.5 * (a + b); middle != a && middle != b; middle = 0.5 * (a + b)) {
            if (Math.abs(b - a) <= resolution && a * b <= 0) {
                return 0;
            }
            point[0][0] = middle;
            field.fill(0, point, 1, value);
            if (value[0] * v > 0) {
                a = middle;
            } else if (value[0] * v < 0) {
                b = middle;
            } else {
                return middle;
            }
        }
        return b;
    }
}
