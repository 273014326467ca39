package org.dualflow.gan;

import java.util.Arrays;
import org.dualflow.measure.CompensatedSum;
import org.dualflow.measure.Measure;
import org.dualflow.measure.ParticleMeasure;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.hipparchus.util.FastMath;

/** Weighted points that stand for a latent or a data law: the rule for its integrals, shared by all discretisations. */
public final class NodeRule {

    /** Most nodes of a Gauss–Hermite rule per axis. */
    public static final int MOST_NODES = 64;

    private static final int MOST_POINTS = 1 << 20;

    private NodeRule() {}

    /**
     * The product of Gauss–Hermite rules for the standard normal law: exact for polynomials of degree at most
     * {@code 2 each - 1} in every coordinate.
     *
     * @param dimension of the law, at least 1
     * @param each nodes per axis, 1 to {@value #MOST_NODES}
     * @throws IllegalArgumentException if a number is out of range, or there would be more than 2²⁰ nodes
     */
    public static ParticleMeasure gaussHermite(int dimension, int each) {
        if (dimension < 1) {
            throw new IllegalArgumentException("latent dimension = " + dimension + ": at least 1 is allowed");
        }
        if (each < 1 || each > MOST_NODES) {
            throw new IllegalArgumentException("nodes = " + each + ": 1 to " + MOST_NODES + " per axis are allowed");
        }
        double count = FastMath.pow((double) each, dimension);
        if (count > MOST_POINTS) {
            throw new IllegalArgumentException("nodes = " + each + " in " + dimension + " dimensions: at most "
                    + MOST_POINTS + " points are allowed");
        }
        // The rule integrates against exp(-x²): x √2 is standard normal.
        GaussIntegrator rule = new GaussIntegratorFactory().hermite(each);
        int n = (int) Math.round(count);
        double[][] x = new double[dimension][n];
        double[] w = new double[n];
        Arrays.fill(w, 1);
        int stride = 1;
        for (int d = 0; d < dimension; d++) {
            for (int i = 0; i < n; i++) {
                int at = i / stride % each;
                x[d][i] = FastMath.sqrt(2) * rule.getPoint(at);
                w[i] *= rule.getWeight(at);
            }
            stride *= each;
        }
        CompensatedSum sum = new CompensatedSum();
        sum.addAll(w, n);
        for (int i = 0; i < n; i++) {
            w[i] /= sum.value();
        }
        return new ParticleMeasure(x, w);
    }

    /**
     * A copy of a measure as points, those without weight left out.
     *
     * @param name what messages call it
     * @param measure finite points, finite weights, at least 0, of sum 1 up to 1e-12
     */
    static ParticleMeasure accept(String name, Measure measure) {
        double[][] x = new double[measure.dimension()][measure.size()];
        double[] w = new double[measure.size()];
        int[] n = {0};
        CompensatedSum sum = new CompensatedSum();
        measure.forEachBlock((at, weights, size) -> {
            for (int i = 0; i < size; i++) {
                if (!(weights[i] >= 0) || weights[i] == Double.POSITIVE_INFINITY) {
                    throw new IllegalArgumentException(name + ": weight of node " + n[0] + " = " + weights[i]
                            + ": a finite number, at least 0, is allowed");
                }
                for (int d = 0; d < x.length; d++) {
                    if (!Double.isFinite(at[d][i])) {
                        throw new IllegalArgumentException(name + ": coordinate " + d + " of node " + n[0] + " = "
                                + at[d][i] + ": a finite number is allowed");
                    }
                    x[d][n[0]] = at[d][i];
                }
                w[n[0]] = weights[i];
                sum.add(weights[i]);
                n[0] += weights[i] > 0 ? 1 : 0;
            }
        });
        if (n[0] == 0) {
            throw new IllegalArgumentException(name + ": no nodes of positive weight: at least one is allowed");
        }
        if (!(Math.abs(sum.value() - 1) <= 1e-12)) {
            throw new IllegalArgumentException(name + ": sum of weights = " + sum.value() + ": 1 is allowed");
        }
        for (int d = 0; d < x.length; d++) {
            x[d] = Arrays.copyOf(x[d], n[0]);
        }
        return new ParticleMeasure(x, Arrays.copyOf(w, n[0]));
    }
}
