package org.dualflow.run;

import java.util.OptionalDouble;
import org.dualflow.restart.Restartable;
import org.dualflow.restart.Tape;

/**
 * Period and amplitude of a quantity that swings about zero, from its values after every step.
 *
 * <p>A cycle reaches from one upward zero to the next. A zero is located on the cubic through the two values on either
 * side of it, an extremum on the parabola through the largest value and its neighbours: errors O(Δt⁴) and O(Δt³).
 * Both are reported once two full cycles were seen, and belong to the last full one.
 *
 * <p>The uncertainty of either is the change from the cycle before plus an estimate of the interpolation error: how far
 * the zero of the polynomial through six values is from that of the cubic (summed over the two ends of the cycle), and
 * the maximum of the one through five values from that of the parabola. These are the leading error terms, Δt⁴ and Δt³,
 * where the quantity is smooth. A bias that all cycles share, such as that of the solver's steps, is not seen.
 */
public final class Oscillation implements Restartable {

    private static final int WINDOW = 6;

    private final double[] t = new double[WINDOW];
    private final double[] y = new double[WINDOW];
    private long seen;
    private int cycles = -1;
    private double start = Double.NaN;
    private double highest;
    private double startError;
    private double highestError;
    private double period = Double.NaN;
    private double amplitude = Double.NaN;
    private double periodUncertainty = Double.NaN;
    private double amplitudeUncertainty = Double.NaN;

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
            if (y[2] < 0 && y[3] >= 0) {
                finishCycle();
            }
        }
    }

    @Override
    public void transfer(Tape tape) {
        tape.numbers(t);
        tape.numbers(y);
        seen = tape.whole(seen);
        cycles = tape.integer(cycles);
        start = tape.number(start);
        highest = tape.number(highest);
        startError = tape.number(startError);
        highestError = tape.number(highestError);
        period = tape.number(period);
        amplitude = tape.number(amplitude);
        periodUncertainty = tape.number(periodUncertainty);
        amplitudeUncertainty = tape.number(amplitudeUncertainty);
    }

    private void lookForExtremum() {
        double a = Math.abs(y[1]);
        double b = Math.abs(y[2]);
        double c = Math.abs(y[3]);
        if (b < a || b < c || y[1] * y[2] < 0 || y[2] * y[3] < 0) {
            return;
        }
        double left = (b - a) / (t[2] - t[1]);
        double right = (c - b) / (t[3] - t[2]);
        double curvature = (right - left) / (t[3] - t[1]);
        double slope = (left * (t[3] - t[2]) + right * (t[2] - t[1])) / (t[3] - t[1]);
        double peak = curvature < 0 ? b - slope * slope / (4 * curvature) : b;
        if (peak > highest) {
            highest = peak;
            highestError = Math.abs(peak - Sampled.highest(t, y, 0, 5, y[2] < 0 ? -1 : 1));
        }
    }

    private void finishCycle() {
        double zero = Sampled.zero(t, y, 1, 4);
        double error = Math.abs(zero - Sampled.zero(t, y, 0, 6));
        cycles++;
        if (cycles > 0) {
            periodUncertainty = Math.abs(zero - start - period) + startError + error;
            amplitudeUncertainty = Math.abs(highest - amplitude) + highestError;
            period = zero - start;
            amplitude = highest;
        }
        start = zero;
        startError = error;
        highest = 0;
        highestError = 0;
    }

    /** Length of the last full cycle, if two were seen. */
    public OptionalDouble period() {
        return cycles >= 2 ? OptionalDouble.of(period) : OptionalDouble.empty();
    }

    /** Largest absolute value in the last full cycle, if two were seen. */
    public OptionalDouble amplitude() {
        return cycles >= 2 ? OptionalDouble.of(amplitude) : OptionalDouble.empty();
    }

    /** How far the period may be off, if two full cycles were seen: change from the cycle before plus interpolation. */
    public OptionalDouble periodUncertainty() {
        return cycles >= 2 ? OptionalDouble.of(periodUncertainty) : OptionalDouble.empty();
    }

    /** How far the amplitude may be off, if two full cycles were seen. */
    public OptionalDouble amplitudeUncertainty() {
        return cycles >= 2 ? OptionalDouble.of(amplitudeUncertainty) : OptionalDouble.empty();
    }
}
