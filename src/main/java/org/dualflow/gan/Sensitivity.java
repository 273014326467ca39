package org.dualflow.gan;

import org.dualflow.field.Activation;
import org.dualflow.model.State;

/** How much a generator's outputs move with its neurons: (∫ s² + |α|² s'² |(z_k, 1)|² dμ)^½ for every latent node. */
final class Sensitivity {

    private Sensitivity() {}

    static double[] of(ClippedWassersteinGan gan, State state) {
        NeuronShape shape = gan.generatorShape();
        Activation activation = gan.generatorActivation();
        double[][] z = GanOutputs.coordinates(gan.latent());
        double[] squares = new double[gan.latent().size()];
        state.measure(0).forEachBlock((x, w, n) -> {
            double[][] inner = java.util.Arrays.copyOfRange(x, shape.outer(), shape.bias());
            double[] u = new double[n];
            double[] s = new double[n];
            double[] slope = new double[n];
            for (int k = 0; k < squares.length; k++) {
                NeuronArguments.arguments(inner, x[shape.bias()], z, k, n, u);
                activation.valuesAndSlopes(u, n, s, slope);
                double reach = NearbyBounds.reach(gan.latent(), k);
                for (int i = 0; i < n; i++) {
                    double square = s[i] * s[i];
                    for (int d = 0; d < shape.outer(); d++) {
                        double steep = x[d][i] * slope[i] * reach;
                        square += steep * steep;
                    }
                    squares[k] += w[i] * square;
                }
            }
        });
        for (int k = 0; k < squares.length; k++) {
            squares[k] = Math.sqrt(squares[k]);
        }
        return squares;
    }
}
