package org.dualflow.run;

import java.util.Arrays;

/**
 * Whether a sampled quantity comes back, how long that takes and how far it swings, each with its uncertainty.
 *
 * <p>The level is the mean over whole cycles of the later half of the record. A cycle reaches from one upward crossing of
 * the level to the next; its amplitude is half of the difference of its largest and smallest value. Crossings lie on the
 * polynomial through six values, extrema on the one through five. The later half of the cycles, at least three if there
 * are, is judged, so that a transient does not count:
 *
 * <ul>
 *   <li>{@link Kind#PERIODIC}: a pattern of 1 to {@value #LONGEST_PATTERN} cycles repeats at least once, times and
 *       amplitudes of corresponding cycles within {@value #SAME} of each other; the period is that of the pattern
 *   <li>{@link Kind#DECAYING}, {@link Kind#GROWING}: every amplitude is smaller (larger) than the one before, and the whole
 *       change exceeds {@value #SAME}
 *   <li>{@link Kind#MODULATED}: cycles that differ, as those of quasi-periodic motion do
 *   <li>{@link Kind#NONE}: fewer than two cycles
 * </ul>
 *
 * <p>Uncertainties are the largest deviation of a judged cycle (or pattern) from their mean plus an estimate of the
 * interpolation error: the difference to the cubic and to the parabola. A bias that all cycles share, such as that of
 * the solver's steps, is not seen.
 *
 * @param kind what kind of motion
 * @param period mean time of a cycle, or pattern; NaN for {@link Kind#NONE}
 * @param periodUncertainty how far it may be off
 * @param amplitude mean amplitude of a cycle, or pattern
 * @param amplitudeUncertainty how far it may be off
 * @param level what the quantity swings about
 * @param cycles number of cycles judged
 */
public record Recurrence(
        Kind kind,
        double period,
        double periodUncertainty,
        double amplitude,
        double amplitudeUncertainty,
        double level,
        int cycles) {

    /** Relative difference up to which two cycles count as the same. */
    static final double SAME = 0.01;

    /** Cycles of the longest pattern that is recognised. */
    static final int LONGEST_PATTERN = 4;

    /** Swings below this part of the whole range are no cycles. */
    private static final double SMALLEST = 1e-6;

    /** Kinds of motion. */
    public enum Kind {
        /** It comes back to where it was. */
        PERIODIC,
        /** It swings, but no two cycles are alike. */
        MODULATED,
        /** It swings less and less. */
        DECAYING,
        /** It swings more and more. */
        GROWING,
        /** It does not swing. */
        NONE
    }

    /**
     * Judges a record.
     *
     * @param times strictly increasing
     * @param values one per time; a record that holds a value that is not finite does not swing
     */
    public static Recurrence of(double[] times, double[] values) {
        if (times.length != values.length) {
            throw new IllegalArgumentException(
                    "values = " + values.length + ": one for each of " + times.length + " times is allowed");
        }
        if (values.length < 8 || !Arrays.stream(values).allMatch(Double::isFinite)) {
            return none(Double.NaN);
        }
        double highest = Arrays.stream(values).max().orElse(0);
        double lowest = Arrays.stream(values).min().orElse(0);
        double dead = 0.5 * SMALLEST * (highest - lowest);
        // Differences of neighbours of a constant are rounding, not swings.
        if (dead <= 4 * Math.ulp(Math.max(Math.abs(highest), Math.abs(lowest)))) {
            return none(highest);
        }
        double level = mean(times, values, times[times.length - 1] / 2 + times[0] / 2, times[times.length - 1]);
        Cycles cycles = Cycles.about(level, times, values, dead);
        for (int k = 0; k < 3 && cycles.count() >= 1; k++) {
            int first = cycles.count() / 2;
            level = mean(
                    times, values, cycles.start(Math.min(first, cycles.count() - 1)), cycles.start(cycles.count()));
            cycles = Cycles.about(level, times, values, dead);
        }
        return cycles.count() < 2 ? none(level) : judge(cycles, level);
    }

    private static Recurrence none(double level) {
        return new Recurrence(Kind.NONE, Double.NaN, Double.NaN, Double.NaN, Double.NaN, level, 0);
    }

    /** The time average of the broken line through the values, from {@code from} to {@code to}. */
    private static double mean(double[] t, double[] y, double from, double to) {
        double area = 0;
        for (int i = 1; i < t.length; i++) {
            double a = Math.max(t[i - 1], from);
            double b = Math.min(t[i], to);
            if (a < b) {
                double middle = 0.5 * (a + b);
                double slope = (y[i] - y[i - 1]) / (t[i] - t[i - 1]);
                area += (b - a) * (y[i - 1] + slope * (middle - t[i - 1]));
            }
        }
        return area / (to - from);
    }

    private static Recurrence judge(Cycles cycles, double level) {
        int first = Math.max(0, Math.min(cycles.count() / 2, cycles.count() - 3));
        int n = cycles.count() - first;
        for (int p = 1; p <= LONGEST_PATTERN && 2 * p <= n; p++) {
            if (repeats(cycles, first, p)) {
                return summary(Kind.PERIODIC, cycles, first, p, level);
            }
        }
        return summary(kind(cycles, first), cycles, first, 1, level);
    }

    private static boolean repeats(Cycles cycles, int first, int p) {
        double length = 0;
        double height = 0;
        for (int i = first; i < first + p; i++) {
            length += cycles.length(i);
            height = Math.max(height, cycles.amplitude(i));
        }
        for (int i = first; i < cycles.count(); i++) {
            int same = first + (i - first) % p;
            if (!(Math.abs(cycles.length(i) - cycles.length(same)) <= SAME * length)
                    || !(Math.abs(cycles.amplitude(i) - cycles.amplitude(same)) <= SAME * height)) {
                return false;
            }
        }
        return true;
    }

    private static Kind kind(Cycles cycles, int first) {
        int last = cycles.count() - 1;
        boolean falls = true;
        boolean rises = true;
        for (int i = first + 1; i <= last; i++) {
            falls &= cycles.amplitude(i) < cycles.amplitude(i - 1);
            rises &= cycles.amplitude(i) > cycles.amplitude(i - 1);
        }
        double ratio = cycles.amplitude(last) / cycles.amplitude(first);
        if (falls && ratio < 1 - SAME) {
            return Kind.DECAYING;
        }
        return rises && ratio > 1 + SAME ? Kind.GROWING : Kind.MODULATED;
    }

    /** Means and deviations over the whole patterns of {@code p} cycles from {@code first} on. */
    private static Recurrence summary(Kind kind, Cycles cycles, int first, int p, double level) {
        int patterns = (cycles.count() - first) / p;
        double period = (cycles.start(first + patterns * p) - cycles.start(first)) / patterns;
        double[] heights = new double[patterns];
        double spread = 0;
        double error = 0;
        double peakError = 0;
        for (int k = 0; k < patterns; k++) {
            int from = first + k * p;
            spread = Math.max(spread, Math.abs(cycles.start(from + p) - cycles.start(from) - period));
            error = Math.max(error, cycles.startError(from) + cycles.startError(from + p));
            for (int i = from; i < from + p; i++) {
                heights[k] = Math.max(heights[k], cycles.amplitude(i));
                peakError = Math.max(peakError, cycles.amplitudeError(i));
            }
        }
        double amplitude = Arrays.stream(heights).sum() / patterns;
        double deviation =
                Arrays.stream(heights).map(h -> Math.abs(h - amplitude)).max().orElse(0);
        return new Recurrence(
                kind, period, spread + error, amplitude, deviation + peakError, level, cycles.count() - first);
    }
}
