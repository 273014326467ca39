package org.dualflow.validation.certificate;

import org.dualflow.mesh.Axis;

/**
 * Where a certificate samples: {@value #INTERVALS} equal intervals in the part of every cell that lies inside the
 * domain. The end points of a cell are moved inwards by 10⁻⁹ of its width, since a field may jump at a face.
 */
final class Samples {

    static final int INTERVALS = 4;
    static final int PER_CELL = INTERVALS + 1;
    private static final double INSET = 1e-9;

    final Axis axis;
    final int cells;
    final double[] x;

    Samples(Axis axis) {
        this.axis = axis;
        this.cells = axis.cells();
        this.x = new double[cells * PER_CELL];
        for (int i = 0; i < cells; i++) {
            double a = axis.cellLower(i);
            double width = axis.cellUpper(i) - a;
            for (int k = 0; k < PER_CELL; k++) {
                double s = Math.min(Math.max((double) k / INTERVALS, INSET), 1 - INSET);
                x[i * PER_CELL + k] = a + s * width;
            }
        }
    }

    double cellWidth(int i) {
        return axis.cellUpper(i) - axis.cellLower(i);
    }

    /** Position of sample {@code k} in its cell, 0 to 1. */
    static double position(int k) {
        return (double) k / INTERVALS;
    }
}
