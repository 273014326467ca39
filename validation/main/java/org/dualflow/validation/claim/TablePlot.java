package org.dualflow.validation.claim;

import java.util.ArrayList;
import java.util.List;
import org.dualflow.validation.study.ConvergenceTable;
import org.dualflow.validation.study.Level;
import org.dualflow.validation.study.OrderFit;
import org.hipparchus.util.FastMath;

/** The picture of a convergence table: errors and the fitted line, both axes logarithmic. Errors of zero are left out. */
final class TablePlot {

    private TablePlot() {}

    static Plot of(ConvergenceTable table) {
        List<Level> levels =
                table.levels().stream().filter(level -> level.error() > 0).toList();
        List<Plot.Curve> curves = new ArrayList<>();
        curves.add(new Plot.Curve(
                "measured",
                levels.stream().map(Level::h).toList(),
                levels.stream().map(Level::error).toList()));
        OrderFit fit = table.fit();
        if (fit.isUsable()) {
            curves.add(line(fit));
        }
        return new Plot(table.title(), table.resolution().parameter(), table.quantity(), true, curves);
    }

    private static Plot.Curve line(OrderFit fit) {
        double[] h = fit.window().stream().mapToDouble(Level::h).toArray();
        double log = 0;
        for (Level level : fit.window()) {
            log += FastMath.log(level.error() / FastMath.pow(level.h(), fit.order()));
        }
        double constant = FastMath.exp(log / h.length);
        List<Double> x = List.of(h[0], h[h.length - 1]);
        return new Plot.Curve(
                "order " + fit.describe(),
                x,
                x.stream().map(v -> constant * FastMath.pow(v, fit.order())).toList());
    }
}
