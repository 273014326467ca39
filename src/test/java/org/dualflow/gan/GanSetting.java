package org.dualflow.gan;

import java.util.List;
import java.util.SplittableRandom;
import org.dualflow.field.Activation;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.model.Coupling;
import org.dualflow.model.State;
import org.hipparchus.analysis.differentiation.Gradient;

/** Random GANs with a handful of neurons, and their energy written down once more, neuron by neuron. */
final class GanSetting {

    final ClippedWassersteinGan gan;
    final ParticleMeasure generator;
    final ParticleMeasure critic;

    GanSetting(ClippedWassersteinGan gan, ParticleMeasure generator, ParticleMeasure critic) {
        this.gan = gan;
        this.generator = generator;
        this.critic = critic;
    }

    /** Normal-like points in the boxes, uneven weights of sum one, γ ≠ 1, boxes away from one. */
    static GanSetting random(int d, int l, Activation g, Activation s, int neurons, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ClippedWassersteinGan gan = ClippedWassersteinGan.of(
                        points(d, 4, 1.5, random), l == 1 ? NodeRule.gaussHermite(1, 5) : points(l, 5, 2, random))
                .withActivations(g, s)
                .withCriticSpeed(1.7)
                .withCriticBox(0.8)
                .withGeneratorBox(2);
        return new GanSetting(gan, points(d + l + 1, neurons, 2, random), points(d + 2, neurons + 1, 0.8, random));
    }

    /** {@code n} points in [-reach, reach]^dimension with uneven weights. */
    static ParticleMeasure points(int dimension, int n, double reach, SplittableRandom random) {
        double[][] x = new double[dimension][n];
        double[] w = new double[n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int d = 0; d < dimension; d++) {
                x[d][i] = reach * (2 * random.nextDouble() - 1);
            }
            w[i] = 0.2 + random.nextDouble();
            sum += w[i];
        }
        for (int i = 0; i < n; i++) {
            w[i] /= sum;
        }
        return new ParticleMeasure(x, w);
    }

    State state() {
        return new State(List.of(generator, critic), new double[0]);
    }

    /** The unprojected fields at the neurons, {@code [species][dimension][neurons]}. */
    double[][][] fields() {
        return fields(gan, state(), generator, critic);
    }

    static double[][][] fields(ClippedWassersteinGan gan, State state, ParticleMeasure... at) {
        Coupling coupling = gan.couple();
        coupling.freeze(0, state);
        double[][][] out = new double[2][][];
        for (int s = 0; s < 2; s++) {
            out[s] = new double[at[s].dimension()][at[s].size()];
            coupling.field(s).fill(GanOutputs.coordinates(at[s]), at[s].size(), out[s]);
        }
        return out;
    }

    /** E[μ, ν] with its derivatives by the parameters of neuron {@code which} of one species. */
    Gradient energy(int species, int which) {
        Gradient[][] g = parameters(generator, species == 0 ? which : -1, species == 0 ? 0 : critic.dimension());
        Gradient[][] c = parameters(critic, species == 1 ? which : -1, species == 1 ? 0 : generator.dimension());
        int d = gan.dataDimension();
        Gradient sum = g[0][0].multiply(0);
        for (int k = 0; k < gan.latent().size(); k++) {
            Gradient[] y = new Gradient[d];
            for (int i = 0; i < d; i++) {
                y[i] = sum.multiply(0);
            }
            for (int m = 0; m < g.length; m++) {
                Gradient u = g[m][g[m].length - 1];
                for (int j = 0; j < gan.latentDimension(); j++) {
                    u = u.add(g[m][d + j].multiply(gan.latent().x(j)[k]));
                }
                for (int i = 0; i < d; i++) {
                    y[i] = y[i].add(activate(gan.generatorActivation(), u)
                            .multiply(g[m][i])
                            .multiply(generator.weights()[m]));
                }
            }
            sum = sum.add(score(c, y).multiply(gan.latent().weights()[k]));
        }
        for (int k = 0; k < gan.target().size(); k++) {
            Gradient[] y = new Gradient[d];
            for (int i = 0; i < d; i++) {
                y[i] = sum.multiply(0).add(gan.target().x(i)[k]);
            }
            sum = sum.subtract(score(c, y).multiply(gan.target().weights()[k]));
        }
        return sum;
    }

    private Gradient score(Gradient[][] c, Gradient[] y) {
        Gradient sum = y[0].multiply(0);
        for (int m = 0; m < c.length; m++) {
            Gradient u = c[m][c[m].length - 1];
            for (int j = 0; j < y.length; j++) {
                u = u.add(c[m][1 + j].multiply(y[j]));
            }
            sum = sum.add(activate(gan.criticActivation(), u).multiply(c[m][0]).multiply(critic.weights()[m]));
        }
        return sum;
    }

    private static Gradient[][] parameters(ParticleMeasure law, int which, int constants) {
        int free = which >= 0 ? law.dimension() : constants;
        Gradient[][] all = new Gradient[law.size()][law.dimension()];
        for (int m = 0; m < all.length; m++) {
            for (int d = 0; d < all[m].length; d++) {
                double value = law.x(d)[m];
                all[m][d] = m == which ? Gradient.variable(free, d, value) : Gradient.constant(free, value);
            }
        }
        return all;
    }

    private static Gradient activate(Activation s, Gradient u) {
        return switch (s) {
            case TANH -> u.tanh();
            case LOGISTIC -> u.negate().exp().add(1).reciprocal();
            case SOFTPLUS -> u.exp().log1p();
            case RELU -> u.getValue() > 0 ? u : u.multiply(0);
        };
    }
}
