package org.dualflow.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.dualflow.generators.MeasureGenerators;

/**
 * What optimal transport in one to three dimensions obeys. Tolerance {@code COST}: reduced costs are at least -2⁻⁴⁵ of the
 * dearest cost, at most (4√3)³ = 333 here, which makes 1e-11; the costs of 24 weights rounded to 2⁻⁵⁰ add less.
 */
final class OptimalTransportProperties {

    private static final double COST = 2e-11;

    @Provide
    Arbitrary<Tuple2<ParticleMeasure, ParticleMeasure>> pairs() {
        return Arbitraries.integers().between(1, 3).flatMap(d -> MeasureGenerators.atoms(d, 12)
                .flatMap(a -> MeasureGenerators.atoms(d, 12).map(b -> Tuple.of(a, b))));
    }

    @Provide
    Arbitrary<Double> orders() {
        return Arbitraries.of(1.0, 1.5, 2.0, 3.0);
    }

    @Property(tries = 300)
    void planCarriesOneMeasureIntoTheOtherAndIsCertified(
            @ForAll("pairs") Tuple2<ParticleMeasure, ParticleMeasure> pair, @ForAll("orders") double p) {
        ParticleMeasure a = pair.get1();
        ParticleMeasure b = pair.get2();
        OptimalTransport.Plan plan = OptimalTransport.of(p).between(a, b);
        double[] sent = new double[a.size()];
        double[] received = new double[b.size()];
        double cost = 0;
        for (int k = 0; k < plan.mass().length; k++) {
            int i = plan.from()[k];
            int j = plan.to()[k];
            assertTrue(plan.mass()[k] > 0);
            sent[i] += plan.mass()[k];
            received[j] += plan.mass()[k];
            cost += plan.mass()[k] * Math.pow(distance(a, i, b, j), p);
        }
        // The largest weight takes the rounding of all others: 12 times 2⁻⁵⁰.
        for (int i = 0; i < a.size(); i++) {
            assertEquals(a.weights()[i], sent[i], 13 * 0x1p-50);
        }
        for (int j = 0; j < b.size(); j++) {
            assertEquals(b.weights()[j], received[j], 13 * 0x1p-50);
        }
        assertEquals(plan.primal(), cost, 1e-14 * (1 + cost));
        assertEquals(0, plan.gap(), COST);
        assertEquals(plan.primal(), Math.pow(plan.distance(), p), 1e-14 * (1 + cost));
    }

    @Property(tries = 200)
    void onALineItIsTheDistanceOfQuantileFunctions(
            @ForAll("lines") Tuple2<ParticleMeasure, ParticleMeasure> pair,
            @ForAll("orders") double p,
            @ForAll @DoubleRange(min = 0, max = 3) double angle) {
        double exact = Wasserstein.of(p).between(pair.get1(), pair.get2());
        OptimalTransport.Plan plan = OptimalTransport.of(p).between(pair.get1(), pair.get2());
        assertEquals(Math.pow(exact, p), plan.primal(), COST);
        // The same points on a line through the plane.
        OptimalTransport.Plan tilted =
                OptimalTransport.of(p).between(tilted(pair.get1(), angle), tilted(pair.get2(), angle));
        assertEquals(Math.pow(exact, p), tilted.primal(), COST);
    }

    @Provide
    Arbitrary<Tuple2<ParticleMeasure, ParticleMeasure>> lines() {
        return MeasureGenerators.atoms(1, 12)
                .flatMap(a -> MeasureGenerators.atoms(1, 12).map(b -> Tuple.of(a, b)));
    }

    @Property(tries = 150)
    void equalsTheBestAssignment(
            @ForAll Random random,
            @ForAll @IntRange(min = 1, max = 6) int n,
            @ForAll @IntRange(min = 2, max = 3) int dimension,
            @ForAll("orders") double p) {
        ParticleMeasure a = cloud(random, n, dimension);
        ParticleMeasure b = cloud(random, n, dimension);
        double best = best(a, b, p, 0, new boolean[n]) / n;
        assertEquals(best, OptimalTransport.of(p).between(a, b).primal(), COST);
    }

