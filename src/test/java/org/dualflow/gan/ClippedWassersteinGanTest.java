package org.dualflow.gan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.dualflow.field.Activation;
import org.dualflow.fv.Limiter;
import org.dualflow.fv.TransportScheme;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.Measure;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.measure.ProductLaw;
import org.dualflow.measure.UniformLaw;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.Coupling;
import org.dualflow.model.Initial;
import org.dualflow.model.Observable;
import org.dualflow.model.State;
import org.dualflow.particle.ParticleScheme;
import org.dualflow.run.Discretisation;
import org.dualflow.run.Grid;
import org.dualflow.run.Particles;
import org.dualflow.time.Evolution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClippedWassersteinGanTest {

    private static final double EPS = 0x1p-53;

    private static final ParticleMeasure DATA =
            new ParticleMeasure(new double[][] {{-1, -0.6, 0.8, 1.2}}, new double[] {0.25, 0.25, 0.25, 0.25});

    private static ClippedWassersteinGan gan() {
        return ClippedWassersteinGan.of(DATA, NodeRule.gaussHermite(1, 8)).withGeneratorBox(3);
    }

    /** Not centred: a generator symmetric in α would be at rest. */
    private static Initial initial() {
        UniformLaw wide = new UniformLaw(-1, 1.5);
        UniformLaw narrow = new UniformLaw(-0.4, 0.8);
        return gan().initial(ProductLaw.of(wide, wide, wide), ProductLaw.of(narrow, narrow, narrow));
    }

    /** The same measure, cell by cell, in an order in which no two neighbours share inner weights. */
    private static ParticleMeasure scattered(Measure cells) {
        int n = cells.size();
        double[][] x = new double[cells.dimension()][n];
        double[] w = new double[n];
        int[] at = {0};
        // n is a power of two here, so an odd stride visits every place once.
        cells.forEachBlock((points, weights, size) -> {
            for (int i = 0; i < size; i++) {
                int place = (int) ((at[0]++ * 1237L) % n);
                for (int d = 0; d < x.length; d++) {
                    x[d][place] = points[d][i];
                }
                w[place] = weights[i];
            }
        });
        return new ParticleMeasure(x, w);
    }

    @ParameterizedTest
    @EnumSource
    void rowsOfCellsAndScatteredPointsGiveTheSame(Activation activation) {
        ClippedWassersteinGan gan = gan().withActivations(activation, activation);
        List<Measure> cells = new ArrayList<>();
        List<Measure> points = new ArrayList<>();
        for (int s = 0; s < 2; s++) {
            Mesh mesh = Mesh.uniform(gan.species().get(s).domain(), 16);
            CellMeasure measure = initial().laws().get(s).onto(mesh);
            cells.add(measure);
            points.add(scattered(measure));
        }
        Coupling byRows = gan.couple();
        byRows.freeze(0, new State(cells, new double[0]));
        Coupling byPoints = gan.couple();
        byPoints.freeze(0, new State(points, new double[0]));
        for (int s = 0; s < 2; s++) {
            double[][] x = GanOutputs.coordinates((ParticleMeasure) points.get(s));
            int n = x[0].length;
            double[][] ordered = new double[3][n];
            double[][] orderedOut = new double[3][n];
            double[][] out = new double[3][n];
            for (int i = 0; i < n; i++) {
                int from = (int) (i * 1237L % n);
                for (int d = 0; d < 3; d++) {
                    ordered[d][i] = x[d][from];
                }
            }
            byRows.field(s).fill(ordered, n, orderedOut);
            byPoints.field(s).fill(x, n, out);
            for (int d = 0; d < 3; d++) {
                double[] single = new double[n];
                byPoints.field(s).fill(d, x, n, single);
                assertArrayEquals(out[d], single);
                for (int i = 0; i < n; i++) {
                    // Sums of 4096 neurons and 12 nodes of size at most 10 in other orders: partial sums of four, 512
                    // and 8.
                    assertEquals(out[d][(int) (i * 1237L % n)], orderedOut[d][i], 10 * 400 * EPS);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void threadsDoNotChangeABit(int threads) {
        ParticleScheme step = ParticleScheme.rungeKutta4(0.05);
        Grid grid = Grid.of(TransportScheme.muscl(Limiter.VAN_LEER), 12);
        Grid faces = Grid.of(TransportScheme.named("upwind-at-faces"), 12);
        Particles cloud = Particles.quantiles(5000, step);
        assertSame(grid, grid.withThreads(threads));
        assertSame(faces, faces.withThreads(threads));
        assertSame(cloud, cloud.withThreads(threads));
    }

    private static void assertSame(Discretisation one, Discretisation many) {
        Evolution a = one.begin(gan(), initial(), 0);
        Evolution b = many.begin(gan(), initial(), 0);
        for (int i = 0; i < 3; i++) {
            assertEquals(a.step(10), b.step(10));
        }
        for (int s = 0; s < 2; s++) {
            assertArrayEquals(numbers(a.state().measure(s)), numbers(b.state().measure(s)));
        }
    }

    private static double[] numbers(Measure measure) {
        double[] all = new double[measure.size() * (measure.dimension() + 1)];
        int[] at = {0};
        measure.forEachBlock((x, w, n) -> {
            for (int i = 0; i < n; i++) {
                for (double[] coordinate : x) {
                    all[at[0]++] = coordinate[i];
                }
                all[at[0]++] = w[i];
            }
        });
        return all;
    }

    @Test
    void gridKeepsMassAndSign() {
        Grid grid = Grid.of(TransportScheme.muscl(Limiter.VAN_LEER), 10);
        Evolution run = grid.begin(gan(), initial(), 0);
        run.advanceTo(1);
        for (int s = 0; s < 2; s++) {
            assertEquals(1, run.state().measure(s).mass(), run.steps() * grid.massRoundingPerStep(gan()) + 1e-12);
            run.state().measure(s).forEachBlock((x, w, n) -> {
                for (int i = 0; i < n; i++) {
                    assertTrue(w[i] >= 0);
                }
            });
        }
    }

    /**
     * With orders of at least one in the cell width and in the spacing of particles, the error of a solution is at most its
     * distance from the one of twice the spacing, up to higher order; time steps contribute less (second and fourth order).
     */
    @Test
    void gridAndParticlesAgree() {
        // The critic's uniform law ends inside cells; on 12 and 24 of them two errors of criticSlope are alike by
        // accident.
        double[] coarse = observe(Grid.of(TransportScheme.muscl(Limiter.VAN_LEER), 24));
        double[] fine = observe(Grid.of(TransportScheme.muscl(Limiter.VAN_LEER), 36));
        ParticleScheme step = ParticleScheme.rungeKutta4(0.05);
        double[] few = observe(Particles.quantiles(8 * 8 * 8, step));
        double[] many = observe(Particles.quantiles(16 * 16 * 16, step));
        List<String> names = gan().observables().stream()
                .map(Observable::name)
                .filter(name -> !name.equals("generatorAtWall"))
                .toList();
        for (int i = 0; i < fine.length; i++) {
            double grid = Math.abs(fine[i] - coarse[i]);
            double cloud = Math.abs(many[i] - few[i]);
            assertEquals(many[i], fine[i], grid + cloud + 1e-12, names.get(i));
            assertTrue(grid + cloud < 0.1, names.get(i) + ": a difference this large would prove nothing");
        }
    }

    private static double[] observe(Discretisation discretisation) {
        Evolution run = discretisation.begin(gan(), initial(), 0);
        run.advanceTo(1);
        return gan().observables().stream()
                .filter(o -> !o.name().equals("generatorAtWall"))
                .mapToDouble(o -> o.value().applyAsDouble(run.state()))
                .toArray();
    }

    @Test
    void planeDataRunWithParticles() {
        SplittableRandom random = new SplittableRandom(5);
        ClippedWassersteinGan plane =
                ClippedWassersteinGan.of(GanSetting.points(2, 20, 1.5, random), NodeRule.gaussHermite(2, 4));
        Initial start = plane.normalAndUniform(0.5, 0.5);
        Evolution run =
                Particles.quantiles(3000, ParticleScheme.rungeKutta4(0.05)).begin(plane, start, 0);
        assertEquals(5, run.state().measure(0).dimension());
        assertEquals(4, run.state().measure(1).dimension());
        double before = plane.energy(run.state());
        run.advanceTo(0.5);
        assertTrue(Double.isFinite(plane.energy(run.state())) && plane.energy(run.state()) != before);
        assertEquals(1, run.state().measure(1).mass(), 1e-12);
        assertEquals(2, plane.generated(run.state()).dimension());
    }

    /** With neurons far inside the box and y' = Cy bounded by it, two clouds stay within e^{Ct}; relu has no such constant. */
    @Test
    void nearbySolutionsStayNear() {
        ClippedWassersteinGan gan = gan();
        ParticleMeasure generator = initial().laws().get(0).quantiles(64);
        ParticleMeasure critic = initial().laws().get(1).quantiles(64);
        ParticleMeasure other = generator.copy();
        for (int i = 0; i < other.size(); i++) {
            other.x(0)[i] += 1e-3 * Math.sin(i);
        }
        ParticleScheme scheme = ParticleScheme.rungeKutta4(0.02);
        var a = new org.dualflow.particle.ParticleTransport(gan, List.of(generator, critic), new double[0], scheme);
        var b = new org.dualflow.particle.ParticleTransport(gan, List.of(other, critic), new double[0], scheme);
        double start = distance(a.state(), b.state());
        double rate = gan.stabilityRate();
        assertTrue(rate > 0 && rate < 1000);
        for (double t = 0.1; t < 1; t += 0.1) {
            a.advanceTo(t);
            b.advanceTo(t);
            assertTrue(distance(a.state(), b.state()) <= Math.exp(rate * t) * start);
        }
        assertEquals(
                Double.POSITIVE_INFINITY,
                gan.withActivations(Activation.RELU, Activation.TANH).stabilityRate());
        assertEquals(
                Double.POSITIVE_INFINITY,
                gan.withActivations(Activation.TANH, Activation.RELU).stabilityRate());
    }

    private static double distance(State a, State b) {
        double sum = 0;
        for (int s = 0; s < 2; s++) {
            ParticleMeasure x = (ParticleMeasure) a.measure(s);
            ParticleMeasure y = (ParticleMeasure) b.measure(s);
            for (int d = 0; d < x.dimension(); d++) {
                for (int i = 0; i < x.size(); i++) {
                    double delta = x.x(d)[i] - y.x(d)[i];
                    sum += x.weights()[i] * delta * delta;
                }
            }
        }
        return Math.sqrt(sum);
    }

    @Test
    void frozenFieldsKeepTheirOneSidedLipschitzConstants() {
        GanSetting setting = GanSetting.random(1, 1, Activation.TANH, Activation.LOGISTIC, 6, 3);
        Coupling coupling = setting.gan.couple();
        coupling.freeze(0, setting.state());
        SplittableRandom random = new SplittableRandom(8);
        for (int s = 0; s < 2; s++) {
            double box = s == 0 ? 2 : 0.8;
            ParticleMeasure x = GanSetting.points(3, 500, box, random);
            ParticleMeasure y = GanSetting.points(3, 500, box, random);
            double[][] u = new double[3][500];
            double[][] v = new double[3][500];
            coupling.field(s).fill(GanOutputs.coordinates(x), 500, u);
            coupling.field(s).fill(GanOutputs.coordinates(y), 500, v);
            for (int i = 0; i < 500; i++) {
                double growth = 0;
                double square = 0;
                for (int d = 0; d < 3; d++) {
                    growth += (x.x(d)[i] - y.x(d)[i]) * (u[d][i] - v[d][i]);
                    square += (x.x(d)[i] - y.x(d)[i]) * (x.x(d)[i] - y.x(d)[i]);
                }
                assertTrue(growth <= coupling.field(s).oneSidedLipschitz() * square);
            }
        }
    }

    @Test
    void latentRuleHasTheMomentsOfTheNormalLaw() {
        for (int n : new int[] {1, 2, 5, 16, 32, 64}) {
            ParticleMeasure rule = NodeRule.gaussHermite(2, n);
            double moment = 1;
            for (int p = 0; p <= Math.min(2 * n - 2, 12); p += 2) {
                moment *= Math.max(1, p - 1);
                double sum = 0;
                for (int k = 0; k < rule.size(); k++) {
                    sum += rule.weights()[k] * Math.pow(rule.x(1)[k], p);
                }
                // Nodes and weights of the rule carry some tens of roundings.
                assertEquals(moment, sum, 1e-12 * moment, n + " nodes, power " + p);
            }
        }
    }

    @Test
    void massNearTheWallIsTold() {
        double[][] x = {{0, 2.9, -2.95}, {0, 0, 0}, {0.1, 0, 0}};
        State state = new State(
                List.of(new ParticleMeasure(x, new double[] {0.7, 0.2, 0.1}), new ParticleMeasure(x, new double[3])),
                new double[0]);
        Observable atWall = gan().observables().stream()
                .filter(o -> o.name().equals("generatorAtWall"))
                .findFirst()
                .orElseThrow();
        assertEquals(0.3, atWall.value().applyAsDouble(state), 1e-15);
    }

    @Test
    void badInputIsNamed() {
        assertMessage("criticBox = 0.0: a positive", () -> gan().withCriticBox(0));
        assertMessage("generatorBox = -1.0: a positive", () -> gan().withGeneratorBox(-1));
        assertMessage("criticSpeed = 0.0: a positive", () -> gan().withCriticSpeed(0));
        assertMessage("criticSpeed = NaN: a positive", () -> gan().withCriticSpeed(Double.NaN));
        assertMessage("width = 2.0: a number in (0, 1.0]", () -> gan().normalAndUniform(1, 2));
        assertMessage("nodes = 0: 1 to 64", () -> NodeRule.gaussHermite(1, 0));
        assertMessage("latent dimension = 0", () -> NodeRule.gaussHermite(0, 3));
        assertMessage("nodes = 64 in 5 dimensions", () -> NodeRule.gaussHermite(5, 64));
        assertMessage("radius = -1.0", () -> gan().stabilityRate(new State(List.of(), new double[0]), -1));
        ParticleMeasure latent = NodeRule.gaussHermite(1, 3);
        ParticleMeasure none = new ParticleMeasure(new double[1][0], new double[0]);
        assertMessage("target: no nodes", () -> ClippedWassersteinGan.of(none, latent));
        assertMessage("latent: no nodes", () -> ClippedWassersteinGan.of(DATA, none));
        assertMessage(
                "target: weight of node 1 = NaN",
                () -> ClippedWassersteinGan.of(
                        new ParticleMeasure(new double[1][2], new double[] {1, Double.NaN}), latent));
        assertMessage(
                "target: weight of node 0 = -1.0",
                () -> ClippedWassersteinGan.of(new ParticleMeasure(new double[1][2], new double[] {-1, 2}), latent));
        assertMessage(
                "target: coordinate 0 of node 0 = Infinity",
                () -> ClippedWassersteinGan.of(
                        new ParticleMeasure(new double[][] {{Double.POSITIVE_INFINITY}}, new double[] {1}), latent));
        assertMessage(
                "latent: sum of weights = 2.0",
                () -> ClippedWassersteinGan.of(DATA, new ParticleMeasure(new double[1][2], new double[] {1, 1})));
        assertMessage("target dimension = 2: 1 is allowed", () -> gan().withNodes(
                        new ParticleMeasure(new double[2][1], new double[] {1}), latent));
        assertMessage("generator dimension = 1: 3 is allowed", () -> gan().initial(
                        new UniformLaw(0, 1), ProductLaw.of(new UniformLaw(0, 1))));
        assertMessage(
                "dimension = 17",
                () -> ClippedWassersteinGan.of(new ParticleMeasure(new double[15][1], new double[] {1}), latent));
    }

    private static void assertMessage(String start, Runnable action) {
        var failure = assertThrows(IllegalArgumentException.class, action::run);
        String message = String.valueOf(failure.getMessage());
        assertTrue(message.startsWith(start), message);
    }
}
