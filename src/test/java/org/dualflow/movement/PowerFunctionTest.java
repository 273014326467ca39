package org.dualflow.movement;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PowerFunctionTest {

    private static final double[] ONE = {1};

    @ParameterizedTest
    @ValueSource(doubles = {1.1, 1.5, 2})
    void ratiosInvertPotentials(double p) {
        PowerFunction f = new PowerFunction(p, 0.3);
        double[] r = {0, 1e-12, 0.2, 1, 7};
        double[] s = new double[5];
        double[] back = new double[5];
        double[] slope = new double[5];
        f.potentials(r, 5, s);
        f.ratios(s, 5, back, slope);
        assertEquals(0, s[0]);
        for (int i = 0; i < 5; i++) {
            assertEquals(r[i], back[i], 1e-13 * r[i]);
            assertEquals(i == 0 ? 0 : f.softness(new double[] {r[i]}, ONE), slope[i], 1e-12 * slope[i]);
        }
        f.ratios(new double[] {-1}, 1, back, slope);
        assertArrayEquals(new double[] {0, 0}, new double[] {back[0], slope[0]});
    }

    /** f(a) + f*(s) - s a, for p = 3/2 and r = s² in a hundred digits; near ratios make a bound that is sharp to a part in a thousand. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-9, 0.3999, 0.4, 0.4000001, 0.41, 3})
    void divergencesDoNotCancel(double a) {
        PowerFunction f = new PowerFunction(1.5, 1.0 / 3);
        MathContext digits = new MathContext(100);
        BigDecimal s = new BigDecimal(Math.sqrt(0.4));
        double b = s.multiply(s).doubleValue();
        BigDecimal root = new BigDecimal(a).sqrt(digits);
        // f = 2/3 r^(3/2), f' = r^(1/2), f* = s³/3.
        BigDecimal three = new BigDecimal(3);
        BigDecimal exact = root.pow(3)
                .multiply(new BigDecimal(2))
                .add(s.pow(3))
                .divide(three, digits)
                .subtract(s.multiply(new BigDecimal(a)));
        double found = f.divergence(new double[] {a}, new double[] {s.doubleValue()}, new double[] {b}, ONE);
        assertTrue(found >= exact.doubleValue() * (1 - 1e-9) - 1e-32, found + " " + exact);
        assertTrue(found <= exact.doubleValue() * 1.001 + 1e-32, found + " " + exact);
    }

    @Test
    void potentialsBelowZeroHoldMassDown() {
        PowerFunction f = new PowerFunction(2, 1);
        assertEquals(0.25 + 0.5 * 3, f.divergence(new double[] {0.5}, new double[] {-3}, new double[] {0}, ONE));
        assertEquals(0, f.divergence(new double[] {0}, new double[] {-3}, new double[] {0}, ONE));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.5, 2.01, Double.NaN})
    void otherExponentsAreRefused(double p) {
        var refused = assertThrows(IllegalArgumentException.class, () -> new PowerFunction(p, 1));
        assertEquals(
                "exponent = " + p + ": a number in (1, 2] is allowed for movements on a grid", refused.getMessage());
    }
}
