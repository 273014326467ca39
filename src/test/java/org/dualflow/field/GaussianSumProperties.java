package org.dualflow.field;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.Test;

class GaussianSumProperties {

    /** Sums at targets, one row for the sum and one per moment. */
    private static double[][] fill(GaussianSum sum, double[][] y, double[] w, double[][] x) {
        int n = x[0].length;
        double[][] out = new double[1 + x.length][n];
        sum.fill(y, w, w.length, x, n, out[0], Arrays.copyOfRange(out, 1, out.length));
        return out;
    }

    private static double[][] points(SplittableRandom random, int dimension, int n) {
        double[][] x = new double[dimension][n];
        for (double[] coordinate : x) {
            Arrays.setAll(coordinate, i -> random.nextDouble(-1, 1));
        }
        return x;
    }

    private static GaussianSum direct(int dimension, double width) {
        return new GaussianSum(dimension, width, 1e-10, GaussianSum.Summation.DIRECT);
    }

    @Property(tries = 100)
    void allPairsAreTheSumsThatTheyClaimToBe(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 3) int dimension,
            @ForAll @DoubleRange(min = 0.02, max = 4) double width) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] y = points(random, dimension, 23);
        double[][] x = points(random, dimension, 7);
        double[] w = points(random, 1, 23)[0];
        double[][] found = fill(direct(dimension, width), y, w, x);
        for (int i = 0; i < 7; i++) {
            double[] expected = new double[1 + dimension];
            double[] size = new double[1 + dimension];
            for (int j = 0; j < 23; j++) {
                double squared = 0;
                for (int d = 0; d < dimension; d++) {
                    squared += (x[d][i] - y[d][j]) * (x[d][i] - y[d][j]);
                }
                double e = FastMath.exp(-squared / (2 * width * width));
                for (int c = 0; c <= dimension; c++) {
                    double factor = c == 0 ? w[j] : w[j] * (x[c - 1][i] - y[c - 1][j]);
                    expected[c] += factor * e;
                    size[c] += Math.abs(factor) * (e * DirectGaussianSum.RELATIVE + DirectGaussianSum.ABSOLUTE);
                }
            }
            for (int c = 0; c <= dimension; c++) {
                // a few roundings of the exponent, at most 41, on either side
                assertEquals(expected[c], found[c][i], 1.5 * size[c]);
            }
        }
    }

    @Property(tries = 100)
    void fastSumsKeepTheirBound(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 3) int dimension,
            @ForAll @DoubleRange(min = 0.1, max = 4) double width,
            @ForAll @IntRange(min = 2, max = 12) int digits) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] y = points(random, dimension, 60);
        double[][] x = points(random, dimension, 30);
        double[] w = points(random, 1, 60)[0];
        double tolerance = FastMath.pow(10, -digits);
        double[][] exact = fill(direct(dimension, width), y, w, x);
        double[][] found = fill(new GaussianSum(dimension, width, tolerance, GaussianSum.Summation.FAST), y, w, x);
        double mass = Arrays.stream(w).map(Math::abs).sum();
        double bound = new FastGaussianSum(dimension, width, tolerance).bound();
        assertTrue(bound <= tolerance);
        for (int i = 0; i < 30; i++) {
            assertEquals(exact[0][i], found[0][i], mass * (bound + 2e-13));
            for (int d = 1; d <= dimension; d++) {
                assertEquals(exact[d][i], found[d][i], width * mass * (bound + 2e-13));
            }
        }
    }

    /** A source of weight 2m is two of weight m. */
    @Property(tries = 50)
    void splitMassesSumAlike(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int dimension, @ForAll boolean fast) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] once = points(random, dimension, 12);
        double[][] twice = new double[dimension][24];
        double[] whole = new double[12];
        double[] half = new double[24];
        Arrays.fill(whole, 2);
        Arrays.fill(half, 1);
        for (int d = 0; d < dimension; d++) {
            for (int j = 0; j < 24; j++) {
                twice[d][j] = once[d][j / 2];
            }
        }
        GaussianSum sum =
                new GaussianSum(dimension, 0.5, 1e-8, fast ? GaussianSum.Summation.FAST : GaussianSum.Summation.DIRECT);
        double[][] a = fill(sum, once, whole, once);
        double[][] b = fill(sum, twice, half, once);
        for (int c = 0; c <= dimension; c++) {
            assertArrayEquals(a[c], b[c], 1e-12);
        }
    }

    @Test
    void sumsAreReproducibleToTheLastBit() {
        double[][] y = points(new SplittableRandom(3), 2, 2000);
        double[] w = points(new SplittableRandom(4), 1, 2000)[0];
        GaussianSum used = new GaussianSum(2, 0.1, 1e-10, GaussianSum.Summation.FAST);
        fill(used, points(new SplittableRandom(5), 2, 2000), w, y);
        double[][] again = fill(used, y, w, y);
        double[][] fresh = fill(new GaussianSum(2, 0.1, 1e-10, GaussianSum.Summation.FAST), y, w, y);
        assertArrayEquals(fresh, again);
    }

    @Test
    void badInputIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new GaussianSum(1, 0));
        assertThrows(IllegalArgumentException.class, () -> new GaussianSum(1, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new GaussianSum(4, 1));
        assertThrows(IllegalArgumentException.class, () -> new GaussianSum(1, 1, 0, GaussianSum.Summation.FAST));
    }
}
