package org.dualflow.gan;

import java.util.Arrays;
import org.dualflow.field.Activation;
import org.dualflow.field.VelocityField;
import org.dualflow.measure.Measure;
import org.dualflow.measure.Reductions;
import org.dualflow.parallel.Team;

/**
 * Outputs of a two-layer network at given nodes, and the gradient of a scalar one with respect to its input:
 *
 * <pre>  O(y) = Σ w outer s(inner · y + bias),      ∇O(y) = Σ w outer s'(inner · y + bias) inner.</pre>
 *
 * <p>Neurons are summed in blocks of a fixed size, by any number of threads, and the blocks' sums are added in order.
 */
final class NetworkSum {

    private static final int BLOCK = VelocityField.BLOCK;

    private final NeuronShape shape;
    private final Activation activation;
    private final Neurons neurons;
    private Team team = Team.single();
    private Lane[] lanes = {};
    private double[][] partial = {};
    private double[][] nodes = {};
    private boolean steep;

    NetworkSum(NeuronShape shape, Activation activation) {
        this.shape = shape;
        this.activation = activation;
        this.neurons = new Neurons(shape);
        workWith(team);
    }

    /** Work arrays of one thread. */
    private final class Lane {
        final double[][] outer = new double[shape.outer()][BLOCK];
        final double[][] inner = new double[shape.inner() + 1][BLOCK];
        final double[] u = new double[BLOCK];
        final double[] s = new double[BLOCK];
        final double[] slope = new double[BLOCK];
    }

    void workWith(Team other) {
        team = other;
        lanes = new Lane[team.size()];
        for (int i = 0; i < lanes.length; i++) {
            lanes[i] = new Lane();
        }
    }

    /**
     * Outputs at nodes.
     *
     * @param law of the neurons
     * @param y nodes, {@code y[inner][nodes]}
     * @param out receives the outputs, {@code out[outer][nodes]}
     */
    void values(Measure law, double[][] y, double[][] out) {
        sum(law, y, out, false);
    }

    /**
     * Gradients at nodes of a network with one output.
     *
     * @param law of the neurons
     * @param y nodes, {@code y[inner][nodes]}
     * @param out receives the gradients, {@code out[inner][nodes]}
     */
    void gradients(Measure law, double[][] y, double[][] out) {
        sum(law, y, out, true);
    }

    private void sum(Measure law, double[][] y, double[][] out, boolean gradient) {
        neurons.take(law);
        nodes = y;
        steep = gradient;
        int chunks = (neurons.size() + BLOCK - 1) / BLOCK;
        int length = y[0].length;
        if (partial.length < chunks || (chunks > 0 && partial[0].length < out.length * length)) {
            partial = new double[chunks][out.length * length];
        }
        team.run(chunks, this::chunk);
        for (int i = 0; i < out.length; i++) {
            Arrays.fill(out[i], 0, length, 0);
            for (int c = 0; c < chunks; c++) {
                for (int k = 0; k < length; k++) {
                    out[i][k] += partial[c][i * length + k];
                }
            }
        }
    }

    private void chunk(int c, int worker) {
        Lane lane = lanes[worker];
        int from = c * BLOCK;
        int n = Math.min(BLOCK, neurons.size() - from);
        for (int i = 0; i < lane.outer.length; i++) {
            System.arraycopy(neurons.outer(i), from, lane.outer[i], 0, n);
        }
        for (int j = 0; j < lane.inner.length; j++) {
            System.arraycopy(neurons.inner(j), from, lane.inner[j], 0, n);
        }
        int length = nodes[0].length;
        for (int k = 0; k < length; k++) {
            NeuronArguments.arguments(lane.inner, lane.inner[shape.inner()], nodes, k, n, lane.u);
            if (steep) {
                activation.valuesAndSlopes(lane.u, n, lane.s, lane.slope);
                multiply(lane.slope, lane.outer[0], n);
                for (int j = 0; j < shape.inner(); j++) {
                    partial[c][j * length + k] = Reductions.dot(lane.slope, lane.inner[j], 0, n);
                }
            } else {
                activation.values(lane.u, n, lane.s);
                for (int i = 0; i < shape.outer(); i++) {
                    partial[c][i * length + k] = Reductions.dot(lane.s, lane.outer[i], 0, n);
                }
            }
        }
    }

    private static void multiply(double[] a, double[] b, int n) {
        for (int i = 0; i < n; i++) {
            a[i] *= b[i];
        }
    }
}
