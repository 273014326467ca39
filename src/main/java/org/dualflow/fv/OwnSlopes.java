package org.dualflow.fv;

/** Face values by a limiter that is a function on rows: φ(x, y) for the upper face, φ(y, x) for the lower one. */
final class OwnSlopes {

    private double[] x = {};
    private double[] y = {};
    private double[] upper = {};
    private double[] lower = {};

    /** On a uniform axis. */
    void fill(
            Limiter limiter,
            double[] below,
            double[] here,
            double[] above,
            double[] low,
            double[] high,
            int from,
            int to) {
        reserve(to);
        for (int i = from; i < to; i++) {
            x[i] = here[i] - below[i];
            y[i] = above[i] - here[i];
        }
        slopes(limiter, from, to);
        for (int i = from; i < to; i++) {
            low[i] = here[i] - 0.5 * lower[i];
            high[i] = here[i] + 0.5 * upper[i];
        }
    }

    /** On a graded axis, slopes bounded by θ times both differences. */
    void fill(
            Limiter limiter,
            double[] below,
            double[] here,
            double[] above,
            double[] alpha,
            double[] beta,
            double[] low,
            double[] high,
            int from,
            int to) {
        reserve(to);
        for (int i = from; i < to; i++) {
            x[i] = alpha[i] * (here[i] - below[i]);
            y[i] = beta[i] * (above[i] - here[i]);
        }
        slopes(limiter, from, to);
        double steepness = limiter.steepness();
        for (int i = from; i < to; i++) {
            double bound = steepness * Math.min(Math.abs(here[i] - below[i]), Math.abs(above[i] - here[i]));
            low[i] = here[i] - Math.max(-bound, Math.min(bound, 0.5 * lower[i]));
            high[i] = here[i] + Math.max(-bound, Math.min(bound, 0.5 * upper[i]));
        }
    }

    private void slopes(Limiter limiter, int from, int to) {
        limiter.slopes().fill(x, y, upper, from, to);
        limiter.slopes().fill(y, x, lower, from, to);
    }

    private void reserve(int length) {
        if (x.length < length) {
            x = RowBuffer.of(length);
            y = RowBuffer.of(length);
            upper = RowBuffer.of(length);
            lower = RowBuffer.of(length);
        }
    }
}
