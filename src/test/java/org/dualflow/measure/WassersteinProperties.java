package org.dualflow.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.dualflow.generators.MeasureGenerators;

/**
 * What every W_p on the line obeys, for atoms and slabs in [-2, 2].
 *
 * <p>Tolerance: levels carry an error of n ε, n ≤ 60, each of which moves at most a distance of 4 by that mass, so W_p^p is
 * right to δ = 60·2⁻⁵²·4^p·(a factor 4 for the steps of the merge). Then W_1 is right to δ, and any W_p to δ^(1/p).
 */
final class WassersteinProperties {

    private static final double DELTA = 60 * 0x1p-52 * 4;

    private static double tolerance(Wasserstein w) {
        return 4 * Math.pow(DELTA, 1 / w.order());
    }

    @Provide
    Arbitrary<QuantileFunction> measures() {
        Arbitrary<QuantileFunction> atoms = MeasureGenerators.atoms(1, 20).map(QuantileFunction::ofAtoms);
        Arbitrary<QuantileFunction> slabs = MeasureGenerators.slabs(20).map(QuantileFunction::ofSlabs);
        Arbitrary<QuantileFunction> both =
                MeasureGenerators.slabs(20).map(m -> QuantileFunction.ofSlabs(m, i -> i % 3 == 0));
        return Arbitraries.oneOf(atoms, slabs, both);
    }

    @Provide
    Arbitrary<Wasserstein> finiteOrders() {
        return Arbitraries.of(1.0, 1.5, 2.0, 3.0, 7.3).map(Wasserstein::of);
    }

    @Provide
    Arbitrary<ParticleMeasure> atoms() {
        return MeasureGenerators.atoms(1, 20);
    }

    @Provide
    Arbitrary<CellMeasure> slabs() {
        return MeasureGenerators.slabs(20);
    }

    @Property(tries = 200)
    void isAMetric(
            @ForAll("measures") QuantileFunction a,
            @ForAll("measures") QuantileFunction b,
            @ForAll("measures") QuantileFunction c,
            @ForAll("finiteOrders") Wasserstein w) {
        double ab = w.between(a, b);
        assertTrue(ab >= 0);
        assertEquals(0, w.between(a, a), 0);
        assertEquals(ab, w.between(b, a), 1e-14 * ab);
        assertTrue(w.between(a, c) <= ab + w.between(b, c) + tolerance(w));
    }

    @Property(tries = 200)
    void growsWithTheOrderUpToInfinity(@ForAll("measures") QuantileFunction a, @ForAll("measures") QuantileFunction b) {
        double before = 0;
        for (double p : new double[] {1, 1.5, 2, 3, 10, 80, Double.POSITIVE_INFINITY}) {
            double distance = Wasserstein.of(p).between(a, b);
            assertTrue(distance >= before * (1 - 1e-12), () -> "W_" + p + " = " + distance);
            before = distance;
        }
    }

    @Property(tries = 200)
    void firstDistanceBoundsTheDifferenceOfMeans(
            @ForAll("measures") QuantileFunction a, @ForAll("measures") QuantileFunction b) {
        assertTrue(Wasserstein.W1.between(a, b) >= Math.abs(mean(a) - mean(b)) - tolerance(Wasserstein.W1));
    }

    @Property(tries = 200)
    void firstDistanceIsTheAreaBetweenDistributionFunctions(
            @ForAll("measures") QuantileFunction a, @ForAll("measures") QuantileFunction b) {
        assertEquals(area(a, b), Wasserstein.W1.between(a, b), tolerance(Wasserstein.W1));
    }

    @Property(tries = 200)
    void translationAndScaling(
            @ForAll("atoms") ParticleMeasure m,
            @ForAll @DoubleRange(min = -3, max = 3) double shift,
            @ForAll @DoubleRange(min = 0, max = 3) double factor,
            @ForAll("finiteOrders") Wasserstein w) {
        ParticleMeasure moved = moved(m, 1, shift);
        assertEquals(Math.abs(shift), w.between(m, moved), 1e-13);
        assertEquals(Math.abs(shift), Wasserstein.W_INFINITY.between(m, moved), 1e-14);
        ParticleMeasure zero = AtomicLaw.dirac(0).quantiles(1);
        assertEquals(factor * w.between(m, zero), w.between(moved(m, factor, 0), zero), 1e-13);
    }

