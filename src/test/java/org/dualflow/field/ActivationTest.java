package org.dualflow.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActivationTest {

    /** ε, and the error of the reference functions in units of it. */
    private static final double EPS = 0x1p-53;

    private static final double REFERENCE = 4;

    /** A fine lattice over [-50, 50] and magnitudes from 1e-300 to 1e300, both signs. */
    private static double[] arguments() {
        double[] u = new double[40_001 + 2 * 6001];
        int n = 0;
        for (int i = -20_000; i <= 20_000; i++) {
            u[n++] = i * 0.0025;
        }
        for (int i = -3000; i <= 3000; i++) {
            u[n++] = FastMath.pow(10, i * 0.1);
            u[n++] = -u[n - 2];
        }
        return u;
    }

    private static double[][] evaluate(Activation activation, double... u) {
        double[][] out = new double[3][u.length];
        activation.values(u, u.length, out[0]);
        activation.valuesAndSlopes(u, u.length, out[1], out[2]);
        for (int i = 0; i < u.length; i++) {
            assertEquals(out[0][i], out[1][i], activation + " at " + u[i]);
        }
        return new double[][] {out[1], out[2]};
    }

    private static double logistic(double u) {
        double e = FastMath.exp(-FastMath.abs(u));
        return u >= 0 ? 1 / (1 + e) : e / (1 + e);
    }

    private static double softplus(double u) {
        return FastMath.max(u, 0) + FastMath.log1p(FastMath.exp(-FastMath.abs(u)));
    }

    @Test
    void tanhHasTheStatedErrors() {
        double[] u = arguments();
        double[][] s = evaluate(Activation.TANH, u);
        for (int i = 0; i < u.length; i++) {
            double exact = StrictMath.tanh(u[i]);
            assertEquals(exact, s[0][i], (12 + REFERENCE) * EPS * Math.abs(exact), "tanh " + u[i]);
            double cosh = FastMath.cosh(FastMath.min(FastMath.abs(u[i]), 300));
            assertEquals(1 / (cosh * cosh), s[1][i], (25 + REFERENCE) * EPS, "tanh' " + u[i]);
            assertTrue(Math.abs(s[0][i]) <= 1 && s[1][i] >= 0 && s[1][i] <= 1);
        }
    }

    @Test
    void logisticAndSoftplusHaveTheStatedErrors() {
        double[] u = arguments();
        double[][] s = evaluate(Activation.LOGISTIC, u);
        double[][] p = evaluate(Activation.SOFTPLUS, u);
        for (int i = 0; i < u.length; i++) {
            double exact = logistic(u[i]);
            assertEquals(exact, s[0][i], (7 + REFERENCE) * EPS, "logistic " + u[i]);
            assertEquals(exact * logistic(-u[i]), s[1][i], (7 + REFERENCE) * EPS, "logistic' " + u[i]);
            double sum = softplus(u[i]);
            assertEquals(sum, p[0][i], (10 + REFERENCE) * EPS * (1 + sum), "softplus " + u[i]);
            assertEquals(exact, p[1][i], (7 + REFERENCE) * EPS, "softplus' " + u[i]);
            assertTrue(p[0][i] >= 0);
        }
    }

    @Test
    void reluIsExact() {
        double[][] s = evaluate(Activation.RELU, -1e300, -3, -1e-290, -0.0, 0, 1e-290, 0.5, 1e300);
        assertEquals(0, s[0][2]);
        double[] slopes = {0, 0, 0, 0, 0, 1, 1, 1};
        double[] values = {0, 0, 0, 0, 0, 1e-290, 0.5, 1e300};
        for (int i = 0; i < slopes.length; i++) {
            assertEquals(values[i], s[0][i]);
            assertEquals(slopes[i], s[1][i]);
        }
    }

    @Test
    void tanhIsOddToTheLastBit() {
        double[] u = arguments();
        double[] minus = new double[u.length];
        for (int i = 0; i < u.length; i++) {
            minus[i] = -u[i];
        }
        double[] s = evaluate(Activation.TANH, u)[0];
        double[] t = evaluate(Activation.TANH, minus)[0];
        for (int i = 0; i < u.length; i++) {
            assertEquals(s[i], 0 - t[i], "tanh " + u[i]);
        }
    }

    @ParameterizedTest
    @EnumSource
    void growsUpToItsError(Activation activation) {
        double[] u = new double[40_001];
        for (int i = 0; i < u.length; i++) {
            u[i] = (i - 20_000) * 0.0025;
        }
        double[] s = evaluate(activation, u)[0];
        for (int i = 1; i < u.length; i++) {
            assertTrue(s[i] >= s[i - 1] - 2 * 10 * EPS * (1 + Math.abs(s[i])), activation + " at " + u[i]);
        }
    }

    @ParameterizedTest
    @EnumSource
    void hasItsLimitsAndPassesNaNOn(Activation activation) {
        double[][] s =
                evaluate(activation, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NaN, 1e300, -1e300);
        boolean bounded = activation == Activation.TANH || activation == Activation.LOGISTIC;
        // e^-40 stands for all smaller exponentials.
        assertEquals(activation == Activation.TANH ? -1 : 0, s[0][0], 5e-18);
        assertEquals(bounded ? 1 : Double.POSITIVE_INFINITY, s[0][1]);
        assertEquals(0, s[1][0], 5e-18);
        assertEquals(bounded ? 0 : 1, s[1][1]);
        assertTrue(Double.isNaN(s[0][2]) && Double.isNaN(s[1][2]));
        assertEquals(bounded ? 1 : 1e300, s[0][3]);
        assertEquals(s[0][0], s[0][4]);
    }

    /** The bounds hold on a fine lattice, and are reached up to what the lattice leaves out. */
    @ParameterizedTest
    @EnumSource
    void boundsAreSharp(Activation activation) {
        double h = 1e-3;
        double reach = 6;
        int n = 12_001;
        double[] u = new double[n];
        for (int i = 0; i < n; i++) {
            u[i] = i * h - reach;
        }
        double[][] s = evaluate(activation, u);
        double value = 0;
        double slope = 0;
        double curvature = 0;
        for (int i = 0; i < n; i++) {
            value = Math.max(value, Math.abs(s[0][i]));
            slope = Math.max(slope, s[1][i]);
            curvature = Math.max(curvature, i == 0 ? 0 : Math.abs(s[1][i] - s[1][i - 1]) / h);
        }
        double rounding = 100 * EPS;
        assertEquals(activation.valueBound(reach), value, rounding * (1 + value));
        assertTrue(slope <= activation.slopeBound() + rounding);
        // softplus reaches its slope bound at infinity only: 1 - e^-6 here.
        assertTrue(slope >= activation.slopeBound() - 1.01 * FastMath.exp(-reach));
        assertTrue(curvature <= activation.curvatureBound() + rounding / h);
        if (activation != Activation.RELU) {
            // Mean of s'' over an interval of length h beside its maximum: off by at most h² sup|s''''|/8 + …
            assertTrue(curvature >= activation.curvatureBound() - h * h);
        }
    }

    @ParameterizedTest
    @EnumSource
    void slopeIsTheDerivative(Activation activation) {
        DoubleUnaryOperator f =
                switch (activation) {
                    case TANH -> FastMath::tanh;
                    case LOGISTIC -> ActivationTest::logistic;
                    case SOFTPLUS -> ActivationTest::softplus;
                    case RELU -> x -> Math.max(x, 0);
                };
        double h = 1e-4;
        for (double u : new double[] {-3.2, -0.7, -1e-3, 0.4, 1.3, 5}) {
            double quotient = (f.applyAsDouble(u + h) - f.applyAsDouble(u - h)) / (2 * h);
            // h²/6 sup|s'''| with sup|s'''| = 2 for tanh, and the rounding of the quotient.
            assertEquals(quotient, evaluate(activation, u)[1][0], h * h / 3 + 20 * EPS / h);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isFoundByItsLabel(Activation activation) {
        assertEquals(activation, Activation.named(activation.label()));
        assertEquals(activation.name().toLowerCase(Locale.ROOT), activation.label());
    }

    @Test
    void unknownLabelIsNamed() {
        var failure = assertThrows(IllegalArgumentException.class, () -> Activation.named("sigmoid"));
        assertEquals("activation = sigmoid: tanh, logistic, softplus, relu are allowed", failure.getMessage());
    }
}
