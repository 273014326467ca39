package org.dualflow.gan;

import org.dualflow.field.Activation;

/**
 * A potential that neurons climb: φ(outer, inner, bias) = Σ_k c_k · outer s(inner · y_k + bias) over nodes y_k with vectors
 * of coefficients c_k. A network's energy, frozen, is of this form for each of its neurons.
 */
final class NetworkPotential {

    final NeuronShape shape;
    final Activation activation;
    final int size;
    /** Nodes, {@code [inner][size]}. */
    final double[][] nodes;
    /** Coefficients, {@code [outer][size]}. */
    final double[][] coefficients;
    /** Coefficients times nodes, {@code [outer][inner][size]}. */
    final double[][][] moments;

    NetworkPotential(NeuronShape shape, Activation activation, int size) {
        this.shape = shape;
        this.activation = activation;
        this.size = size;
        nodes = new double[shape.inner()][size];
        coefficients = new double[shape.outer()][size];
        moments = new double[shape.outer()][shape.inner()][size];
    }

    /** Makes the moments; to be called after nodes or coefficients have changed. */
    void update() {
        for (int i = 0; i < moments.length; i++) {
            for (int j = 0; j < nodes.length; j++) {
                for (int k = 0; k < size; k++) {
                    moments[i][j][k] = coefficients[i][k] * nodes[j][k];
                }
            }
        }
    }

    /** |c_k|. */
    double coefficient(int k) {
        double square = 0;
        for (double[] c : coefficients) {
            square += c[k] * c[k];
        }
        return Math.sqrt(square);
    }

    /** |(y_k, 1)|. */
    double reach(int k) {
        double square = 1;
        for (double[] y : nodes) {
            square += y[k] * y[k];
        }
        return Math.sqrt(square);
    }
}
