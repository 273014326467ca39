package org.dualflow.fv.implicit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dualflow.model.Storage;
import org.junit.jupiter.api.Test;

class StepBoundsTest {

    private static StepBounds bounds(Storage storage, double... ratios) {
        StepBounds bounds = new StepBounds(storage, 3);
        bounds.clear();
        bounds.include(ratios, 0, ratios.length);
        bounds.close();
        return bounds;
    }

    @Test
    void potentialsAreCutToThoseOfTheExtremes() {
        StepBounds bounds = bounds(Storage.EXPONENTIAL, 3, 0.5, 1);
        double least = Math.log(1.5);
        double greatest = Math.log(4);
        assertEquals(greatest, bounds.highest(), 1e-15);
        double[] inside = {least * (1 + 1e-12), 1, greatest * (1 - 1e-12)};
        double[] before = inside.clone();
        assertFalse(bounds.project(inside));
        assertArrayEquals(before, inside, 0);
        double[] above = {1, 2, 1};
        assertTrue(bounds.project(above));
        assertArrayEquals(new double[] {1, greatest, 1}, above, 1e-15);
        double[] below = {-1, 1, 1};
        assertTrue(bounds.project(below));
        assertArrayEquals(new double[] {least, 1, 1}, below, 1e-15);
    }

    /** |μ h(x) - τ c x + q| moves by μ |h(before) - h(after)| + τ c |before - after| at most. */
    @Test
    void aProjectionSaysHowFarItMoved() {
        StepBounds bounds = bounds(Storage.EXPONENTIAL, 3, 0.5, 1);
        double[] x = {-1, 2, 1};
        assertTrue(bounds.project(x));
        double[] r = new double[3];
        Storage.EXPONENTIAL.ratios(x, 0, 3, r);
        double[] mu = {2, 0.5, 1};
        double[] c = {3, 5, 7};
        double expected = 2 * (0.5 - Math.expm1(-1))
                + 0.1 * 3 * (Math.log(1.5) + 1)
                + 0.5 * (Math.expm1(2) - 3)
                + 0.1 * 5 * (2 - Math.log(4));
        assertEquals(expected, bounds.moved(mu, c, 0.1, x, r), 1e-13);
    }

    /** Cells without target count for no bound. */
    @Test
    void emptyCellsBoundNothing() {
        StepBounds bounds = new StepBounds(Storage.LINEAR, 4);
        bounds.clear();
        double[] r = {9, 9, 9, 9};
        bounds.ratios(new double[] {7, 1, 0, 3}, new double[] {1, 2, 0, 1}, 1, 4, r);
        assertArrayEquals(new double[] {9, 0.5, 0, 3}, r, 0);
        bounds.close();
        assertEquals(3, bounds.highest());
        double[] masses = new double[3];
        bounds.masses(new double[] {1, 2, 4}, new double[] {0.25, 2, 5}, masses);
        assertArrayEquals(new double[] {0.5, 4, 12}, masses, 0);
    }

    @Test
    void magnitudesAreWeighed() {
        assertEquals(0, CellLoops.dotMagnitudes(new double[0], new double[0]));
        assertEquals(6, CellLoops.dotMagnitudes(new double[] {2}, new double[] {-3}));
        assertEquals(6 + 4, CellLoops.dotMagnitudes(new double[] {2, 4}, new double[] {-3, 1}));
        assertEquals(6 + 4 + 35, CellLoops.dotMagnitudes(new double[] {2, 4, 5}, new double[] {-3, 1, -7}));
    }
}
