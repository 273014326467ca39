package org.dualflow.movement;

import org.hipparchus.util.FastMath;

/** f = r log r - r: relative entropy. */
final class EntropyFunction implements RatioFunction {

    @Override
    public void potentials(double[] r, int n, double[] s) {
        for (int i = 0; i < n; i++) {
            s[i] = FastMath.log(r[i]);
        }
    }

    @Override
    public void ratios(double[] s, int n, double[] r, double[] slope) {
        for (int i = 0; i < n; i++) {
            r[i] = FastMath.exp(s[i]);
            slope[i] = r[i];
        }
    }

    @Override
    public double value(double[] r, double[] weight) {
        double sum = 0;
        for (int i = 0; i < r.length; i++) {
            sum += weight[i] * (r[i] > 0 ? r[i] * FastMath.log(r[i]) - r[i] : 0);
        }
        return sum;
    }

    @Override
    public double conjugate(double[] r, double[] weight) {
        return softness(r, weight);
    }

    @Override
    public double divergence(double[] a, double[] s, double[] b, double[] weight) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += weight[i] * divergence(a[i], b[i]);
        }
        return sum;
    }

    /** a log(a/b) - a + b; with a = b (1 + t) it is b ((1+t) log(1+t) - t), and near 0 at most b t²/(2 (1 - |t|)). */
    static double divergence(double a, double b) {
        double t = (a - b) / b;
        if (Math.abs(t) < 1e-3) {
            return 0.5 * b * t * t / (1 - Math.abs(t));
        }
        return b == 0 ? (a == 0 ? 0 : Double.POSITIVE_INFINITY) : a == 0 ? b : a * FastMath.log(a / b) - a + b;
    }

    @Override
    public double softness(double[] r, double[] weight) {
        double sum = 0;
        for (int i = 0; i < r.length; i++) {
            sum += weight[i] * r[i];
        }
        return sum;
    }
}
