package org.dualflow.validation.study;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.hipparchus.util.FastMath;

/** Logarithms of a ladder, coarsest level first: x = log h, y = log e, s = standard deviation of y (delta method). */
final class LogLadder {

    private final double[] x;
    private final double[] y;
    private final double[] s;

    private LogLadder(double[] x, double[] y, double[] s) {
        this.x = x;
        this.y = y;
        this.s = s;
    }

    /** Positive errors only. If some levels carry a standard error, one without gets the smallest relative one. */
    static LogLadder of(List<Level> levels) {
        int n = levels.size();
        double[] x = new double[n];
        double[] y = new double[n];
        double[] s = new double[n];
        double quietest = Double.POSITIVE_INFINITY;
        for (int k = 0; k < n; k++) {
            Level level = levels.get(k);
            x[k] = FastMath.log(level.h());
            y[k] = FastMath.log(level.error());
            s[k] = level.standardError() / level.error();
            quietest = s[k] > 0 ? Math.min(quietest, s[k]) : quietest;
        }
        for (int k = 0; k < n && quietest < Double.POSITIVE_INFINITY; k++) {
            s[k] = Math.max(s[k], quietest);
        }
        return new LogLadder(x, y, s);
    }

    int size() {
        return x.length;
    }

    double x(int k) {
        return x[k];
    }

    double y(int k) {
        return y[k];
    }

    double s(int k) {
        return s[k];
    }

    boolean isNoisy() {
        return s[0] > 0;
    }

    /** Weight of a level in least squares. */
    double weight(int k) {
        return s[k] > 0 ? 1 / (s[k] * s[k]) : 1;
    }

    LogLine line(int from) {
        return new LogLine(x, y, s, from, x.length);
    }

    /** The line through other ordinates with the same weights. */
    LogLine line(int from, IntToDoubleFunction ordinate) {
        double[] z = new double[x.length];
        Arrays.setAll(z, ordinate);
        return new LogLine(x, z, s, from, x.length);
    }

    double[] pairwiseOrders() {
        double[] orders = new double[x.length - 1];
        for (int k = 0; k < orders.length; k++) {
            orders[k] = (y[k] - y[k + 1]) / (x[k] - x[k + 1]);
        }
        return orders;
    }

    /** Refinement ratio of the last two levels. */
    double lastRatio() {
        int n = x.length;
        return FastMath.exp(x[n - 2] - x[n - 1]);
    }

    /** Standard deviation of the difference of the last two pairwise orders. */
    double noiseOfLastChange() {
        int n = x.length;
        double a = 1 / (x[n - 3] - x[n - 2]);
        double b = 1 / (x[n - 2] - x[n - 1]);
        return FastMath.sqrt(
                a * a * s[n - 3] * s[n - 3] + (a + b) * (a + b) * s[n - 2] * s[n - 2] + b * b * s[n - 1] * s[n - 1]);
    }

    /** The most by which errors of the given height can have moved the slope of a line fitted from {@code from} on. */
    double floorEffect(LogLine line, int from, double height) {
        double effect = 0;
        for (int k = from; k < x.length && height > 0; k++) {
            effect += Math.abs(line.leverage(x[k], s[k])) * height / FastMath.exp(y[k]);
        }
        return effect;
    }
}
