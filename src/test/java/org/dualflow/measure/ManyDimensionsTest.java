package org.dualflow.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.SplittableRandom;
import org.dualflow.mesh.Axis;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.junit.jupiter.api.Test;

/** Laws, starts and distances in more dimensions than a mesh has. */
class ManyDimensionsTest {

    private static final ProductLaw LAW = ProductLaw.of(
            new UniformLaw(0, 1), new NormalLaw(1, 2), new UniformLaw(-3, 1), new NormalLaw(0, 1), AtomicLaw.dirac(7));

    @Test
    void marginalsOfAStartAreStartsOfTheMarginals() {
        int n = 1001;
        ParticleMeasure start = LAW.quantiles(n);
        assertEquals(n, start.size());
        for (int d = 0; d < LAW.dimension(); d++) {
            double[] x = start.x(d).clone();
            Arrays.sort(x);
            assertArrayEquals(LAW.factors().get(d).quantiles(n).x(0), x);
        }
        assertEquals(1, start.mass(), 0x1p-53);
    }

    /** Discrepancy of the sequence is O(log^d n / n), so tensor products average out much faster than the random 1/√n. */
    @Test
    void coordinatesOfAStartAreNearlyIndependent() {
        for (int n : new int[] {1000, 4000, 16_000}) {
            double[][] x = EvenPoints.latin(5, n);
            for (int a = 0; a < 5; a++) {
                for (int b = 0; b < a; b++) {
                    double sum = 0;
                    for (int i = 0; i < n; i++) {
                        sum += (x[a][i] - 0.5) * (x[b][i] - 0.5);
                    }
                    // Independent points would give a standard deviation of 1/(12 √n).
                    assertTrue(Math.abs(sum / n) < 0.5 / (12 * Math.sqrt(n)), n + ": " + a + ", " + b);
                }
            }
        }
    }

    @Test
    void samplesHaveAllCoordinates() {
        ParticleMeasure sample = LAW.sample(100, new SplittableRandom(1));
        assertEquals(5, sample.dimension());
        assertEquals(7, sample.x(4)[99]);
    }

    @Test
    void slicedDistanceOfATranslation() {
        SlicedWasserstein distance = new SlicedWasserstein(2, 4000);
        ParticleMeasure a = LAW.quantiles(50);
        ParticleMeasure b = a.copy();
        double[] shift = {0.3, -0.1, 0.2, 0, 0.5};
        double square = 0;
        for (int d = 0; d < 5; d++) {
            square += shift[d] * shift[d];
            for (int i = 0; i < b.size(); i++) {
                b.x(d)[i] += shift[d];
            }
        }
        // Mean of ⟨shift, e⟩² over the sphere is |shift|²/d; for K independent directions its relative deviation would
        // be
        // √(2 (d-1)/(d+2)/K) = 0.017, and these are more even.
        assertEquals(Math.sqrt(square / 5), distance.between(a, b), 0.017 * Math.sqrt(square / 5));
        assertEquals(0, distance.between(a, a));
    }

    @Test
    void directionsAreUnitVectors() {
        for (int dimension : new int[] {4, 7, 16}) {
            for (int k : new int[] {1, 3, 100}) {
                for (double[] unit : new SlicedWasserstein(1, k).units(dimension)) {
                    assertEquals(1, Arrays.stream(unit).map(x -> x * x).sum(), 1e-14);
                }
            }
        }
    }

    @Test
    void meshesHaveUpToThreeDimensions() {
        Domain box = Domain.cube(4, 0, 1, Boundary.NO_FLUX);
        var failure = assertThrows(IllegalArgumentException.class, () -> Mesh.uniform(box, 4));
        assertEquals("mesh dimension = 4: 1 to 3 is allowed; more dimensions are for particles", failure.getMessage());
        Axis[] axes = Collections.nCopies(5, Axis.uniform(box.side(0), 4)).toArray(new Axis[0]);
        assertThrows(IllegalArgumentException.class, () -> Mesh.of(axes));
        assertThrows(IllegalArgumentException.class, () -> new BoxDensityLaw(x -> 1, box));
        assertThrows(IllegalArgumentException.class, () -> LAW.onto(Mesh.line(0, 1, 4)));
    }

    @Test
    void boxesHaveUpToSixteen() {
        assertEquals(16, Domain.cube(16, 0, 1, Boundary.CLIPPED).dimension());
        var failure = assertThrows(IllegalArgumentException.class, () -> Domain.cube(17, 0, 1, Boundary.CLIPPED));
        assertEquals("dimension = 17: 1 to 16 is allowed", failure.getMessage());
        assertThrows(
                IllegalArgumentException.class, () -> new ProductLaw(Collections.nCopies(17, new UniformLaw(0, 1))));
    }
}
