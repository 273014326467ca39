package org.dualflow.particle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.dualflow.field.InteractionKernel;
import org.dualflow.field.Kernels;
import org.dualflow.field.SortedOrder;
import org.dualflow.generators.KernelGenerators;
import org.dualflow.generators.MeasureGenerators;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Aggregation;
import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.Test;

class AggregationProperties {

    private static final Domain LINE = Domain.line(-50, 50, Boundary.NO_FLUX);
    private static final double EPS = Math.ulp(1.0);
    private static final Aggregation POINTY = new Aggregation(LINE, Kernels.distance(1));

    /** Up to 12 atoms in [-2, 2] of positive weights. */
    @Provide
    Arbitrary<ParticleMeasure> atoms() {
        return MeasureGenerators.atoms(1, 12).map(AggregationProperties::positive);
    }

    @Provide
    Arbitrary<ParticleMeasure> planeAtoms() {
        return MeasureGenerators.atoms(2, 12);
    }

    @Provide
    Arbitrary<InteractionKernel> smooth() {
        return Combinators.combine(
                        net.jqwik.api.Arbitraries.doubles().between(0.25, 1).ofScale(4),
                        net.jqwik.api.Arbitraries.doubles().between(0.5, 2).ofScale(4))
                .as(Kernels::gaussian);
    }

    private static ParticleMeasure positive(ParticleMeasure atoms) {
        double[] w = atoms.weights();
        double sum = 0;
        for (double value : w) {
            sum += value + 1.0 / 64;
        }
        for (int i = 0; i < w.length; i++) {
            w[i] = (w[i] + 1.0 / 64) / sum;
        }
        return atoms;
    }

    private static ParticleTransport solver(Aggregation model, ParticleMeasure start, ParticleScheme scheme) {
        return new ParticleTransport(model, List.of(start), new double[0], scheme);
    }

    private static ParticleMeasure run(Aggregation model, ParticleMeasure start, double end, ParticleScheme scheme) {
        ParticleTransport transport = solver(model, start, scheme);
        transport.advanceTo(end);
        return (ParticleMeasure) transport.state().measure(0);
    }

    private static ParticleScheme sticky(double end, int steps) {
        return ParticleScheme.euler(end / steps).withSticking(Sticking.STICKY);
    }

    /**
     * X(t) is the isotonic regression of X_0 + t (mass above - mass below), here by the min-max formula.
     */
    private static double[] exact(ParticleMeasure start, double t) {
        double[] x = start.x(0);
        double[] w = start.weights();
        int[] order = SortedOrder.of(x);
        int n = x.length;
        double[] free = new double[n];
        double above = Arrays.stream(w).sum();
        double below = 0;
        for (int r = 0; r < n; r++) {
            above -= w[order[r]];
            free[r] = x[order[r]] + t * (above - below);
            below += w[order[r]];
        }
        double[] result = new double[n];
        for (int r = 0; r < n; r++) {
            double best = Double.NEGATIVE_INFINITY;
            for (int a = 0; a <= r; a++) {
                double least = Double.POSITIVE_INFINITY;
                double mass = 0;
                double moment = 0;
                for (int b = a; b < n; b++) {
                    mass += w[order[b]];
                    moment += w[order[b]] * free[b];
                    if (b >= r) {
                        least = Math.min(least, moment / mass);
                    }
                }
                best = Math.max(best, least);
            }
            result[order[r]] = best;
        }
        return result;
    }

    /** Exact for every number of steps; rounding: n in each mean and each field, of numbers up to 2 + t, per step. */
    @Property
    void stickyParticlesAreExactForThePointyKernel(
            @ForAll("atoms") ParticleMeasure start,
            @ForAll @DoubleRange(min = 0.01, max = 3) double t,
            @ForAll @IntRange(min = 1, max = 20) int steps) {
        double tolerance = 4.0 * (start.size() + 2) * (steps + 2) * (2 + t) * EPS;
        assertArrayEquals(
                exact(start, t), run(POINTY, start, t, sticky(t, steps)).x(0), tolerance);
    }

