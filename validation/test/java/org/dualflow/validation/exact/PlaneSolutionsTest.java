package org.dualflow.validation.exact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dualflow.measure.Law;
import org.dualflow.measure.ParticleMeasure;
import org.junit.jupiter.api.Test;

class PlaneSolutionsTest {

    @Test
    void rotationCarriesTheLawAndItsPoints() {
        ExactSolution rotation = PlaneSolutions.rotation(0.125);
        double t = 2;
        ParticleMeasure nodes = rotation.nodes(t, 1);
        Law law = rotation.at(t);
        ParticleMeasure quantiles = law.quantiles(36);
        for (int d = 0; d < 2; d++) {
            // Both lattices are symmetric about the mean.
            assertEquals(mean(quantiles, d), mean(nodes, d), 1e-14);
        }
        assertEquals(0.75 * Math.cos(t), mean(nodes, 0), 1e-14);
        assertEquals(0.75 * Math.sin(t), mean(nodes, 1), 1e-14);
        assertThrows(IllegalArgumentException.class, () -> PlaneSolutions.rotation(0.5));
    }

    @Test
    void swirlReturns() {
        ExactSolution swirl = PlaneSolutions.swirl(1.5);
        ParticleMeasure start = swirl.nodes(0, 1);
        ParticleMeasure back = swirl.nodes(1.5, 1);
        ParticleMeasure far = swirl.nodes(0.75, 1);
        assertArrayEquals(start.x(0), back.x(0), 1e-12);
        assertArrayEquals(start.x(1), back.x(1), 1e-12);
        assertTrue(Math.abs(far.x(0)[0] - start.x(0)[0]) > 0.05);
        assertTrue(swirl.isKnownAt(1.5));
        assertFalse(swirl.isKnownAt(0.75));
        assertThrows(IllegalArgumentException.class, () -> swirl.at(0.75));
    }

    private static double mean(ParticleMeasure measure, int d) {
        double sum = 0;
        for (int i = 0; i < measure.size(); i++) {
            sum += measure.weights()[i] * measure.x(d)[i];
        }
        return sum;
    }
}