    @Property(tries = 200)
    void splittingAndPermutingPointsChangesNothing(
            @ForAll("atoms") ParticleMeasure m,
            @ForAll("measures") QuantileFunction other,
            @ForAll("finiteOrders") Wasserstein w,
            @ForAll Random random) {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < m.size(); i++) {
            double share = random.nextDouble();
            points.add(new double[] {m.x(0)[i], share * m.weights()[i]});
            points.add(new double[] {m.x(0)[i], (1 - share) * m.weights()[i]});
        }
        Collections.shuffle(points, random);
        ParticleMeasure split = new ParticleMeasure(
                new double[][] {points.stream().mapToDouble(q -> q[0]).toArray()},
                points.stream().mapToDouble(q -> q[1]).toArray());
        assertEquals(0, w.between(m, split), tolerance(w));
        assertEquals(
                w.between(QuantileFunction.ofAtoms(m), other),
                w.between(QuantileFunction.ofAtoms(split), other),
                tolerance(w));
    }

    @Property(tries = 200)
    void readingCellsAsAtomsMovesMassByHalfAWidthAtMost(@ForAll("slabs") CellMeasure m) {
        double half = 0;
        for (int i = 0; i < m.size(); i++) {
            half = Math.max(half, 0.5 * m.mesh().axis(0).width(i));
        }
        QuantileFunction slabs = QuantileFunction.ofSlabs(m);
        QuantileFunction atoms = QuantileFunction.ofAtoms(m);
        assertTrue(Wasserstein.W_INFINITY.between(slabs, atoms) <= half + 1e-12);
        assertEquals(0, Wasserstein.W_INFINITY.between(QuantileFunction.ofSlabs(m, i -> true), atoms), 0);
    }

    @Property(tries = 100)
    void onACircleIsAMetricBelowTheOneOnTheLineAndTurnsWithIt(
            @ForAll("atoms") ParticleMeasure a,
            @ForAll("atoms") ParticleMeasure b,
            @ForAll("atoms") ParticleMeasure c,
            @ForAll @DoubleRange(min = 0, max = 4) double angle) {
        CircularWasserstein circle = new CircularWasserstein(-2, 4);
        double ab = circle.between(a, b);
        double tolerance = 4 * DELTA;
        assertEquals(0, circle.between(a, a), tolerance);
        assertEquals(ab, circle.between(b, a), tolerance);
        assertTrue(circle.between(a, c) <= ab + circle.between(b, c) + tolerance);
        assertTrue(ab <= Wasserstein.W1.between(a, b) + tolerance);
        assertTrue(ab <= 2 + tolerance);
        assertEquals(ab, circle.between(turned(a, angle), turned(b, angle)), tolerance);
        assertTrue(circle.between(a, turned(a, angle)) <= Math.min(angle, 4 - angle) + tolerance);
    }

    private static ParticleMeasure moved(ParticleMeasure m, double factor, double shift) {
        double[] x = Arrays.stream(m.x(0)).map(y -> factor * y + shift).toArray();
        return new ParticleMeasure(new double[][] {x}, m.weights());
    }

    private static ParticleMeasure turned(ParticleMeasure m, double angle) {
        double[] x = Arrays.stream(m.x(0))
                .map(y -> y + angle > 2 ? y + angle - 4 : y + angle)
                .toArray();
        return new ParticleMeasure(new double[][] {x}, m.weights());
    }

    private static double mean(QuantileFunction q) {
        double sum = 0;
        for (int k = 0; k < q.pieces(); k++) {
            sum += (q.level(k + 1) - q.level(k)) * 0.5 * (q.left(k) + q.right(k));
        }
        return sum;
    }

    /** ∫ |F - G| dx by the trapezium rule between all ends of pieces and the crossings between them. */
    private static double area(QuantileFunction a, QuantileFunction b) {
        List<Double> ends = new ArrayList<>();
        for (QuantileFunction q : List.of(a, b)) {
            for (int k = 0; k < q.pieces(); k++) {
                ends.add(q.left(k));
                ends.add(q.right(k));
            }
        }
        Collections.sort(ends);
        double sum = 0;
        for (int i = 0; i + 1 < ends.size(); i++) {
            double width = ends.get(i + 1) - ends.get(i);
            double d0 = a.cdf(ends.get(i)) - b.cdf(ends.get(i));
            double d1 = a.cdfBelow(ends.get(i + 1)) - b.cdfBelow(ends.get(i + 1));
            if (width > 0) {
                sum += d0 * d1 >= 0
                        ? width * 0.5 * Math.abs(d0 + d1)
                        : width * 0.5 * (d0 * d0 + d1 * d1) / Math.abs(d0 - d1);
            }
        }
        return sum;
    }
}
