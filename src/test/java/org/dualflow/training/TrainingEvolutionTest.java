package org.dualflow.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.dualflow.gan.ClippedWassersteinGan;
import org.dualflow.gan.GanGradients;
import org.dualflow.gan.NodeRule;
import org.dualflow.measure.AtomicLaw;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.model.Initial;
import org.dualflow.model.State;
import org.dualflow.parallel.Team;
import org.dualflow.particle.ParticleScheme;
import org.dualflow.particle.ParticleTransport;
import org.dualflow.run.Solution;
import org.dualflow.run.Training;
import org.dualflow.time.Evolution;
import org.dualflow.time.StepFailure;
import org.junit.jupiter.api.Test;

class TrainingEvolutionTest {

    private static final long SEED = 11;

    private static ClippedWassersteinGan gan(int d, int l) {
        SplittableRandom random = new SplittableRandom(SEED + d);
        return ClippedWassersteinGan.of(points(d, 6, 1.5, random), NodeRule.gaussHermite(l, 4))
                .withCriticSpeed(1.5)
                .withCriticBox(0.8)
                .withGeneratorBox(2);
    }

    /** Points in a cube with uneven weights of sum 1. */
    private static ParticleMeasure points(int dimension, int n, double reach, SplittableRandom random) {
        double[][] x = new double[dimension][n];
        double[] w = new double[n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (double[] coordinate : x) {
                coordinate[i] = reach * (2 * random.nextDouble() - 1);
            }
            w[i] = 0.2 + random.nextDouble();
            sum += w[i];
        }
        for (int i = 0; i < n; i++) {
            w[i] /= sum;
        }
        return new ParticleMeasure(x, w);
    }

    private static List<ParticleMeasure> start(ClippedWassersteinGan gan, int n) {
        SplittableRandom random = new SplittableRandom(SEED);
        return List.of(
                points(gan.species().get(0).domain().dimension(), n, 1, random),
                points(gan.species().get(1).domain().dimension(), n + 1, 0.8, random));
    }

    private static TrainingEvolution train(
            ClippedWassersteinGan gan, List<ParticleMeasure> start, TrainingScheme scheme, long seed) {
        return new TrainingEvolution(gan, start, scheme, Streams.of(seed), 0);
    }

    private static double[][] coordinates(State state, int s) {
        ParticleMeasure law = (ParticleMeasure) state.measure(s);
        double[][] x = new double[law.dimension()][];
        for (int d = 0; d < x.length; d++) {
            x[d] = law.x(d).clone();
        }
        return x;
    }

    private static void assertSame(State expected, State actual, int s) {
        assertArrayEquals(coordinates(expected, s), coordinates(actual, s));
    }

    private static State euler(ClippedWassersteinGan gan, List<ParticleMeasure> from, double h) {
        Evolution particles = new ParticleTransport(gan, from, new double[0], ParticleScheme.euler(h));
        particles.step(h);
        return particles.state();
    }

    /**
     * With full batches and n_c = 1 the critic makes the step that Euler's method makes from (μ_n, ν_n), the generator the one
     * it makes from (μ_n, ν_{n+1}), to the last bit.
     */
    @Test
    void fullBatchIsEulersMethodPlayerByPlayer() {
        double h = 0.25;
        for (int d = 1; d <= 2; d++) {
            ClippedWassersteinGan gan = gan(d, d);
            TrainingEvolution training = train(gan, start(gan, 40), TrainingScheme.fullBatch(h), 0);
            for (int n = 1; n <= 4; n++) {
                ParticleMeasure mu = ((ParticleMeasure) training.state().measure(0)).copy();
                ParticleMeasure nu = ((ParticleMeasure) training.state().measure(1)).copy();
                training.step(n * h);
                assertEquals(n * h, training.time());
                assertSame(euler(gan, List.of(mu, nu), h), training.state(), 1);
                ParticleMeasure next = ((ParticleMeasure) training.state().measure(1)).copy();
                assertSame(euler(gan, List.of(mu, next), h), training.state(), 0);
            }
        }
    }