    @Property(tries = 150)
    void translationAddsTheSquareOfItsLengthToCentredClouds(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 40) int n) {
        ParticleMeasure a = cloud(random, n, 2);
        double[][] moved = {
            Arrays.stream(a.x(0)).map(x -> x + 3).toArray(),
            Arrays.stream(a.x(1)).map(x -> x - 4).toArray()
        };
        ParticleMeasure b = new ParticleMeasure(moved, a.weights());
        assertEquals(5, Wasserstein.W1.between(a, b), COST);
        assertEquals(5, Wasserstein.W2.between(a, b), COST);
        assertEquals(0, OptimalTransport.of(2).between(a, a).primal(), 0);
        double sliced = new SlicedWasserstein(2, 16).between(a, b);
        // Mean of ⟨e, v⟩² over equispaced directions: |v|²/2.
        assertEquals(Math.sqrt(12.5), sliced, 1e-13);
    }

    @Property(tries = 100)
    void slicedDistanceIsASymmetricLowerBound(
            @ForAll("pairs") Tuple2<ParticleMeasure, ParticleMeasure> pair, @ForAll("orders") double p) {
        SlicedWasserstein sliced = new SlicedWasserstein(p, 12);
        double distance = sliced.between(pair.get1(), pair.get2());
        assertEquals(distance, sliced.between(pair.get2(), pair.get1()), 1e-13);
        // Each projection is 1-Lipschitz; W_p inherits the error of its p-th power.
        double exact = OptimalTransport.of(p).between(pair.get1(), pair.get2()).primal();
        assertTrue(Math.pow(distance, p) <= exact + COST);
        assertEquals(0, sliced.between(pair.get1(), pair.get1()), 0);
    }

    @Example
    void directionsAreUniform() {
        for (int d = 2; d <= 3; d++) {
            double[][] second = new double[d][d];
            for (double[] e : new SlicedWasserstein(2, 500).units(d)) {
                for (int i = 0; i < d; i++) {
                    for (int j = 0; j < d; j++) {
                        second[i][j] += e[i] * e[j] / 500;
                    }
                }
            }
            // Second moments of the uniform law on the sphere: δ_ij/d; the lattice in 3D errs by about 1/K.
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                    assertEquals(i == j ? 1.0 / d : 0, second[i][j], 2e-3);
                }
            }
        }
    }

    @Example
    void degenerateLatticesAreSolvedWithACertificate() {
        // Two lattices with many equal distances: the most degenerate case there is.
        int k = 20;
        double[][] x = new double[2][k * k];
        double[][] y = new double[2][k * k];
        double[] w = new double[k * k];
        Arrays.fill(w, 1.0 / (k * k));
        for (int i = 0; i < k * k; i++) {
            x[0][i] = i % k;
            x[1][i] = i / k;
            y[0][i] = i % k + 0.5;
            y[1][i] = i / k;
        }
        OptimalTransport.Plan plan =
                OptimalTransport.of(2).between(new ParticleMeasure(x, w), new ParticleMeasure(y, w));
        assertEquals(0.25, plan.primal(), 1e-12);
        assertEquals(0, plan.gap(), 1e-10);
    }

    @Example
    void badInputIsRefused() {
        ParticleMeasure plane = cloud(new Random(1), 3, 2);
        ParticleMeasure space = cloud(new Random(1), 3, 3);
        ParticleMeasure heavy = new ParticleMeasure(new double[][] {{0}, {0}}, new double[] {2});
        ParticleMeasure empty = new ParticleMeasure(new double[][] {{0}, {0}}, new double[] {0});
        ParticleMeasure nan = new ParticleMeasure(new double[][] {{0}, {Double.NaN}}, new double[] {1});
        ParticleMeasure negative = new ParticleMeasure(new double[][] {{0, 1}, {0, 0}}, new double[] {2, -1});
        for (ParticleMeasure bad : new ParticleMeasure[] {space, heavy, empty, nan, negative}) {
            assertThrows(
                    IllegalArgumentException.class, () -> OptimalTransport.of(2).between(plane, bad));
            assertThrows(IllegalArgumentException.class, () -> new SlicedWasserstein(2, 3).between(plane, bad));
        }
        assertThrows(IllegalArgumentException.class, () -> OptimalTransport.of(0.5));
        assertThrows(IllegalArgumentException.class, () -> Wasserstein.W_INFINITY.between(plane, plane));
        assertThrows(IllegalArgumentException.class, () -> new SlicedWasserstein(2, 0));
    }

    private static ParticleMeasure cloud(Random random, int n, int dimension) {
        double[][] x = new double[dimension][n];
        for (double[] row : x) {
            Arrays.setAll(row, i -> 2 * random.nextDouble());
        }
        double[] w = new double[n];
        Arrays.fill(w, 1.0 / n);
        return new ParticleMeasure(x, w);
    }

    private static ParticleMeasure tilted(ParticleMeasure line, double angle) {
        double[] c = Arrays.stream(line.x(0)).map(x -> x * Math.cos(angle)).toArray();
        double[] s = Arrays.stream(line.x(0)).map(x -> x * Math.sin(angle)).toArray();
        return new ParticleMeasure(new double[][] {c, s}, line.weights());
    }

    private static double best(ParticleMeasure a, ParticleMeasure b, double p, int i, boolean[] used) {
        if (i == a.size()) {
            return 0;
        }
        double best = Double.POSITIVE_INFINITY;
        for (int j = 0; j < used.length; j++) {
            if (!used[j]) {
                used[j] = true;
                best = Math.min(best, Math.pow(distance(a, i, b, j), p) + best(a, b, p, i + 1, used));
                used[j] = false;
            }
        }
        return best;
    }

    private static double distance(ParticleMeasure a, int i, ParticleMeasure b, int j) {
        double sum = 0;
        for (int d = 0; d < a.dimension(); d++) {
            sum += (a.x(d)[i] - b.x(d)[j]) * (a.x(d)[i] - b.x(d)[j]);
        }
        return Math.sqrt(sum);
    }
}
