package org.dualflow.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.junit.jupiter.api.Test;

class NormalMixtureTest {

    /** Weights ¼, ¾, 0; the third would be the nearest component of the last point. */
    private static final NormalMixture PLANE = new NormalMixture(
            new double[] {0.25, 0.75, 0},
            new double[][] {{-1, 2, 40}, {0.5, -0.5, 40}},
            new double[][] {{0.5, 2, 1}, {1.5, 0.25, 1}});

    private static final double[][] POINTS = {{-1, 0.3, 2, 40}, {0.5, -0.2, -1, 40}};

    private static double normal(double x, double mean, double sd) {
        double z = (x - mean) / sd;
        return Math.exp(-0.5 * z * z) / (sd * Math.sqrt(2 * Math.PI));
    }

    @Test
    void densityIsTheWeightedSumOfProducts() {
        double[] found = {7, 7, 7};
        PLANE.fillDensity(POINTS, 3, found);
        for (int i = 0; i < 3; i++) {
            double x = POINTS[0][i];
            double y = POINTS[1][i];
            double exact =
                    0.25 * normal(x, -1, 0.5) * normal(y, 0.5, 1.5) + 0.75 * normal(x, 2, 2) * normal(y, -0.5, 0.25);
            assertEquals(exact, found[i], 1e-14 * exact);
        }
    }

    /** ∂ log u = Σ w φ (μ - x)/s² / Σ w φ; beyond 160 deviations one component alone is left, and nothing underflows. */
    @Test
    void scoreIsTheSlopeOfTheLogarithm() {
        double[] along = new double[4];
        double[] across = new double[4];
        PLANE.fillScore(0, POINTS, 4, along);
        PLANE.fillScore(1, POINTS, 4, across);
        for (int i = 0; i < 3; i++) {
            double x = POINTS[0][i];
            double y = POINTS[1][i];
            double a = 0.25 * normal(x, -1, 0.5) * normal(y, 0.5, 1.5);
            double b = 0.75 * normal(x, 2, 2) * normal(y, -0.5, 0.25);
            assertEquals((a * (-1 - x) / 0.25 + b * (2 - x) / 4) / (a + b), along[i], 1e-13);
            assertEquals((a * (0.5 - y) / 2.25 + b * (-0.5 - y) / 0.0625) / (a + b), across[i], 1e-12);
        }
        assertEquals((-1 - 40) / 0.25, along[3], 1e-12);
        assertEquals((0.5 - 40) / 2.25, across[3], 1e-12);
    }

    /** Cells of a mesh that holds all but 10⁻¹⁵ of the mass: products of differences of the distribution function. */
    @Test
    void cellsOfOneNormalLaw() {
        NormalMixture law = NormalMixture.normal(0.5, 0.25, -0.5);
        assertEquals(1, law.size());
        assertEquals(2, law.dimension());
        CellMeasure cells = law.onto(Mesh.uniform(Domain.cube(2, -5, 5, Boundary.NO_FLUX), 10));
        NormalLaw x = new NormalLaw(0.25, 0.5);
        NormalLaw y = new NormalLaw(-0.5, 0.5);
        assertEquals((x.cdf(1) - x.cdf(0)) * (y.cdf(0) - y.cdf(-1)), cells.rows()[4][5], 1e-15);
        assertEquals(1, cells.mass(), 1e-14);
    }

    @Test
    void aLineLawIsTheSameOnTheLine() {
        NormalMixture two =
                new NormalMixture(new double[] {0.5, 0.5}, new double[][] {{-1, 1}}, new double[][] {{1, 2}});
        NormalLaw left = new NormalLaw(-1, 1);
        NormalLaw right = new NormalLaw(1, 2);
        assertEquals(0.5 * left.cdf(0.3) + 0.5 * right.cdf(0.3), two.line().cdf(0.3), 1e-15);
        assertEquals(left.cdf(0.3), NormalMixture.normal(1, -1).line().cdf(0.3));
        assertEquals(
                "dimension = 2: 1 is allowed",
                assertThrows(IllegalStateException.class, PLANE::line).getMessage());
    }