    /** n_c critic steps of h γ / n_c with the generator at rest are n_c Euler steps of h / n_c. */
    @Test
    void criticStepsShareTheCriticsClock() {
        ClippedWassersteinGan gan = gan(1, 1);
        double h = 0.3;
        TrainingEvolution training =
                train(gan, start(gan, 40), TrainingScheme.fullBatch(h).withCriticSteps(3), 0);
        training.step(h);
        ParticleMeasure mu = start(gan, 40).get(0);
        ParticleMeasure nu = start(gan, 40).get(1);
        for (int k = 0; k < 3; k++) {
            nu = (ParticleMeasure) euler(gan, List.of(mu, nu), h / 3).measure(1);
        }
        for (int d = 0; d < nu.dimension(); d++) {
            // h/3 is formed by a run of Euler steps as well: same bits but for the rounding of a step.
            assertArrayEquals(nu.x(d), coordinates(training.state(), 1)[d], 1e-15);
        }
    }

    @Test
    void criticStaysInItsBoxHoweverLargeTheStep() {
        ClippedWassersteinGan gan = gan(1, 1);
        TrainingEvolution training = train(gan, start(gan, 50), TrainingScheme.miniBatch(1e3, 4), 3);
        training.advanceTo(5e3);
        boolean touched = false;
        for (double[] coordinate : coordinates(training.state(), 1)) {
            for (double x : coordinate) {
                assertTrue(Math.abs(x) <= 0.8);
                touched |= Math.abs(x) == 0.8;
            }
        }
        assertTrue(touched);
    }

    @Test
    void theSameSeedGivesTheSameBitsForAnyNumberOfThreads() {
        ClippedWassersteinGan gan = gan(2, 1);
        TrainingScheme scheme = TrainingScheme.miniBatch(0.1, 3);
        List<ParticleMeasure> start = start(gan, 5000);
        TrainingEvolution one = train(gan, start, scheme, 5);
        TrainingEvolution three = train(gan, start, scheme, 5);
        TrainingEvolution other = train(gan, start, scheme, 6);
        three.workWith(Team.of(3));
        for (TrainingEvolution evolution : List.of(one, three, other)) {
            evolution.advanceTo(0.3);
        }
        for (int s = 0; s < 2; s++) {
            assertSame(one.state(), three.state(), s);
            assertFalse(Arrays.deepEquals(coordinates(one.state(), s), coordinates(other.state(), s)));
        }
    }

    /** Neither the size of the batches nor the number of the other player's neurons changes what a purpose draws. */
    @Test
    void purposesHaveStreamsOfTheirOwn() {
        ClippedWassersteinGan gan = gan(1, 1);
        Initial initial = gan.normalAndUniform(0.5, 0.5);
        TrainingScheme small = TrainingScheme.miniBatch(0.1, 2);
        State one = Training.random(100, 7, small).begin(gan, initial, 0).state();
        State two = Training.random(100, 7, small.withBatches(MiniBatches.of(5)))
                .begin(gan, initial, 0)
                .state();
        State three = new Training(9000, 100, Training.Start.RANDOM, 7, small, 1)
                .begin(gan, initial, 0)
                .state();
        assertSame(one, two, 0);
        assertSame(one, two, 1);
        assertSame(one, three, 1);
        for (int d = 0; d < 3; d++) {
            assertArrayEquals(coordinates(one, 0)[d], Arrays.copyOf(coordinates(three, 0)[d], 100));
        }
        Streams quiet = Streams.of(7);
        Streams busy = Streams.of(7);
        assertTrue(busy.latents().split().doubles(1000).sum() > 0);
        busy.generator().nextLong();
        assertEquals(quiet.data().nextLong(), busy.data().nextLong());
        assertEquals(quiet.critic().nextLong(), busy.critic().nextLong());
    }

    /** Full-batch fields are weighted means of those of single nodes and points: batches of draws are unbiased. */
    @Test
    void mixingSinglePointsGivesTheFullBatch() {
        ClippedWassersteinGan gan = gan(2, 1);
        List<ParticleMeasure> start = start(gan, 5);
        double[][] full = velocities(gan, start, gan.latent(), gan.target());
        double[][] mixed = new double[full.length][full[0].length];
        for (int k = 0; k < gan.latent().size(); k++) {
            for (int j = 0; j < gan.target().size(); j++) {
                double[][] single = velocities(gan, start, single(gan.latent(), k), single(gan.target(), j));
                for (int c = 0; c < full.length; c++) {
                    for (int i = 0; i < full[c].length; i++) {
                        mixed[c][i] += gan.latent().weights()[k] * gan.target().weights()[j] * single[c][i];
                    }
                }
            }
        }
        for (int c = 0; c < full.length; c++) {
            assertArrayEquals(full[c], mixed[c], 1e-14);
        }
    }

