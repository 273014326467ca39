package org.dualflow.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.Test;

class DampedOscillationTest {

    @Test
    void findsTheEquationBelowAtAndAboveCriticalDamping() {
        double h = 0.3;
        double[] below = new double[30];
        double[] at = new double[30];
        double[] above = new double[30];
        for (int i = 0; i < below.length; i++) {
            double t = i * h;
            below[i] = FastMath.exp(-0.2 * t) * FastMath.cos(1.5 * t + 0.4);
            at[i] = FastMath.exp(-0.7 * t) * (1 + 0.3 * t);
            above[i] = 2 * FastMath.exp(-0.3 * t) - FastMath.exp(-1.1 * t);
        }
        // (a + ib)(a - ib) and sums of roots: γ = 0.4, ω² = 0.04 + 2.25; 1.4, 0.49; 1.4, 0.33
        assertEquals(0.4, DampedOscillation.of(h, below).damping(), 1e-12);
        assertEquals(2.29, DampedOscillation.of(h, below).stiffness(), 1e-12);
        assertEquals(1.5, DampedOscillation.of(h, below).frequency(), 1e-12);
        assertEquals(0.2, DampedOscillation.of(h, below).decay(), 1e-12);
        assertEquals(1.4, DampedOscillation.of(h, at).damping(), 1e-10);
        assertEquals(0.49, DampedOscillation.of(h, at).stiffness(), 1e-10);
        assertEquals(1.4, DampedOscillation.of(h, above).damping(), 1e-10);
        assertEquals(0.3, DampedOscillation.of(h, above).decay(), 1e-10);
        assertEquals(0, DampedOscillation.of(h, above).frequency());
    }

    @Test
    void refusesWhatDoesNotOscillate() {
        assertThrows(IllegalArgumentException.class, () -> DampedOscillation.of(1, 1, 2, 3));
        assertThrows(IllegalArgumentException.class, () -> DampedOscillation.of(1, 1, 0, 3, 0, 9, 0));
    }
}
