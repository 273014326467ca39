package org.dualflow.measure;

import java.util.random.RandomGenerator;
import org.dualflow.mesh.Axis;
import org.dualflow.mesh.Mesh;

/**
 * A law on the line, given by its distribution function and its quantile function.
 */
public interface LineLaw extends Law {

    /** F(x) = P(X ≤ x), right-continuous: an atom at {@code x} counts. */
    double cdf(double x);

    /** P(X &lt; x): the left limit of the distribution function. Equal to {@link #cdf} for a law without atoms. */
    double cdfBelow(double x);

    /** The smallest x with F(x) ≥ p, for 0 &lt; p &lt; 1. */
    double quantile(double p);

    /**
     * P(from ≤ X &lt; to), for {@code from ≤ to}, either of which may be infinite. Laws that can, give it to full
     * relative accuracy in both tails, where the difference of two values of the distribution function would not be.
     */
    default double mass(double from, double to) {
        return Math.max(0, cdfBelow(to) - cdfBelow(from));
    }

    /** The places that carry a positive mass, in increasing order; none by default. */
    default double[] atoms() {
        return new double[0];
    }

    @Override
    default int dimension() {
        return 1;
    }

    @Override
    default CellMeasure onto(Mesh mesh) {
        if (mesh.dimension() != 1) {
            throw new IllegalArgumentException("mesh dimension = " + mesh.dimension() + ": 1 is allowed");
        }
        Axis axis = mesh.axis(0);
        double outside = cdfBelow(axis.side().lower()) + 1 - cdf(axis.side().upper());
        if (!(outside <= 1e-12)) {
            throw new IllegalArgumentException("law: mass " + outside + " lies outside ["
                    + axis.side().lower() + ", " + axis.side().upper() + "]: at most 1e-12 is allowed");
        }
        double[] row = new double[axis.cells()];
        for (int i = 0; i < row.length; i++) {
            double from = i == 0 ? Double.NEGATIVE_INFINITY : axis.face(i);
            double to = i == row.length - 1 ? Double.POSITIVE_INFINITY : axis.face(i + 1);
            row[i] = mass(from, to);
        }
        return new CellMeasure(mesh, new double[][] {row});
    }

    @Override
    default ParticleMeasure quantiles(int n) {
        Weights.count(n);
        double[] x = new double[n];
        double[] w = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = quantile((i + 0.5) / n);
            w[i] = 1.0 / n;
        }
        return new ParticleMeasure(new double[][] {x}, w);
    }

    @Override
    default ParticleMeasure sample(int n, RandomGenerator random) {
        Weights.count(n);
        double[] x = new double[n];
        double[] w = new double[n];
        for (int i = 0; i < n; i++) {
            double p = random.nextDouble();
            x[i] = quantile(p == 0 ? Double.MIN_NORMAL : p);
            w[i] = 1.0 / n;
        }
        return new ParticleMeasure(new double[][] {x}, w);
    }
}
