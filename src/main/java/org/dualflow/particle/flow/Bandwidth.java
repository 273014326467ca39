package org.dualflow.particle.flow;

import org.hipparchus.util.FastMath;

/**
 * The width of the blobs for N particles, ε = factor · N^(-exponent).
 *
 * <p>For smooth solutions the mollified density is off by O(ε²), and on a lattice of particles of spacing h = N^(-1/d) the sum over
 * particles by exp(-2π² (ε/h)²) relative (Poisson's formula): below 1e-8 from ε = h on. Hence any exponent below 1/d
 * gives order 2 · exponent in 1/N. Independent particles add noise of size (N ε^(d+2))^(-1/2) to ∇log u at every particle.
 *
 * @param factor positive and finite
 * @param exponent from 0 to 1
 */
public record Bandwidth(double factor, double exponent) {

    /** Checks the ranges. */
    public Bandwidth {
        if (!(factor > 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException(
                    "bandwidth factor = " + factor + ": a positive finite number is allowed");
        }
        if (!(exponent >= 0 && exponent <= 1)) {
            throw new IllegalArgumentException("bandwidth exponent = " + exponent + ": 0 to 1 is allowed");
        }
    }

    /** One width for all N. */
    public static Bandwidth fixed(double width) {
        return new Bandwidth(width, 0);
    }

    /** ε for n particles. */
    public double width(int n) {
        return factor * FastMath.pow(n, -exponent);
    }
}