    private static ParticleMeasure single(ParticleMeasure points, int k) {
        double[][] x = new double[points.dimension()][1];
        for (int d = 0; d < x.length; d++) {
            x[d][0] = points.x(d)[k];
        }
        return new ParticleMeasure(x, new double[] {1});
    }

    /** Components of the generator's field, then of the critic's; five neurons each. */
    private static double[][] velocities(
            ClippedWassersteinGan gan, List<ParticleMeasure> start, ParticleMeasure z, ParticleMeasure x) {
        State state = new State(List.copyOf(start), new double[0]);
        GanGradients gradients = new GanGradients(gan, z.size(), x.size());
        gradients.takeLatents(coordinates(new State(List.of(z), new double[0]), 0), z.weights());
        gradients.takeData(coordinates(new State(List.of(x), new double[0]), 0), x.weights());
        int m = start.get(0).dimension();
        double[][] out = new double[m + start.get(1).dimension()][5];
        gradients.freezeGenerator(state);
        gradients.freezeCritic(state);
        gradients.generator().fill(coordinates(state, 0), 5, Arrays.copyOfRange(out, 0, m));
        gradients.critic().fill(coordinates(state, 1), 5, Arrays.copyOfRange(out, m, out.length));
        return out;
    }

    /**
     * The mean of K = 2000 first steps with batches of B = 6 against the full batch. A component is a sum of 2KB independent
     * terms, KB of latents with a range a/(KB) and KB of data with a range b/(KB), a and b found by trying all points; by
     * Hoeffding's inequality it is off by more than t with a probability of at most 2 exp(-2 KB t² / (a² + b²)): below 1e-6/C
     * for each of C components. The generator's step follows the critic's, so here the critic does not move (γ tiny).
     */
    @Test
    void miniBatchStepsAreUnbiased() {
        ClippedWassersteinGan gan = gan(1, 1).withCriticSpeed(1e-12);
        ClippedWassersteinGan fast = gan.withCriticSpeed(1);
        List<ParticleMeasure> start = start(gan, 5);
        int repeats = 2000;
        int batch = 6;
        double h = 1e-3;
        checkMean(gan, start, 0, repeats, batch, h);
        checkMean(fast, start, 1, repeats, batch, h);
    }

    private static void checkMean(
            ClippedWassersteinGan gan, List<ParticleMeasure> start, int s, int repeats, int batch, double h) {
        double[][] mean = new double[start.get(s).dimension()][5];
        for (int r = 0; r < repeats; r++) {
            TrainingEvolution training = train(gan, start, TrainingScheme.miniBatch(h, batch), 1000 + r);
            training.step(h);
            double[][] x = coordinates(training.state(), s);
            for (int d = 0; d < mean.length; d++) {
                for (int i = 0; i < 5; i++) {
                    mean[d][i] += (x[d][i] - start.get(s).x(d)[i]) / h / repeats;
                }
            }
        }
        int first = s == 0 ? 0 : start.get(0).dimension();
        double[][] full = velocities(gan, start, gan.latent(), gan.target());
        int components = 5 * mean.length;
        for (int d = 0; d < mean.length; d++) {
            for (int i = 0; i < 5; i++) {
                double a = range(gan, start, first + d, i, true);
                double b = range(gan, start, first + d, i, false);
                double t = Math.sqrt((a * a + b * b) / (2.0 * repeats * batch) * Math.log(2e6 * components));
                assertEquals(full[first + d][i], mean[d][i], t + 1e-10, "species " + s + " component " + d);
                assertTrue(t < 0.2 * (a + b), "the bound says something");
            }
        }
    }

