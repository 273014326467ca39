package org.dualflow.validation.certificate;

import org.dualflow.mesh.Axis;
import org.dualflow.mesh.Boundary;

/**
 * A place where mass may sit as an atom: a clipped wall, or a sink of the field. Its cells, [from, to), are read as one
 * atom at {@code x} while the field vanishes there, and as slabs otherwise.
 *
 * @param x the place
 * @param from first cell
 * @param to one past the last cell: two cells if the place is their common face
 * @param lowerWall whether it is the lower end of a clipped axis
 * @param upperWall whether it is the upper end of a clipped axis
 */
record Site(double x, int from, int to, boolean lowerWall, boolean upperWall) {

    static Site wallAtLower(Axis axis) {
        return new Site(axis.side().lower(), 0, 1, true, false);
    }

    static Site wallAtUpper(Axis axis) {
        return new Site(axis.side().upper(), axis.cells() - 1, axis.cells(), false, true);
    }

    static Site sink(Axis axis, double x) {
        int cell = axis.locate(x);
        if (cell < 0 || axis.side().isPeriodic() && x == axis.side().lower()) {
            throw new IllegalArgumentException("sink = " + x + ": a point inside ["
                    + axis.side().lower() + ", " + axis.side().upper() + "] is allowed");
        }
        boolean onFace = cell > 0 && axis.face(cell) == x;
        return new Site(x, onFace ? cell - 1 : cell, cell + 1, false, false);
    }

    static boolean isClipped(Boundary boundary) {
        return boundary == Boundary.CLIPPED;
    }

    /** Whether an atom at the place stays where the field has velocity {@code b}, projected at a wall. */
    boolean holds(double b) {
        return b == 0 || lowerWall && b < 0 || upperWall && b > 0;
    }

    /** W₁ between the slabs of the cells and the atom that takes their mass. */
    double collapse(Axis axis, double[] row) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            double a = axis.cellLower(i);
            double b = axis.cellUpper(i);
            double mean = x <= a
                    ? 0.5 * (a + b) - x
                    : x >= b ? x - 0.5 * (a + b) : 0.5 * ((x - a) * (x - a) + (b - x) * (b - x)) / (b - a);
            sum += row[i] * mean;
        }
        return sum;
    }
}
