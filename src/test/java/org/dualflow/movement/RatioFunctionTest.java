package org.dualflow.movement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RatioFunctionTest {

    private static final RatioFunction ENTROPY = new EntropyFunction();
    private static final RatioFunction DIVERGENCE = new JensenShannonFunction();
    private static final double[] HALF = {0.5};

    static Stream<RatioFunction> functions() {
        return Stream.of(ENTROPY, DIVERGENCE, new PowerFunction(1.5, 0.7));
    }

    private static double[] of(double... numbers) {
        return numbers;
    }

    private static double potential(RatioFunction f, double r) {
        double[] s = new double[1];
        f.potentials(of(r), 1, s);
        return s[0];
    }

    /** Weights of ½. */
    private static double divergence(RatioFunction f, double a, double b) {
        return f.divergence(of(a), of(potential(f, b)), of(b), HALF);
    }

    @Test
    void valuesByHand() {
        assertEquals(-0.5, ENTROPY.value(of(1), HALF));
        assertEquals(0, ENTROPY.value(of(0), HALF));
        assertEquals(0.5 * (3 * Math.log(3) - 3), ENTROPY.value(of(3), HALF), 1e-15);
        assertEquals(Math.log(3), potential(ENTROPY, 3), 1e-15);
        assertEquals(0, DIVERGENCE.value(of(1), HALF));
        assertEquals(0.25 * Math.log(2), DIVERGENCE.value(of(0), HALF), 1e-16);
        assertEquals(0.25 * (3 * Math.log(1.5) + Math.log(0.5)), DIVERGENCE.value(of(3), HALF), 1e-15);
        assertEquals(0.5 * Math.log(1.5), potential(DIVERGENCE, 3), 1e-15);
        assertEquals(0.5 * Math.log(0.5), potential(DIVERGENCE, 1.0 / 3), 1e-15);
        assertEquals(0.5 * Math.log(2), potential(DIVERGENCE, 1e300), 1e-15);
        assertEquals(0.5 * (4 + 24), DIVERGENCE.softness(of(1, 3), of(0.5, 0.5)), 1e-15);
        assertEquals(2, ENTROPY.softness(of(1, 3), of(0.5, 0.5)), 1e-15);
    }

    /** f(r) + f*(f'(r)) = r f'(r); ratios invert potentials, and dr/ds = 1/f''. */
    @ParameterizedTest
    @MethodSource("functions")
    void conjugatesAreThoseOfLegendre(RatioFunction f) {
        for (double r : new double[] {1e-6, 0.2, 0.999, 1, 1.001, 7, 1e5}) {
            double s = potential(f, r);
            double size = Math.abs(f.value(of(r), HALF)) + Math.abs(0.5 * r * s);
            assertEquals(0.5 * r * s, f.value(of(r), HALF) + f.conjugate(of(r), HALF), 1e-14 * size + 1e-16);
            double[] back = new double[1];
            double[] slope = new double[1];
            f.ratios(of(s), 1, back, slope);
            // For the Jensen–Shannon divergence the ratio is y/(1-y): rounding of y is multiplied by 1 + r.
            assertEquals(r, back[0], 1e-15 * r * (4 + 4 * r));
            assertEquals(2 * f.softness(of(back[0]), HALF), slope[0], 1e-14 * slope[0]);
        }
        double[] beyond = new double[1];
        DIVERGENCE.ratios(of(0.35), 1, beyond, new double[1]);
        assertEquals(Double.POSITIVE_INFINITY, beyond[0]);
    }

    /** Of far ratios the gap f(a) + f*(s) - s a itself, or what is above it; of near ones ½ f'' (a - b)² from above. */
    @ParameterizedTest
    @MethodSource("functions")
    void divergencesBoundTheGap(RatioFunction f) {
        for (double b : new double[] {0.1, 1, 5}) {
            for (double a : new double[] {0, 0.01, 0.9, 1.5, 40}) {
                double gap = f.value(of(a), HALF) + f.conjugate(of(b), HALF) - 0.5 * a * potential(f, b);
                double found = divergence(f, a, b);
                assertTrue(found >= gap * (1 - 1e-12), a + ", " + b);
                if (f != DIVERGENCE) {
                    assertEquals(gap, found, 1e-13 * (1 + found));
                }
            }
            for (double t : new double[] {-9e-4, 1e-7, 9e-4}) {
                double near = 0.5 * (b * t) * (b * t) * 0.25 / f.softness(of(b), HALF);
                double found = divergence(f, b * (1 + t), b);
                // f'' changes by no more than 2 |t| of itself on the way.
                assertTrue(
                        found >= near * (1 - 2 * Math.abs(t)) && found <= near * (1 + 4 * Math.abs(t) + 1e-8), "" + b);
            }
        }
    }

    /** Half the relative entropy: 2 log 4 - 1.5 for 2 against ½. */
    @Test
    void farDivergencesByHand() {
        assertEquals(0.5 * (2 * Math.log(4) - 1.5), divergence(ENTROPY, 2, 0.5), 1e-15);
        assertEquals(0.25 * (2 * Math.log(4) - 1.5), divergence(DIVERGENCE, 2, 0.5), 1e-15);
        assertEquals(0.25, divergence(ENTROPY, 0, 0.5));
        assertEquals(0, ENTROPY.divergence(of(0), of(-800), of(0), HALF));
        assertEquals(Double.POSITIVE_INFINITY, ENTROPY.divergence(of(1), of(-800), of(0), HALF));
    }
}
