package org.dualflow.validation.study;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.util.FastMath;

/**
 * The leading constant c of e = c h^p for a known order p.
 *
 * <p>Without noise: the finest c_k = e_k / h_k^p, with an interval that reaches to the {@linkplain Trend limit} of the
 * sequence (both ways alike). With noise: the weighted mean of log c_k over the window, normal interval widened by the Birge ratio; the
 * distance to the limit of the sequence does not enter, since a drift of c beyond noise shows in the fitted order.
 *
 * @param value the constant
 * @param relative half-width of its interval, relative to the value
 */
public record ConstantFit(double value, double relative) {

    static ConstantFit of(LogLadder logs, double p, double confidence) {
        int n = logs.size();
        double[] log = new double[n];
        for (int k = 0; k < n; k++) {
            log[k] = logs.y(k) - p * logs.x(k);
        }
        return logs.isNoisy() ? mean(logs, log, confidence) : limit(logs, log);
    }

    private static ConstantFit limit(LogLadder logs, double[] log) {
        Trend trend = Trend.of(log, logs.lastRatio());
        double relative = FastMath.expm1(trend.distance(trend.last()));
        return new ConstantFit(FastMath.exp(trend.last()), relative);
    }

    private static ConstantFit mean(LogLadder logs, double[] log, double confidence) {
        double weights = 0;
        double mean = 0;
        for (int k = 0; k < log.length; k++) {
            double w = 1 / (logs.s(k) * logs.s(k));
            weights += w;
            mean += w * log[k];
        }
        mean /= weights;
        double chi2 = 0;
        for (int k = 0; k < log.length; k++) {
            double r = (log[k] - mean) / logs.s(k);
            chi2 += r * r;
        }
        double birge = Math.max(1, FastMath.sqrt(chi2 / (log.length - 1)));
        double z = new NormalDistribution().inverseCumulativeProbability(0.5 + 0.5 * confidence);
        return new ConstantFit(FastMath.exp(mean), FastMath.expm1(z * birge / FastMath.sqrt(weights)));
    }

    /** PASS if the interval lies within the expected one. */
    Verdict verdict(OrderExpectation.LeadingConstant expected) {
        double e = expected.value();
        return Verdict.of(
                value * (1 - relative),
                value * (1 + relative),
                e * (1 - expected.tolerance()),
                e * (1 + expected.tolerance()));
    }

    /** The constant and its interval, as tables print them. */
    public String describe() {
        return Format.number(value) + " ± " + Format.number(100 * relative) + " %";
    }
}
