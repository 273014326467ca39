package org.dualflow.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WassersteinTest {

    private static QuantileFunction slab(double lower, double upper) {
        return QuantileFunction.ofSlabs(new UniformLaw(lower, upper).onto(Mesh.line(lower, upper, 1)));
    }

    /** Q₁ - Q₂ = c + s d for two slabs, so W_p^p is the mean of |c + s d|^p. */
    @Test
    void twoSlabs() {
        assertEquals(0.5, Wasserstein.W1.between(slab(0, 1), slab(0, 2)), 1e-15);
        assertEquals(Math.sqrt(1.0 / 3), Wasserstein.W2.between(slab(0, 1), slab(0, 2)), 1e-15);
        assertEquals(1, Wasserstein.W_INFINITY.between(slab(0, 1), slab(0, 2)), 0);
        // Concentric slabs: the difference runs from -1 to 1.
        assertEquals(0.5, Wasserstein.W1.between(slab(-2, 2), slab(-1, 1)), 1e-15);
        assertEquals(Math.pow(1 / 3.5, 1 / 2.5), Wasserstein.of(2.5).between(slab(-2, 2), slab(-1, 1)), 1e-15);
        // Difference from 2 to 3: closed form (3^(p+1) - 2^(p+1))/(p+1) against the Gauss rule.
        double p = 3.7;
        double exact = Math.pow((Math.pow(3, p + 1) - Math.pow(2, p + 1)) / (p + 1), 1 / p);
        assertEquals(exact, Wasserstein.of(p).between(slab(0, 1), slab(2, 4)), 1e-14);
        assertEquals(0.25, Wasserstein.W1.between(slab(0, 1), QuantileFunction.ofSample(0.5)), 1e-15);
        assertEquals(Math.sqrt(1.0 / 12), Wasserstein.W2.between(slab(0, 1), QuantileFunction.ofSample(0.5)), 1e-15);
    }

    @Test
    void hugeOrderNeitherOverflowsNorUnderflows() {
        assertEquals(1e-6, Wasserstein.of(400).between(slab(0, 1), slab(1e-6, 1 + 1e-6)), 1e-15);
        assertEquals(1e6, Wasserstein.of(400).between(slab(0, 1), slab(1e6, 1e6 + 1)), 1e-8);
    }

    @Test
    void massScales() {
        QuantileFunction a =
                QuantileFunction.ofAtoms(new ParticleMeasure(new double[][] {{0, 1}}, new double[] {1, 2}));
        QuantileFunction b =
                QuantileFunction.ofAtoms(new ParticleMeasure(new double[][] {{0, 1}}, new double[] {2, 1}));
        assertEquals(1, Wasserstein.W1.between(a, b), 1e-15);
        assertEquals(1, Wasserstein.W2.between(a, b), 1e-15);
        QuantileFunction c = QuantileFunction.ofSample(0);
        assertThrows(IllegalArgumentException.class, () -> Wasserstein.W1.between(a, c));
    }

    @Test
    void clippedEndsAreHalfCellsOrAtoms() {
        Mesh mesh = Mesh.uniform(Domain.line(-1, 1, Boundary.CLIPPED), 3);
        CellMeasure m = new CellMeasure(mesh, new double[][] {{0.5, 0, 0.5}});
        QuantileFunction slabs = QuantileFunction.ofSlabs(m);
        QuantileFunction atoms = QuantileFunction.ofSlabs(m, i -> i == 0);
        assertEquals(-0.5, slabs.right(0), 0);
        assertEquals(0.25, Wasserstein.W1.between(slabs, atoms) / 0.5, 1e-15);
        assertEquals(-1, atoms.right(0), 0);
        assertEquals(0.75, atoms.value(0.75), 1e-15);
        assertEquals(0.5, atoms.cdf(-1), 0);
        assertEquals(0, atoms.cdfBelow(-1), 0);
    }

    @Test
    void circleGoesTheShortWay() {
        CircularWasserstein circle =
                CircularWasserstein.on(Domain.line(0, 1, Boundary.PERIODIC).side(0));
        QuantileFunction a = QuantileFunction.ofSample(0.05);
        assertEquals(0.1, circle.between(a, QuantileFunction.ofSample(0.95)), 1e-15);
        assertEquals(0.5, circle.between(a, QuantileFunction.ofSample(0.55)), 1e-15);
        // A Dirac against the uniform law on the circle: mean distance 1/4.
        assertEquals(0.25, circle.between(a, slab(0, 1)), 1e-15);
        assertThrows(IllegalArgumentException.class, () -> circle.between(a, QuantileFunction.ofSample(1.5)));
    }

    /** √N E W₁ → 0.313329 and E W₂² = 1/(6N) for a sample of N from U[0,1]; models.md §6. Six standard errors. */
    @Test
    void samplesOfTheUniformLawHaveTheirExpectedDistances() {
        int n = 400;
        int runs = 2000;
        double first = 0;
        double firstSquares = 0;
        double second = 0;
        double secondSquares = 0;
        Random random = new Random(1);
        LineLaw law = new UniformLaw(0, 1);
        QuantileFunction exact = QuantileFunction.ofLaw(law, 1);
        for (int r = 0; r < runs; r++) {
            QuantileFunction sample = QuantileFunction.ofAtoms(law.sample(n, random));
            double w1 = Math.sqrt(n) * Wasserstein.W1.between(sample, exact);
            double w2 = 6 * n * Math.pow(Wasserstein.W2.between(sample, exact), 2);
            first += w1 / runs;
            firstSquares += w1 * w1 / runs;
            second += w2 / runs;
            secondSquares += w2 * w2 / runs;
        }
        // For finite N the first mean is below its limit by O(1/N).
        assertEquals(0.313329, first, 6 * Math.sqrt((firstSquares - first * first) / runs) + 1.0 / n);
        assertEquals(1, second, 6 * Math.sqrt((secondSquares - second * second) / runs));
    }

    /** Quantile starts: W₁ = 1/(4N) for U[0,1], exactly; distance to the law by all three routes. */
    @Test
    void distanceToALawByQuadratureAgreesWithTheExactOne() {
        LineLaw law = new UniformLaw(0, 1);
        QuantileFunction start = QuantileFunction.ofAtoms(law.quantiles(20));
        assertEquals(1.0 / 80, Wasserstein.W1.between(start, law), 1e-13);
        assertEquals(Math.sqrt(1.0 / 12) / 20, Wasserstein.W2.between(start, law), 1e-13);
        assertEquals(
                Math.pow(Math.pow(0.5, 3) / 4, 1.0 / 3) / 20, Wasserstein.of(3).between(start, law), 1e-12);
        assertEquals(1.0 / 40, Wasserstein.W_INFINITY.between(start, law), 1e-12);
        assertEquals(1.0 / 80, Wasserstein.W1.between(start, QuantileFunction.ofLaw(law, 7)), 1e-15);
    }

    /** E|Z| = √(2/π), E Z² = 1, E|Z|³ = 2√(2/π): distances of a Dirac at 0 from the normal law. */
    @Test
    void diracToTheNormalLaw() {
        LineLaw law = new NormalLaw(0, 1);
        QuantileFunction dirac = QuantileFunction.ofSample(0.0);
        double first = FastMath.sqrt(2 / FastMath.PI);
        assertEquals(first, Wasserstein.W1.between(dirac, law), 2e-12);
        assertEquals(1, Wasserstein.W2.between(dirac, law), 2e-12);
        assertEquals(FastMath.cbrt(2 * first), Wasserstein.of(3).between(dirac, law), 2e-12);
        // Two normal laws: W₂ = √(shift² + (difference of deviations)²); linear pieces err by their bound.
        QuantileFunction wide = QuantileFunction.ofLaw(new NormalLaw(1, 2), 4000);
        assertEquals(Math.sqrt(2), Wasserstein.W2.between(wide, law), 1e-4);
    }

    /** An atom and a slab beyond a gap: F is known by hand. */
    @Test
    void mixedLawKeepsItsAtomInBothRoutes() {
        LineLaw law = new MixtureLaw(new double[] {0.5, 0.5}, List.of(AtomicLaw.dirac(0), new UniformLaw(1, 3)));
        QuantileFunction exact = QuantileFunction.ofLaw(law, 2);
        QuantileFunction zero = QuantileFunction.ofSample(0.0);
        assertEquals(1, Wasserstein.W1.between(zero, law), 1e-12);
        assertEquals(1, Wasserstein.W1.between(zero, exact), 1e-8);
        assertEquals(Math.sqrt(13.0 / 6), Wasserstein.W2.between(zero, law), 1e-12);
        assertEquals(3, Wasserstein.W_INFINITY.between(zero, law), 1e-11);
        assertEquals(0, exact.value(0.4), 0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.999, 0, -1, Double.NaN})
    void ordersBelowOneAreRefused(double p) {
        assertThrows(IllegalArgumentException.class, () -> Wasserstein.of(p));
    }

    @Test
    void badMeasuresAreRefused() {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> QuantileFunction.ofSample(0, bad));
        }
        assertThrows(IllegalArgumentException.class, () -> QuantileFunction.ofSample());
        for (double bad : new double[] {-0.1, Double.NaN, Double.POSITIVE_INFINITY}) {
            CellMeasure cells = new CellMeasure(Mesh.line(0, 1, 2), new double[][] {{1, bad}});
            assertThrows(IllegalArgumentException.class, () -> QuantileFunction.ofSlabs(cells));
            assertThrows(IllegalArgumentException.class, () -> QuantileFunction.ofAtoms(cells));
        }
        CellMeasure empty = new CellMeasure(Mesh.line(0, 1, 2), new double[1][2]);
        assertThrows(IllegalArgumentException.class, () -> QuantileFunction.ofSlabs(empty));
        CellMeasure square = new CellMeasure(Mesh.uniform(Domain.cube(2, 0, 1, Boundary.OPEN), 2), new double[2][2]);
        assertTrue(assertThrows(IllegalArgumentException.class, () -> QuantileFunction.ofAtoms(square))
                .toString()
                .contains("dimension = 2"));
    }

    /** Eleven numbers from -5 to 5 and their triples: W₂ = 2 (Σ k²/11)^½; mass 3 makes it √3 times as large. */
    @Test
    void equalWeightsInFours() {
        double[] x = new double[11];
        double[] y = new double[11];
        for (int k = 0; k < 11; k++) {
            x[k] = k - 5;
            y[k] = 3.0 * (k - 5);
        }
        double exact = 2 * Math.sqrt(110.0 / 11);
        assertEquals(exact, Wasserstein.W2.between(QuantileFunction.ofSample(x), QuantileFunction.ofSample(y)), 1e-14);
        assertEquals(
                exact * Math.sqrt(3),
                Wasserstein.W2.between(
                        new ParticleMeasure(new double[][] {x}, weights(11, 3)),
                        new ParticleMeasure(new double[][] {y}, weights(11, 3))),
                1e-13);
    }

    private static double[] weights(int n, double mass) {
        double[] w = new double[n];
        java.util.Arrays.fill(w, mass / n);
        return w;
    }

    /** 1, 2, 3 at 0, 1, 2 and 3, 2, 1 at 10, 11, 12, of mass 6. */
    @Test
    void unequalWeightsOfAnyMass() {
        Measure a = new ParticleMeasure(new double[][] {{0, 1, 2}}, new double[] {1, 2, 3});
        Measure b = new ParticleMeasure(new double[][] {{10, 11, 12}}, new double[] {3, 2, 1});
        // Levels 0-1: 10, 1-3: 9, 3-5: 9, 5-6: 10.
        assertEquals(Math.sqrt(2 * 100 + 4 * 81), Wasserstein.W2.between(a, b), 1e-13);
        assertEquals(Math.cbrt(2 * 1000 + 4 * 729), Wasserstein.of(3).between(a, b), 1e-13);
        assertEquals(2 * 10 + 4 * 9, Wasserstein.W1.between(a, b), 1e-13);
    }

    /**
     * U = 2Φ(Z) - 1 is uniform on (-1, 1), below Z in size: W₁ = 2∫₀^∞ (z - U) φ = √(2/π) - ½, and with E[Z U] = 1/√π
     * W₂² = 4/3 - 2/√π.
     */
    @Test
    void slabToTheNormalLaw() {
        LineLaw law = new NormalLaw(0, 1);
        assertEquals(Math.sqrt(2 / Math.PI) - 0.5, Wasserstein.W1.between(slab(-1, 1), law), 2e-12);
        assertEquals(Math.sqrt(4.0 / 3 - 2 / Math.sqrt(Math.PI)), Wasserstein.W2.between(slab(-1, 1), law), 2e-12);
    }

    /** Half the mass on (0, 0.2), half on (0.8, 1): it is up to 0.3 from the slab, at the level ½, which no end of a piece is. */
    @Test
    void theLargestDistanceMayBeInsideAPiece() {
        LineLaw split =
                new MixtureLaw(new double[] {0.5, 0.5}, List.of(new UniformLaw(0, 0.2), new UniformLaw(0.8, 1)));
        assertEquals(0.3, Wasserstein.W_INFINITY.between(slab(0, 1), split), 1e-11);
        assertEquals(0.15, Wasserstein.W1.between(slab(0, 1), split), 1e-12);
        // Σ over both halves of ∫ (0.6 s)³ ds = 2 · 0.216 / 64.
        assertEquals(Math.cbrt(2 * 0.216 / 64), Wasserstein.of(3).between(slab(0, 1), split), 1e-11);
    }

    /** F - G changes its sign in the middle of the piece. */
    @Test
    void slabsAboutALawCrossIt() {
        assertEquals(0.125, Wasserstein.W1.between(slab(0, 1), new UniformLaw(0.25, 0.75)), 1e-13);
        assertEquals(0.25 / Math.sqrt(3), Wasserstein.W2.between(slab(0, 1), new UniformLaw(0.25, 0.75)), 1e-13);
    }

    /**
     * Atoms of ¼ at -1 and 2, then U(3, 5): the slab s is at 1 + s, 2 - s and 1 + 3s from them, ∫ = (1.25³ - 1)/3 + (1.75³ - 1.5³)/3
     * + (4³ - 2.5³)/9.
     */
    @Test
    void slabToALawWithAtoms() {
        LineLaw law = new MixtureLaw(
                new double[] {0.25, 0.25, 0.5}, List.of(AtomicLaw.dirac(-1), AtomicLaw.dirac(2), new UniformLaw(3, 5)));
        double square = (Math.pow(1.25, 3) - 1) / 3
                + (Math.pow(1.75, 3) - Math.pow(1.5, 3)) / 3
                + (Math.pow(4, 3) - Math.pow(2.5, 3)) / 9;
        assertEquals(Math.sqrt(square), Wasserstein.W2.between(slab(0, 1), law), 1e-12);
        // First powers: ¼ + 1/32, ½ - 3/32, ½ + 9/8.
        assertEquals(0.25 + 1.0 / 32 + 0.5 - 3.0 / 32 + 0.5 + 9.0 / 8, Wasserstein.W1.between(slab(0, 1), law), 1e-12);
        assertEquals(4, Wasserstein.W_INFINITY.between(slab(0, 1), law), 1e-11);
    }

    @Test
    void namesTellTheOrder() {
        assertEquals("W1", Wasserstein.W1.toString());
        assertEquals("W_2.5", Wasserstein.of(2.5).toString());
        assertEquals("W_inf", Wasserstein.W_INFINITY.toString());
    }

    /** 1 and 2 at 0.1 and 0.5 go 0.2 and 0.4 to 3 at 0.9. */
    @Test
    void circlesHoldAnyMass() {
        CircularWasserstein circle =
                CircularWasserstein.on(new Domain.Side(0, 1, Boundary.PERIODIC, Boundary.PERIODIC));
        Measure two = new ParticleMeasure(new double[][] {{0.1, 0.5}}, new double[] {1, 2});
        Measure one = new ParticleMeasure(new double[][] {{0.9}}, new double[] {3});
        assertEquals(1, circle.between(two, one), 1e-15);
        assertEquals(1, circle.between(one, two), 1e-15);
    }
}
