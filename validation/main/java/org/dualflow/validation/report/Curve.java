package org.dualflow.validation.report;

/**
 * Points of one colour in a {@link LinePlot}.
 *
 * @param name in the legend; curves of one name share one entry and one colour
 * @param x abscissae
 * @param y ordinates, as many
 * @param style how they are drawn
 */
public record Curve(String name, double[] x, double[] y, Style style) {

    /** How points are drawn. */
    public enum Style {
        /** Joined. */
        LINE,
        /** Joined by a thin line, for many curves. */
        THIN,
        /** Joined by dashes. */
        DASHED,
        /** Markers. */
        POINTS,
        /** Markers, joined. */
        MARKED,
        /** Constant until the next point. */
        STEP
    }

    /** Checks the lengths. */
    public Curve {
        if (x.length != y.length) {
            throw new IllegalArgumentException("y of " + y.length + " points: " + x.length + " points are allowed");
        }
    }
}
