package org.dualflow.gan;

import org.dualflow.field.VelocityField;
import org.dualflow.model.Coupling;
import org.dualflow.model.State;
import org.dualflow.parallel.Team;

/**
 * Generator outputs at the latent nodes, then the critic's gradients there; what follows is one sum per neuron and node. The
 * nodes are those of the model until others are {@linkplain #takeLatents taken}.
 */
final class GanCoupling implements Coupling {

    private final ClippedWassersteinGan gan;
    private final NetworkSum generator;
    private final NetworkSum critic;
    private final double[][] z;
    private final double[] latentWeights;
    private final double[][] outputs;
    private final double[][] gradients;
    private final NetworkPotential descent;
    private final NetworkPotential ascent;
    private final NetworkField[] fields;

    GanCoupling(ClippedWassersteinGan gan) {
        this(gan, gan.latent().size(), gan.target().size());
        takeLatents(GanOutputs.coordinates(gan.latent()), gan.latent().weights());
        takeData(GanOutputs.coordinates(gan.target()), gan.target().weights());
    }

    /** For batches of fixed sizes, to be taken before the first use. */
    GanCoupling(ClippedWassersteinGan gan, int nodes, int points) {
        this.gan = gan;
        NeuronShape generatorShape = gan.generatorShape();
        NeuronShape criticShape = gan.criticShape();
        generator = new NetworkSum(generatorShape, gan.generatorActivation());
        critic = new NetworkSum(criticShape, gan.criticActivation());
        latentWeights = new double[nodes];
        outputs = new double[gan.dataDimension()][nodes];
        gradients = new double[gan.dataDimension()][nodes];
        descent = new NetworkPotential(generatorShape, gan.generatorActivation(), nodes);
        z = descent.nodes;
        ascent = new NetworkPotential(criticShape, gan.criticActivation(), nodes + points);
        fields = new NetworkField[] {
            new NetworkField(descent, gan.generatorBox() * Math.sqrt(gan.dataDimension())),
            new NetworkField(ascent, gan.criticBox())
        };
    }

    /** Copies latent nodes {@code [l][nodes]} and their weights, as many as at construction. */
    void takeLatents(double[][] nodes, double[] weights) {
        int n = latentWeights.length;
        System.arraycopy(weights, 0, latentWeights, 0, n);
        for (int j = 0; j < z.length; j++) {
            System.arraycopy(nodes[j], 0, z[j], 0, n);
        }
        for (int k = 0; k < n; k++) {
            ascent.coefficients[0][k] = gan.criticSpeed() * weights[k];
        }
    }

    /** Copies data points {@code [d][points]} and their weights, as many as at construction. */
    void takeData(double[][] points, double[] weights) {
        int n = latentWeights.length;
        for (int j = 0; j < points.length; j++) {
            System.arraycopy(points[j], 0, ascent.nodes[j], n, ascent.size - n);
        }
        for (int k = 0; k < ascent.size - n; k++) {
            ascent.coefficients[0][n + k] = -gan.criticSpeed() * weights[k];
        }
    }

    @Override
    public void workWith(Team team) {
        generator.workWith(team);
        critic.workWith(team);
    }

    @Override
    public void freeze(double t, State state) {
        generator.values(state.measure(0), z, outputs);
        freezeGenerator(state);
        freezeCritic();
    }

    /** The field of the generator only. */
    void freezeGeneratorAlone(State state) {
        generator.values(state.measure(0), z, outputs);
        freezeGenerator(state);
    }

    /** The field of the critic only. */
    void freezeCriticAlone(State state) {
        generator.values(state.measure(0), z, outputs);
        freezeCritic();
    }

    private void freezeGenerator(State state) {
        critic.gradients(state.measure(1), outputs, gradients);
        for (int i = 0; i < gradients.length; i++) {
            for (int k = 0; k < latentWeights.length; k++) {
                descent.coefficients[i][k] = -latentWeights[k] * gradients[i][k];
            }
        }
        descent.update();
    }

    private void freezeCritic() {
        for (int i = 0; i < outputs.length; i++) {
            System.arraycopy(outputs[i], 0, ascent.nodes[i], 0, latentWeights.length);
        }
        ascent.update();
    }

    @Override
    public VelocityField field(int s) {
        return fields[s];
    }
}
