package org.dualflow.field;

import org.dualflow.measure.CompensatedSum;

/** Sums over points for W = c |x|² in any dimension: b(x) = -2c (M x - Σ w y) = -2cM (x - mean). */
final class QuadraticSum {

    private final double c;
    private final double[] mean;
    private final CompensatedSum sum = new CompensatedSum();
    private double mass;

    QuadraticSum(double c, int dimension) {
        this.c = c;
        this.mean = new double[dimension];
    }

    void freeze(FrozenPoints points) {
        mass = points.mass();
        for (int d = 0; d < mean.length; d++) {
            double[] x = points.x[d];
            sum.reset();
            for (int i = 0; i < points.size; i++) {
                sum.add(points.w[i] * x[i]);
            }
            mean[d] = mass == 0 ? 0 : sum.value() / mass;
        }
    }

    void fill(int component, double[] x, int n, double[] out) {
        double rate = -2 * c * mass;
        double centre = mean[component];
        for (int i = 0; i < n; i++) {
            out[i] = rate * (x[i] - centre);
        }
    }

    /** ½ c ΣΣ w w |x - y|² = c M Σ w |x - mean|². */
    double energy(FrozenPoints points) {
        sum.reset();
        for (int d = 0; d < mean.length; d++) {
            for (int i = 0; i < points.size; i++) {
                double s = points.x[d][i] - mean[d];
                sum.add(points.w[i] * s * s);
            }
        }
        return c * mass * sum.value();
    }
}
