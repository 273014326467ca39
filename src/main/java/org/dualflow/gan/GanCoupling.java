package org.dualflow.gan;

import org.dualflow.field.VelocityField;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.model.Coupling;
import org.dualflow.model.State;
import org.dualflow.parallel.Team;

/** Generator outputs at the latent nodes, then the critic's gradients there; what follows is one sum per neuron and node. */
final class GanCoupling implements Coupling {

    private final ClippedWassersteinGan gan;
    private final NetworkSum generator;
    private final NetworkSum critic;
    private final double[][] z;
    private final double[][] outputs;
    private final double[][] gradients;
    private final NetworkPotential descent;
    private final NetworkPotential ascent;
    private final NetworkField[] fields;

    GanCoupling(ClippedWassersteinGan gan) {
        this.gan = gan;
        NeuronShape generatorShape = gan.generatorShape();
        NeuronShape criticShape = gan.criticShape();
        generator = new NetworkSum(generatorShape, gan.generatorActivation());
        critic = new NetworkSum(criticShape, gan.criticActivation());
        ParticleMeasure latent = gan.latent();
        ParticleMeasure target = gan.target();
        int nodes = latent.size();
        z = GanOutputs.coordinates(latent);
        outputs = new double[gan.dataDimension()][nodes];
        gradients = new double[gan.dataDimension()][nodes];
        descent = new NetworkPotential(generatorShape, gan.generatorActivation(), nodes);
        for (int j = 0; j < z.length; j++) {
            System.arraycopy(z[j], 0, descent.nodes[j], 0, nodes);
        }
        ascent = new NetworkPotential(criticShape, gan.criticActivation(), nodes + target.size());
        for (int k = 0; k < nodes; k++) {
            ascent.coefficients[0][k] = gan.criticSpeed() * latent.weights()[k];
        }
        for (int k = 0; k < target.size(); k++) {
            ascent.coefficients[0][nodes + k] = -gan.criticSpeed() * target.weights()[k];
            for (int j = 0; j < target.dimension(); j++) {
                ascent.nodes[j][nodes + k] = target.x(j)[k];
            }
        }
        fields = new NetworkField[] {
            new NetworkField(descent, gan.generatorBox() * Math.sqrt(gan.dataDimension())),
            new NetworkField(ascent, gan.criticBox())
        };
    }

    @Override
    public void workWith(Team team) {
        generator.workWith(team);
        critic.workWith(team);
    }

    @Override
    public void freeze(double t, State state) {
        generator.values(state.measure(0), z, outputs);
        critic.gradients(state.measure(1), outputs, gradients);
        double[] n = gan.latent().weights();
        for (int i = 0; i < gradients.length; i++) {
            for (int k = 0; k < n.length; k++) {
                descent.coefficients[i][k] = -n[k] * gradients[i][k];
            }
            System.arraycopy(outputs[i], 0, ascent.nodes[i], 0, n.length);
        }
        descent.update();
        ascent.update();
    }

    @Override
    public VelocityField field(int s) {
        return fields[s];
    }
}
