package org.dualflow.validation.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.Test;

/** The fit on ladders of Monte-Carlo means: coverage of its interval, and of its ingredients at 95 %. */
class NoisyOrderTest {

    private static final int TRIALS = 2000;

    private static List<Level> ladder(Random random, double order, double noise, int levels, double understated) {
        List<Level> ladder = new ArrayList<>();
        for (int k = 0; k < levels; k++) {
            double h = FastMath.pow(0.5, k);
            double error = FastMath.pow(h, order);
            double deviation = noise * error;
            double seen = error + deviation * random.nextGaussian();
            ladder.add(new Level(h, seen, deviation / understated, 0));
        }
        return ladder;
    }

    /**
     * At a true coverage of 95 % the number of misses in 2000 trials has mean 100 and deviation 9.7; a window chosen at
     * 99 % may add one per cent of misses for each of the two levels that can be dropped. 100 + 40 + 5 · 9.7 = 189.
     */
    @Test
    void theLineCoversAtItsConfidence() {
        Random random = new Random(11);
        int misses = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            LogLadder logs = LogLadder.of(ladder(random, 1, 0.05, 5, 1));
            LogLine line = logs.line(0);
            misses += Math.abs(line.slope() - 1) > line.slopeInterval(0.95) ? 1 : 0;
        }
        assertTrue(misses < 189, misses + " misses");
        assertTrue(misses > 20, misses + " misses: the interval is far too wide");
    }

    /** Same bound; standard errors understated by 10 are recognised by χ² and the residuals used instead. */
    @Test
    void understatedStandardErrorsAreNotBelieved() {
        Random random = new Random(12);
        int misses = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            LogLine line = LogLadder.of(ladder(random, 1, 0.05, 6, 10)).line(0);
            misses += Math.abs(line.slope() - 1) > line.slopeInterval(0.95) ? 1 : 0;
        }
        assertTrue(misses < 189, misses + " misses");
    }

    /** The whole fit works at 1 - 10⁻⁶: no miss in 2000 trials, and an interval that is of use. */
    @Test
    void theFitCoversAtSixNines() {
        Random random = new Random(13);
        double widest = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            OrderFit fit = OrderFit.of(ladder(random, 0.5, 0.01, 6, 1), 0);
            assertEquals(0.5, fit.order(), fit.halfWidth());
            widest = Math.max(widest, fit.halfWidth());
        }
        assertTrue(widest < 0.1, "half-width " + widest);
    }

    @Test
    void levelsLostInNoiseAreDropped() {
        List<Level> ladder = new ArrayList<>(ladder(new Random(14), 1, 0.01, 4, 1));
        ladder.add(new Level(1e-3, 0.5, 0.4, 0));
        OrderFit fit = OrderFit.of(ladder, 0);
        assertEquals(4, fit.window().size());
        assertEquals(1, fit.order(), fit.halfWidth());
    }

    @Test
    void aSignificantDriftWidensTheInterval() {
        List<Level> ladder = new ArrayList<>();
        for (int k = 0; k < 5; k++) {
            double h = FastMath.pow(0.5, k);
            double error = h * (1 + 3 * h);
            ladder.add(new Level(h, error, 1e-4 * error, 0));
        }
        OrderFit fit = OrderFit.of(ladder, 0);
        assertEquals(1, fit.order(), fit.halfWidth());
        assertTrue(fit.halfWidth() > 0.05);
    }

    @Test
    void theConstantHasAnIntervalToo() {
        Random random = new Random(15);
        for (int trial = 0; trial < TRIALS; trial++) {
            OrderFit fit = OrderFit.of(ladder(random, 0.5, 0.01, 6, 1), 0);
            ConstantFit constant = fit.constant(0.5);
            assertEquals(1, constant.value(), constant.relative());
            assertTrue(constant.relative() < 0.1);
        }
    }
}
