package org.dualflow.movement;

import org.hipparchus.util.FastMath;

/**
 * Features s_k cos ω_k(x - o), then s_k sin ω_k(x - o), of functions on the line.
 *
 * @param frequencies ω
 * @param scales s, as many
 * @param origin o
 */
record LineFeatures(double[] frequencies, double[] scales, double origin) {

    /** Number of features: two per frequency. */
    int size() {
        return 2 * frequencies.length;
    }

    /** Adds weight · φ(x). */
    void add(double x, double weight, double[] out) {
        int m = frequencies.length;
        for (int k = 0; k < m; k++) {
            double phase = frequencies[k] * (x - origin);
            out[k] += weight * scales[k] * FastMath.cos(phase);
            out[m + k] += weight * scales[k] * FastMath.sin(phase);
        }
    }

    /** φ'(x). */
    void slopes(double x, double[] out) {
        int m = frequencies.length;
        for (int k = 0; k < m; k++) {
            double phase = frequencies[k] * (x - origin);
            out[k] = -scales[k] * frequencies[k] * FastMath.sin(phase);
            out[m + k] = scales[k] * frequencies[k] * FastMath.cos(phase);
        }
    }

    /** What the generator goes down, -Σ c φ: it climbs. */
    Potential downhill(double[] coefficients) {
        return new FeaturePotential(this, coefficients);
    }
}
