package org.dualflow.movement;

import org.hipparchus.util.FastMath;

/**
 * f = c r^p/(p-1), 1 &lt; p ≤ 2: ∫ u^p/(p-1) for c = V^(1-p), u = r/V. Its derivative is 0 at 0: minimisers may be zero, where potentials
 * are at most 0. f'' = c p r^(p-2) does not increase for p ≤ 2 only, which the bound of a {@link GridMover} asks for.
 */
final class PowerFunction implements RatioFunction {

    /** Relative differences below which the formula for distant ratios would cancel. */
    private static final double NEAR = 1e-3;

    private final double p;
    private final double c;

    /**
     * @param p the exponent, in (1, 2]
     * @param c positive
     */
    PowerFunction(double p, double c) {
        if (!(p > 1 && p <= 2)) {
            throw new IllegalArgumentException(
                    "exponent = " + p + ": a number in (1, 2] is allowed for movements on a grid");
        }
        this.p = p;
        this.c = c;
    }

    private double power(double r, double exponent) {
        return exponent == 1 ? r : exponent == 2 ? r * r : exponent == 0 ? 1 : FastMath.pow(r, exponent);
    }

    @Override
    public void potentials(double[] r, int n, double[] s) {
        for (int i = 0; i < n; i++) {
            s[i] = c * p / (p - 1) * power(r[i], p - 1);
        }
    }

    @Override
    public void ratios(double[] s, int n, double[] r, double[] slope) {
        for (int i = 0; i < n; i++) {
            r[i] = s[i] > 0 ? power(s[i] * (p - 1) / (c * p), 1 / (p - 1)) : 0;
            slope[i] = s[i] > 0 ? r[i] / ((p - 1) * s[i]) : 0;
        }
    }

    @Override
    public double value(double[] r, double[] weight) {
        double sum = 0;
        for (int i = 0; i < r.length; i++) {
            sum += weight[i] * c / (p - 1) * power(r[i], p);
        }
        return sum;
    }

    @Override
    public double conjugate(double[] r, double[] weight) {
        return (p - 1) * value(r, weight);
    }

    @Override
    public double divergence(double[] a, double[] s, double[] b, double[] weight) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += weight[i] * (divergence(a[i], b[i]) + a[i] * Math.max(0, -s[i]));
        }
        return sum;
    }

    /** Between near ones f'' is at most that at the smaller one. */
    private double divergence(double a, double b) {
        double d = a - b;
        if (p == 2 || Math.abs(d) < NEAR * b) {
            return 0.5 * c * p * power(Math.min(a, b), p - 2) * d * d;
        }
        return c / (p - 1) * (power(a, p) - power(b, p) - p * power(b, p - 1) * d);
    }

    @Override
    public double softness(double[] r, double[] weight) {
        double sum = 0;
        for (int i = 0; i < r.length; i++) {
            sum += weight[i] * power(r[i], 2 - p) / (c * p);
        }
        return sum;
    }
}
