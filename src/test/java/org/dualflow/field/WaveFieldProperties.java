package org.dualflow.field;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.junit.jupiter.api.Test;

class WaveFieldProperties {

    private static final double EPS = 0x1p-53;

    private static double[] random(SplittableRandom random, int n) {
        double[] out = new double[n];
        for (int i = 0; i < n; i++) {
            out[i] = random.nextDouble(-1, 1);
        }
        return out;
    }

    private static Domain box(int dimension) {
        return Domain.cube(dimension, -1.5, 2.5, Boundary.PERIODIC);
    }

    private static Mesh mesh(int dimension) {
        int[] cells = {9, 12, 7};
        return Mesh.uniform(box(dimension), java.util.Arrays.copyOf(cells, dimension));
    }

    private static Waves waves(int dimension) {
        int[] largest = {4, 3, 2};
        return Waves.lattice(
                new SpectralKernel(SpectralKernel.Shape.GAUSSIAN, 0.7),
                box(dimension),
                java.util.Arrays.copyOf(largest, dimension));
    }

    private static CellMeasure cells(Mesh mesh, SplittableRandom random) {
        double[][] rows = mesh.newRows();
        for (double[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                row[i] = random.nextDouble();
            }
        }
        return new CellMeasure(mesh, rows);
    }

    private static double phase(Waves waves, int j, double[][] x, int i) {
        double phase = 0;
        for (int d = 0; d < x.length; d++) {
            phase += waves.component(d, j) * (x[d][i] + 1.5);
        }
        return phase;
    }

