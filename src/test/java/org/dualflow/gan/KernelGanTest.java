package org.dualflow.gan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.dualflow.field.SpectralKernel;
import org.dualflow.field.Waves;
import org.dualflow.fv.FiniteVolumeTransport;
import org.dualflow.fv.Limiter;
import org.dualflow.fv.TransportScheme;
import org.dualflow.measure.ConditionedLaw;
import org.dualflow.measure.NormalLaw;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.measure.ProductLaw;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.Coupling;
import org.dualflow.model.State;
import org.dualflow.parallel.Team;
import org.dualflow.particle.ParticleScheme;
import org.dualflow.particle.ParticleTransport;
import org.dualflow.time.Evolution;
import org.junit.jupiter.api.Test;

class KernelGanTest {

    private static final Domain LINE = Domain.line(-6, 6, Boundary.PERIODIC);
    private static final double WIDTH = 0.8;
    private static final SpectralKernel KERNEL = new SpectralKernel(SpectralKernel.Shape.GAUSSIAN, WIDTH);

    private static ParticleMeasure atoms(double... x) {
        double[] w = new double[x.length];
        java.util.Arrays.fill(w, 1.0 / x.length);
        return new ParticleMeasure(new double[][] {x}, w);
    }

    private static KernelGan gan() {
        return KernelGan.of(LINE, atoms(-1, 1), Waves.lattice(KERNEL, LINE))
                .withMobility(new Mobility(0.4, 0.9))
                .withDiscriminatorRate(1.7);
    }

