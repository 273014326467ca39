package org.dualflow.run;

import java.util.Arrays;
import org.hipparchus.analysis.polynomials.PolynomialFunctionLagrangeForm;
import org.hipparchus.analysis.solvers.AllowedSolution;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;

/** Zeros and extrema of sampled quantities, on the polynomial through {@code count} values from index {@code from}. */
final class Sampled {

    private Sampled() {}

    /**
     * The zero between the two middle ones of an even number of values, of which the first is negative and the second is
     * not.
     */
    static double zero(double[] t, double[] y, int from, int count) {
        int below = from + count / 2 - 1;
        if (y[below + 1] == 0) {
            return t[below + 1];
        }
        return new BracketingNthOrderBrentSolver(1e-14, 1e-14, 5)
                .solve(
                        100,
                        polynomial(t, scaled(y, from, count), from, count),
                        t[below],
                        t[below + 1],
                        AllowedSolution.ANY_SIDE);
    }

    /** Over the largest of them: the solver looks at products, which must not underflow. */
    private static double[] scaled(double[] y, int from, int count) {
        double largest = 0;
        for (int i = from; i < from + count; i++) {
            largest = Math.max(largest, Math.abs(y[i]));
        }
        double[] out = y.clone();
        for (int i = from; i < from + count; i++) {
            out[i] /= largest;
        }
        return out;
    }

    /**
     * The largest value of {@code sign} times the polynomial between the neighbours of the middle one of an odd number of
     * values, by ternary search: the largest sampled value is the middle one.
     */
    static double highest(double[] t, double[] y, int from, int count, int sign) {
        int middle = from + count / 2;
        PolynomialFunctionLagrangeForm polynomial = polynomial(t, y, from, count);
        double low = t[middle - 1];
        double high = t[middle + 1];
        for (int k = 0; k < 60; k++) {
            double a = low + (high - low) / 3;
            double b = high - (high - low) / 3;
            if (sign * polynomial.value(a) < sign * polynomial.value(b)) {
                low = a;
            } else {
                high = b;
            }
        }
        return Math.max(sign * y[middle], sign * polynomial.value(0.5 * (low + high)));
    }

    private static PolynomialFunctionLagrangeForm polynomial(double[] t, double[] y, int from, int count) {
        return new PolynomialFunctionLagrangeForm(
                Arrays.copyOfRange(t, from, from + count), Arrays.copyOfRange(y, from, from + count));
    }
}
