package org.dualflow.measure;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.dualflow.mesh.Mesh;

/**
 * A mixture Σ w_k L_k of laws of one dimension: clusters. On a line, {@link MixtureLaw} is a line law too.
 *
 * <p>Immutable.
 */
public final class MixtureOfLaws implements Law {

    private final double[] weights;
    private final List<Law> laws;

    /**
     * @param weights nonnegative, of sum 1 up to 1e-12, copied
     * @param laws one per weight, of one dimension
     */
    public MixtureOfLaws(double[] weights, List<? extends Law> laws) {
        if (weights.length != laws.size()) {
            throw new IllegalArgumentException(
                    "mixture: " + weights.length + " weights, " + laws.size() + " laws: equal numbers are allowed");
        }
        this.weights = Weights.probability("weights", weights);
        this.laws = List.copyOf(laws);
        for (Law law : laws) {
            if (law.dimension() != dimension()) {
                throw new IllegalArgumentException(
                        "mixture: dimensions " + dimension() + " and " + law.dimension() + ": one is allowed");
            }
        }
    }

    @Override
    public int dimension() {
        return laws.get(0).dimension();
    }

    @Override
    public CellMeasure onto(Mesh mesh) {
        double[][] rows = mesh.newRows();
        for (int k = 0; k < weights.length; k++) {
            if (weights[k] > 0) {
                double[][] part = laws.get(k).onto(mesh).rows();
                for (int r = 0; r < rows.length; r++) {
                    for (int i = 0; i < rows[r].length; i++) {
                        rows[r][i] += weights[k] * part[r][i];
                    }
                }
            }
        }
        return new CellMeasure(mesh, rows);
    }

    /** {@inheritDoc} Every law of positive weight starts with about its share of the particles, at least one. */
    @Override
    public ParticleMeasure quantiles(int n) {
        Weights.count(n);
        ParticleMeasure[] parts = new ParticleMeasure[weights.length];
        for (int k = 0; k < parts.length; k++) {
            if (weights[k] > 0) {
                parts[k] = laws.get(k).quantiles((int) Math.max(1, Math.round(weights[k] * n)));
            }
        }
        return join(parts, weights);
    }

    /** {@inheritDoc} The number of particles of each law is random; they come in the order of the laws. */
    @Override
    public ParticleMeasure sample(int n, RandomGenerator random) {
        int[] counts = new int[weights.length];
        for (int i = 0; i < Weights.count(n); i++) {
            double p = random.nextDouble();
            int k = 0;
            while (k < weights.length - 1 && (p >= weights[k] || weights[k] == 0)) {
                p -= weights[k++];
            }
            counts[k]++;
        }
        ParticleMeasure[] parts = new ParticleMeasure[weights.length];
        double[] shares = new double[weights.length];
        for (int k = 0; k < parts.length; k++) {
            if (counts[k] > 0) {
                parts[k] = laws.get(k).sample(counts[k], random);
                shares[k] = counts[k] / (double) n;
            }
        }
        return join(parts, shares);
    }

    private ParticleMeasure join(ParticleMeasure[] parts, double[] shares) {
        int n = Arrays.stream(parts).mapToInt(p -> p == null ? 0 : p.size()).sum();
        double[][] x = new double[dimension()][n];
        double[] w = new double[n];
        int at = 0;
        for (int k = 0; k < parts.length; k++) {
            ParticleMeasure part = parts[k];
            if (part != null) {
                for (int d = 0; d < x.length; d++) {
                    System.arraycopy(part.x(d), 0, x[d], at, part.size());
                }
                for (int i = 0; i < part.size(); i++) {
                    w[at + i] = shares[k] * part.weights()[i];
                }
                at += part.size();
            }
        }
        return new ParticleMeasure(x, w);
    }
}
