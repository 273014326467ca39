package org.dualflow.validation.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.Test;

/** The fit on ladders whose order is known, without noise. */
class OrderFitTest {

    @Test
    void exactPowerLawsAreRecoveredOnUnequalRatios() {
        for (double p : new double[] {0.5, 0.75, 1, 2, 5}) {
            List<Level> ladder = new ArrayList<>();
            for (double h : new double[] {0.1, 0.07, 0.04, 0.011}) {
                ladder.add(new Level(h, 3 * FastMath.pow(h, p)));
            }
            OrderFit fit = OrderFit.of(ladder, 0);
            assertEquals(p, fit.order(), 1e-12);
            assertTrue(fit.halfWidth() < 1e-10);
            assertEquals(4, fit.window().size());
        }
    }

    @Test
    void theOrderOfTheLevelsDoesNotMatter() {
        List<Level> ladder = Ladders.of(5, 0.1, 2, h -> h * (1 + h));
        List<Level> shuffled = List.of(ladder.get(3), ladder.get(0), ladder.get(4), ladder.get(2), ladder.get(1));
        assertEquals(OrderFit.of(ladder, 0), OrderFit.of(shuffled, 0));
    }

    @Test
    void aJumpInTheCoarsestLevelIsDropped() {
        List<Level> ladder = Ladders.of(6, 0.1, 2, h -> h > 0.09 ? 10 * h * h : h * h * (1 + 0.01 * h));
        OrderFit fit = OrderFit.of(ladder, 0);
        assertEquals(5, fit.window().size());
        assertEquals(2, fit.order(), 0.01);
    }

    /** Relative corrections of up to 0.3 on the coarsest level: with more, three levels are not asymptotic. */
    @Test
    void theIntervalCoversTheLimitOfEverySmoothlyDriftingLadder() {
        int wide = 0;
        int all = 0;
        for (double p : new double[] {0.5, 1, 2, 5}) {
            for (double r : new double[] {0.5, 1, 2}) {
                for (double coarse : new double[] {-0.25, -0.1, 0.02, 0.1, 0.3}) {
                    double a = coarse / FastMath.pow(0.1, r);
                    for (int levels = 3; levels <= 7; levels++) {
                        for (double ratio : new double[] {1.5, 2, 4}) {
                            List<Level> ladder = Ladders.of(
                                    levels, 0.1, ratio, h -> FastMath.pow(h, p) * (1 + a * FastMath.pow(h, r)));
                            OrderFit fit = OrderFit.of(ladder, 0);
                            String what = p + " " + r + " " + a + " " + levels + " " + ratio;
                            assertTrue(fit.lower() <= p + 1e-9 && fit.upper() >= p - 1e-9, () -> what + ": " + fit);
                            all++;
                            wide += levels >= 5 && fit.halfWidth() > 0.2 ? 1 : 0;
                        }
                    }
                }
            }
        }
        assertTrue(wide < 0.05 * all, wide + " of " + all + " intervals are wider than 0.2");
    }

    @Test
    void theFloorIsEstimatedAndItsLevelsDropped() {
        double floor = 3e-13;
        List<Level> ladder = Ladders.of(8, 0.1, 2, h -> FastMath.pow(h, 4) + floor);
        OrderFit fit = OrderFit.of(ladder, 1e-11);
        OrderFit deep = OrderFit.of(Ladders.of(14, 0.1, 2, h -> FastMath.pow(h, 4) + floor), 1e-11);
        assertEquals(4, fit.order(), fit.halfWidth());
        assertEquals(4, deep.order(), deep.halfWidth());
        assertEquals(floor, deep.floor(), 0.5 * floor);
        assertTrue(deep.halfWidth() < 0.05, deep::toString);
    }

    @Test
    void aWrongLimitIsNoFloor() {
        List<Level> ladder = Ladders.of(8, 0.1, 2, h -> h * h + 1e-4);
        OrderFit fit = OrderFit.of(ladder, ConvergenceTable.ROUND_OFF);
        assertEquals(0, fit.floor());
        assertTrue(fit.upper() < 1.9, fit::toString);
    }

    @Test
    void allAtTheFloor() {
        OrderFit fit = OrderFit.of(List.of(new Level(1, 1e-15), new Level(0.5, 0), new Level(0.25, 3e-16)), 1e-13);
        assertTrue(fit.atFloor());
        assertFalse(fit.isUsable());
    }

    @Test
    void anExactZeroAmongErrorsIsDropped() {
        List<Level> ladder = new ArrayList<>(Ladders.of(4, 0.1, 2, h -> h));
        ladder.add(new Level(1e-3, 0));
        OrderFit fit = OrderFit.of(ladder, 1e-11);
        assertEquals(1, fit.order(), 1e-12);
        assertEquals(4, fit.window().size());
    }

    @Test
    void badLevelsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Level(0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Level(1, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new Level(1, 1, -1, 0));
        assertThrows(IllegalArgumentException.class, () -> OrderFit.of(List.of(new Level(1, 1), new Level(1, 2)), 0));
    }
}
