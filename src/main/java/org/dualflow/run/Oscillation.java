package org.dualflow.run;

import java.util.OptionalDouble;
import org.hipparchus.analysis.polynomials.PolynomialFunctionLagrangeForm;
import org.hipparchus.analysis.solvers.AllowedSolution;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;

/**
 * Period and amplitude of a quantity that swings about zero, from its values after every step.
 *
 * <p>A cycle reaches from one upward zero to the next. A zero is located on the cubic through the two values on either
 * side of it, an extremum on the parabola through the largest value and its neighbours: errors O(Δt⁴) and O(Δt³).
 * Both are reported once two full cycles were seen, and belong to the last full one.
 */
public final class Oscillation {

    private static final int WINDOW = 4;

    private final double[] t = new double[WINDOW];
    private final double[] y = new double[WINDOW];
    private long seen;
    private int cycles = -1;
    private double start = Double.NaN;
    private double highest;
    private double period = Double.NaN;
    private double amplitude = Double.NaN;

    /** Takes the next value; times must increase. */
    public void add(double time, double value) {
        for (int i = 0; i < WINDOW - 1; i++) {
            t[i] = t[i + 1];
            y[i] = y[i + 1];
        }
        t[WINDOW - 1] = time;
        y[WINDOW - 1] = value;
        seen++;
        if (seen >= WINDOW) {
            lookForExtremum();
            if (y[1] < 0 && y[2] >= 0) {
                finishCycle(zero());
            }
        }
    }

    private void lookForExtremum() {
        double a = Math.abs(y[0]);
        double b = Math.abs(y[1]);
        double c = Math.abs(y[2]);
        if (b < a || b < c || y[0] * y[1] < 0 || y[1] * y[2] < 0) {
            return;
        }
        double left = (b - a) / (t[1] - t[0]);
        double right = (c - b) / (t[2] - t[1]);
        double curvature = (right - left) / (t[2] - t[0]);
        double slope = (left * (t[2] - t[1]) + right * (t[1] - t[0])) / (t[2] - t[0]);
        highest = Math.max(highest, curvature < 0 ? b - slope * slope / (4 * curvature) : b);
    }

    private double zero() {
        var cubic = new PolynomialFunctionLagrangeForm(t.clone(), y.clone());
        return y[2] == 0
                ? t[2]
                : new BracketingNthOrderBrentSolver(1e-14, 1e-14, 5)
                        .solve(100, cubic, t[1], t[2], AllowedSolution.ANY_SIDE);
    }

    private void finishCycle(double zero) {
        cycles++;
        if (cycles > 0) {
            period = zero - start;
            amplitude = highest;
        }
        start = zero;
        highest = 0;
    }

    /** Length of the last full cycle, if two were seen. */
    public OptionalDouble period() {
        return cycles >= 2 ? OptionalDouble.of(period) : OptionalDouble.empty();
    }

    /** Largest absolute value in the last full cycle, if two were seen. */
    public OptionalDouble amplitude() {
        return cycles >= 2 ? OptionalDouble.of(amplitude) : OptionalDouble.empty();
    }
}
