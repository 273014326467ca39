package org.dualflow.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.junit.jupiter.api.Test;

class PointsLawTest {

    private static final double[][] X = {{0.1, 0.9, 0.6, 0.6}, {0.4, 0.1, 0.9, 0.9}};
    private static final PointsLaw LAW = PointsLaw.of(new ParticleMeasure(X, new double[] {0.25, 0.5, 0, 0.25}));

    @Test
    void everyPointGoesToItsCell() {
        CellMeasure cells = LAW.onto(Mesh.uniform(Domain.cube(2, 0, 1, Boundary.NO_FLUX), 2, 4));
        assertArrayEquals(new double[] {0, 0.5}, cells.rows()[0]);
        assertArrayEquals(new double[] {0.25, 0}, cells.rows()[1]);
        assertArrayEquals(new double[] {0, 0}, cells.rows()[2]);
        assertArrayEquals(new double[] {0, 0.25}, cells.rows()[3]);
    }

    @Test
    void pointsOutsideTheMeshAreRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> LAW.onto(Mesh.uniform(Domain.cube(2, 0, 0.8, Boundary.NO_FLUX), 2)));
    }

    /** Binomial counts of 40000 draws: 5.5 standard deviations, false alarm below 1e-7 per point. */
    @Test
    void drawsHaveTheWeightsAsFrequencies() {
        int n = 40_000;
        ParticleMeasure drawn = LAW.sample(n, new SplittableRandom(3));
        int[] counts = new int[3];
        for (int i = 0; i < n; i++) {
            double x = drawn.x(0)[i];
            int k = x == 0.1 ? 0 : x == 0.9 ? 1 : 2;
            assertEquals(X[1][k], drawn.x(1)[i]);
            counts[k]++;
        }
        double[] p = {0.25, 0.5, 0.25};
        for (int k = 0; k < 3; k++) {
            assertEquals(n * p[k], counts[k], 5.5 * Math.sqrt(n * p[k] * (1 - p[k])));
        }
    }

    @Test
    void startsFromItsOwnPoints() {
        assertEquals(4, LAW.quantiles(17).size());
        assertEquals(1, LAW.quantiles(1).mass());
    }

    @Test
    void ruleOfAnAtomicLawIsExact() {
        ParticleMeasure rule = AtomicLaw.of(new double[] {3, 1, 3}, new double[] {0.25, 0.5, 0.25})
                .rule(1000);
        assertArrayEquals(new double[] {1, 3}, rule.x(0));
        assertArrayEquals(new double[] {0.5, 0.5}, rule.weights());
        assertEquals(7, new UniformLaw(0, 1).rule(7).size());
    }

    @Test
    void refusesWhatIsNoProbability() {
        assertThrows(
                IllegalArgumentException.class,
                () -> PointsLaw.of(new ParticleMeasure(X, new double[] {0.25, 0.5, 0, 0.2})));
        assertThrows(
                IllegalArgumentException.class,
                () -> PointsLaw.of(new ParticleMeasure(new double[][] {{Double.NaN}}, new double[] {1})));
    }
}
