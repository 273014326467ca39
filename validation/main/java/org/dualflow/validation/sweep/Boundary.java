package org.dualflow.validation.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dualflow.validation.report.MapPlot;
import org.dualflow.validation.report.Numbers;
import org.dualflow.validation.report.Table;
import org.dualflow.validation.study.MeanEstimate;

/**
 * Where a result comes to exceed a level along the last of two axes, at every value of the first, with its uncertainty from seeds.
 *
 * <p>Replicate r of a column gives one place, b_r = y₀ + h (n_r - ½), n_r the number of its m points that are not above the level: the
 * boundary to within half a step h if they are the first n_r ones, and on the average over replicates ∑ h (1 - p_j), p_j the probability that
 * point j is above: the estimate of Spearman and Kärber, free of a model of p_j (D. J. Finney, <i>Statistical Method in Biological
 * Assay</i>, 3rd ed., Griffin 1978, ch. 18). Replicates are independent, so the standard error is their deviation over √R. Places are in units of the axis'
 * index, so that an axis of a constant ratio is averaged in its logarithm. A result that falls along the axis is taken the other way round.
 *
 * <p>A replicate is left out of a column in which a solution of one of its points failed: on which side of the level that point lies is
 * not known.
 *
 * @param threshold what is crossed
 * @param x axis of the columns
 * @param y axis along which it is
 * @param estimates of the places in units of the index of y, from -½ to m - ½, one per column
 * @param replicates of every combination
 * @param open whether some replicate is above the level at the first point or not above it at the last one: the boundary may then lie beyond
 */
record Boundary(
        Threshold threshold, SweepAxis x, SweepAxis y, List<MeanEstimate> estimates, int replicates, boolean[] open) {

    private static final String COMPLETED = ".completed";

    /** The boundary of a sweep of two axes; nothing if the table has no such result. */
    static Optional<Boundary> of(SweepPlan plan, SweepTable table, Threshold threshold) {
        return table.results().stream()
                .filter(column -> column.name().equals(threshold.result()))
                .findFirst()
                .map(column -> of(plan, column.values(), failed(table, threshold.result()), threshold));
    }

    /** Rows in which the solution that gives the result was not completed; any solution, if it is that of several. */
    private static boolean[] failed(SweepTable table, String result) {
        List<Column.Numbers> completed = table.results().stream()
                .filter(column -> column.name().endsWith(COMPLETED))
                .toList();
        List<Column.Numbers> own = completed.stream()
                .filter(column -> result.startsWith(
                        column.name().substring(0, column.name().length() - COMPLETED.length()) + "."))
                .toList();
        boolean[] failed = new boolean[table.rows()];
        for (Column.Numbers column : own.isEmpty() ? completed : own) {
            for (int row = 0; row < failed.length; row++) {
                failed[row] |= column.values()[row] == 0;
            }
        }
        return failed;
    }

    private static Boundary of(SweepPlan plan, double[] values, boolean[] failed, Threshold threshold) {
        SweepAxis x = plan.axes().get(0);
        SweepAxis y = plan.axes().get(1);
        int repeats = plan.repeats();
        boolean falls = falls(plan, values, threshold);
        List<MeanEstimate> estimates = new ArrayList<>();
        boolean[] open = new boolean[x.size()];
        for (int i = 0; i < x.size(); i++) {
            double[] own = new double[repeats];
            int known = 0;
            for (int r = 0; r < repeats; r++) {
                int below = 0;
                boolean lost = false;
                boolean beyond = false;
                for (int j = 0; j < y.size(); j++) {
                    int row = (i * y.size() + j) * repeats + r;
                    boolean above = falls != threshold.isExceededBy(values[row]);
                    below += above ? 0 : 1;
                    beyond |= j == 0 && above || j == y.size() - 1 && !above;
                    lost |= failed[row];
                }
                if (!lost) {
                    own[known++] = below - 0.5;
                    open[i] |= beyond;
                }
            }
            estimates.add(MeanEstimate.of(Arrays.copyOf(own, known)));
        }
        return new Boundary(threshold, x, y, List.copyOf(estimates), repeats, open);
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

    /** In units of the axis; NaN if no replicate is left. */
    double place(int i) {
        return new AxisScale(y).at(estimates.get(i).mean());
    }

    /** The standard error in units of the axis, half of what one error to both sides makes. */
    double error(int i) {
        AxisScale scale = new AxisScale(y);
        MeanEstimate estimate = estimates.get(i);
        return 0.5 * (scale.at(estimate.mean() + estimate.error()) - scale.at(estimate.mean() - estimate.error()));
    }

    /** For a map over the same axes. */
    MapPlot.Line line() {
        int n = estimates.size();
        double[] columns = new double[n];
        double[] rows = new double[n];
        double[] errors = new double[n];
        for (int i = 0; i < n; i++) {
            columns[i] = i;
            rows[i] = estimates.get(i).mean();
            errors[i] = estimates.get(i).error();
        }
        return new MapPlot.Line(columns, rows, errors);
    }

    /** One sentence. */
    String caption() {
        return "Line: where " + threshold.result() + " comes to exceed " + Numbers.brief(threshold.level())
                + ", bars one standard error of the mean over seeds.";
    }

    /** For {@code boundary.csv}. */
    List<Column> columns() {
        double[] place = new double[open.length];
        double[] error = new double[open.length];
        long[] counted = new long[open.length];
        long[] beyond = new long[open.length];
        for (int i = 0; i < open.length; i++) {
            place[i] = place(i);
            error[i] = error(i);
            counted[i] = estimates.get(i).count();
            beyond[i] = open[i] ? 1 : 0;
        }
        Column first = x.isNumeric()
                ? new Column.Numbers(x.path(), x.numbers())
                : new Column.Words(x.path(), x.values().toArray(new String[0]));
        return List.of(
                first,
                new Column.Numbers(y.path(), place),
                new Column.Numbers("standard error", error),
                new Column.Integers("replicates", counted),
                new Column.Integers("open", beyond));
    }

    /** For the report. */
    Table table() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < open.length; i++) {
            rows.add(List.of(x.values().get(i), text(i)));
        }
        return new Table("", List.of(x.path(), "boundary in " + y.path()), rows);
    }

    private String text(int i) {
        int count = estimates.get(i).count();
        if (count == 0) {
            return "not known: a point of every replicate failed";
        }
        String value = String.format(Locale.ROOT, "%.4g", place(i));
        String error = count < 2 ? "" : String.format(Locale.ROOT, " ± %.2g", error(i));
        String left = count < replicates ? " (" + count + " of " + replicates + " replicates)" : "";
        return value + error + left + (open[i] ? " (or beyond)" : "");
    }
}
