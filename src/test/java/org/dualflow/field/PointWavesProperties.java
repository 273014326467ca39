package org.dualflow.field;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.junit.jupiter.api.Test;

/** Waves as products of few, against StrictMath and the bounds derived in {@link WaveTable}. */
class PointWavesProperties {

    private static final double EPS = 0x1p-53;
    private static final SpectralKernel KERNEL = new SpectralKernel(SpectralKernel.Shape.GAUSSIAN, 0.3);

    private static Waves lattice(int dimension, int... largest) {
        return Waves.lattice(KERNEL, Domain.cube(dimension, -1.5, 2.5, Boundary.PERIODIC), largest);
    }

    private static double[][] points(SplittableRandom random, int dimension, int n) {
        double[][] x = new double[dimension][n];
        for (double[] coordinate : x) {
            for (int i = 0; i < n; i++) {
                coordinate[i] = random.nextDouble(-1.5, 2.5);
            }
        }
        return x;
    }

    /** The phase k_j·x in (-π, π], x from the lower corner: x - lower has an error of one unit, turns are reduced exactly. */
    private static double phase(int[][] index, int j, double[][] x, int i) {
        double turns = 0;
        for (int d = 0; d < x.length; d++) {
            double whole = index[d][j] * ((x[d][i] + 1.5) / 4);
            turns += whole - StrictMath.rint(whole);
        }
        return 2 * StrictMath.PI * (turns - StrictMath.rint(turns));
    }

    private static int largest(int[][] index, int j) {
        int sum = 0;
        for (int[] axis : index) {
            sum += Math.abs(axis[j]);
        }
        return sum;
    }

    /** Bound of a cosine or sine: that of the table, and as much again for this test's own phases. */
    private static double bound(WaveFactors factors, int dimension, int m) {
        int powers = dimension == 1 ? factors.inner() + factors.outer() : m;
        return (2 * 6 * Math.PI * m + 17 * powers + 4) * EPS;
    }

    @Property(tries = 100)
    void everyWaveIsWithinItsBound(
            @ForAll @IntRange(min = 1, max = 3) int dimension,
            @ForAll @IntRange(min = 1, max = 300) int most,
            @ForAll int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Waves waves = dimension == 1
                ? lattice(1, most)
                : lattice(dimension, Arrays.copyOf(new int[] {1 + most % 7, 1 + most % 5, 1 + most % 3}, dimension));
        int[][] index = java.util.Objects.requireNonNull(waves.lattice()).index();
        WaveFactors factors = WaveFactors.of(waves);
        int n = 1 + most;
        double[][] x = points(random, dimension, n);
        PointWaves sums = new PointWaves(waves);
        sums.take(x, n);
        int count = waves.size();
        for (int tried = 0; tried < 10; tried++) {
            int j = random.nextInt(count);
            double[] one = new double[2 * count];
            double[] got = new double[n];
            double tolerance = bound(factors, dimension, largest(index, j));
            one[j] = 1;
            sums.values(one, got);
            for (int i = 0; i < n; i++) {
                assertEquals(StrictMath.cos(phase(index, j, x, i)), got[i], tolerance);
            }
            one[j] = 0;
            one[count + j] = 1;
            sums.values(one, got);
            for (int i = 0; i < n; i++) {
                assertEquals(StrictMath.sin(phase(index, j, x, i)), got[i], tolerance);
            }
        }
    }

    /** Sums of n terms below 1 err by n of their errors and by n units of their own; slopes with |k| ≤ 2π·300/4 likewise. */
    @Property(tries = 60)
    void sumsOverPointsAndSlopesAreThoseByDefinition(
            @ForAll @IntRange(min = 1, max = 300) int most,
            @ForAll @IntRange(min = 1, max = 300) int n,
            @ForAll boolean withGradients,
            @ForAll int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Waves waves = lattice(1, most);
        int[][] index = java.util.Objects.requireNonNull(waves.lattice()).index();
        double[][] x = points(random, 1, n);
        double[] u = points(random, 1, n)[0];
        double[][] v = points(random, 1, n);
        double[] c = points(random, 1, 2 * most)[0];
        PointWaves sums = new PointWaves(waves);
        sums.take(x, n);
        double[] slope = new double[n];
        double[] out = new double[2 * most];
        sums.slope(0, c, slope);
        sums.project(u, withGradients ? v : null, out);
        double each = bound(WaveFactors.of(waves), 1, most);
        double steepest = waves.component(0, most - 1);
        double[] wantedSlope = new double[n];
        for (int j = 0; j < most; j++) {
            double k = waves.component(0, j);
            double cosine = 0;
            double sine = 0;
            for (int i = 0; i < n; i++) {
                double cos = StrictMath.cos(phase(index, j, x, i));
                double sin = StrictMath.sin(phase(index, j, x, i));
                double along = withGradients ? k * v[0][i] : 0;
                cosine += u[i] * cos + along * sin;
                sine += u[i] * sin - along * cos;
                wantedSlope[i] += k * (c[most + j] * cos - c[j] * sin);
            }
            double tolerance = 2.5 * n * (1 + (withGradients ? k : 0)) * (2 * each + 2 * n * EPS);
            assertEquals(cosine, out[j], tolerance);
            assertEquals(sine, out[most + j], tolerance);
        }
        assertArrayEquals(wantedSlope, slope, 2 * 2.5 * most * steepest * (2 * each + 2 * most * EPS));
    }

