package org.dualflow.validation.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dualflow.validation.report.Curve;
import org.dualflow.validation.report.LinePlot;
import org.dualflow.validation.report.MapPlot;
import org.dualflow.validation.report.Plot;
import org.dualflow.validation.sweep.SweepStatistics.Spread;

/**
 * Results over the axes: one axis gives a line per solution with error bars of one standard deviation, two give a heat map of
 * the mean per result. Results that are the same everywhere are not drawn. Unless some are chosen, numbers of steps are not drawn
 * either, maps are those of the first discretisation, and moments of events come first.
 *
 * @param plan of the sweep
 * @param chosen parts of names of results; empty for none in particular
 * @param boundary drawn into every map, if there is one
 */
record SweepPlots(SweepPlan plan, List<String> chosen, Optional<Boundary> boundary) {

    /** Most plots on one page. */
    static final int MOST = 12;

    /** The plots, at most {@value #MOST}. */
    List<Plot> of(SweepStatistics statistics) {
        List<Spread> drawn = drawn(statistics.spreads());
        List<Plot> plots =
                switch (plan.axes().size()) {
                    case 1 -> lines(drawn);
                    case 2 -> drawn.stream().limit(MOST).map(this::map).toList();
                    default -> List.of();
                };
        return plots.subList(0, Math.min(MOST, plots.size()));
    }

    private List<Spread> drawn(List<Spread> spreads) {
        if (!chosen.isEmpty()) {
            return spreads.stream()
                    .filter(spread -> spread.varies()
                            && chosen.stream().anyMatch(part -> spread.name().contains(part)))
                    .toList();
        }
        String first = spreads.stream()
                .map(spread -> solution(spread.name()))
                .filter(name -> !name.equals("reference"))
                .findFirst()
                .orElse("");
        return spreads.stream()
                .filter(spread -> spread.varies() && !spread.name().endsWith(".steps"))
                .filter(spread ->
                        plan.axes().size() == 1 || solution(spread.name()).equals(first))
                .sorted(Comparator.comparing(spread -> !spread.name().contains(".events.")))
                .toList();
    }

    private List<Plot> lines(List<Spread> drawn) {
        Map<String, List<Spread>> quantities = new LinkedHashMap<>();
        for (Spread spread : drawn) {
            quantities
                    .computeIfAbsent(quantity(spread.name()), name -> new ArrayList<>())
                    .add(spread);
        }
        List<Plot> plots = new ArrayList<>();
        AxisScale scale = new AxisScale(plan.axes().get(0));
        quantities.forEach((quantity, spreads) -> {
            List<Curve> curves = new ArrayList<>();
            spreads.forEach(spread -> curves(spread, scale.places(), curves));
            plots.add(new LinePlot(
                    id(quantity),
                    quantity,
                    caption("Bars show one standard deviation"),
                    scale.curveAxis(),
                    Plot.Axis.of(quantity),
                    curves,
                    List.of()));
        });
        return plots;
    }

    private String caption(String deviation) {
        return plan.replicates() > 1 ? "Mean over " + plan.replicates() + " seeds. " + deviation + "." : "";
    }

    private static void curves(Spread spread, double[] x, List<Curve> curves) {
        String name = solution(spread.name());
        curves.add(new Curve(name, x, spread.mean(), Curve.Style.LINE));
        curves.add(new Curve(name, x, spread.mean(), Curve.Style.POINTS));
        for (int i = 0; i < x.length; i++) {
            double deviation = spread.deviation()[i];
            if (deviation > 0) {
                double[] ends = {spread.mean()[i] - deviation, spread.mean()[i] + deviation};
                curves.add(new Curve(name, new double[] {x[i], x[i]}, ends, Curve.Style.THIN));
            }
        }
    }

    private Plot map(Spread spread) {
        AxisScale x = new AxisScale(plan.axes().get(0));
        AxisScale y = new AxisScale(plan.axes().get(1));
        double[][] z = new double[y.axis().size()][x.axis().size()];
        for (int i = 0; i < x.axis().size(); i++) {
            for (int j = 0; j < y.axis().size(); j++) {
                z[j][i] = spread.mean()[i * y.axis().size() + j];
            }
        }
        return new MapPlot(
                id(spread.name()),
                spread.name(),
                (caption(deviation(spread))
                                + nothing(spread)
                                + boundary.map(line -> " " + line.caption()).orElse(""))
                        .trim(),
                Plot.Axis.of(x.axis().path()),
                Plot.Axis.of(y.axis().path()),
                x.centres(),
                y.centres(),
                x.names(),
                y.names(),
                z,
                "",
                Arrays.stream(spread.mean()).filter(Double::isFinite).min().orElse(0),
                boundary.map(Boundary::line).stream().toList());
    }

    private static String nothing(Spread spread) {
        return Arrays.stream(spread.count()).anyMatch(count -> count == 0) ? " Grey: no point has a value." : "";
    }

    private static String deviation(Spread spread) {
        double largest =
                Arrays.stream(spread.deviation()).filter(Double::isFinite).max().orElse(0);
        return "The largest standard deviation of one combination is "
                + org.dualflow.validation.report.Numbers.significant(largest, 3);
    }

    /** {@code grid} of {@code grid.observables.energy}; a name without a dot is its own. */
    private static String solution(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** Without the solution. */
    private static String quantity(String name) {
        return name.substring(name.indexOf('.') + 1);
    }

    private static String id(String name) {
        return name.replaceAll("[^A-Za-z0-9]+", "-");
    }
}
