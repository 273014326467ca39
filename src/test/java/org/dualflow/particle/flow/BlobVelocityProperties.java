package org.dualflow.particle.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.dualflow.field.GaussianSum;
import org.dualflow.measure.NormalMixture;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.junit.jupiter.api.Test;

class BlobVelocityProperties {

    private static final int N = 14;

    private static Domain box(int dimension, boolean turned) {
        return Domain.cube(dimension, -2, 2, turned ? Boundary.PERIODIC : Boundary.NO_FLUX);
    }

    private static NormalMixture data(int dimension, double shift) {
        double[] mean = new double[dimension];
        Arrays.fill(mean, 0.3 + shift);
        return NormalMixture.normal(0.8, mean);
    }

    private static BlobVelocity blobs(int dimension, boolean turned) {
        return new BlobVelocity(box(dimension, turned), data(dimension, 0), 0.4, GaussianSum.Summation.DIRECT);
    }

    private static double[][] points(long seed, int dimension, double reach) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] x = new double[dimension][N];
        for (double[] coordinate : x) {
            Arrays.setAll(coordinate, i -> random.nextDouble(-reach, reach));
        }
        return x;
    }

    private static double[] weights(long seed) {
        SplittableRandom random = new SplittableRandom(seed + 1);
        double[] w = new double[N];
        Arrays.setAll(w, i -> random.nextDouble(0.1, 1) / N);
        return w;
    }

    private static double[][] velocity(BlobVelocity blobs, double[][] x, double[] w) {
        double[][] v = new double[x.length][w.length];
        blobs.fill(x, w, w.length, v);
        return v;
    }

    /** The greatest rate over waves and ratios, g' and g'' by differences of g itself, is within the bound and near it. */
    @Test
    void stiffnessBoundsEveryMode() {
        double width = 0.3;
        double stiffness = new BlobVelocity(box(1, true), data(1, 0), width).stiffness();
        double greatest = 0;
        for (double r = 1e-3; r < 1e3; r *= 1.5) {
            double h = 1e-3 * r;
            double first = (g(r + h) - g(r - h)) / (2 * h);
            double second = (g(r + h) - 2 * g(r) + g(r - h)) / (h * h);
            for (double q = 0.01; q < 10; q += 0.01) {
                double blob = Math.exp(-q);
                double rate = 2 * q / (width * width) * (2 * r * first * blob + r * r * second * blob * blob);
                greatest = Math.max(greatest, rate);
            }
        }
        // Differences err by h² in relative terms, 1e-6, and the least r by O(r), 1e-3.
        assertTrue(greatest <= stiffness * (1 + 1e-5));
        assertTrue(greatest >= stiffness * (1 - 2e-3), "greatest " + greatest);
    }

    private static double g(double r) {
        return 0.5 * (Math.log(2 * r / (1 + r)) - Math.log1p(r) / r);
    }

    /**
     * The slope of E along the velocity is -Σ w |v|², up to O(h²) of a central difference, with images at walls and
     * across the ends of a torus.
     */
    @Property(tries = 60)
    void velocityIsSteepestDescent(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int dimension, @ForAll boolean turned) {
        double[][] x = points(seed, dimension, 1.99);
        double[] w = weights(seed);
        BlobVelocity blobs = blobs(dimension, turned);
        double[][] v = velocity(blobs, x, w);
        double expected = 0;
        double[][] ahead = new double[dimension][N];
        double[][] behind = new double[dimension][N];
        double h = 1e-5;
        for (int d = 0; d < dimension; d++) {
            for (int i = 0; i < N; i++) {
                expected -= w[i] * v[d][i] * v[d][i];
                ahead[d][i] = x[d][i] + h * v[d][i];
                behind[d][i] = x[d][i] - h * v[d][i];
            }
        }
        double slope = (blobs.energy(ahead, w, N) - blobs.energy(behind, w, N)) / (2 * h);
        assertEquals(expected, slope, 1e-5 * Math.max(1e-3, Math.abs(expected)) + 1e-9);
    }

    @Property(tries = 40)
    void permutedParticlesMovePermuted(@ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int dimension) {
        double[][] x = points(seed, dimension, 1.99);
        double[] w = weights(seed);
        double[][] mixed = new double[dimension][N];
        double[] mixedWeights = new double[N];
        for (int i = 0; i < N; i++) {
            int at = (5 * i + 3) % N;
            mixedWeights[at] = w[i];
            for (int d = 0; d < dimension; d++) {
                mixed[d][at] = x[d][i];
            }
        }
        double[][] v = velocity(blobs(dimension, false), x, w);
        double[][] moved = velocity(blobs(dimension, false), mixed, mixedWeights);
        for (int d = 0; d < dimension; d++) {
            for (int i = 0; i < N; i++) {
                assertEquals(v[d][i], moved[d][(5 * i + 3) % N], 1e-11);
            }
        }
    }

    @Property(tries = 40)
    void splitParticlesMoveAlike(@ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int dimension) {
        double[][] x = points(seed, dimension, 1.99);
        double[] w = weights(seed);
        double[][] twice = new double[dimension][2 * N];
        double[] half = new double[2 * N];
        for (int i = 0; i < 2 * N; i++) {
            half[i] = 0.5 * w[i / 2];
            for (int d = 0; d < dimension; d++) {
                twice[d][i] = x[d][i / 2];
            }
        }
        double[][] v = velocity(blobs(dimension, true), x, w);
        double[][] split = velocity(blobs(dimension, true), twice, half);
        for (int d = 0; d < dimension; d++) {
            for (int i = 0; i < 2 * N; i++) {
                assertEquals(v[d][i / 2], split[d][i], 1e-11);
            }
        }
    }

    /** In the middle of a wide box: a shift of everything shifts nothing else, and mirrored particles move mirrored. */
    @Property(tries = 40)
    void shiftedAndMirroredParticlesMoveAlike(@ForAll long seed, @ForAll @DoubleRange(min = -1, max = 1) double shift) {
        Domain wide = Domain.cube(2, -20, 20, Boundary.NO_FLUX);
        double[][] x = points(seed, 2, 1);
        double[] w = weights(seed);
        double[][] v = velocity(new BlobVelocity(wide, data(2, 0), 0.4), x, w);
        double[][] shifted = new double[2][N];
        double[][] mirrored = new double[2][N];
        for (int d = 0; d < 2; d++) {
            for (int i = 0; i < N; i++) {
                shifted[d][i] = x[d][i] + shift;
                mirrored[d][i] = -x[d][i];
            }
        }
        double[][] a = velocity(new BlobVelocity(wide, data(2, shift), 0.4), shifted, w);
        double[][] b = velocity(new BlobVelocity(wide, NormalMixture.normal(0.8, -0.3, -0.3), 0.4), mirrored, w);
        for (int d = 0; d < 2; d++) {
            for (int i = 0; i < N; i++) {
                assertEquals(v[d][i], a[d][i], 1e-10);
                assertEquals(v[d][i], -b[d][i], 1e-10);
            }
        }
    }

    @Test
    void fastAndDirectSumsGiveOneVelocity() {
        SplittableRandom random = new SplittableRandom(7);
        double[][] x = new double[2][1500];
        double[] w = new double[1500];
        for (int i = 0; i < w.length; i++) {
            x[0][i] = random.nextDouble(-2, 2);
            x[1][i] = random.nextDouble(-2, 2);
            w[i] = 1.0 / w.length;
        }
        double[][] fast = velocity(new BlobVelocity(box(2, false), data(2, 0), 0.2, GaussianSum.Summation.FAST), x, w);
        double[][] direct =
                velocity(new BlobVelocity(box(2, false), data(2, 0), 0.2, GaussianSum.Summation.DIRECT), x, w);
        for (int c = 0; c < 2; c++) {
            double[] bound = largestDifference(x, w, c);
            for (int i = 0; i < w.length; i++) {
                assertEquals(direct[c][i], fast[c][i], bound[i]);
            }
        }
    }

    /**
     * How far velocities may differ if sums are off by τ = 1e-10 of the mass M of all sources with their images, and moments by
     * τ ε M. Then u is off by a share ρ = h τ M/u, h the height of a blob. The share s = ½ (d/u) log(1 + u/d) is at most ½ and off by at
     * most ρ s, ∇log u by ρ (1/ε + |∇log u|), and the weights w s/u of the second sum, at most M/(2 min u) together, by
     * 2ρ of themselves; that sum itself by τ ε of them. One percent more for the squares of ρ &lt; 1e-5.
     */
    private static double[] largestDifference(double[][] x, double[] w, int c) {
        double width = 0.2;
        double height = 1 / (2 * Math.PI * width * width);
        int n = w.length;
        double mass = 0;
        for (int j = 0; j < n; j++) {
            mass += w[j] * imagesInReach(x[0][j], width) * imagesInReach(x[1][j], width);
        }
        double[] u = new double[n];
        double[] slope = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double other = blob(x[1 - c][i], x[1 - c][j], width, 0);
                u[i] += height * w[j] * blob(x[c][i], x[c][j], width, 0) * other;
                slope[i] += height * w[j] * blob(x[c][i], x[c][j], width, 1) * other / (width * width);
            }
        }
        double least = Arrays.stream(u).min().orElseThrow();
        double[] score = new double[n];
        data(2, 0).fillScore(c, x, n, score);
        double[] bound = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double pair = blob(x[c][i], x[c][j], width, 1) * blob(x[1 - c][i], x[1 - c][j], width, 0);
                bound[i] += height / (width * width) * 2 * (height * 1e-10 * mass / u[j]) * w[j] / (2 * u[j]) * pair;
            }
            double share = height * 1e-10 * mass / u[i];
            double own = slope[i] / u[i];
            bound[i] += 0.5 * share * (own + Math.abs(score[i]) + 1 / width + own);
            bound[i] += height / width * 1e-10 * mass / (2 * least);
            bound[i] *= 1.01;
            assertTrue(share < 1e-5);
        }
        return bound;
    }

    /** Σ |x - y|^power exp(-|x - y|²/(2ε²)) over y and its mirror images in the walls at ±2. */
    private static double blob(double x, double y, double width, int power) {
        double sum = 0;
        for (double image : new double[] {y, 4 - y, -4 - y}) {
            double s = Math.abs(x - image);
            sum += (power == 0 ? 1 : s) * Math.exp(-s * s / (2 * width * width));
        }
        return sum;
    }

    /** y and its images in the walls at ±2 that may count: nearer to a wall than 9.1 widths. */
    private static int imagesInReach(double y, double width) {
        return 1 + (2 - y < 9.1 * width ? 1 : 0) + (2 + y < 9.1 * width ? 1 : 0);
    }

    @Test
    void farFromTheDataNothingMovesAndNothingOverflows() {
        Domain line = Domain.line(-1000, 1000, Boundary.NO_FLUX);
        double[][] v = velocity(
                new BlobVelocity(line, NormalMixture.normal(1, 0), 0.5),
                new double[][] {{500, 501, 502}},
                new double[] {0.3, 0.3, 0.4});
        for (double value : v[0]) {
            assertTrue(value == 0);
        }
    }

    @Test
    void badInputIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new BlobVelocity(box(1, true), data(1, 0), 0));
        assertThrows(IllegalArgumentException.class, () -> new BlobVelocity(box(1, true), data(1, 0), 1));
        assertThrows(IllegalArgumentException.class, () -> new BlobVelocity(box(1, true), data(2, 0), 0.1));
        assertThrows(IllegalArgumentException.class, () -> Bandwidth.fixed(-1));
        assertThrows(IllegalArgumentException.class, () -> new Bandwidth(1, Double.NaN));
    }
}