    /** Blocks and kept tables change nothing: a point alone has the bits that it has among others. */
    @Property(tries = 30)
    void aPointDoesNotKnowItsNeighbours(@ForAll @IntRange(min = 1, max = 2) int dimension, @ForAll int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Waves waves = dimension == 1 ? lattice(1, 200) : lattice(2, 9, 12);
        int n = 1500;
        double[][] x = points(random, dimension, n);
        double[] c = points(random, 1, 2 * waves.size())[0];
        double[] all = new double[n];
        PointWaves sums = new PointWaves(waves);
        sums.take(x, n);
        sums.slope(0, c, all);
        double[] again = new double[n];
        sums.slope(0, c, again);
        assertArrayEquals(all, again);
        for (int tried = 0; tried < 20; tried++) {
            int i = random.nextInt(n);
            double[][] point = new double[dimension][1];
            for (int d = 0; d < dimension; d++) {
                point[d][0] = x[d][i];
            }
            double[] alone = new double[1];
            PointWaves other = new PointWaves(waves);
            other.take(point, 1);
            other.slope(0, c, alone);
            assertEquals(all[i], alone[0]);
        }
    }

    @Property(tries = 30)
    void randomWavesAreSummedByDefinition(
            @ForAll @IntRange(min = 1, max = 5) int dimension,
            @ForAll @IntRange(min = 1, max = 200) int n,
            @ForAll int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int count = 1 + random.nextInt(60);
        Waves waves = Waves.random(KERNEL, dimension, count, seed);
        double[][] x = points(random, dimension, n);
        double[] u = points(random, 1, n)[0];
        double[][] v = points(random, dimension, n);
        double[] c = points(random, 1, 2 * count)[0];
        PointWaves sums = new PointWaves(waves);
        sums.take(x, n);
        double[][] slopes = new double[dimension][n];
        double[] out = new double[2 * count];
        sums.gradient(c, slopes);
        sums.project(u, v, out);
        double longest = 0;
        for (int j = 0; j < count; j++) {
            longest = Math.max(longest, Math.sqrt(waves.squaredLength(j)));
        }
        // a phase has `dimension` terms below 2.5 |k|, four roundings each here and there; terms are below 2.5 (1 + d
        // |k|)
        double each = (8 * dimension * 2.5 * longest + 24) * EPS;
        double term = 2.5 * (1 + dimension * longest);
        double[][] wanted = new double[dimension][n];
        for (int j = 0; j < count; j++) {
            double cosine = 0;
            double sine = 0;
            for (int i = 0; i < n; i++) {
                double phase = 0;
                double along = 0;
                for (int d = 0; d < dimension; d++) {
                    phase += waves.component(d, j) * x[d][i];
                    along += waves.component(d, j) * v[d][i];
                }
                double cos = StrictMath.cos(phase);
                double sin = StrictMath.sin(phase);
                cosine += u[i] * cos + along * sin;
                sine += u[i] * sin - along * cos;
                for (int d = 0; d < dimension; d++) {
                    wanted[d][i] += waves.component(d, j) * (c[count + j] * cos - c[j] * sin);
                }
            }
            assertEquals(cosine, out[j], 2 * n * term * (each + 2 * n * EPS));
            assertEquals(sine, out[count + j], 2 * n * term * (each + 2 * n * EPS));
        }
        for (int d = 0; d < dimension; d++) {
            assertArrayEquals(wanted[d], slopes[d], 2 * count * term * (each + 2 * count * EPS));
        }
    }

    /** Every whole number up to J is (2B + 1) a + b once; B is J/52 - ½ rounded, so that A ≤ J/(2B + 1) + 1 ≤ 26 (2B + 2)/(2B + 1) + 1. */
    @Test
    void factorsCoverTheLine() {
        for (int most = 1; most <= 700; most++) {
            WaveFactors factors = WaveFactors.of(lattice(1, most));
            int j = 0;
            for (int a = 0; a <= factors.outer(); a++) {
                for (int b = factors.first(a); b <= factors.inner() && j < most; b++) {
                    assertEquals(++j, factors.spacing() * a + b);
                }
            }
            assertEquals(most, j);
            int columns = factors.columns();
            assertTrue(factors.outer() <= 26 * (columns + 1) / columns + 1, "J = " + most);
            assertTrue(factors.inner() <= most / 52.0, "J = " + most);
        }
    }

    @Property(tries = 50)
    void rowsAreAddedInGroups(@ForAll @IntRange(min = 0, max = 23) int count, @ForAll int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 1 + random.nextInt(40);
        double[][] rows = points(random, count + 2, n);
        double[] s = points(random, 1, count + 3)[0];
        double[] got = new double[n];
        RowSum.add(s, 3, rows, 2, count, n - 1, got);
        for (int i = 0; i < n; i++) {
            double wanted = 0;
            for (int k = 0; k < count && i < n - 1; k++) {
                wanted += s[3 + k] * rows[2 + k][i];
            }
            assertEquals(wanted, got[i], 2 * (count + 1) * count * 6.25 * EPS);
        }
    }
}
