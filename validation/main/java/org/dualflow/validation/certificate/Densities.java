package org.dualflow.validation.certificate;

/** A density at many points at once. */
@FunctionalInterface
public interface Densities {

    /**
     * @param x coordinates, {@code x[dimension][≥ n]}
     * @param n number of points
     * @param out receives the density at point i, i &lt; n
     */
    void fill(double[][] x, int n, double[] out);
}
