package org.dualflow.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class LawTest {

    /** Φ from the tables of Abramowitz and Stegun, chapter 26; lower tail relative to 1e-13, the accuracy of erfc. */
    @ParameterizedTest
    @CsvSource({
        "-1, 0.15865525393145705",
        "-3, 0.0013498980316300946",
        "-10, 7.619853024160526e-24",
        "-20, 2.7536241186062337e-89",
    })
    void normalTailsHaveRelativeAccuracy(double z, double expected) {
        NormalLaw law = new NormalLaw(0, 1);
        assertEquals(expected, law.cdf(z), 1e-13 * expected);
        assertEquals(expected, law.mass(-z, Double.POSITIVE_INFINITY), 1e-13 * expected);
        assertEquals(z, law.quantile(expected), 1e-14 * Math.abs(z));
    }

    /** φ(1)/3 one deviation from the mean. */
    @Test
    void normalDensity() {
        NormalLaw law = new NormalLaw(2, 3);
        assertEquals(Math.exp(-0.5) / (3 * Math.sqrt(2 * Math.PI)), law.density(5), 1e-16);
        assertEquals(law.density(5), law.density(-1));
    }

    /** Narrow intervals by quadrature, wide ones by tails: where one begins they are the same. */
    @Test
    void massesOfIntervalsAddUp() {
        NormalLaw law = new NormalLaw(2, 3);
        for (double from : new double[] {-7, 1.9, 2.3, 9}) {
            double sum = 0;
            for (int k = 0; k < 12; k++) {
                sum += law.mass(from + 0.1 * k, from + 0.1 * (k + 1));
            }
            assertEquals(law.mass(from, from + 1.2), sum, 1e-13 * sum);
        }
        assertEquals(0, law.mass(1, 1));
        assertEquals(0, law.mass(2, 1));
    }

    @Test
    void normalCellsOfBothSidesAreEqual() {
        Mesh mesh = Mesh.line(-9, 9, 300);
        double[] cells = new NormalLaw(0, 1).onto(mesh).rows()[0];
        for (int i = 0; i < 150; i++) {
            assertEquals(cells[i], cells[299 - i], 1e-12 * cells[i]);
            assertTrue(cells[i] > 0);
        }
    }

    @Test
    void atomOnAFaceBelongsToTheCellAbove() {
        Mesh mesh = Mesh.line(-1, 1, 4);
        assertArrayEquals(
                new double[] {0, 0, 1, 0}, AtomicLaw.dirac(0).onto(mesh).rows()[0]);
        assertArrayEquals(
                new double[] {0, 0, 0, 1}, AtomicLaw.dirac(1).onto(mesh).rows()[0]);
        assertArrayEquals(
                new double[] {1, 0, 0, 0}, AtomicLaw.dirac(-1).onto(mesh).rows()[0]);
    }

    @Test
    void halfCellsAtClippedEndsHoldHalfTheMassOfAUniformLaw() {
        Mesh mesh = Mesh.uniform(Domain.line(-1, 1, Boundary.CLIPPED), 5);
        assertArrayEquals(
                new double[] {0.125, 0.25, 0.25, 0.25, 0.125},
                new UniformLaw(-1, 1).onto(mesh).rows()[0],
                1e-15);
    }

    @Test
    void densityLawKnowsItsPrimitive() {
        DensityLaw law = new DensityLaw(x -> x < 1 ? 1 : FastMath.exp(-x), 0, 3);
        double total = 1 + FastMath.exp(-1) - FastMath.exp(-3);
        assertEquals((1 + FastMath.exp(-1) - FastMath.exp(-2)) / total, law.cdf(2), 1e-11);
        assertEquals(0.5, law.quantile(0.5 / total), 1e-11);
        assertEquals((FastMath.exp(-2.9) - FastMath.exp(-3)) / total, law.mass(2.9, 3), 1e-14);
    }

    /**
     * The jump passes the gaps beside all nodes and all ends of panels. Panels about it are 3e-14 wide, f changes there by
     * 1: 1e-13 leaves a margin of three, rounding of some hundred panels included.
     */
    @Test
    void densityLawFindsAJumpWhereverItIs() {
        for (int k = 0; k <= 2000; k++) {
            double c = k / 2000.0;
            DensityLaw law = new DensityLaw(x -> x < c ? 1 : 2, 0, 1);
            double total = 2 - c;
            assertEquals(c / total, law.cdf(c), 1e-13, () -> "jump at " + c);
            assertEquals(1, law.mass(0, 0.31) + law.mass(0.31, 1), 1e-13, () -> "jump at " + c);
        }
    }

    /** A bisection to the last bits would take fifty integrals of ten values, a root of order above one a dozen. */
    @Test
    void quantilesAndDistancesOfADensityTakeFewOfItsValues() {
        long[] values = {0};
        DensityLaw law = new DensityLaw(
                x -> {
                    values[0]++;
                    return FastMath.pow(FastMath.cos(0.5 * FastMath.PI * x), 4);
                },
                -1,
                1);
        int n = 1000;
        values[0] = 0;
        ParticleMeasure points = law.quantiles(n);
        assertTrue(values[0] < 150 * n, () -> values[0] / n + " values per quantile");
        values[0] = 0;
        Wasserstein.W2.between(QuantileFunction.ofAtoms(points), law);
        assertTrue(values[0] < 600 * n, () -> values[0] / n + " values per atom");
    }

    @Test
    void boxDensityAgreesWithTheProduct() {
        Domain box = Domain.cube(2, -1, 1, Boundary.NO_FLUX);
        Law density = new BoxDensityLaw(x -> (1 + x[0]) * (2 - x[1]), box);
        Law product = ProductLaw.of(new DensityLaw(x -> 1 + x, -1, 1), new DensityLaw(y -> 2 - y, -1, 1));
        Mesh mesh = Mesh.uniform(Domain.cube(2, -2, 1, Boundary.CLIPPED), 7, 5);
        CellMeasure expected = product.onto(mesh);
        CellMeasure actual = density.onto(mesh);
        for (int r = 0; r < mesh.rows(); r++) {
            assertArrayEquals(expected.rows()[r], actual.rows()[r], 1e-14);
        }
        // A lattice of m² conditional quantiles has the midpoint error 1/(24 m²) f'/f in its means, plus the table's.
        ParticleMeasure start = density.quantiles(10_000);
        assertEquals(10_000, start.size());
        assertEquals(1.0 / 3, mean(start, 0), 1e-3);
        assertEquals(-1.0 / 6, mean(start, 1), 1e-3);
        // Standard deviations 0.47 and 0.55 over sqrt(20000), times 6.
        ParticleMeasure sample = density.sample(20_000, new Random(5));
        assertEquals(1.0 / 3, mean(sample, 0), 0.02);
        assertEquals(-1.0 / 6, mean(sample, 1), 0.024);
    }

    @Test
    void latticeInThreeDimensionsFollowsADependentDensity() {
        Law law = new BoxDensityLaw(x -> x[0] + x[1] + x[2] < 1.5 ? 1 : 0, Domain.cube(3, 0, 1, Boundary.NO_FLUX));
        ParticleMeasure start = law.quantiles(8000);
        assertEquals(8000, start.size());
        double far = 0;
        for (int i = 0; i < start.size(); i++) {
            far = Math.max(far, start.x(0)[i] + start.x(1)[i] + start.x(2)[i]);
        }
        // Lattice spacing 1/20 and table width 1/96 in each of three coordinates.
        assertTrue(far < 1.5 + 3 * (1.0 / 20 + 1.0 / 96), "support reaches to " + far);
        // The density is symmetric in its coordinates; the lattice is off by the table width at most.
        assertEquals(mean(start, 0), mean(start, 2), 2e-3);
        assertEquals(mean(start, 1), mean(start, 2), 2e-3);
    }

    @Test
    void productKeepsAnAtomicFactorExact() {
        ParticleMeasure start =
                ProductLaw.of(AtomicLaw.dirac(0.25), new UniformLaw(0, 1)).quantiles(100);
        assertEquals(100, start.size());
        for (int i = 0; i < 100; i++) {
            assertEquals(0.25, start.x(0)[i], 0);
            assertEquals((i + 0.5) / 100, start.x(1)[i], 1e-15);
        }
    }

    /** The cube root of 1000 is 9.999999999999998 in doubles. */
    @Test
    void asManyAtomsAsTheRootKeepTheirWeights() {
        double[] places = new double[10];
        double[] weights = new double[10];
        for (int i = 0; i < 10; i++) {
            places[i] = i;
            weights[i] = (i + 1) / 55.0;
        }
        Law law = ProductLaw.of(AtomicLaw.of(places, weights), new UniformLaw(0, 1), new UniformLaw(0, 1));
        ParticleMeasure start = law.quantiles(1000);
        assertEquals(1000, start.size());
        double last = 0;
        for (int i = 0; i < start.size(); i++) {
            last += start.x(0)[i] == 9 ? start.weights()[i] : 0;
        }
        assertEquals(10 / 55.0, last, 1e-13);
    }

    @Test
    void clustersHaveTheirShares() {
        Law left = ProductLaw.of(new UniformLaw(-2, -1), new UniformLaw(-1, 1));
        Law right = ProductLaw.of(new UniformLaw(1, 2), new UniformLaw(-1, 1));
        Law law = new MixtureOfLaws(new double[] {0.25, 0.75}, List.of(left, right));
        // Standard deviation of the share: sqrt(0.25·0.75/5000) = 0.0061, times 6.
        for (ParticleMeasure start : List.of(law.quantiles(5000), law.sample(5000, new Random(3)))) {
            double share = 0;
            for (int i = 0; i < start.size(); i++) {
                share += start.x(0)[i] < 0 ? start.weights()[i] : 0;
            }
            assertEquals(0.25, share, 0.037);
            assertEquals(1, start.mass(), 1e-12);
        }
        CellMeasure cells = law.onto(Mesh.uniform(Domain.cube(2, -2, 2, Boundary.NO_FLUX), 4));
        assertEquals(0.125, cells.rows()[1][0], 1e-15);
        assertEquals(0.375, cells.rows()[2][3], 1e-15);
    }

    private static double mean(ParticleMeasure m, int d) {
        double sum = 0;
        for (int i = 0; i < m.size(); i++) {
            sum += m.weights()[i] * m.x(d)[i];
        }
        return sum;
    }

    static Stream<Executable> badLaws() {
        Domain square = Domain.cube(2, -1, 1, Boundary.NO_FLUX);
        return Stream.of(
                () -> new UniformLaw(1, 1),
                () -> new UniformLaw(0, Double.NaN),
                () -> new NormalLaw(0, 0),
                () -> new NormalLaw(Double.POSITIVE_INFINITY, 1),
                () -> AtomicLaw.of(new double[0], new double[0]),
                () -> AtomicLaw.of(new double[] {0, 1}, new double[] {0.5, 0.4}),
                () -> AtomicLaw.of(new double[] {0, 1}, new double[] {1.5, -0.5}),
                () -> AtomicLaw.of(new double[] {0, Double.NaN}, new double[] {0.5, 0.5}),
                () -> AtomicLaw.of(new double[] {0}, new double[] {0.5, 0.5}),
                () -> AtomicLaw.ofSample(),
                () -> new MixtureLaw(new double[] {1}, List.of()),
                () -> new MixtureLaw(new double[] {Double.NaN}, List.of(new UniformLaw(0, 1))),
                () -> new ConditionedLaw(new UniformLaw(0, 1), 2, 3),
                () -> new ConditionedLaw(new UniformLaw(0, 1), 0.7, 0.3),
                () -> new DensityLaw(x -> x, -1, 1),
                () -> new DensityLaw(x -> 0, -1, 1),
                () -> new DensityLaw(x -> Double.NaN, -1, 1),
                () -> new BoxDensityLaw(x -> -1, square),
                () -> new BoxDensityLaw(x -> 0, square),
                () -> new BoxDensityLaw(x -> 1, square).onto(Mesh.line(-1, 1, 3)),
                () -> new BoxDensityLaw(x -> 1, square).onto(Mesh.uniform(Domain.cube(2, 0, 1, Boundary.OPEN), 3)),
                () -> ProductLaw.of(),
                () -> ProductLaw.of(new UniformLaw(0, 1)).onto(Mesh.uniform(square, 3)),
                () -> new UniformLaw(0, 1).onto(Mesh.line(0, 0.5, 3)),
                () -> new NormalLaw(0, 1).onto(Mesh.line(-3, 3, 3)),
                () -> new UniformLaw(0, 1).quantiles(0),
                () -> new UniformLaw(0, 1).sample(-1, new Random(1)),
                () -> new MixtureOfLaws(
                        new double[] {0.5, 0.5},
                        List.of(new UniformLaw(0, 1), ProductLaw.of(new UniformLaw(0, 1), new UniformLaw(0, 1)))));
    }

    @ParameterizedTest
    @MethodSource("badLaws")
    void badLawsAreRefused(Executable law) {
        assertTrue(assertThrows(IllegalArgumentException.class, law).toString().contains("allowed"));
    }
}
