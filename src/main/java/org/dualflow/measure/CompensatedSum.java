package org.dualflow.measure;

/**
 * A sum that carries its rounding error (Neumaier's variant of Kahan summation): the error of the result is one
 * rounding plus O(n ε²) Σ|x|.
 */
public final class CompensatedSum {

    private double sum;
    private double carry;

    /** Adds one number. */
    public void add(double x) {
        double t = sum + x;
        carry += Math.abs(sum) >= Math.abs(x) ? (sum - t) + x : (x - t) + sum;
        sum = t;
    }

    /** Adds {@code x[0] … x[n-1]}. */
    public void addAll(double[] x, int n) {
        for (int i = 0; i < n; i++) {
            add(x[i]);
        }
    }

    /** Starts again from zero. */
    public void reset() {
        sum = 0;
        carry = 0;
    }

    /** The sum. */
    public double value() {
        return sum + carry;
    }
}
