package org.dualflow.gan;

import org.dualflow.measure.Measure;

/** ∫ω dν of a measure on the line, in a fixed order of summation: four partial sums per block. Reusable. */
final class Mean implements Measure.BlockVisitor {

    private double sum;

    static double of(Measure measure) {
        return new Mean().take(measure);
    }

    double take(Measure measure) {
        sum = 0;
        measure.forEachBlock(this);
        return sum;
    }

    @Override
    public void visit(double[][] x, double[] w, int n) {
        double[] at = x[0];
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < n; i += 4) {
            s0 += w[i] * at[i];
            s1 += w[i + 1] * at[i + 1];
            s2 += w[i + 2] * at[i + 2];
            s3 += w[i + 3] * at[i + 3];
        }
        for (; i < n; i++) {
            s0 += w[i] * at[i];
        }
        sum += (s0 + s1) + (s2 + s3);
    }
}
