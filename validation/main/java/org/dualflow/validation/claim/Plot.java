package org.dualflow.validation.claim;

import java.util.List;

/**
 * Curves worth a picture.
 *
 * @param title above the picture
 * @param xLabel below it
 * @param yLabel beside it
 * @param logarithmic whether both axes are
 * @param curves what is drawn
 */
public record Plot(String title, String xLabel, String yLabel, boolean logarithmic, List<Curve> curves) {

    /**
     * One curve.
     *
     * @param name in the legend
     * @param x abscissae
     * @param y ordinates, as many
     */
    public record Curve(String name, List<Double> x, List<Double> y) {
        /** Copies the lists and checks their lengths. */
        public Curve {
            x = List.copyOf(x);
            y = List.copyOf(y);
            if (x.size() != y.size()) {
                throw new IllegalArgumentException(
                        "curve " + name + ": " + x.size() + " and " + y.size() + " numbers: equal numbers are allowed");
            }
        }
    }

    /** Copies the list. */
    public Plot {
        curves = List.copyOf(curves);
    }
}
