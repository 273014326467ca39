package org.dualflow.gan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dualflow.field.Activation;
import org.dualflow.field.ProjectedField;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.mesh.Domain;
import org.dualflow.model.State;
import org.hipparchus.analysis.differentiation.Gradient;

/** What holds for every pair of laws, whatever the activations and dimensions. */
class ClippedWassersteinGanProperties {

    /**
     * Units of 2⁻⁵³ that a sum of at most 10 nodes and 30 neurons of size one may be off: each term carries the error of its
     * activation, at most 25 units in a derivative, an argument of size at most 8 with four roundings, and the factors'.
     */
    private static final double ROUNDING = 1000 * 0x1p-53;

    /** Each field is the gradient of E with respect to a neuron, over its weight, with its sign and speed. */
    @Property(tries = 60)
    void fieldsAreGradientsOfTheEnergy(
            @ForAll @IntRange(min = 1, max = 2) int d,
            @ForAll @IntRange(min = 1, max = 2) int l,
            @ForAll Activation g,
            @ForAll Activation s,
            @ForAll long seed) {
        GanSetting setting = GanSetting.random(d, l, g, s, 4, seed);
        double[][][] fields = setting.fields();
        double energy = setting.gan.energy(setting.state());
        for (int m = 0; m < 4; m++) {
            Gradient byGenerator = setting.energy(0, m);
            Gradient byCritic = setting.energy(1, m);
            assertEquals(byGenerator.getValue(), energy, ROUNDING * 8);
            for (int i = 0; i < fields[0].length; i++) {
                double slope =
                        -byGenerator.getPartialDerivative(i) / setting.generator.weights()[m];
                assertEquals(slope, fields[0][i][m], ROUNDING * (8 + Math.abs(slope)));
            }
            for (int i = 0; i < fields[1].length; i++) {
                double slope =
                        1.7 * byCritic.getPartialDerivative(i) / setting.critic.weights()[m];
                assertEquals(slope, fields[1][i][m], ROUNDING * (8 + Math.abs(slope)));
            }
        }
    }

    /** Neurons in another order, and one cut in two, make the same networks. */
    @Property(tries = 40)
    void onlyTheLawsCount(@ForAll Activation g, @ForAll Activation s, @ForAll long seed) {
        GanSetting setting = GanSetting.random(1, 1, g, s, 12, seed);
        State same = new State(
                List.of(shuffledAndCut(setting.generator, seed), shuffledAndCut(setting.critic, seed + 1)),
                new double[0]);
        double[][][] expected = setting.fields();
        double[][][] fields = GanSetting.fields(setting.gan, same, setting.generator, setting.critic);
        for (int p = 0; p < 2; p++) {
            for (int i = 0; i < fields[p].length; i++) {
                for (int m = 0; m < fields[p][i].length; m++) {
                    assertEquals(expected[p][i][m], fields[p][i][m], ROUNDING * 8);
                }
            }
        }
    }

    private static ParticleMeasure shuffledAndCut(ParticleMeasure law, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = law.size();
        double[][] x = new double[law.dimension()][n + 1];
        double[] w = new double[n + 1];
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        for (int i = 0; i <= n; i++) {
            int from = order[Math.min(i, n - 1)];
            w[i] = law.weights()[from];
            for (int d = 0; d < x.length; d++) {
                x[d][i] = law.x(d)[from];
            }
        }
        w[n - 1] *= 0.25;
        w[n] *= 0.75;
        return new ParticleMeasure(x, w);
    }

    /** A rotation of the data space turns outer weights of the generator and inner ones of the critic; nothing else. */
    @Property(tries = 30)
    void rotationsOfTheDataTurnTheFields(@ForAll Activation g, @ForAll Activation s, @ForAll long seed) {
        GanSetting setting = GanSetting.random(2, 1, g, s, 5, seed);
        double angle = 0.7;
        ParticleMeasure data = turned(setting.gan.target(), 0, angle);
        GanSetting other = new GanSetting(
                setting.gan.withNodes(data, setting.gan.latent()),
                turned(setting.generator, 0, angle),
                turned(setting.critic, 1, angle));
        double[][][] fields = setting.fields();
        double[][][] expected = {
            GanOutputs.coordinates(turned(measure(fields[0]), 0, angle)),
            GanOutputs.coordinates(turned(measure(fields[1]), 1, angle))
        };
        double[][][] rotated = other.fields();
        for (int p = 0; p < 2; p++) {
            for (int i = 0; i < rotated[p].length; i++) {
                for (int m = 0; m < rotated[p][i].length; m++) {
                    // relu's slope may jump where rounding moves an argument across zero: that is not this property.
                    if (g != Activation.RELU && s != Activation.RELU) {
                        assertEquals(expected[p][i][m], rotated[p][i][m], ROUNDING * 8);
                    }
                }
            }
        }
    }

    private static ParticleMeasure measure(double[][] x) {
        return new ParticleMeasure(x, new double[x[0].length]);
    }

    private static ParticleMeasure turned(ParticleMeasure law, int first, double angle) {
        ParticleMeasure copy = law.copy();
        for (int i = 0; i < law.size(); i++) {
            double x = law.x(first)[i];
            double y = law.x(first + 1)[i];
            copy.x(first)[i] = Math.cos(angle) * x - Math.sin(angle) * y;
            copy.x(first + 1)[i] = Math.sin(angle) * x + Math.cos(angle) * y;
        }
        return copy;
    }

