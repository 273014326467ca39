package org.dualflow.movement;

import org.hipparchus.util.FastMath;

/** f = ½ (r log(2r/(1+r)) + log(2/(1+r))): the Jensen–Shannon divergence. f' = ½ log(2r/(1+r)) stays below ½ log 2. */
final class JensenShannonFunction implements RatioFunction {

    @Override
    public void potentials(double[] r, int n, double[] s) {
        for (int i = 0; i < n; i++) {
            s[i] = r[i] < 1 ? 0.5 * FastMath.log(2 * r[i] / (1 + r[i])) : 0.5 * FastMath.log(2 / (1 + 1 / r[i]));
        }
    }

    /** r = y/(1-y) and dr/ds = 2r(1+r) for y = e^{2s}/2. */
    @Override
    public void ratios(double[] s, int n, double[] r, double[] slope) {
        for (int i = 0; i < n; i++) {
            double y = 0.5 * FastMath.exp(2 * s[i]);
            r[i] = y < 1 ? y / (1 - y) : Double.POSITIVE_INFINITY;
            slope[i] = 2 * r[i] * (1 + r[i]);
        }
    }

    @Override
    public double value(double[] r, double[] weight) {
        double sum = 0;
        for (int i = 0; i < r.length; i++) {
            double own = r[i] > 0 ? r[i] * FastMath.log(2 / (1 + 1 / r[i])) : 0;
            sum += weight[i] * 0.5 * (own + FastMath.log(2 / (1 + r[i])));
        }
        return sum;
    }

    @Override
    public double conjugate(double[] r, double[] weight) {
        double sum = 0;
        for (int i = 0; i < r.length; i++) {
            sum -= weight[i] * 0.5 * FastMath.log(2 / (1 + r[i]));
        }
        return sum;
    }

    /** Where a and b differ much, half their relative entropy: what is left out is half that of a+1 and b+1. */
    @Override
    public double divergence(double[] a, double[] s, double[] b, double[] weight) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double t = (a[i] - b[i]) / b[i];
            sum += weight[i]
                    * 0.5
                    * (Math.abs(t) < 1e-3
                            ? 0.5 * b[i] / (1 + b[i]) * (t / (1 - Math.abs(t))) * (t / (1 - Math.abs(t)))
                            : EntropyFunction.divergence(a[i], b[i]));
        }
        return sum;
    }

    @Override
    public double softness(double[] r, double[] weight) {
        double sum = 0;
        for (int i = 0; i < r.length; i++) {
            sum += weight[i] * 2 * r[i] * (1 + r[i]);
        }
        return sum;
    }
}
