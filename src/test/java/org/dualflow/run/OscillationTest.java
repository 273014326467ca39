package org.dualflow.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class OscillationTest {

    private static Oscillation of(double step, double end) {
        Oscillation oscillation = new Oscillation();
        for (int i = 0; i * step <= end; i++) {
            oscillation.add(i * step, 0.7 * StrictMath.sin(2 * i * step - 1));
        }
        return oscillation;
    }

    /**
     * Zero on a cubic through four points of spacing h about it: error at most max|y''''| (9/16) h⁴ / 4! / |y'| each,
     * here (2 h)⁴ (9/16) / 24 / 2 in time; two zeros enter. Extremum on a parabola: |y'''| h³ /(9√3) at most.
     */
    @Test
    void findsPeriodAndAmplitudeOfASine() {
        for (double h : new double[] {0.1, 0.05, 0.01}) {
            Oscillation oscillation = of(h, 12);
            assertEquals(
                    Math.PI, oscillation.period().orElseThrow(), 2 * 16 * Math.pow(h, 4) * 9 / 16 / 24 / 2 + 1e-13);
            assertEquals(0.7, oscillation.amplitude().orElseThrow(), 0.7 * 8 * Math.pow(h, 3) / (9 * Math.sqrt(3)));
        }
    }

    @Test
    void waitsForTwoFullCycles() {
        double secondCycleEnds = 0.5 + 2 * Math.PI;
        assertTrue(of(0.01, secondCycleEnds - 0.05).period().isEmpty());
        assertTrue(of(0.01, secondCycleEnds + 0.05).period().isPresent());
    }

    @Test
    void seesNoOscillationInDecay() {
        Oscillation oscillation = new Oscillation();
        for (int i = 0; i < 1000; i++) {
            oscillation.add(0.1 * i, StrictMath.exp(-0.1 * i));
        }
        assertTrue(oscillation.period().isEmpty());
        assertTrue(oscillation.amplitude().isEmpty());
    }
}
