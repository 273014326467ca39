package org.dualflow.validation.sweep;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.IntStream;
import org.dualflow.validation.report.Plot;
import org.hipparchus.util.FastMath;

/** How the values of an axis are drawn: as evenly spaced numbers, as numbers of a constant ratio, or as names side by side. */
record AxisScale(SweepAxis axis) {

    private static final double SLACK = 1e-9;
    private static final int DIGITS = 4;

    /** Whether the values are evenly spaced, increasing numbers. */
    boolean isEven() {
        if (!axis.isNumeric() || axis.size() < 2) {
            return false;
        }
        double[] x = axis.numbers();
        double step = (x[x.length - 1] - x[0]) / (x.length - 1);
        return step > 0
                && IntStream.range(1, x.length)
                        .allMatch(i -> Math.abs(x[i] - x[i - 1] - step) <= SLACK * step * x.length);
    }

    /** Whether the values are positive numbers of a constant ratio. */
    boolean isLogarithmic() {
        if (isEven() || !axis.isNumeric() || axis.size() < 2) {
            return false;
        }
        double[] x = axis.numbers();
        double ratio = x[1] / x[0];
        return x[0] > 0
                && ratio > 0
                && IntStream.range(2, x.length)
                        .allMatch(i -> Math.abs(x[i] / x[i - 1] - ratio) <= SLACK * ratio * x.length);
    }

    /** Where the values stand: themselves if they are numbers of some order, otherwise 1, 2, 3, ... */
    double[] places() {
        return axis.isNumeric()
                ? axis.numbers()
                : IntStream.rangeClosed(1, axis.size()).asDoubleStream().toArray();
    }

    /** The value of an increasing axis at a place between two indices, or beyond the ends as between the last two. */
    double at(double place) {
        double[] x = axis.numbers();
        int low = (int) Math.max(0, Math.min(x.length - 2, Math.floor(place)));
        double part = place - low;
        return isLogarithmic()
                ? x[low] * FastMath.pow(x[low + 1] / x[low], part)
                : x[low] + part * (x[low + 1] - x[low]);
    }

    /** For curves. */
    Plot.Axis curveAxis() {
        String label = axis.isNumeric() ? axis.path() : axis.path() + " (in the order of the table)";
        return new Plot.Axis(label, isLogarithmic());
    }

    /** The centres of a map's columns. */
    double[] centres() {
        return isEven()
                ? axis.numbers()
                : IntStream.range(0, axis.size()).asDoubleStream().toArray();
    }

    /** Names of a map's columns; none if their centres are the numbers. */
    List<String> names() {
        return isEven() ? List.of() : axis.values().stream().map(this::brief).toList();
    }

    private String brief(String value) {
        if (!axis.isNumeric()) {
            return value;
        }
        BigDecimal rounded =
                new BigDecimal(value).round(new MathContext(DIGITS)).stripTrailingZeros();
        boolean plain = rounded.signum() == 0 || Math.abs(rounded.precision() - rounded.scale()) <= DIGITS;
        return plain ? rounded.toPlainString() : rounded.toString();
    }
}