    /** What has merged shares one position to the last bit, for ever, and keeps its weights. */
    @Property
    void mergedParticlesStayTogether(
            @ForAll("atoms") ParticleMeasure start, @ForAll @IntRange(min = 2, max = 20) int steps) {
        ParticleTransport transport = solver(POINTY, start, sticky(2, steps));
        double[] x = ((ParticleMeasure) transport.state().measure(0)).x(0);
        while (transport.time() < 2) {
            double[] before = x.clone();
            transport.step(2);
            int[] order = SortedOrder.of(before);
            for (int r = 1; r < before.length; r++) {
                assertTrue(x[order[r - 1]] <= x[order[r]], "order lost");
                if (before[order[r - 1]] == before[order[r]]) {
                    assertEquals(x[order[r - 1]], x[order[r]], "separated");
                }
            }
        }
        assertArrayEquals(start.weights(), ((ParticleMeasure) transport.state().measure(0)).weights());
    }

    /** One particle of weight 2m behaves as two of weight m. */
    @Property
    void splittingMassChangesNothing(
            @ForAll("atoms") ParticleMeasure start, @ForAll @DoubleRange(min = 0.01, max = 2) double t) {
        int n = start.size();
        double[] x = Arrays.copyOf(start.x(0), 2 * n);
        double[] w = Arrays.copyOf(start.weights(), 2 * n);
        for (int i = 0; i < n; i++) {
            x[n + i] = x[i];
            w[i] *= 0.5;
            w[n + i] = w[i];
        }
        double[] whole = run(POINTY, start, t, sticky(t, 5)).x(0);
        double[] split = run(POINTY, new ParticleMeasure(new double[][] {x}, w), t, sticky(t, 5))
                .x(0);
        double tolerance = 4.0 * (2 * n + 2) * (5 + 2) * (2 + t) * EPS;
        for (int i = 0; i < n; i++) {
            assertEquals(whole[i], split[i], tolerance);
            assertEquals(split[i], split[n + i]);
        }
    }

    /** Renumbering the particles renumbers the result; shifting them shifts it. Smooth kernel, rounding of sums only. */
    @Property
    void permutationsAndTranslationsCommuteWithTheFlow(
            @ForAll("smooth") InteractionKernel kernel, @ForAll("planeAtoms") ParticleMeasure start) {
        Aggregation model = new Aggregation(Domain.cube(2, -50, 50, Boundary.NO_FLUX), kernel);
        ParticleScheme scheme = ParticleScheme.of(ExplicitRungeKutta.SSP3, 0.125);
        int n = start.size();
        double[][] moved = new double[2][n];
        double[] w = new double[n];
        for (int i = 0; i < n; i++) {
            w[n - 1 - i] = start.weights()[i];
            moved[0][n - 1 - i] = start.x(0)[i] + 3;
            moved[1][n - 1 - i] = start.x(1)[i] - 5;
        }
        ParticleMeasure plain = run(model, start, 0.5, scheme);
        ParticleMeasure other = run(model, new ParticleMeasure(moved, w), 0.5, scheme);
        // 12 field evaluations with forces and slopes of at most A/ℓ² = 4, errors growing by e^(4 · 0.5) at most;
        // every coordinate up to 7 is off by its rounding
        double tolerance = FastMath.exp(2) * 12 * (n + 8 * 7) * EPS * 4;
        for (int i = 0; i < n; i++) {
            assertEquals(plain.x(0)[i] + 3, other.x(0)[n - 1 - i], tolerance);
            assertEquals(plain.x(1)[i] - 5, other.x(1)[n - 1 - i], tolerance);
        }
    }

    /** Forces are opposite in pairs: the centre of mass stays, up to n roundings of force and position per stage. */
    @Property
    void centreOfMassStays(@ForAll("smooth") InteractionKernel kernel, @ForAll("planeAtoms") ParticleMeasure start) {
        Aggregation model = new Aggregation(Domain.cube(2, -50, 50, Boundary.NO_FLUX), kernel);
        ParticleTransport transport = solver(model, start, ParticleScheme.rungeKutta4(0.125));
        double[] before = centre(model, transport);
        transport.advanceTo(1);
        double force = KernelGenerators.largestForce(kernel, 6);
        double tolerance = 8 * 4 * (start.size() + 10) * (force + 2) * EPS;
        assertArrayEquals(before, centre(model, transport), tolerance);
    }