    /** Moving all latent nodes by h, and c by -β h, leaves α' and c' as they are and adds h c' to β'. */
    @Property(tries = 30)
    void translationsOfTheLatentAreAbsorbed(@ForAll long seed) {
        GanSetting setting = GanSetting.random(1, 1, Activation.TANH, Activation.SOFTPLUS, 5, seed);
        double h = 0.4;
        ParticleMeasure latent = setting.gan.latent().copy();
        ParticleMeasure generator = setting.generator.copy();
        for (int k = 0; k < latent.size(); k++) {
            latent.x(0)[k] += h;
        }
        for (int m = 0; m < generator.size(); m++) {
            generator.x(2)[m] -= generator.x(1)[m] * h;
        }
        double[][][] fields = setting.fields();
        double[][][] moved =
                new GanSetting(setting.gan.withNodes(setting.gan.target(), latent), generator, setting.critic).fields();
        for (int m = 0; m < generator.size(); m++) {
            assertEquals(fields[0][0][m], moved[0][0][m], ROUNDING * 8);
            assertEquals(fields[0][1][m] + h * fields[0][2][m], moved[0][1][m], ROUNDING * 8);
            assertEquals(fields[0][2][m], moved[0][2][m], ROUNDING * 8);
        }
    }

    /** dE/dt is -Σ w |θ'|² with the critic at rest and Σ w |ω'|²/γ with the generator at rest, to first order in a step. */
    @Property(tries = 30)
    void eachPlayerGoesItsWay(@ForAll long seed) {
        GanSetting setting = GanSetting.random(1, 1, Activation.TANH, Activation.TANH, 6, seed);
        double[][][] fields = setting.fields();
        double before = setting.gan.energy(setting.state());
        double h = 1e-6;
        double down = setting.gan.energy(
                new State(List.of(stepped(setting.generator, fields[0], h), setting.critic), new double[0]));
        double up = setting.gan.energy(
                new State(List.of(setting.generator, stepped(setting.critic, fields[1], h)), new double[0]));
        double descent = -squared(setting.generator, fields[0]);
        double ascent = squared(setting.critic, fields[1]) / 1.7;
        // Second order: h/2 E''(v, v) with |E''| < 100 here, and the rounding of E over h.
        assertEquals(descent, (down - before) / h, 50 * h * -descent + ROUNDING / h);
        assertEquals(ascent, (up - before) / h, 50 * h * ascent * 1.7 + ROUNDING / h);
    }

    private static ParticleMeasure stepped(ParticleMeasure law, double[][] v, double h) {
        ParticleMeasure copy = law.copy();
        for (int d = 0; d < v.length; d++) {
            for (int i = 0; i < copy.size(); i++) {
                copy.x(d)[i] += h * v[d][i];
            }
        }
        return copy;
    }

    private static double squared(ParticleMeasure law, double[][] v) {
        double sum = 0;
        for (double[] component : v) {
            for (int i = 0; i < law.size(); i++) {
                sum += law.weights()[i] * component[i] * component[i];
            }
        }
        return sum;
    }

    /**
     * For two states on the same weights, in their boxes and on their walls, the distance grows at no more than the stated
     * rates: ⟨δ, δ'⟩ ≤ C |δ|², near one of them no more than in general.
     */
    @Property(tries = 150)
    void solutionsSeparateNoFasterThanStated(
            @ForAll @IntRange(min = 1, max = 2) int d,
            @ForAll @IntRange(min = 0, max = 5) int size,
            @ForAll long seed) {
        Activation[] smooth = {Activation.TANH, Activation.LOGISTIC, Activation.SOFTPLUS};
        SplittableRandom random = new SplittableRandom(seed);
        GanSetting a = GanSetting.random(d, 1, smooth[random.nextInt(3)], smooth[random.nextInt(3)], 3, seed);
        double scale = Math.pow(10, -size);
        GanSetting b = new GanSetting(a.gan, moved(a.generator, 2, scale, random), moved(a.critic, 0.8, scale, random));
        double[][][] u = projected(a);
        double[][][] v = projected(b);
        double square = 0;
        double growth = 0;
        for (int p = 0; p < 2; p++) {
            ParticleMeasure x = p == 0 ? a.generator : a.critic;
            ParticleMeasure y = p == 0 ? b.generator : b.critic;
            for (int i = 0; i < u[p].length; i++) {
                for (int m = 0; m < x.size(); m++) {
                    double delta = x.x(i)[m] - y.x(i)[m];
                    square += x.weights()[m] * delta * delta;
                    growth += x.weights()[m] * delta * (u[p][i][m] - v[p][i][m]);
                }
            }
        }
        double rounding = ROUNDING * 8 * Math.sqrt(square);
        double near = a.gan.stabilityRate(a.state(), Math.sqrt(square));
        assertTrue(growth <= near * square + rounding, growth / square + " > " + near);
        assertTrue(near <= a.gan.stabilityRate() * (1 + ROUNDING));
    }

    private static ParticleMeasure moved(ParticleMeasure law, double box, double scale, SplittableRandom random) {
        ParticleMeasure copy = law.copy();
        for (int d = 0; d < law.dimension(); d++) {
            for (int i = 0; i < law.size(); i++) {
                double x = law.x(d)[i] + scale * (2 * random.nextDouble() - 1);
                copy.x(d)[i] = Math.max(-box, Math.min(box, x));
            }
        }
        return copy;
    }

    private static double[][][] projected(GanSetting setting) {
        double[][][] fields = setting.fields();
        ParticleMeasure[] laws = {setting.generator, setting.critic};
        for (int p = 0; p < 2; p++) {
            Domain domain = setting.gan.species().get(p).domain();
            for (int d = 0; d < domain.dimension(); d++) {
                ProjectedField.project(domain.side(d), laws[p].x(d), laws[p].size(), fields[p][d]);
            }
        }
        return fields;
    }
}
