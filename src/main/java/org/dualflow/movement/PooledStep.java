package org.dualflow.movement;

/**
 * The minimiser u of g·(u-x) + ½ Σ d_i (u_i-x_i)² - ½ c (Σ w_i (u_i-x_i))² over all points of a {@link QuantileSpace}. For c = 0 it is the
 * isotonic regression of x - g/d with weights d, clipped. Otherwise u is that of x - (g - c s w)/d, where s = Σ w_i (u_i-x_i) solves an
 * equation s = T(s), T piecewise linear of slope less than one in s, by Newton's method.
 */
final class PooledStep {

    private static final int ROUNDS = 100;

    /** Of T(s) - s, relative to Σ w_i |u_i-x_i| + Σ w_i |x_i|: a rounding or two. */
    private static final double ROUNDING = 0x1p-52;

    private final QuantileSpace space;
    private final MonotoneProjection projection;
    private final double[] w;
    private final double[] u;
    private double image;
    private double slope;
    private double length;

    PooledStep(QuantileSpace space, MonotoneProjection projection) {
        this.space = space;
        this.projection = projection;
        this.w = space.weights();
        this.u = new double[w.length];
    }

    /**
     * @param direction receives u - x
     * @return whether the model has a minimiser: d positive
     */
    boolean solve(double[] x, double[] g, double[] d, double c, double[] direction) {
        for (double di : d) {
            if (!(di > 0)) {
                return false;
            }
        }
        double s = 0;
        evaluate(x, g, d, c, s);
        for (int k = 0; k < ROUNDS && Math.abs(image - s) > ROUNDING * length; k++) {
            if (!(slope < 1)) {
                return false;
            }
            s += (image - s) / (1 - slope);
            evaluate(x, g, d, c, s);
        }
        for (int i = 0; i < u.length; i++) {
            direction[i] = u[i] - x[i];
        }
        return true;
    }

    /** Replaces the end of a full step, x + (u - x), by u itself: pools stay pools to the last bit. */
    void land(double[] trial) {
        System.arraycopy(u, 0, trial, 0, u.length);
    }

    /** u for given s; leaves T(s) and T'(s). */
    private void evaluate(double[] x, double[] g, double[] d, double c, double s) {
        int n = u.length;
        for (int i = 0; i < n; i++) {
            u[i] = x[i] - (g[i] - c * s * w[i]) / d[i];
        }
        projection.project(u, d, 0, n);
        space.clip(u);
        image = 0;
        slope = 0;
        length = 0;
        if (c != 0) {
            for (int p = 0, i = 0; p < projection.pools(); p++) {
                double weight = 0;
                for (; i < projection.end(p); i++) {
                    weight += w[i];
                    image += w[i] * (u[i] - x[i]);
                    length += w[i] * (Math.abs(u[i] - x[i]) + Math.abs(x[i]));
                }
                double mean = projection.mean(p);
                if (mean > space.lower() && mean < space.upper()) {
                    slope += c * weight * weight / projection.mass(p);
                }
            }
        }
    }
}