    /** Everything by its definition, with Math.cos and Math.sin. */
    @Property(tries = 60)
    void transformsAndSumsAreTheSumsByDefinition(@ForAll @IntRange(min = 1, max = 3) int dimension, @ForAll int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Waves waves = waves(dimension);
        CellMeasure cells = cells(mesh(dimension), random);
        int count = waves.size();
        double[] c = random(random, 2 * count);
        WaveField fast = new WaveField(waves);
        fast.freeze(cells, c);
        ParticleMeasure points = fast.frozen();
        WaveField slow = new WaveField(waves);
        slow.freeze(points, c);
        int n = points.size();
        double[][] x = new double[dimension][];
        double[][] v = new double[dimension][];
        double[] u = random(random, n);
        for (int d = 0; d < dimension; d++) {
            x[d] = points.x(d);
            v[d] = random(random, n);
        }
        double[] fastSums = new double[2 * count];
        double[] slowSums = new double[2 * count];
        fast.project(u, v, fastSums);
        slow.project(u, v, slowSums);
        // |k| < 8 per axis, J < 800 waves, n < 800 points: phases err by 30 ε, sums by at most 100 ε of 8 · 3 · J or n
        double tolerance = 200 * EPS * 24 * 800;
        for (int d = 0; d < dimension; d++) {
            double[] exact = new double[n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < count; j++) {
                    double phase = phase(waves, j, x, i);
                    exact[i] += waves.component(d, j) * (c[count + j] * Math.cos(phase) - c[j] * Math.sin(phase));
                }
            }
            assertArrayEquals(exact, fast.gradient()[d], tolerance);
            assertArrayEquals(exact, slow.gradient()[d], tolerance);
        }
        for (int j = 0; j < count; j++) {
            double cosine = 0;
            double sine = 0;
            for (int i = 0; i < n; i++) {
                double phase = phase(waves, j, x, i);
                double along = 0;
                for (int d = 0; d < dimension; d++) {
                    along += waves.component(d, j) * v[d][i];
                }
                cosine += u[i] * Math.cos(phase) + along * Math.sin(phase);
                sine += u[i] * Math.sin(phase) - along * Math.cos(phase);
            }
            assertEquals(cosine, fastSums[j], tolerance);
            assertEquals(sine, fastSums[count + j], tolerance);
            assertEquals(cosine, slowSums[j], tolerance);
            assertEquals(sine, slowSums[count + j], tolerance);
        }
    }

    @Property(tries = 30)
    void facesAndPlacesBetweenAreServed(@ForAll @IntRange(min = 1, max = 3) int dimension, @ForAll int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Waves waves = waves(dimension);
        Mesh mesh = mesh(dimension);
        double[] c = random(random, 2 * waves.size());
        WaveField fast = new WaveField(waves);
        fast.freeze(cells(mesh, random), c);
        WaveField slow = new WaveField(waves);
        slow.freeze(new ParticleMeasure(new double[dimension][1], new double[] {1}), c);
        for (int d = 0; d < dimension; d++) {
            double[][] faces = new double[dimension][];
            double[][] others = new double[dimension][];
            for (int e = 0; e < dimension; e++) {
                int n = mesh.cells(d) + 1;
                faces[e] = new double[n];
                java.util.Arrays.fill(faces[e], mesh.axis(e).point(1));
                others[e] = random(random, n);
            }
            faces[d] = mesh.axis(d).faces();
            for (double[][] x : java.util.List.of(faces, others)) {
                double[] got = new double[x[0].length];
                double[] wanted = new double[x[0].length];
                fast.fill(d, x, got.length, got);
                slow.fill(d, x, got.length, wanted);
                assertArrayEquals(wanted, got, 200 * EPS * 24 * 800);
            }
        }
    }

    /** Within 14u, and 2u of the angle that this test rounds. */
    @Property
    void sinesAndCosinesAreExactToRounding(@ForAll int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 100;
        double[] turns = new double[n];
        for (int i = 0; i < n; i++) {
            turns[i] = random.nextDouble(-40, 40);
        }
        double[] kept = turns.clone();
        double[] cos = new double[n];
        double[] sin = new double[n];
        SineCosine.fill(turns, n, cos, sin);
        for (int i = 0; i < n; i++) {
            double angle = 2 * Math.PI * (kept[i] - Math.rint(kept[i]));
            assertEquals(Math.cos(angle), cos[i], 16 * EPS);
            assertEquals(Math.sin(angle), sin[i], 16 * EPS);
        }
    }

    /** The waves of a box add up to the kernel and its images, up to what lies beyond the largest wave. */
    @Test
    void wavesAddUpToTheKernel() {
        double length = 9;
        for (SpectralKernel.Shape shape : SpectralKernel.Shape.values()) {
            SpectralKernel kernel = new SpectralKernel(shape, 0.8);
            Domain line = Domain.line(0, length, Boundary.PERIODIC);
            Waves waves = Waves.lattice(kernel, line, 4000);
            double constant = kernel.spectrum(1, 0) / length;
            // ∫ beyond k = 2π 4000/9 = 2800 of K̂/π = (2/π)/(0.8 k²) for Laplace: 2.9e-4, the others far less
            double beyond = shape == SpectralKernel.Shape.LAPLACE ? 3e-4 : 1e-9;
            for (double x : new double[] {0, 0.3, 1.7, 4.5}) {
                double images = 0;
                for (int m = -40; m <= 40; m++) {
                    images += kernel.value(Math.abs(x + m * length));
                }
                assertEquals(images, constant + waves.kernel(x), beyond, shape + " at " + x);
            }
        }
    }

    @Test
    void wavesOfThePlaneAddUpToTheKernel() {
        SpectralKernel kernel = new SpectralKernel(SpectralKernel.Shape.MATERN_5_2, 1);
        Domain box = Domain.cube(2, 0, 12, Boundary.PERIODIC);
        Waves waves = Waves.lattice(kernel, box, 60, 60);
        double constant = kernel.spectrum(2, 0) / 144;
        // Student's law with 5 degrees of freedom beyond 31: P = (1 + 31²/5)^{-5/2} = 2e-6 of the height in the plane
        for (double[] x : new double[][] {{0, 0}, {0.5, 0.2}, {-1, 2}}) {
            double images = 0;
            for (int m = -2; m <= 2; m++) {
                for (int l = -2; l <= 2; l++) {
                    images += kernel.value(Math.hypot(x[0] + 12 * m, x[1] + 12 * l));
                }
            }
            assertEquals(images, constant + waves.kernel(x), 4e-6);
        }
        // -∂²K(0) = ν/((ν - 1)ℓ²) = 5/3, less ½ E[|k|²; |k| > 31.4] = ½ ∫ r² 5^{7/2} r^{-6} dr = 46.6/31.4³ at most
        assertEquals(5.0 / 3, waves.curvature(), 1.6e-3);
        assertEquals(waves.curvature(), waves.curvature(1, 0, 0), 1e-12);
    }

    @Test
    void randomWavesMeetTheKernelInTheMean() {
        int count = 40_000;
        for (SpectralKernel.Shape shape : SpectralKernel.Shape.values()) {
            SpectralKernel kernel = new SpectralKernel(shape, 2);
            Waves waves = Waves.random(kernel, 5, count, 7);
            double[] x = {0.3, -1, 0.5, 0.2, 0.8};
            double r = 0;
            for (double one : x) {
                r += one * one;
            }
            // cosines have variance below 1/2: six standard deviations
            assertEquals(kernel.value(Math.sqrt(r)), waves.kernel(x), 6 * Math.sqrt(0.5 / count), shape.label());
        }
    }

    @Test
    void badInputIsRefused() {
        SpectralKernel kernel = new SpectralKernel(SpectralKernel.Shape.GAUSSIAN, 0.1);
        Domain line = Domain.line(-4, 4, Boundary.PERIODIC);
        Waves waves = Waves.lattice(kernel, line);
        // 6/ℓ = 60 = 2π m/8 for m = 76.4
        assertEquals(77, waves.size());
        String message = assertThrows(IllegalArgumentException.class, () -> waves.require(Mesh.uniform(line, 154)))
                .getMessage();
        assertTrue(String.valueOf(message).contains("at least 155 equal cells"), message);
        waves.require(Mesh.uniform(line, 155));
        assertThrows(IllegalArgumentException.class, () -> Waves.lattice(kernel, Domain.line(0, 1, Boundary.NO_FLUX)));
        assertThrows(IllegalArgumentException.class, () -> Waves.lattice(kernel, line, 0));
        assertThrows(IllegalArgumentException.class, () -> Waves.lattice(kernel, line, 1 << 17));
        assertThrows(IllegalArgumentException.class, () -> new SpectralKernel(SpectralKernel.Shape.GAUSSIAN, 0));
        assertThrows(IllegalArgumentException.class, () -> Waves.random(kernel, 2, 3, 1)
                .require(Mesh.uniform(line, 5)));
    }
}
