package org.dualflow.fv.implicit;

import org.dualflow.measure.Reductions;
import org.dualflow.model.Storage;

/** The least and the greatest ratio at the start of a step, and their potentials: all later ones lie between. */
final class StepBounds {

    private final Storage storage;
    private final double[] ratios = new double[2];
    private final double[] potentials = new double[2];
    private final double[] raw;
    private final double[] rawRatios;

    StepBounds(Storage storage, int rowLength) {
        this.storage = storage;
        raw = new double[rowLength];
        rawRatios = new double[rowLength];
    }

    void clear() {
        ratios[0] = Double.POSITIVE_INFINITY;
        ratios[1] = 0;
    }

    /** Widens the bounds to some ratios. */
    void include(double[] r, int from, int to) {
        double least = ratios[0];
        double greatest = ratios[1];
        for (int i = from; i < to; i++) {
            if (r[i] < least) {
                least = r[i];
            }
            if (r[i] > greatest) {
                greatest = r[i];
            }
        }
        ratios[0] = least;
        ratios[1] = greatest;
    }

    /** Ratios of cells some of which have no target mass; those count as 0 and for no bound. */
    void ratios(double[] start, double[] mu, int from, int to, double[] r) {
        for (int i = from; i < to; i++) {
            boolean inside = mu[i] > 0;
            r[i] = inside ? start[i] / mu[i] : 0;
            if (inside) {
                include(r, i, i + 1);
            }
        }
    }

    /** Takes the potentials of the extreme ratios, which are the extreme ones: h is monotone. */
    void close() {
        storage.potentials(ratios, 0, 2, potentials);
    }

    /** The potential of the greatest ratio. */
    double highest() {
        return potentials[1];
    }

    /** Projects a row of potentials; keeps what it was if that was outside. */
    boolean project(double[] x) {
        if (Reductions.least(x, 0, x.length) >= potentials[0] && Reductions.greatest(x, 0, x.length) <= potentials[1]) {
            return false;
        }
        System.arraycopy(x, 0, raw, 0, x.length);
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.min(Math.max(x[i], potentials[0]), potentials[1]);
        }
        return true;
    }

    /**
     * What Σ |μ h(x) - τ c x + q| is above its value for the projected x at most: the certificate is that of the iterate before
     * projection, which takes no mass farther from the exact step, since h is monotone.
     *
     * @param x the row projected last
     * @param r its ratios
     */
    double moved(double[] mu, double[] c, double tau, double[] x, double[] r) {
        storage.ratios(raw, 0, raw.length, rawRatios);
        double sum = 0;
        for (int i = 0; i < mu.length; i++) {
            sum += mu[i] * Math.abs(rawRatios[i] - r[i]) + tau * c[i] * Math.abs(raw[i] - x[i]);
        }
        return sum;
    }

    /** {@code out = μ r}, r within the bounds. */
    void masses(double[] mu, double[] r, double[] out) {
        double least = ratios[0];
        double greatest = ratios[1];
        for (int i = 0; i < out.length; i++) {
            out[i] = mu[i] * Math.min(Math.max(r[i], least), greatest);
        }
    }
}
