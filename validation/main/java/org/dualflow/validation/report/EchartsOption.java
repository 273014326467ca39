package org.dualflow.validation.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A plot as the data that the script of the HTML report turns into an ECharts option. Colours are left to the page, which
 * knows whether it is light or dark.
 */
final class EchartsOption {

    private EchartsOption() {}

    static Map<String, Object> of(Plot plot) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", plot.id());
        if (plot instanceof LinePlot lines) {
            data.put("kind", "lines");
            data.put("x", axis(lines.x()));
            data.put("y", axis(lines.y()));
            data.put("curves", lines.curves().stream().map(EchartsOption::curve).toList());
            data.put(
                    "marks",
                    lines.marks().stream()
                            .map(mark -> Map.of("x", mark.x(), "label", mark.label()))
                            .toList());
        } else if (plot instanceof MapPlot map) {
            data.put("kind", "map");
            data.put("x", axis(map.x()));
            data.put("y", axis(map.y()));
            data.put("xs", map.xNames().isEmpty() ? rounded(map.xs()) : map.xNames());
            data.put("ys", map.yNames().isEmpty() ? rounded(map.ys()) : map.yNames());
            data.put(
                    "z",
                    java.util.Arrays.stream(map.z()).map(EchartsOption::cells).toList());
            data.put("xTicks", ticks(map.xNames(), map.xs()));
            data.put("yTicks", ticks(map.yNames(), map.ys()));
            data.put("square", map.isSquare());
            data.put("min", map.min());
            data.put("max", map.max());
            data.put("label", map.label());
            data.put("lines", map.lines().stream().map(EchartsOption::line).toList());
        }
        return data;
    }

    private static Map<String, Object> axis(Plot.Axis axis) {
        return Map.of("label", axis.label(), "log", axis.logarithmic());
    }

    private static Map<String, Object> curve(Curve curve) {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < curve.x().length; i++) {
            if (Double.isFinite(curve.x()[i]) && Double.isFinite(curve.y()[i])) {
                points.add(new double[] {round(curve.x()[i]), round(curve.y()[i])});
            }
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("name", curve.name());
        data.put("style", curve.style().name());
        data.put("points", points);
        return data;
    }

    /** Column, row and half of the bar of every place. */
    private static List<List<@Nullable Double>> line(MapPlot.Line line) {
        List<List<@Nullable Double>> places = new ArrayList<>();
        for (int i = 0; i < line.columns().length; i++) {
            places.add(cells(new double[] {line.columns()[i], line.rows()[i], line.errors()[i]}));
        }
        return places;
    }

    private static List<String> ticks(List<String> names, double[] centres) {
        return names.isEmpty() ? RoundTicks.labels(centres) : MapPlot.thinned(names);
    }

    /** Cells without a number are null, which JSON has and NaN is not. */
    private static List<@Nullable Double> cells(double[] row) {
        List<@Nullable Double> cells = new ArrayList<>();
        for (double value : row) {
            cells.add(Double.isNaN(value) ? null : round(value));
        }
        return cells;
    }

    private static double[] rounded(double[] values) {
        return java.util.Arrays.stream(values).map(EchartsOption::round).toArray();
    }

    /** Nine significant digits: a picture needs no more, and the page stays small. The numbers are in the CSV files. */
    private static double round(double x) {
        return x == 0 || !Double.isFinite(x)
                ? x
                : new java.math.BigDecimal(x)
                        .round(new java.math.MathContext(9))
                        .doubleValue();
    }
}