    private static double[] centre(Aggregation model, ParticleTransport transport) {
        return model.observables().stream()
                .filter(o -> o.name().startsWith("centre"))
                .mapToDouble(o -> o.value().applyAsDouble(transport.state()))
                .toArray();
    }

    /** An interrupted run takes the same steps: bit for bit. */
    @Property
    void semigroup(@ForAll("smooth") InteractionKernel kernel, @ForAll("planeAtoms") ParticleMeasure start) {
        Aggregation model = new Aggregation(Domain.cube(2, -50, 50, Boundary.NO_FLUX), kernel);
        ParticleScheme scheme = ParticleScheme.rungeKutta4(0.125);
        ParticleTransport twice = solver(model, start, scheme);
        twice.advanceTo(0.5);
        twice.advanceTo(1);
        ParticleMeasure once = run(model, start, 1, scheme);
        for (int d = 0; d < 2; d++) {
            assertArrayEquals(once.x(d), ((ParticleMeasure) twice.state().measure(0)).x(d));
        }
    }

    /** X = m + e^{-t} (X_0 - m): one step multiplies X - m by the Taylor polynomial of degree 4, off by h⁵/120. */
    @Property
    void quadraticKernelContracts(@ForAll("atoms") ParticleMeasure start) {
        ParticleMeasure end =
                run(new Aggregation(LINE, Kernels.quadratic(1)), start, 1, ParticleScheme.rungeKutta4(1.0 / 32));
        double mean = 0;
        for (int i = 0; i < start.size(); i++) {
            mean += start.weights()[i] * start.x(0)[i];
        }
        for (int i = 0; i < start.size(); i++) {
            double exact = mean + FastMath.exp(-1) * (start.x(0)[i] - mean);
            assertEquals(exact, end.x(0)[i], 4 * FastMath.pow(1.0 / 32, 4) / 120 + 1000 * EPS);
        }
    }

    @Test
    void twoAtomsMergeAtTimeTwo() {
        ParticleMeasure start = new ParticleMeasure(new double[][] {{-1, 1}}, new double[] {0.5, 0.5});
        ParticleTransport transport = solver(POINTY, start, sticky(1, 7));
        transport.advanceTo(1.75);
        double[] x = ((ParticleMeasure) transport.state().measure(0)).x(0);
        assertArrayEquals(new double[] {-0.125, 0.125}, x, 40 * EPS);
        transport.advanceTo(2.5);
        assertEquals(x[0], x[1]);
        assertEquals(0, x[0], 40 * EPS);
    }

    /** Uniform on [-1, 1], quantiles: X_i(t) = (1 - t)(2 q_i - 1) until everything is in 0 at t = 1. */
    @Test
    void uniformLawCollapsesAtTimeOne() {
        int n = 1000;
        ParticleMeasure start = new org.dualflow.measure.UniformLaw(-1, 1).quantiles(n);
        ParticleTransport transport = solver(POINTY, start, sticky(1, 10));
        transport.advanceTo(0.75);
        double[] x = ((ParticleMeasure) transport.state().measure(0)).x(0);
        for (int i = 0; i < n; i++) {
            assertEquals(0.25 * ((2 * i + 1.0) / n - 1), x[i], 10 * n * EPS);
        }
        transport.advanceTo(1.25);
        assertEquals(0, x[0], 10 * n * EPS);
        for (double position : x) {
            assertEquals(x[0], position);
        }
    }

    /** ½ δ₋₁ + ½ δ₁: variance 1, support radius 1, energy ½ · 2 · ¼ · |2| = ½. */
    @Test
    void observablesOfTwoAtoms() {
        ParticleMeasure start = new ParticleMeasure(new double[][] {{-1, 1}}, new double[] {0.5, 0.5});
        ParticleTransport transport = solver(POINTY, start, sticky(1, 7));
        double[] values = POINTY.observables().stream()
                .mapToDouble(o -> o.value().applyAsDouble(transport.state()))
                .toArray();
        assertArrayEquals(new double[] {0, 1, 0.5, 1}, values);
    }
}
