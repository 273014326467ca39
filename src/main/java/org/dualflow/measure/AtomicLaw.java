package org.dualflow.measure;

import java.util.Arrays;

/**
 * Finitely many weighted atoms on the line, among them a Dirac measure and the empirical law of a sample.
 *
 * <p>Immutable.
 */
public final class AtomicLaw implements LineLaw {

    private final double[] places;
    private final double[] cumulated;

    private AtomicLaw(double[] places, double[] cumulated) {
        this.places = places;
        this.cumulated = cumulated;
    }

    /**
     * Σ w_i δ(x_i). Atoms at one place are joined, atoms of weight zero left out.
     *
     * @param x places, finite, in any order, copied
     * @param w weights, nonnegative, of sum 1 up to 1e-12, copied
     */
    public static AtomicLaw of(double[] x, double[] w) {
        if (x.length != w.length) {
            throw new IllegalArgumentException(
                    "atoms: " + x.length + " places, " + w.length + " weights: equal numbers are allowed");
        }
        double[] keys = x.clone();
        double[] weights = Weights.probability("weights", w);
        for (int i = 0; i < keys.length; i++) {
            keys[i] = Weights.finite("atoms[" + i + "]", keys[i]) + 0.0;
        }
        RadixSort.sort(keys, weights);
        double[] places = new double[keys.length];
        double[] cumulated = new double[keys.length];
        CompensatedSum sum = new CompensatedSum();
        int n = 0;
        for (int i = 0; i < keys.length; i++) {
            if (weights[i] > 0) {
                sum.add(weights[i]);
                n += n > 0 && places[n - 1] == keys[i] ? 0 : 1;
                places[n - 1] = keys[i];
                cumulated[n - 1] = Math.min(1, sum.value());
            }
        }
        cumulated[n - 1] = 1;
        return new AtomicLaw(Arrays.copyOf(places, n), Arrays.copyOf(cumulated, n));
    }

    /** The unit mass at {@code x}. */
    public static AtomicLaw dirac(double x) {
        return of(new double[] {x}, new double[] {1});
    }

    /** The empirical law of a sample: weight 1/n at each of its n numbers. */
    public static AtomicLaw ofSample(double... sample) {
        double[] w = new double[sample.length];
        Arrays.fill(w, 1.0 / Math.max(1, sample.length));
        return of(sample, w);
    }

    @Override
    public double cdf(double x) {
        int at = Arrays.binarySearch(places, x + 0.0);
        int last = at >= 0 ? at : -at - 2;
        return last < 0 ? 0 : cumulated[last];
    }

    @Override
    public double cdfBelow(double x) {
        int at = Arrays.binarySearch(places, x + 0.0);
        int last = (at >= 0 ? at : -at - 1) - 1;
        return last < 0 ? 0 : cumulated[last];
    }

    @Override
    public double quantile(double p) {
        int at = Arrays.binarySearch(cumulated, p);
        return places[Math.min(at >= 0 ? at : -at - 1, places.length - 1)];
    }

    @Override
    public double[] atoms() {
        return places.clone();
    }

    @Override
    public ParticleMeasure rule(int n) {
        Weights.count(n);
        double[] w = new double[places.length];
        Arrays.setAll(w, this::weight);
        return new ParticleMeasure(new double[][] {atoms()}, w);
    }

    /** Weight of atom {@code i} in increasing order of places. */
    public double weight(int i) {
        return i == 0 ? cumulated[0] : cumulated[i] - cumulated[i - 1];
    }

    /** Number of different places. */
    public int size() {
        return places.length;
    }
}
