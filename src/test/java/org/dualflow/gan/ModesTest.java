package org.dualflow.gan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.dualflow.measure.ParticleMeasure;
import org.junit.jupiter.api.Test;

class ModesTest {

    private static final Modes THREE = Modes.at(new double[] {-1, 0}, new double[] {1, 0}, new double[] {0, 2});

    @Test
    void everyPointBelongsToTheNearestCentreTheFirstOfEquals() {
        ParticleMeasure law = new ParticleMeasure(
                new double[][] {{-5, 0, 0.1, 0, 0.2}, {0, 0, 0, 9, 1.9}}, new double[] {1, 2, 3, 4, 6});
        assertArrayEquals(new double[] {3 / 16.0, 3 / 16.0, 10 / 16.0}, THREE.shares(law));
    }

    @Test
    void coverageIsOneMinusTotalVariation() {
        double[] q = {0.5, 0.25, 0.25};
        assertEquals(1, Modes.coverage(q, q));
        assertEquals(0.25, Modes.coverage(new double[] {0, 1, 0}, q));
        assertEquals(0, Modes.coverage(new double[] {0, 1}, new double[] {1, 0}));
        double[] p = {0.25, 0.75, 0};
        assertEquals(1 - 0.5 * (0.25 + 0.5 + 0.25), Modes.coverage(p, q));
    }

    @Test
    void divergenceIsTheOrderParameterForModesOfOneSize() {
        double[] even = {0.25, 0.25, 0.25, 0.25};
        assertEquals(0, Modes.divergence(even, even));
        assertEquals(Math.log(4), Modes.divergence(new double[] {0, 0, 1, 0}, even), 1e-15);
        double[] p = {0.5, 0.125, 0.125, 0.25};
        double entropy = 0.5 * Math.log(0.5) + 0.25 * Math.log(0.125) + 0.25 * Math.log(0.25);
        assertEquals(Math.log(4) + entropy, Modes.divergence(p, even), 1e-15);
        assertEquals(Double.POSITIVE_INFINITY, Modes.divergence(new double[] {0.5, 0.5}, new double[] {1, 0}));
    }

    @Test
    void badCentres() {
        assertThrows(IllegalArgumentException.class, () -> Modes.at(new double[] {1}));
        assertThrows(IllegalArgumentException.class, () -> Modes.at(new double[] {1}, new double[] {1}));
        assertThrows(IllegalArgumentException.class, () -> Modes.at(new double[] {1}, new double[] {1, 2}));
        assertThrows(IllegalArgumentException.class, () -> Modes.at(new double[] {1}, new double[] {Double.NaN}));
    }
}
