package org.dualflow.run;

import java.util.ArrayList;
import java.util.List;

/** The cycles of a sampled quantity about a level: from one upward crossing to the next. */
final class Cycles {

    private final List<Crossed> crossings = new ArrayList<>();
    private final List<Peak> peaks = new ArrayList<>();

    private record Crossed(double time, double error, int index) {}

    private record Peak(double amplitude, double error) {}

    private Cycles() {}

    /**
     * Finds the cycles of {@code y - level}.
     *
     * @param level what the quantity swings about
     * @param t times
     * @param values values
     * @param dead how far below the level it must have been between two crossings
     */
    static Cycles about(double level, double[] t, double[] values, double dead) {
        double[] y = new double[values.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = values[i] - level;
        }
        Cycles cycles = new Cycles();
        boolean armed = false;
        for (int i = 2; i + 3 < y.length; i++) {
            armed |= y[i] < -dead;
            if (armed && y[i] < 0 && y[i + 1] >= 0) {
                double time = Sampled.zero(t, y, i - 2, 6);
                double error = Math.abs(time - Sampled.zero(t, y, i - 1, 4));
                cycles.crossings.add(new Crossed(time, error, i));
                armed = false;
            }
        }
        for (int k = 0; k < cycles.count(); k++) {
            int from = cycles.crossings.get(k).index();
            int to = cycles.crossings.get(k + 1).index();
            cycles.peaks.add(peak(t, y, from, to));
        }
        return cycles;
    }

    private static Peak peak(double[] t, double[] y, int from, int to) {
        int top = from;
        int bottom = from;
        for (int i = from; i <= to; i++) {
            top = y[i] > y[top] ? i : top;
            bottom = y[i] < y[bottom] ? i : bottom;
        }
        double high = Sampled.highest(t, y, top - 2, 5, 1);
        double low = Sampled.highest(t, y, bottom - 2, 5, -1);
        double error = Math.abs(high - Sampled.highest(t, y, top - 1, 3, 1))
                + Math.abs(low - Sampled.highest(t, y, bottom - 1, 3, -1));
        return new Peak(0.5 * (high + low), 0.5 * error);
    }

    /** Number of whole cycles. */
    int count() {
        return Math.max(0, crossings.size() - 1);
    }

    /** When cycle {@code k} begins, and the one before ends; 0 ≤ k ≤ count. */
    double start(int k) {
        return crossings.get(k).time();
    }

    /** Estimated interpolation error of {@link #start}. */
    double startError(int k) {
        return crossings.get(k).error();
    }

    /** How long cycle {@code k} lasts, 0 ≤ k &lt; count. */
    double length(int k) {
        return start(k + 1) - start(k);
    }

    /** Half of the difference of the largest and the smallest value of cycle {@code k}. */
    double amplitude(int k) {
        return peaks.get(k).amplitude();
    }

    /** Estimated interpolation error of {@link #amplitude}. */
    double amplitudeError(int k) {
        return peaks.get(k).error();
    }
}