    private static double range(ClippedWassersteinGan gan, List<ParticleMeasure> start, int c, int i, boolean latents) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        int n = latents ? gan.latent().size() : gan.target().size();
        for (int k = 0; k < n; k++) {
            double v = velocities(
                    gan, start, single(gan.latent(), latents ? k : 0), single(gan.target(), latents ? 0 : k))[c][i];
            lowest = Math.min(lowest, v);
            highest = Math.max(highest, v);
        }
        return highest - lowest;
    }

    @Test
    void latentsMayComeFromTheNormalLaw() {
        ClippedWassersteinGan gan = gan(1, 2);
        TrainingScheme scheme =
                TrainingScheme.fullBatch(0.1).withBatches(MiniBatches.of(4).from(MiniBatches.Source.NORMAL));
        TrainingEvolution training = train(gan, start(gan, 20), scheme, 1);
        training.advanceTo(1);
        assertEquals(10, training.steps());
        assertEquals(1, training.time());
    }

    @Test
    void aRunIsRecordedLikeAnyOther() {
        ClippedWassersteinGan gan = gan(1, 1);
        Solution solution = org.dualflow.run.Simulation.of(gan, gan.normalAndUniform(0.5, 0.8))
                .until(2)
                .every(0.1)
                .solve(Training.random(200, 3, TrainingScheme.miniBatch(0.02, 4)));
        assertEquals(Solution.Status.COMPLETED, solution.status());
        assertEquals("training", solution.name());
        assertEquals(100, solution.steps());
        assertTrue(solution.series("criticOnFaces")[20] > 0);
        assertTrue(Double.isFinite(solution.observable("energy")));
    }

    @Test
    void aStepThatIsNotFiniteLeavesTheState() {
        ClippedWassersteinGan gan = ClippedWassersteinGan.of(
                        AtomicLaw.dirac(1e300).quantiles(1), NodeRule.gaussHermite(1, 2))
                .withCriticBox(1e10)
                .withActivations(org.dualflow.field.Activation.RELU, org.dualflow.field.Activation.RELU);
        List<ParticleMeasure> start = List.of(
                new ParticleMeasure(new double[][] {{0}, {0}, {0}}, new double[] {1}),
                new ParticleMeasure(new double[][] {{1e10}, {1e10}, {0}}, new double[] {1}));
        TrainingEvolution training = train(gan, start, TrainingScheme.fullBatch(1), 0);
        StepFailure failure = assertThrows(StepFailure.class, () -> training.step(1));
        assertEquals(StepFailure.Cause.NOT_FINITE, failure.reason());
        assertEquals(0, training.time());
        assertArrayEquals(new double[] {1e10}, coordinates(training.state(), 1)[0]);
    }

    @Test
    void badInputIsRefused() {
        ClippedWassersteinGan gan = gan(1, 1);
        refused(
                "batch: at most the number of data points, 6",
                () -> train(gan, start(gan, 3), TrainingScheme.miniBatch(0.1, 7), 0));
        refused("step = 0", () -> TrainingScheme.fullBatch(0));
        refused("step = NaN", () -> TrainingScheme.fullBatch(Double.NaN));
        refused("step = Infinity", () -> TrainingScheme.fullBatch(Double.POSITIVE_INFINITY));
        refused("criticSteps = 0", () -> TrainingScheme.fullBatch(1).withCriticSteps(0));
        refused("latents = 0", () -> MiniBatches.of(0));
        refused("data = -1", () -> new MiniBatches(1, -1, MiniBatches.Source.NODES));
        refused("generators = 0", () -> Training.random(0, 1, TrainingScheme.fullBatch(1)));
        refused("threads = 0", () -> Training.random(1, 1, TrainingScheme.fullBatch(1))
                .withThreads(0));
        refused("neurons of 1 players", () -> train(gan, start(gan, 3).subList(0, 1), TrainingScheme.fullBatch(1), 0));
        UnaryOperator<ParticleMeasure> outside =
                m -> new ParticleMeasure(new double[][] {{3}, {0}, {0}}, new double[] {1});
        refused(
                "generator: coordinate 0 of particle 0 = 3.0",
                () -> train(
                        gan,
                        List.of(
                                outside.apply(start(gan, 1).get(0)),
                                start(gan, 1).get(1)),
                        TrainingScheme.fullBatch(1),
                        0));
        assertEquals(Optional.empty(), TrainingScheme.fullBatch(1).batches());
    }

    private static void refused(String part, org.junit.jupiter.api.function.Executable what) {
        String message = String.valueOf(
                assertThrows(IllegalArgumentException.class, what).getMessage());
        assertTrue(message.contains(part), message);
    }
}
