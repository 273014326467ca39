package org.dualflow.validation.study;

import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * Weighted least-squares line through (x, y) with known standard deviations of y, or with equal unknown ones if all
 * given are zero.
 *
 * <p>Known deviations are believed, and the interval is normal and widened by the Birge ratio √(χ²/ν) if that exceeds
 * one, unless χ² rejects them at the level of 10⁻⁶; then, and when they are unknown, the scale is taken from the
 * residuals and the interval is Student's with ν = n - 2 degrees of freedom.
 */
final class LogLine {

    private static final double REJECT_KNOWN = 1 - 1e-6;

    private final double slope;
    private final double meanX;
    private final double meanY;
    private final double sumW;
    private final double sxx;
    private final double scale;
    private final boolean normal;
    private final int freedom;

    /**
     * @param x abscissae
     * @param y ordinates
     * @param s standard deviations of y, all zero or all positive
     * @param from first index
     * @param to one past the last index, at least {@code from + 3}
     */
    LogLine(double[] x, double[] y, double[] s, int from, int to) {
        boolean known = s[from] > 0;
        double w = 0;
        double wx = 0;
        double wy = 0;
        for (int k = from; k < to; k++) {
            double wk = weight(s[k]);
            w += wk;
            wx += wk * x[k];
            wy += wk * y[k];
        }
        sumW = w;
        meanX = wx / w;
        meanY = wy / w;
        double xx = 0;
        double xy = 0;
        for (int k = from; k < to; k++) {
            double wk = weight(s[k]);
            xx += wk * (x[k] - meanX) * (x[k] - meanX);
            xy += wk * (x[k] - meanX) * (y[k] - meanY);
        }
        sxx = xx;
        slope = xy / xx;
        double chi2 = 0;
        for (int k = from; k < to; k++) {
            double r = y[k] - at(x[k]);
            chi2 += weight(s[k]) * r * r;
        }
        freedom = to - from - 2;
        double birge = Math.sqrt(chi2 / freedom);
        normal = known && new ChiSquaredDistribution(freedom).cumulativeProbability(chi2) < REJECT_KNOWN;
        scale = normal ? Math.max(1, birge) : birge;
    }

    private static double weight(double s) {
        return s > 0 ? 1 / (s * s) : 1;
    }

    double slope() {
        return slope;
    }

    double at(double x) {
        return meanY + slope * (x - meanX);
    }

    /** Half-width of the confidence interval of the slope. */
    double slopeInterval(double confidence) {
        return quantile(confidence) * scale / Math.sqrt(sxx);
    }

    /** Half-width of the prediction interval for one more ordinate at {@code x} with standard deviation {@code s}. */
    double predictionInterval(double x, double s, double confidence) {
        double variance = 1 / weight(s) + 1 / sumW + (x - meanX) * (x - meanX) / sxx;
        return quantile(confidence) * scale * Math.sqrt(variance);
    }

    /** dslope/dy of the point at {@code x} with standard deviation {@code s}. */
    double leverage(double x, double s) {
        return weight(s) * (x - meanX) / sxx;
    }

    private double quantile(double confidence) {
        double p = 0.5 + 0.5 * confidence;
        return normal
                ? new NormalDistribution().inverseCumulativeProbability(p)
                : new TDistribution(freedom).inverseCumulativeProbability(p);
    }
}
