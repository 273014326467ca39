package org.dualflow.validation.report;

import java.util.List;

/**
 * Curves over one axis.
 *
 * @param id name of the picture file, without ending
 * @param title above the plot
 * @param caption below the plot
 * @param x abscissa
 * @param y ordinate
 * @param curves drawn in this order
 * @param marks moments worth a vertical line
 */
public record LinePlot(String id, String title, String caption, Axis x, Axis y, List<Curve> curves, List<Mark> marks)
        implements Plot {

    /**
     * A vertical line.
     *
     * @param x where
     * @param label what happens there
     */
    public record Mark(double x, String label) {}

    /** Copies the lists. */
    public LinePlot {
        curves = List.copyOf(curves);
        marks = List.copyOf(marks);
    }
}
