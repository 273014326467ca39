package org.dualflow.measure;

/** A law that has a density f, which may vanish or jump; evaluated for batches of points. */
public interface SmoothLaw extends Law {

    /**
     * The density at n points.
     *
     * @param x coordinates, {@code x[dimension][≥ n]}
     * @param out {@code out[i] = f(x_i)}
     */
    void fillDensity(double[][] x, int n, double[] out);

    /**
     * The component {@code ∂_component log f} of the score at n points; zero where f is constant, and where f vanishes.
     *
     * @param x coordinates, {@code x[dimension][≥ n]}
     * @param out {@code out[i]}, i &lt; n
     */
    void fillScore(int component, double[][] x, int n, double[] out);
}
