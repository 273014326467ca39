package org.dualflow.validation.report;

/** Something drawn: once as a picture file, once interactively in the HTML report. */
public sealed interface Plot permits LinePlot, MapPlot, MatrixPlot {

    /** Name of the picture file, without ending. */
    String id();

    /** The picture file. */
    default String file() {
        return id() + ".png";
    }

    /** Above the plot. */
    String title();

    /** Below the plot: what to see in it. */
    String caption();

    /**
     * An axis.
     *
     * @param label with its unit
     * @param logarithmic whether the scale is logarithmic
     */
    record Axis(String label, boolean logarithmic) {
        /** A linear axis. */
        public static Axis of(String label) {
            return new Axis(label, false);
        }

        /** A logarithmic axis. */
        public static Axis log(String label) {
            return new Axis(label, true);
        }
    }
}
