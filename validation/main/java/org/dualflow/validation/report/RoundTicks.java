package org.dualflow.validation.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.util.FastMath;

/** Labels of the evenly spaced columns or rows of a map, so that round numbers stand where they belong. */
final class RoundTicks {

    private static final int ABOUT = 6;
    private static final double[] MANTISSAS = {1, 2, 5, 10};

    private RoundTicks() {}

    /**
     * One label per cell: the round number that lies in it, the step being 1, 2 or 5 times a power of ten and giving about
     * {@value #ABOUT} labels; empty where none does. A number between two cells belongs to the upper one, one at the upper end of
     * the axis to the last.
     *
     * @param centres of the cells, increasing and evenly spaced
     */
    static List<String> labels(double[] centres) {
        int n = centres.length;
        double width = n > 1 ? (centres[n - 1] - centres[0]) / (n - 1) : 1;
        double lower = centres[0] - 0.5 * width;
        double upper = centres[n - 1] + 0.5 * width;
        double step = step((upper - lower) / ABOUT);
        double slack = 1e-9 * width;
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double end = centres[i] + 0.5 * width + (i == n - 1 ? slack : -slack);
            double multiple = Math.floor(end / step);
            boolean inside = multiple * step >= centres[i] - 0.5 * width - slack;
            labels.add(inside ? text(multiple * step) : "");
        }
        return labels;
    }

    /**
     * A round number on an axis.
     *
     * @param share where, 0 the lower end of the axis and 1 the upper one
     * @param label the number
     */
    record Tick(double share, String label) {}

    /** The ticks of an axis that evenly spaced cells divide. */
    static List<Tick> of(double[] centres) {
        int n = centres.length;
        double half = n > 1 ? 0.5 * (centres[n - 1] - centres[0]) / (n - 1) : 0.5;
        return between(centres[0] - half, centres[n - 1] + half);
    }

    /** Names in the middle of as many cells; empty ones get no tick. */
    static List<Tick> of(List<String> names) {
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (!names.get(i).isEmpty()) {
                ticks.add(new Tick((i + 0.5) / names.size(), names.get(i)));
            }
        }
        return ticks;
    }

    /** The ticks between two numbers, ends included. */
    static List<Tick> between(double lower, double upper) {
        double step = step((upper - lower) / ABOUT);
        List<Tick> ticks = new ArrayList<>();
        double slack = 1e-9;
        for (double k = Math.ceil(lower / step - slack); k <= upper / step + slack; k++) {
            ticks.add(new Tick((k * step - lower) / (upper - lower), text(k * step)));
        }
        return ticks;
    }

    private static String text(double x) {
        BigDecimal rounded = new BigDecimal(x).round(new MathContext(6)).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    private static double step(double wanted) {
        double power = FastMath.pow(10, Math.floor(FastMath.log10(wanted)));
        for (double mantissa : MANTISSAS) {
            if (mantissa * power >= wanted * (1 - 1e-9)) {
                return mantissa * power;
            }
        }
        return 10 * power;
    }
}
