package org.dualflow.run;

import org.dualflow.measure.Measure;
import org.dualflow.mesh.Domain;

/** Mass on the walls of a box, and spread about the mean, of a measure; reused for every step. */
final class Moments implements Measure.BlockVisitor {

    private final Domain domain;
    private final double[] onLower;
    private final double[] onUpper;
    private final double[] first;
    private final double[] second;
    private double mass;

    Moments(Domain domain) {
        this.domain = domain;
        int dimension = domain.dimension();
        onLower = new double[dimension];
        onUpper = new double[dimension];
        first = new double[dimension];
        second = new double[dimension];
    }

    void of(Measure measure) {
        mass = 0;
        for (int d = 0; d < first.length; d++) {
            onLower[d] = onUpper[d] = first[d] = second[d] = 0;
        }
        measure.forEachBlock(this);
    }

    @Override
    public void visit(double[][] x, double[] w, int n) {
        for (int d = 0; d < first.length; d++) {
            double lower = domain.side(d).lower();
            double upper = domain.side(d).upper();
            double middle = 0.5 * (lower + upper);
            for (int i = 0; i < n; i++) {
                double y = x[d][i] - middle;
                first[d] += w[i] * y;
                second[d] += w[i] * y * y;
                if (x[d][i] <= lower) {
                    onLower[d] += w[i];
                } else if (x[d][i] >= upper) {
                    onUpper[d] += w[i];
                }
            }
        }
        for (int i = 0; i < n; i++) {
            mass += w[i];
        }
    }

    double mass() {
        return mass;
    }

    double onLower(int d) {
        return onLower[d];
    }

    double onUpper(int d) {
        return onUpper[d];
    }

    /** Root of the summed variances of the coordinates; zero for an empty measure. */
    double spread() {
        double variance = 0;
        for (int d = 0; d < first.length && mass > 0; d++) {
            double mean = first[d] / mass;
            variance += Math.max(0, second[d] / mass - mean * mean);
        }
        return Math.sqrt(variance);
    }
}
