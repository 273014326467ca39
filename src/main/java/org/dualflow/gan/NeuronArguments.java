package org.dualflow.gan;

/** Arguments of activations for many neurons at a time. */
final class NeuronArguments {

    private NeuronArguments() {}

    /** {@code y += c x}. */
    static void add(double c, double[] x, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = Math.fma(c, x[i], y[i]);
        }
    }

    /** {@code u = bias + Σ_j inner_j y_j}: the arguments of one activation for many neurons. */
    static void arguments(double[][] inner, double[] bias, double[][] y, int node, int n, double[] u) {
        System.arraycopy(bias, 0, u, 0, n);
        for (int j = 0; j < y.length; j++) {
            add(y[j][node], inner[j], u, n);
        }
    }
}
