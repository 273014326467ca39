package org.dualflow.validation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dualflow.validation.study.ConvergenceTable;
import org.dualflow.validation.study.Level;
import org.dualflow.validation.study.OrderFit;

/** Convergence tables as tables and plots of a report. */
public final class StudyTables {

    private StudyTables() {}

    /** One row per level. */
    public static Table of(ConvergenceTable table) {
        double[] orders = OrderFit.pairwiseOrders(table.levels());
        OrderFit fit = table.fit();
        List<List<String>> rows = new ArrayList<>();
        for (int k = 0; k < table.levels().size(); k++) {
            Level level = table.levels().get(k);
            rows.add(List.of(
                    table.resolution().format(level.h()),
                    Numbers.brief(level.error()),
                    level.standardError() > 0 ? Numbers.significant(level.standardError(), 2) : "–",
                    k == 0 || !Double.isFinite(orders[k - 1]) ? "–" : String.format(Locale.ROOT, "%.3f", orders[k - 1]),
                    fit.isUsable() && fit.window().contains(level) ? "✓" : "",
                    level.seconds() > 0 ? Numbers.duration(level.seconds()) : "–"));
        }
        return new Table(
                table.title(),
                List.of(table.resolution().symbol(), table.quantity(), "std. error", "order", "in fit", "time"),
                rows);
    }

    /** Errors and the fitted line, both axes logarithmic. */
    public static Plot plot(String id, ConvergenceTable table) {
        List<Level> levels =
                table.levels().stream().filter(level -> level.error() > 0).toList();
        List<Curve> curves = new ArrayList<>();
        curves.add(new Curve(
                "measured",
                levels.stream().mapToDouble(Level::h).toArray(),
                levels.stream().mapToDouble(Level::error).toArray(),
                Curve.Style.MARKED));
        OrderFit fit = table.fit();
        if (fit.isUsable()) {
            double[] h = {
                fit.window().get(0).h(),
                fit.window().get(fit.window().size() - 1).h()
            };
            double log = fit.window().stream()
                    .mapToDouble(level -> Math.log(level.error()) - fit.order() * Math.log(level.h()))
                    .average()
                    .orElse(0);
            double[] y = {Math.exp(log + fit.order() * Math.log(h[0])), Math.exp(log + fit.order() * Math.log(h[1]))};
            curves.add(new Curve("order " + fit.describe(), h, y, Curve.Style.DASHED));
        }
        return new LinePlot(
                id,
                table.title(),
                "",
                Plot.Axis.log(table.resolution().parameter()),
                Plot.Axis.log(table.quantity()),
                curves,
                List.of());
    }
}
