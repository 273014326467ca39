package org.dualflow.validation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dualflow.validation.study.LeastSquaresUncertainty.Value;
import org.dualflow.validation.study.ValueLadder;

/** Ladders of values without a known limit as tables and plots of a report. */
final class ValueTables {

    private static final int DIGITS = 8;

    private ValueTables() {}

    /** One row per level; the order is that of the level and the two coarser ones. */
    static Table of(ValueLadder ladder) {
        double[] orders = ladder.orders();
        List<List<String>> rows = new ArrayList<>();
        for (int k = 0; k < ladder.values().size(); k++) {
            Value value = ladder.values().get(k);
            double before = k == 0 ? Double.NaN : ladder.values().get(k - 1).phi();
            rows.add(List.of(
                    ladder.resolution().format(value.h()),
                    Numbers.significant(value.phi(), DIGITS),
                    k == 0 ? "–" : Numbers.brief(value.phi() - before),
                    k < 2 || Double.isNaN(orders[k - 2]) ? "–" : String.format(Locale.ROOT, "%.3f", orders[k - 2])));
        }
        return new Table(
                ladder.title(), List.of(ladder.resolution().symbol(), ladder.quantity(), "change", "order"), rows);
    }

    /** Values and their estimated limit. */
    static Plot plot(String id, ValueLadder ladder) {
        List<Curve> curves = new ArrayList<>();
        double[] h = ladder.values().stream().mapToDouble(Value::h).toArray();
        curves.add(new Curve(
                "computed", h, ladder.values().stream().mapToDouble(Value::phi).toArray(), Curve.Style.MARKED));
        if (ladder.converges()) {
            double limit = ladder.limit();
            curves.add(new Curve(
                    "limit " + ladder.printedLimit(),
                    new double[] {0, h[0]},
                    new double[] {limit, limit},
                    Curve.Style.DASHED));
        }
        return new LinePlot(
                id,
                ladder.title(),
                "",
                Plot.Axis.of(ladder.resolution().parameter()),
                Plot.Axis.of(ladder.quantity()),
                curves,
                List.of());
    }
}
