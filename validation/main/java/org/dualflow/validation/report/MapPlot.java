package org.dualflow.validation.report;

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
 * @param z values, {@code z[ys.length][xs.length]}
 * @param label of the colour bar
 * @param min value of the lightest colour
 */
public record MapPlot(
        String id,
        String title,
        String caption,
        Axis x,
        Axis y,
        double[] xs,
        double[] ys,
        double[][] z,
        String label,
        double min)
        implements Plot {

    /** Checks the shape. */
    public MapPlot {
        if (z.length != ys.length || z.length == 0 || z[0].length != xs.length) {
            throw new IllegalArgumentException("z: double[" + ys.length + "][" + xs.length + "] is allowed");
        }
    }

    /** Whether both axes have one unit, so that the plot should be as wide as it is high. */
    public boolean isSquare() {
        return !x.label().equals("time");
    }

    /** The largest value. */
    public double max() {
        double max = z[0][0];
        for (double[] row : z) {
            for (double value : row) {
                max = Math.max(max, value);
            }
        }
        return max;
    }
}
