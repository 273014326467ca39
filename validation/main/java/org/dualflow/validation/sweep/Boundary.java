package org.dualflow.validation.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dualflow.validation.report.MapPlot;
import org.dualflow.validation.report.Numbers;
import org.dualflow.validation.report.Table;

/**
 * Where a result comes to exceed a level along the last of two axes, at every value of the first, with its uncertainty from seeds.
 *
 * <p>Replicate r of a column gives one place, b_r = y₀ + h (n_r - ½), n_r the number of its m points that are not above the level: the
 * boundary to within half a step h if they are the first n_r ones, and on the average over replicates ∑ h (1 - p_j), p_j the probability that
 * point j is above: the estimate of Spearman and Kärber, free of a model of p_j (D. J. Finney, <i>Statistical Method in Biological
 * Assay</i>, 3rd ed., Griffin 1978, ch. 18). Replicates are independent, so the standard error is their deviation over √R. Places are in units of the axis'
 * index, so that an axis of a constant ratio is averaged in its logarithm. A result that falls along the axis is taken the other way round.
 *
 * @param threshold what is crossed
 * @param x axis of the columns
 * @param y axis along which it is
 * @param places in units of the index of y, from -½ to m - ½
 * @param errors standard errors, NaN without replicates
 * @param open whether some replicate is above the level at the first point or not above it at the last one: the boundary may then lie beyond
 */
record Boundary(Threshold threshold, SweepAxis x, SweepAxis y, double[] places, double[] errors, boolean[] open) {

    /** The boundary of a sweep of two axes; nothing if the table has no such result. */
    static Optional<Boundary> of(SweepPlan plan, SweepTable table, Threshold threshold) {
        return table.results().stream()
                .filter(column -> column.name().equals(threshold.result()))
                .findFirst()
                .map(column -> of(plan, column.values(), threshold));
    }

    private static Boundary of(SweepPlan plan, double[] values, Threshold threshold) {
        SweepAxis x = plan.axes().get(0);
        SweepAxis y = plan.axes().get(1);
        int repeats = plan.repeats();
        boolean falls = falls(plan, values, threshold);
        double[] places = new double[x.size()];
        double[] errors = new double[x.size()];
        boolean[] open = new boolean[x.size()];
        for (int i = 0; i < x.size(); i++) {
            double[] own = new double[repeats];
            for (int r = 0; r < repeats; r++) {
                int below = 0;
                for (int j = 0; j < y.size(); j++) {
                    boolean above = falls != threshold.isExceededBy(values[(i * y.size() + j) * repeats + r]);
                    below += above ? 0 : 1;
                    open[i] |= j == 0 && above || j == y.size() - 1 && !above;
                }
                own[r] = below - 0.5;
            }
            places[i] = mean(own);
            errors[i] = error(own, places[i]);
        }
        return new Boundary(threshold, x, y, places, errors, open);
    }

    /** Whether more points are above the level at the first value of the last axis than at its last one. */
    private static boolean falls(SweepPlan plan, double[] values, Threshold threshold) {
        int length = plan.axes().get(1).size();
        int more = 0;
        for (int p = 0; p < values.length; p++) {
            int j = p / plan.repeats() % length;
            int sign = j == 0 ? 1 : j == length - 1 ? -1 : 0;
            more += threshold.isExceededBy(values[p]) ? sign : 0;
        }
        return more > 0;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double error(double[] values, double mean) {
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        int n = values.length;
        return n < 2 ? Double.NaN : Math.sqrt(squares / (n * (n - 1.0)));
    }

    /** In units of the axis. */
    double place(int i) {
        return new AxisScale(y).at(places[i]);
    }

    /** The standard error in units of the axis, half of what one error to both sides makes. */
    double error(int i) {
        AxisScale scale = new AxisScale(y);
        return 0.5 * (scale.at(places[i] + errors[i]) - scale.at(places[i] - errors[i]));
    }

    /** For a map over the same axes. */
    MapPlot.Line line() {
        double[] columns = new double[places.length];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = i;
        }
        return new MapPlot.Line(columns, places, errors);
    }

    /** One sentence. */
    String caption() {
        return "Line: where " + threshold.result() + " comes to exceed " + Numbers.brief(threshold.level())
                + ", bars one standard error of the mean over seeds.";
    }

    /** For {@code boundary.csv}. */
    List<Column> columns() {
        double[] place = new double[places.length];
        double[] error = new double[places.length];
        long[] beyond = new long[places.length];
        for (int i = 0; i < place.length; i++) {
            place[i] = place(i);
            error[i] = error(i);
            beyond[i] = open[i] ? 1 : 0;
        }
        Column first = x.isNumeric()
                ? new Column.Numbers(x.path(), x.numbers())
                : new Column.Words(x.path(), x.values().toArray(new String[0]));
        return List.of(
                first,
                new Column.Numbers(y.path(), place),
                new Column.Numbers("standard error", error),
                new Column.Integers("open", beyond));
    }

    /** For the report. */
    Table table() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            String value = String.format(Locale.ROOT, "%.4g", place(i));
            String error = Double.isNaN(errors[i]) ? "" : String.format(Locale.ROOT, " ± %.2g", error(i));
            rows.add(List.of(x.values().get(i), value + error + (open[i] ? " (or beyond)" : "")));
        }
        return new Table("", List.of(x.path(), "boundary in " + y.path()), rows);
    }
}