    /** Means of the components 2 ± 5 deviations of the mean of a sample. */
    @Test
    void samplesAndQuantilesHaveTheMean() {
        int n = 10_000;
        double mean = 0.25 * -1 + 0.75 * 2;
        double variance = 0.25 * 0.25 + 0.75 * 4 + 0.25 * 0.75 * 9;
        ParticleMeasure sample = PLANE.sample(n, new SplittableRandom(3));
        double found = 0;
        for (double x : sample.x(0)) {
            found += x / n;
        }
        assertEquals(mean, found, 5 * Math.sqrt(variance / n));
        ParticleMeasure quantiles = NormalMixture.normal(2, 1).quantiles(5);
        assertArrayEquals(
                new double[] {new NormalLaw(1, 2).quantile(0.1), 1, new NormalLaw(1, 2).quantile(0.9)},
                new double[] {quantiles.x(0)[0], quantiles.x(0)[2], quantiles.x(0)[4]},
                1e-14);
    }

    @Test
    void smoothedSamplesAreComponents() {
        ParticleMeasure samples =
                new ParticleMeasure(new double[][] {{0, 1, 3}, {2, 0, 1}}, new double[] {0.5, 0.25, 0.25});
        NormalMixture smooth = NormalMixture.smoothed(samples, 0.5, 2);
        assertEquals(3, smooth.size());
        double[] density = new double[1];
        smooth.fillDensity(new double[][] {{0.5}, {1}}, 1, density);
        double exact = 0.5 * normal(0.5, 0, 0.5) * normal(1, 2, 2)
                + 0.25 * normal(0.5, 1, 0.5) * normal(1, 0, 2)
                + 0.25 * normal(0.5, 3, 0.5) * normal(1, 1, 2);
        assertEquals(exact, density[0], 1e-15);
    }

    /** Weights ¼, ¾ at 0 and 4 in x, at 2 and 2 in y: mean 3, variance 3; nothing to smooth across. */
    @Test
    void bandwidthsWeighTheSamples() {
        ParticleMeasure samples = new ParticleMeasure(new double[][] {{0, 4}, {2, 2}}, new double[] {0.25, 0.75});
        double factor = Math.pow(2, -1.0 / 6);
        assertArrayEquals(new double[] {factor * Math.sqrt(3), 0}, NormalMixture.scottBandwidth(samples), 1e-14);
        // In the plane (4/4)^(1/6) = 1: Silverman's rule is Scott's.
        assertArrayEquals(NormalMixture.scottBandwidth(samples), NormalMixture.silvermanBandwidth(samples));
    }

    @Test
    void wrongShapesAreRefused() {
        double[] one = {1};
        refused("means, sds: 0, 0 coordinates", one, new double[0][], new double[0][]);
        refused("means, sds: 1, 2 coordinates", one, new double[1][1], new double[2][1]);
        int many = Domain.MAX_DIMENSION + 1;
        refused("means, sds: " + many + ", " + many + " coordinates", one, new double[many][1], new double[many][1]);
        refused("means[0]: 2 numbers", one, new double[1][2], new double[][] {{1}});
        refused("sds[0]: 2 numbers", one, new double[1][1], new double[][] {{1, 1}});
        refused("weights", new double[] {0.5, 0.4}, new double[1][2], new double[][] {{1, 1}});
        assertThrows(IllegalArgumentException.class, () -> NormalMixture.normal(0, 1));
        assertThrows(IllegalArgumentException.class, () -> NormalMixture.normal(1, Double.NaN));
        ParticleMeasure sample = new ParticleMeasure(new double[][] {{0}, {0}}, one);
        assertThrows(IllegalArgumentException.class, () -> NormalMixture.smoothed(sample, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> NormalMixture.smoothed(sample, Double.POSITIVE_INFINITY, 1));
    }

    private static void refused(String begin, double[] weights, double[][] means, double[][] sds) {
        String message = String.valueOf(
                assertThrows(IllegalArgumentException.class, () -> new NormalMixture(weights, means, sds))
                        .getMessage());
        assertEquals(begin, message.substring(0, Math.min(begin.length(), message.length())));
    }
}