    private static State state(KernelGan gan, ParticleMeasure points, long seed, double size) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] c = new double[2 * gan.waves().size()];
        for (int j = 0; j < c.length; j++) {
            c[j] = size * random.nextDouble(-1, 1) / (1 + j * j % 50);
        }
        return new State(List.of(points), c);
    }

    /** k'(z) and k''(z) of the kernel in closed form; its images are e^{-7²/(2·0.64)} away. */
    private static double first(double z) {
        return -z / (WIDTH * WIDTH) * Math.exp(-0.5 * z * z / (WIDTH * WIDTH));
    }

    private static double second(double z) {
        double s = z / WIDTH;
        return (s * s - 1) / (WIDTH * WIDTH) * Math.exp(-0.5 * s * s);
    }

    /** ∂t ∂x D(x) = η [∫ K'(x - y) d(data - p)(y) + λ ∫ ∂x K'(x - y) ∂D(y) dπ(y)] with the kernel itself, no waves. */
    @Test
    void discriminatorFollowsItsFieldEquation() {
        for (Regulariser kind : Regulariser.values()) {
            KernelGan gan = gan().withPenalty(kind, 0.6);
            ParticleMeasure p = new ParticleMeasure(new double[][] {{-0.3, 0.2, 1.4}}, new double[] {0.2, 0.5, 0.3});
            State state = state(gan, p, 3, 0.4);
            Coupling coupling = gan.couple();
            coupling.freeze(0, state);
            double[] rates = new double[state.scalars().length];
            coupling.rates(rates);
            double[] at = {-2, -0.7, 0.1, 0.9};
            double[] got = slopes(gan, rates, at);
            double[] generatedSlopes = slopes(gan, state.scalars(), p.x(0));
            double[] dataSlopes = slopes(gan, state.scalars(), gan.target().x(0));
            for (int i = 0; i < at.length; i++) {
                double sum = 0;
                double data = kind == Regulariser.R1 ? 1 : kind == Regulariser.R2 ? 0 : 0.5;
                for (int a = 0; a < 3; a++) {
                    double z = at[i] - p.x(0)[a];
                    sum += p.weights()[a] * (-first(z) + 0.6 * (1 - data) * second(z) * generatedSlopes[a]);
                }
                for (int a = 0; a < 2; a++) {
                    double z = at[i] - gan.target().x(0)[a];
                    sum += 0.5 * (first(z) + 0.6 * data * second(z) * dataSlopes[a]);
                }
                // The waves end at 6/ℓ: e^{-18} of the spectrum, times k² ~ 60.
                assertEquals(1.7 * sum, got[i], 1e-6, kind + " at " + at[i]);
            }
        }
    }

    private static double[] slopes(KernelGan gan, double[] c, double[] x) {
        var field = new org.dualflow.field.WaveField(gan.waves());
        field.freeze(atoms(x), c);
        return field.gradient()[0].clone();
    }

    @Test
    void pointsMoveWithOwnAndSharedSlopes() {
        // Three points of weight 1/3 with g1 = 2, g2 = 0.5 and rate 0.6, written out
        KernelGan gan = gan().withMobility(Mobility.ofPoints(3, 0.6, 2, 0.5));
        ParticleMeasure p = atoms(-0.3, 0.2, 1.4);
        State state = state(gan, p, 5, 1);
        Coupling coupling = gan.couple();
        coupling.freeze(0, state);
        double[] got = new double[3];
        coupling.field(0).fill(0, new double[][] {p.x(0)}, 3, got);
        double[] slope = slopes(gan, state.scalars(), p.x(0));
        for (int a = 0; a < 3; a++) {
            double expected = 0.6 / 3 * (1.5 * slope[a] + 0.5 * (slope[0] + slope[1] + slope[2]));
            assertEquals(expected, got[a], 1e-14);
        }
    }

    /** c' = η w ∂F/∂c: F is a quadratic function of c, so that central differences are exact up to rounding. */
    @Test
    void discriminatorAscendsItsEnergy() {
        for (Regulariser kind : Regulariser.values()) {
            KernelGan gan = gan().withPenalty(kind, 0.6);
            ParticleMeasure p = atoms(-0.3, 0.2, 1.4);
            State state = state(gan, p, 7, 1);
            Coupling coupling = gan.couple();
            coupling.freeze(0, state);
            double[] rates = new double[state.scalars().length];
            coupling.rates(rates);
            int count = gan.waves().size();
            for (int j = 0; j < rates.length; j++) {
                double kept = state.scalars()[j];
                state.scalars()[j] = kept + 0.5;
                double up = gan.energy(state);
                state.scalars()[j] = kept - 0.5;
                double down = gan.energy(state);
                state.scalars()[j] = kept;
                assertEquals(1.7 * gan.waves().weight(j % count) * (up - down), rates[j], 1e-12, kind + " " + j);
            }
        }
    }

    /** dF/dt = Σ c'²/(ηw) - G₁ ∫|∇D|² dp - G₂ |∫∇D dp|² without penalty, by a central difference of two RK4 steps. */
    @Test
    void energyBalances() {
        KernelGan gan = gan();
        ParticleMeasure p = atoms(-0.3, 0.2, 1.4);
        State state = state(gan, p, 11, 0.5);
        double dt = 1e-3;
        double[] energy = new double[3];
        State middle = state;
        var run = new ParticleTransport(gan, List.of(p), state.scalars(), ParticleScheme.rungeKutta4(dt));
        for (int s = 0; s < 3; s++) {
            energy[s] = gan.energy(run.state());
            if (s == 1) {
                middle = new State(
                        List.of(((ParticleMeasure) run.state().measure(0)).copy()),
                        run.state().scalars().clone());
            }
            if (s < 2) {
                run.advanceTo((s + 1) * dt);
            }
        }
        Coupling coupling = gan.couple();
        coupling.freeze(0, middle);
        double[] rates = new double[middle.scalars().length];
        coupling.rates(rates);
        double expected = 0;
        for (int j = 0; j < rates.length; j++) {
            expected += rates[j]
                    * rates[j]
                    / (1.7 * gan.waves().weight(j % gan.waves().size()));
        }
        double[] slope = slopes(gan, middle.scalars(), ((ParticleMeasure) middle.measure(0)).x(0));
        double mean = (slope[0] + slope[1] + slope[2]) / 3;
        for (double one : slope) {
            expected -= 0.4 * one * one / 3;
        }
        expected -= 0.9 * mean * mean;
        // O(dt²) F'''/6, with rates of at most 10
        assertEquals(expected, (energy[2] - energy[0]) / (2 * dt), 1e-3 * dt * 1e3);
    }

    @Test
    void reflectedDataAndStartGiveReflectedRuns() {
        var waves = Waves.lattice(KERNEL, LINE);
        var mobility = new Mobility(0.5, 0.5);
        KernelGan gan =
                KernelGan.of(LINE, atoms(-1, 0.3), waves).withMobility(mobility).withPenalty(Regulariser.MEAN, 0.5);
        KernelGan mirrored =
                KernelGan.of(LINE, atoms(1, -0.3), waves).withMobility(mobility).withPenalty(Regulariser.MEAN, 0.5);
        Mesh mesh = Mesh.uniform(LINE, 96);
        TransportScheme scheme = TransportScheme.muscl(Limiter.VAN_LEER);
        var run = new FiniteVolumeTransport(gan, List.of(mesh), scheme, gan.initial(new NormalLaw(0.4, 0.3)));
        var other = new FiniteVolumeTransport(mirrored, List.of(mesh), scheme, gan.initial(new NormalLaw(-0.4, 0.3)));
        run.advanceTo(3);
        other.advanceTo(3);
        double[] a = run.measure(0).rows()[0];
        double[] b = other.measure(0).rows()[0];
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs(a[i] - b[a.length - 1 - i]));
        }
        // Rounding grows with the Jacobian, e^{5·3} at most in this time
        assertTrue(largest < 1e-9, "difference " + largest);
        assertEquals(1, run.measure(0).mass(), 1e-12);
    }

    /** One particle of weight 2m is two of weight m, and the order of particles does not matter. */
    @Test
    void massMayBeSplit() {
        KernelGan gan = gan().withPenalty(Regulariser.R2, 1);
        ParticleMeasure whole = new ParticleMeasure(new double[][] {{-0.4, 0.7}}, new double[] {0.5, 0.5});
        ParticleMeasure split =
                new ParticleMeasure(new double[][] {{0.7, -0.4, -0.4}}, new double[] {0.5, 0.125, 0.375});
        double[] zeros = new double[2 * gan.waves().size()];
        var one = new ParticleTransport(gan, List.of(whole), zeros, ParticleScheme.rungeKutta4(0.01));
        var two = new ParticleTransport(gan, List.of(split), zeros, ParticleScheme.rungeKutta4(0.01));
        one.advanceTo(1);
        two.advanceTo(1);
        assertArrayEquals(one.state().scalars(), two.state().scalars(), 1e-12);
        assertEquals(
                ((ParticleMeasure) one.state().measure(0)).x(0)[0],
                ((ParticleMeasure) two.state().measure(0)).x(0)[2],
                1e-12);
    }

    /** Rough kernels and strong penalties: η λ κ is the rate to follow, and nothing blows up. */
    @Test
    void stepsFollowThePenalty() {
        Waves rough = Waves.lattice(new SpectralKernel(SpectralKernel.Shape.LAPLACE, 1), LINE, 60);
        KernelGan gan = KernelGan.of(LINE, atoms(-1, 1), rough).withPenalty(Regulariser.R1, 30);
        var run = new ParticleTransport(gan, List.of(atoms(-0.5, 0.6)), new double[120], ParticleScheme.rungeKutta4(1));
        double step = run.step(10);
        assertTrue(step <= 1 / (30 * rough.curvature()), "step " + step);
        run.advanceTo(1);
        assertTrue(gan.energy(run.state()) < 1);
        Evolution grid = new FiniteVolumeTransport(
                gan,
                List.of(Mesh.uniform(LINE, 128)),
                TransportScheme.muscl(Limiter.VAN_LEER),
                gan.initial(new NormalLaw(0, 0.3)));
        assertTrue(grid.step(10) <= 1 / (30 * rough.curvature()));
        grid.advanceTo(1);
        assertTrue(gan.energy(grid.state()) < 1);
    }

    @Test
    void badInputIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Mobility.ofPoints(3, 1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> Mobility.ofPoints(3, 1, 1, -0.1));
        assertThrows(IllegalArgumentException.class, () -> new Mobility(0, 1));
        assertThrows(IllegalArgumentException.class, () -> gan().withPenalty(Regulariser.R1, -1));
        assertThrows(IllegalArgumentException.class, () -> gan().withDiscriminatorRate(0));
        Waves waves = Waves.lattice(KERNEL, LINE);
        assertThrows(IllegalArgumentException.class, () -> KernelGan.of(LINE, atoms(7), waves));
        Domain other = Domain.line(-5, 5, Boundary.PERIODIC);
        assertThrows(IllegalArgumentException.class, () -> KernelGan.of(other, atoms(1), waves));
        String message = assertThrows(IllegalArgumentException.class, () -> gan().requireRoom(atoms(5.5)))
                .getMessage();
        assertTrue(String.valueOf(message).contains("at least twice as long, 13.0"), message);
        KernelGan gan = gan();
        Mesh coarse = Mesh.uniform(LINE, 20);
        assertThrows(
                IllegalArgumentException.class,
                () -> new FiniteVolumeTransport(
                        gan, List.of(coarse), TransportScheme.upwind(), gan.initial(new NormalLaw(0, 1))));
    }

    /** On a grid rows are divided among threads; sums of waves are made by one. */
    @Test
    void threadsDoNotChangeBits() {
        Domain box = Domain.cube(2, -3, 3, Boundary.PERIODIC);
        KernelGan gan = KernelGan.of(
                        box,
                        new ParticleMeasure(new double[][] {{-0.5, 0.7}, {0.2, 0.4}}, new double[] {0.5, 0.5}),
                        Waves.lattice(new SpectralKernel(SpectralKernel.Shape.GAUSSIAN, 1), box, 7, 6))
                .withMobility(new Mobility(0.4, 0.5))
                .withPenalty(Regulariser.MEAN, 0.6);
        double[][] scalars = new double[2][];
        double[][][] rows = new double[2][][];
        for (int run = 0; run < 2; run++) {
            FiniteVolumeTransport grid = new FiniteVolumeTransport(
                    gan,
                    List.of(Mesh.uniform(box, 20, 50)),
                    TransportScheme.muscl(Limiter.VAN_LEER),
                    gan.initial(ProductLaw.of(
                            new ConditionedLaw(new NormalLaw(0.3, 0.4), -3, 3),
                            new ConditionedLaw(new NormalLaw(-0.2, 0.4), -3, 3))));
            grid.workWith(run == 0 ? Team.single() : Team.of(3));
            for (int step = 0; step < 5; step++) {
                grid.step(10);
            }
            scalars[run] = grid.state().scalars().clone();
            rows[run] = grid.measure(0).rows();
        }
        assertArrayEquals(scalars[0], scalars[1]);
        for (int r = 0; r < rows[0].length; r++) {
            assertArrayEquals(rows[0][r], rows[1][r]);
        }
    }
}
