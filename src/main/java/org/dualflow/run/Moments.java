package org.dualflow.run;

import org.dualflow.measure.Measure;
import org.dualflow.mesh.Domain;

/**
 * Mass on the walls of a box and near them, and spread about the mean, of a measure; reused for every step. Near is what is
 * closer to an end than one average spacing: length over the number of points per axis.
 *
 * <p>On a periodic axis the spread depends on where the circle is cut. It is cut at the ends and in the middle, and the
 * smaller variance counts: exact for mass that lies within half a circle, too large otherwise.
 */
final class Moments implements Measure.BlockVisitor {

    private final Domain domain;
    private final double[] onLower;
    private final double[] onUpper;
    private final double[] nearLower;
    private final double[] nearUpper;
    private final double[] first;
    private final double[] second;
    private final double[] firstAcross;
    private final double[] secondAcross;
    private double mass;
    private double perAxis;

    Moments(Domain domain) {
        this.domain = domain;
        int dimension = domain.dimension();
        onLower = new double[dimension];
        onUpper = new double[dimension];
        nearLower = new double[dimension];
        nearUpper = new double[dimension];
        first = new double[dimension];
        second = new double[dimension];
        firstAcross = new double[dimension];
        secondAcross = new double[dimension];
    }

    void of(Measure measure) {
        mass = 0;
        perAxis = Math.pow(measure.size(), 1.0 / domain.dimension());
        for (int d = 0; d < first.length; d++) {
            onLower[d] = onUpper[d] =
                    nearLower[d] = nearUpper[d] = first[d] = second[d] = firstAcross[d] = secondAcross[d] = 0;
        }
        measure.forEachBlock(this);
    }

    @Override
    public void visit(double[][] x, double[] w, int n) {
        for (int d = 0; d < first.length; d++) {
            double lower = domain.side(d).lower();
            double upper = domain.side(d).upper();
            double middle = 0.5 * (lower + upper);
            double[] at = x[d];
            double low = lower + domain.side(d).length() / perAxis;
            double high = upper - domain.side(d).length() / perAxis;
            double closeBelow = 0;
            double closeAbove = 0;
            double sum = 0;
            double squares = 0;
            double below = 0;
            double above = 0;
            for (int i = 0; i < n; i++) {
                double y = at[i] - middle;
                sum += w[i] * y;
                squares += w[i] * y * y;
                if (at[i] <= lower) {
                    below += w[i];
                } else if (at[i] >= upper) {
                    above += w[i];
                }
                if (at[i] < low) {
                    closeBelow += w[i];
                }
                if (at[i] > high) {
                    closeAbove += w[i];
                }
            }
            nearLower[d] += closeBelow;
            nearUpper[d] += closeAbove;
            first[d] += sum;
            second[d] += squares;
            onLower[d] += below;
            onUpper[d] += above;
        }
        for (int d = 0; d < first.length; d++) {
            if (domain.side(d).isPeriodic()) {
                acrossTheEnds(d, domain.side(d), x[d], w, n);
            }
        }
        for (int i = 0; i < n; i++) {
            mass += w[i];
        }
    }

    /** Moments about the end of a periodic axis, seen from the middle. */
    private void acrossTheEnds(int d, Domain.Side side, double[] x, double[] w, int n) {
        double middle = 0.5 * (side.lower() + side.upper());
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double y = x[i] < middle ? x[i] - side.lower() : x[i] - side.upper();
            sum += w[i] * y;
            squares += w[i] * y * y;
        }
        firstAcross[d] += sum;
        secondAcross[d] += squares;
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

    /** Mass closer to the lower end than one average spacing, that on it included. */
    double nearLower(int d) {
        return nearLower[d];
    }

    /** Mass closer to the upper end than one average spacing, that on it included. */
    double nearUpper(int d) {
        return nearUpper[d];
    }

    /** Root of the summed variances of the coordinates; zero for an empty measure. */
    double spread() {
        double variance = 0;
        for (int d = 0; d < first.length && mass > 0; d++) {
            double cutAtEnds = variance(first[d], second[d]);
            variance += domain.side(d).isPeriodic()
                    ? Math.min(cutAtEnds, variance(firstAcross[d], secondAcross[d]))
                    : cutAtEnds;
        }
        return Math.sqrt(variance);
    }

    private double variance(double sum, double squares) {
        double mean = sum / mass;
        return Math.max(0, squares / mass - mean * mean);
    }
}
