package org.dualflow.validation.report;

import java.util.Arrays;
import java.util.List;

/**
 * A number over a rectangle, as colours.
 *
 * @param id name of the picture file, without ending
 * @param title above the plot
 * @param caption below the plot
 * @param x abscissa
 * @param y ordinate
 * @param xs centres of the columns, evenly spaced
 * @param ys centres of the rows, evenly spaced
 * @param xNames what stands at the columns instead of numbers, if they are not evenly spaced numbers; empty otherwise
 * @param yNames what stands at the rows
 * @param z values, {@code z[ys.length][xs.length]}, NaN where there is nothing: grey
 * @param label of the colour bar
 * @param min value of the lightest colour
 * @param lines drawn over the colours
 */
public record MapPlot(
        String id,
        String title,
        String caption,
        Axis x,
        Axis y,
        double[] xs,
        double[] ys,
        List<String> xNames,
        List<String> yNames,
        double[][] z,
        String label,
        double min,
        List<Line> lines)
        implements Plot {

    /**
     * A line over a map, in units of its cells: 0 is the middle of the first column or row, ½ the edge to the next. Arrays are not copied.
     *
     * @param columns where, from left to right
     * @param rows how high, NaN where the line is interrupted
     * @param errors half of the length of an upright bar at each place; NaN for none
     */
    public record Line(double[] columns, double[] rows, double[] errors) {
        /** Checks the lengths. */
        public Line {
            if (rows.length != columns.length || errors.length != columns.length) {
                throw new IllegalArgumentException("line: as many rows and errors as columns are allowed");
            }
        }
    }

    private static final int MOST_NAMES = 12;

    /** Checks the shape. */
    public MapPlot {
        if (z.length != ys.length || z.length == 0 || z[0].length != xs.length) {
            throw new IllegalArgumentException("z: double[" + ys.length + "][" + xs.length + "] is allowed");
        }
        if (!xNames.isEmpty() && xNames.size() != xs.length || !yNames.isEmpty() && yNames.size() != ys.length) {
            throw new IllegalArgumentException("names: none, or one per column and row, are allowed");
        }
        xNames = List.copyOf(xNames);
        yNames = List.copyOf(yNames);
        lines = List.copyOf(lines);
    }

    /** A map over evenly spaced numbers. */
    public MapPlot(
            String id,
            String title,
            String caption,
            Axis x,
            Axis y,
            double[] xs,
            double[] ys,
            double[][] z,
            String label,
            double min) {
        this(id, title, caption, x, y, xs, ys, List.of(), List.of(), z, label, min, List.of());
    }

    /** Whether both axes have one unit, so that the plot should be as wide as it is high. */
    public boolean isSquare() {
        return !x.label().equals("time");
    }

    /** The largest number; {@link #min} if there is none. */
    public double max() {
        return Arrays.stream(z)
                .flatMapToDouble(Arrays::stream)
                .filter(value -> !Double.isNaN(value))
                .max()
                .orElse(min);
    }

    /** The names that have room, the others empty. */
    static List<String> thinned(List<String> names) {
        int every = (names.size() + MOST_NAMES - 1) / MOST_NAMES;
        return java.util.stream.IntStream.range(0, names.size())
                .mapToObj(i -> i % every == 0 ? names.get(i) : "")
                .toList();
    }
}
