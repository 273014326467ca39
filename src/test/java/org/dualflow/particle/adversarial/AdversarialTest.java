package org.dualflow.particle.adversarial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.dualflow.measure.NormalMixture;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Species;
import org.dualflow.restart.MemoryCheckpoints;
import org.dualflow.time.StepFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdversarialTest {

    private static final AdversarialSettings SETTINGS = new AdversarialSettings(6, 8, 5, 0.5, 3, 0.05, 0.1, 1);

    private static AdversarialTraining training(int dimension, AdversarialSettings settings) {
        Species species = new Species("u", Domain.cube(dimension, -9, 9, Boundary.NO_FLUX));
        double[] far = new double[dimension];
        Arrays.fill(far, 1.5);
        return new AdversarialTraining(
                species,
                NormalMixture.normal(1, new double[dimension]),
                NormalMixture.normal(0.5, far),
                80,
                settings,
                0);
    }

    private static double[] end(AdversarialTraining training) {
        training.advanceTo(1);
        return ((ParticleMeasure) training.state().measure(0)).x(0).clone();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void oneSeedIsOneTraining(int dimension) {
        double[] first = end(training(dimension, SETTINGS));
        assertArrayEquals(first, end(training(dimension, SETTINGS)));
        AdversarialSettings other = new AdversarialSettings(6, 8, 5, 0.5, 3, 0.05, 0.1, 2);
        assertFalse(Arrays.equals(first, end(training(dimension, other))));
    }

    /** Central differences, off by O(h²) = 1e-10. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void networkDerivativesAreDerivatives(int dimension) {
        SplittableRandom random = new SplittableRandom(5);
        TwoLayerNetwork network = anyNetwork(dimension, dimension, true, random);
        TwoLayerNetwork scalar = anyNetwork(dimension, 1, false, random);
        double[] z = random.doubles(dimension).toArray();
        double[] weight = random.doubles(dimension).toArray();
        double[] gradient = new double[network.parameters()];
        network.value(z, new double[dimension]);
        network.addParameterGradient(z, weight, gradient);
        double h = 1e-5;
        for (int k = 0; k < gradient.length; k++) {
            double old = network.theta[k];
            network.theta[k] = old + h;
            double above = combine(network, z, weight);
            network.theta[k] = old - h;
            double below = combine(network, z, weight);
            network.theta[k] = old;
            assertEquals((above - below) / (2 * h), gradient[k], 1e-8);
        }
        double[] slope = new double[dimension];
        scalar.value(z, new double[1]);
        scalar.inputGradient(slope);
        for (int d = 0; d < dimension; d++) {
            double old = z[d];
            z[d] = old + h;
            double above = combine(scalar, z, new double[] {1});
            z[d] = old - h;
            double below = combine(scalar, z, new double[] {1});
            z[d] = old;
            assertEquals((above - below) / (2 * h), slope[d], 1e-8);
        }
    }

    private static TwoLayerNetwork anyNetwork(int inputs, int outputs, boolean skip, SplittableRandom random) {
        TwoLayerNetwork network = new TwoLayerNetwork(inputs, outputs, 4, skip, random);
        Arrays.setAll(network.theta, k -> random.nextGaussian());
        return network;
    }

    private static double combine(TwoLayerNetwork network, double[] z, double[] weight) {
        double[] out = new double[weight.length];
        network.value(z, out);
        double sum = 0;
        for (int o = 0; o < weight.length; o++) {
            sum += weight[o] * out[o];
        }
        return sum;
    }

    /** What the last fit has left is known after a restart too. */
    @Test
    void theTargetsOfTheLastMoveAreRestored() {
        AdversarialTraining training = training(2, SETTINGS);
        training.step(1);
        training.step(1);
        MemoryCheckpoints checkpoints = new MemoryCheckpoints(true);
        checkpoints.keep(training);
        AdversarialTraining other = training(2, SETTINGS);
        assertTrue(checkpoints.restore(other));
        assertTrue(training.misfit() > 0);
        assertEquals(training.misfit(), other.misfit());
    }

    /** The last good state is kept. */
    @Test
    void divergenceIsAFailureThatRollsBack() {
        AdversarialTraining training = training(1, SETTINGS.withGenerator(200, 1));
        double[] before = ((ParticleMeasure) training.state().measure(0)).x(0).clone();
        StepFailure failure = assertThrows(StepFailure.class, () -> training.step(1));
        assertEquals(StepFailure.Cause.LEFT_DOMAIN, failure.reason());
        assertArrayEquals(before, ((ParticleMeasure) training.state().measure(0)).x(0));
        assertEquals(0, training.time());
    }

    /**
     * After k fitting steps the outputs have gone ξ_k with ξ_{k+1} - ξ_k = (I - ηK)(ξ_k - ξ_{k-1}), K = 2 J Jᵀ/N, J the derivative of
     * the outputs in the parameters at the start, up to a share O(ε) = 1e-6 of it; rounding of outputs about 1 is 1e-16.
     */
    @Test
    void fittingStepsGoTheirPartOfTheWay() {
        int n = 5;
        double rate = 0.02;
        SplittableRandom root = new SplittableRandom(1);
        double[] z = NormalMixture.normal(0.5, 1.5).sample(n, root.split()).x(0);
        root.split();
        TwoLayerNetwork generator = new TwoLayerNetwork(1, 1, 12, true, root.split());
        double[][] derivative = new double[n][generator.parameters()];
        for (int i = 0; i < n; i++) {
            generator.value(new double[] {z[i]}, new double[1]);
            generator.addParameterGradient(new double[] {z[i]}, new double[] {1}, derivative[i]);
        }
        double[] before = z;
        double[] expected = {};
        for (int k = 1; k <= 6; k++) {
            double[] now = fitted(n, new AdversarialSettings(12, 8, 5, 0.5, k, rate, 1e-6, 1));
            double[] way = new double[n];
            for (int i = 0; i < n; i++) {
                way[i] = now[i] - before[i];
            }
            if (k > 1) {
                assertArrayEquals(expected, way, 1e-4 * Math.abs(expected[0]) + 1e-14);
            }
            expected = remaining(way, derivative, rate);
            before = now;
        }
    }

    private static double[] fitted(int n, AdversarialSettings settings) {
        AdversarialTraining training = new AdversarialTraining(
                new Species("u", Domain.line(-9, 9, Boundary.NO_FLUX)),
                NormalMixture.normal(1, 0),
                NormalMixture.normal(0.5, 1.5),
                n,
                settings,
                0);
        training.step(settings.step());
        return ((ParticleMeasure) training.state().measure(0)).x(0).clone();
    }

    /** (I - 2η J Jᵀ/N) d. */
    private static double[] remaining(double[] d, double[][] derivative, double rate) {
        double[] rest = d.clone();
        for (int i = 0; i < d.length; i++) {
            for (int j = 0; j < d.length; j++) {
                double product = 0;
                for (int p = 0; p < derivative[i].length; p++) {
                    product += derivative[i][p] * derivative[j][p];
                }
                rest[i] -= 2 * rate / d.length * product * d[j];
            }
        }
        return rest;
    }

    /** Slopes of features against central differences. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void featureSlopesAreDerivatives(int dimension) {
        SplittableRandom random = new SplittableRandom(9);
        for (Features features : new Features[] {
            new QuadraticFeatures(dimension),
            new FourierFeatures(dimension, 7, 0.8, 3),
            new WallCosines(Domain.cube(dimension, -0.2, 1.3, Boundary.NO_FLUX), 4)
        }) {
            double[] c = random.doubles(features.size()).toArray();
            double[][] x = new double[dimension][1];
            for (double[] coordinate : x) {
                coordinate[0] = random.nextDouble();
            }
            for (int d = 0; d < dimension; d++) {
                double[] slope = new double[1];
                features.fillSlope(d, c, x, 1, slope);
                double h = 1e-5;
                x[d][0] += h;
                double above = value(features, c, x);
                x[d][0] -= 2 * h;
                double below = value(features, c, x);
                x[d][0] += h;
                assertEquals((above - below) / (2 * h), slope[0], 1e-7);
            }
        }
    }

    private static double value(Features features, double[] c, double[][] x) {
        double[][] phi = new double[features.size()][1];
        features.fill(x, 1, phi);
        return LogisticFit.logits(phi, c, 1)[0];
    }

    /** Means of products of two cosines over a lattice of midpoints, exact for k + k' < 2·8. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void cosinesBetweenWallsAreOrthonormal(int dimension) {
        Domain box = Domain.cube(dimension, -1, 2, Boundary.NO_FLUX);
        WallCosines features = new WallCosines(box, 3);
        int n = (int) Math.round(Math.pow(8, dimension));
        double[][] x = new double[dimension][n];
        for (int i = 0; i < n; i++) {
            int rest = i;
            for (int d = 0; d < dimension; d++, rest /= 8) {
                x[d][i] = -1 + 3 * (rest % 8 + 0.5) / 8;
            }
        }
        double[][] phi = new double[features.size()][n];
        features.fill(x, n, phi);
        for (int k = 0; k < phi.length; k++) {
            for (int l = 0; l <= k; l++) {
                double mean = 0;
                for (int i = 0; i < n; i++) {
                    mean += phi[k][i] * phi[l][i] / n;
                }
                assertEquals(k == l ? 1 : 0, mean, 1e-12);
            }
        }
    }

    /** At data = particles the logit is zero by symmetry, and nothing moves. */
    @Test
    void indistinguishableParticlesStay() {
        ParticleMeasure data = NormalMixture.normal(1, 0, 1).sample(60, new SplittableRandom(1));
        DiscriminatorVelocity velocity = new DiscriminatorVelocity(data, new FourierFeatures(2, 20, 1, 4), 1e-6);
        double[][] v = new double[2][60];
        velocity.fill(new double[][] {data.x(0), data.x(1)}, data.weights(), 60, v);
        for (int i = 0; i < 60; i++) {
            assertEquals(0, v[0][i], 1e-12);
            assertEquals(0, v[1][i], 1e-12);
        }
    }

    @Test
    void badInputIsRefused() {
        ParticleMeasure bad = new ParticleMeasure(new double[][] {{Double.NaN}}, new double[] {1});
        assertThrows(IllegalArgumentException.class, () -> new DiscriminatorVelocity(bad, new QuadraticFeatures(1), 1));
        ParticleMeasure good = new ParticleMeasure(new double[][] {{0}}, new double[] {1});
        assertThrows(
                IllegalArgumentException.class, () -> new DiscriminatorVelocity(good, new QuadraticFeatures(1), 0));
        assertThrows(IllegalArgumentException.class, () -> SETTINGS.withGenerator(0, 1));
        assertThrows(IllegalArgumentException.class, () -> SETTINGS.withGenerator(1, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new FourierFeatures(1, 0, 1, 1));
        Domain walls = Domain.line(0, 1, Boundary.NO_FLUX);
        assertThrows(IllegalArgumentException.class, () -> new WallCosines(walls, 0));
        Domain circle = Domain.line(0, 1, Boundary.PERIODIC);
        assertThrows(IllegalArgumentException.class, () -> new WallCosines(circle, 2));
    }
}
