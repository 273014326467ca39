package org.dualflow.measure;

import java.util.Arrays;
import org.dualflow.restart.Restartable;
import org.dualflow.restart.Tape;

/**
 * A sum that carries its rounding error (Neumaier's variant of Kahan summation): the error of the result is one
 * rounding plus O(n ε²) Σ|x|.
 */
public final class CompensatedSum implements Restartable {

    /** Numbers that are added side by side, in one loop that the compiler vectorises. */
    private static final int LANES = 512;

    /** From here on it pays to add up the lanes afterwards. */
    private static final int LONG = 8 * LANES;

    private double sum;
    private double carry;

    /** Sums of lanes, what rounding took from them, and the numbers to be added: empty before the first long array. */
    private double[] sums = {};

    private double[] losses = {};
    private double[] block = {};

    /** Adds one number. */
    public void add(double x) {
        double t = sum + x;
        carry += Math.abs(sum) >= Math.abs(x) ? (sum - t) + x : (x - t) + sum;
        sum = t;
    }

    /** Adds {@code x[0] … x[n-1]}. */
    public void addAll(double[] x, int n) {
        if (n < LONG) {
            addChains(x, 0, n);
            return;
        }
        if (sums.length == 0) {
            sums = new double[LANES];
            losses = new double[LANES];
            block = new double[LANES];
        }
        Arrays.fill(sums, 0);
        Arrays.fill(losses, 0);
        int i = 0;
        for (; i + LANES <= n; i += LANES) {
            System.arraycopy(x, i, block, 0, LANES);
            addLanes(block, sums, losses);
        }
        addChains(x, i, n);
        addChains(sums, 0, LANES);
        addChains(losses, 0, LANES);
    }

    private static void addLanes(double[] x, double[] sums, double[] losses) {
        for (int j = 0; j < x.length; j++) {
            double t = sums[j] + x[j];
            losses[j] += rounding(sums[j], x[j], t);
            sums[j] = t;
        }
    }

    /** In four chains that run side by side. */
    private void addChains(double[] x, int from, int to) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double lost = 0;
        int i = from;
        for (; i + 3 < to; i += 4) {
            double t0 = s0 + x[i];
            double t1 = s1 + x[i + 1];
            double t2 = s2 + x[i + 2];
            double t3 = s3 + x[i + 3];
            lost += rounding(s0, x[i], t0)
                    + rounding(s1, x[i + 1], t1)
                    + (rounding(s2, x[i + 2], t2) + rounding(s3, x[i + 3], t3));
            s0 = t0;
            s1 = t1;
            s2 = t2;
            s3 = t3;
        }
        for (; i < to; i++) {
            add(x[i]);
        }
        add(s0);
        add(s1);
        add(s2);
        add(s3);
        carry += lost;
    }

    /** a + b - t, exactly, t the rounded sum, whichever of them is larger (Knuth). */
    private static double rounding(double a, double b, double t) {
        double part = t - a;
        return a - (t - part) + (b - part);
    }

    /** Starts again from zero. */
    public void reset() {
        sum = 0;
        carry = 0;
    }

    @Override
    public void transfer(Tape tape) {
        sum = tape.number(sum);
        carry = tape.number(carry);
    }

    /** The sum. */
    public double value() {
        return sum + carry;
    }
}
