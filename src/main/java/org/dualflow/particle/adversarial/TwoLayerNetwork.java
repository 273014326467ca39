package org.dualflow.particle.adversarial;

import java.util.SplittableRandom;
import org.hipparchus.util.FastMath;

/**
 * A network with one hidden layer, f_o(z) = z_o·skip + b_o + Σ_h A_oh tanh(Σ_i B_hi z_i + c_h), with {@code skip} = 1 or 0,
 * and its derivatives by the chain rule. The parameters are one array: for each h the row B_h1 … B_hI, c_h, A_1h … A_Oh;
 * then b_1 … b_O.
 */
final class TwoLayerNetwork {

    private final int inputs;
    private final int outputs;
    private final int hidden;
    private final boolean skip;
    private final int row;
    private final double[] activation;
    final double[] theta;

    /** B and c normal, A and b zero: the hidden layer is random, and the network starts as z·skip. */
    TwoLayerNetwork(int inputs, int outputs, int hidden, boolean skip, SplittableRandom random) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.hidden = hidden;
        this.skip = skip;
        this.row = inputs + 1 + outputs;
        this.activation = new double[hidden];
        this.theta = new double[hidden * row + outputs];
        for (int h = 0; h < hidden; h++) {
            for (int k = 0; k <= inputs; k++) {
                theta[h * row + k] = random.nextGaussian();
            }
        }
    }

    int parameters() {
        return theta.length;
    }

    /** Outputs at one input; keeps the hidden activations for the derivatives below. */
    void value(double[] z, double[] out) {
        for (int o = 0; o < outputs; o++) {
            out[o] = theta[hidden * row + o] + (skip ? z[o] : 0);
        }
        for (int h = 0; h < hidden; h++) {
            int at = h * row;
            double sum = theta[at + inputs];
            for (int i = 0; i < inputs; i++) {
                sum += theta[at + i] * z[i];
            }
            activation[h] = FastMath.tanh(sum);
            for (int o = 0; o < outputs; o++) {
                out[o] += theta[at + inputs + 1 + o] * activation[h];
            }
        }
    }

    /** Adds {@code Σ_o weight_o ∂f_o/∂θ} at the last input. */
    void addParameterGradient(double[] z, double[] weight, double[] gradient) {
        for (int h = 0; h < hidden; h++) {
            int at = h * row;
            double back = 0;
            for (int o = 0; o < outputs; o++) {
                gradient[at + inputs + 1 + o] += weight[o] * activation[h];
                back += weight[o] * theta[at + inputs + 1 + o];
            }
            back *= 1 - activation[h] * activation[h];
            gradient[at + inputs] += back;
            for (int i = 0; i < inputs; i++) {
                gradient[at + i] += back * z[i];
            }
        }
        for (int o = 0; o < outputs; o++) {
            gradient[hidden * row + o] += weight[o];
        }
    }

    /** ∂f_0/∂z at the last input. */
    void inputGradient(double[] out) {
        java.util.Arrays.fill(out, 0);
        for (int h = 0; h < hidden; h++) {
            int at = h * row;
            double back = theta[at + inputs + 1] * (1 - activation[h] * activation[h]);
            for (int i = 0; i < inputs; i++) {
                out[i] += back * theta[at + i];
            }
        }
    }
}
