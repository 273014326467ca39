package org.dualflow.measure;

import java.util.Arrays;
import java.util.List;

/**
 * A mixture Σ w_k L_k of laws on the line.
 *
 * <p>Immutable.
 */
public final class MixtureLaw implements LineLaw {

    private final double[] weights;
    private final LineLaw[] laws;
    private final double[] atoms;

    /**
     * @param weights nonnegative, of sum 1 up to 1e-12, copied
     * @param laws one per weight
     */
    public MixtureLaw(double[] weights, List<? extends LineLaw> laws) {
        if (weights.length != laws.size()) {
            throw new IllegalArgumentException(
                    "mixture: " + weights.length + " weights, " + laws.size() + " laws: equal numbers are allowed");
        }
        this.weights = Weights.probability("weights", weights);
        this.laws = laws.toArray(new LineLaw[0]);
        this.atoms = laws.stream()
                .flatMapToDouble(law -> Arrays.stream(law.atoms()))
                .sorted()
                .distinct()
                .toArray();
    }

    @Override
    public double cdf(double x) {
        double sum = 0;
        for (int k = 0; k < laws.length; k++) {
            sum += weights[k] * laws[k].cdf(x);
        }
        return Math.min(1, sum);
    }

    @Override
    public double cdfBelow(double x) {
        double sum = 0;
        for (int k = 0; k < laws.length; k++) {
            sum += weights[k] * laws[k].cdfBelow(x);
        }
        return Math.min(1, sum);
    }

    @Override
    public double mass(double from, double to) {
        double sum = 0;
        for (int k = 0; k < laws.length; k++) {
            sum += weights[k] * laws[k].mass(from, to);
        }
        return sum;
    }

    /**
     * {@inheritDoc} It lies between the smallest and the largest quantile of the parts. Atoms are searched first, so
     * that a quantile on an atom is its place exactly.
     */
    @Override
    public double quantile(double p) {
        double lower = Double.POSITIVE_INFINITY;
        double upper = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < laws.length; k++) {
            if (weights[k] > 0) {
                double q = laws[k].quantile(p);
                lower = Math.min(lower, q);
                upper = Math.max(upper, q);
            }
        }
        int first = 0;
        int end = atoms.length;
        while (first < end) {
            int middle = (first + end) >>> 1;
            if (cdf(atoms[middle]) >= p) {
                end = middle;
            } else {
                first = middle + 1;
            }
        }
        if (first < atoms.length) {
            if (cdfBelow(atoms[first]) < p) {
                return atoms[first];
            }
            upper = Math.min(upper, atoms[first]);
        }
        if (first > 0) {
            lower = Math.max(lower, atoms[first - 1]);
        }
        if (!(lower < upper) || cdf(lower) >= p) {
            return Math.min(lower, upper);
        }
        return MonotoneRoot.reach(this::cdf, p, lower, upper);
    }

    @Override
    public double[] atoms() {
        return atoms.clone();
    }
}
