package org.dualflow.mesh;

import java.util.function.DoubleUnaryOperator;

/**
 * One axis of a mesh: cells {@code i = 0 … cells-1}, each with two faces and one point in their middle.
 *
 * <p>Cell {@code i} reaches from {@code face(i)} to {@code face(i+1)}; there are {@code cells + 1} faces. The mass of a
 * cell, read as an atom, sits at {@code point(i)}, and cell-centred velocities are evaluated there. At a
 * {@linkplain Boundary#CLIPPED clipped} end the first (last) point lies exactly on the wall, and its cell is mirrored
 * beyond the wall: {@code face(0) = 2 lower - face(1)}; its outer half holds no mass. At any other end the outermost
 * face is the end of the interval.
 *
 * <p>Uniform points are computed as convex combinations of the ends, symmetric in them, so that the centre of a
 * symmetric axis is exactly zero: a point at 1e-17 instead of 0 would destroy a steady atom on the sink of -sign(x).
 *
 * <p>Immutable.
 */
public final class Axis {

    private final Domain.Side side;
    private final double[] faces;
    private final double[] points;
    private final boolean uniform;

    private Axis(Domain.Side side, double[] faces, double[] points, boolean uniform) {
        this.side = side;
        this.faces = faces;
        this.points = points;
        this.uniform = uniform;
    }

    /**
     * Divides an interval into equal cells of width {@code length / (cells - clipped ends / 2)}.
     *
     * @param side the interval and its boundaries
     * @param cells number of cells, at least 1; at least 2 if an end is clipped
     */
    public static Axis uniform(Domain.Side side, int cells) {
        requireCells(side, cells);
        int first = side.atLower() == Boundary.CLIPPED ? 1 : 0;
        int last = side.atUpper() == Boundary.CLIPPED ? 1 : 0;
        int halves = 2 * cells - first - last;
        double[] faces = new double[cells + 1];
        double[] points = new double[cells];
        for (int i = 0; i <= cells; i++) {
            faces[i] = combination(side, 2 * i - first, halves);
        }
        for (int i = 0; i < cells; i++) {
            points[i] = combination(side, 2 * i + 1 - first, halves);
            if (!(faces[i] < points[i] && points[i] < faces[i + 1])) {
                throw new IllegalArgumentException("cells = " + cells + ": cells wider than the spacing of doubles on ["
                        + side.lower() + ", " + side.upper() + "] are allowed");
            }
        }
        return new Axis(side, faces, points, true);
    }

    /** The convex combination (1 - k/n) lower + (k/n) upper, exact at both ends and antisymmetric about the middle. */
    private static double combination(Domain.Side side, int k, int n) {
        // (n x) / n is not x for every n and x.
        if (k == 0) {
            return side.lower();
        }
        return k == n ? side.upper() : ((n - k) * side.lower() + k * side.upper()) / n;
    }

    /**
     * Divides an interval into cells whose faces are the images of equidistant ones.
     *
     * @param side the interval and its boundaries
     * @param cells number of cells, at least 1; at least 2 if an end is clipped
     * @param stretching strictly increasing map of [0,1] onto [0,1], relative to the interval
     */
    public static Axis graded(Domain.Side side, int cells, DoubleUnaryOperator stretching) {
        requireCells(side, cells);
        double first = side.atLower() == Boundary.CLIPPED ? 0.5 : 0;
        double last = side.atUpper() == Boundary.CLIPPED ? 0.5 : 0;
        int from = first > 0 ? 1 : 0;
        int to = last > 0 ? cells - 1 : cells;
        double[] faces = new double[cells + 1];
        for (int i = from; i <= to; i++) {
            double s = (i - first) / (cells - first - last);
            faces[i] = side.lower() + side.length() * stretching.applyAsDouble(s);
        }
        if (first > 0) {
            faces[0] = 2 * side.lower() - faces[1];
        } else {
            faces[0] = side.lower();
        }
        if (last > 0) {
            faces[cells] = 2 * side.upper() - faces[cells - 1];
        } else {
            faces[cells] = side.upper();
        }
        double[] points = new double[cells];
        for (int i = 0; i < cells; i++) {
            if (!(faces[i] < faces[i + 1])) {
                throw new IllegalArgumentException("stretching: face " + i + " = " + faces[i] + ", face " + (i + 1)
                        + " = " + faces[i + 1] + ": a strictly increasing map of [0,1] onto [0,1] is allowed");
            }
            points[i] = 0.5 * (faces[i] + faces[i + 1]);
        }
        if (first > 0) {
            points[0] = side.lower();
        }
        if (last > 0) {
            points[cells - 1] = side.upper();
        }
        return new Axis(side, faces, points, false);
    }

    private static void requireCells(Domain.Side side, int cells) {
        int least = side.atLower() == Boundary.CLIPPED || side.atUpper() == Boundary.CLIPPED ? 2 : 1;
        if (cells < least) {
            throw new IllegalArgumentException("cells = " + cells + ": at least " + least + " is allowed");
        }
    }

    /** The interval that this axis divides. */
    public Domain.Side side() {
        return side;
    }

    /** Number of cells. */
    public int cells() {
        return points.length;
    }

    /** Whether all cells have one width. */
    public boolean isUniform() {
        return uniform;
    }

    /** Face {@code i}, 0 ≤ i ≤ cells. */
    public double face(int i) {
        return faces[i];
    }

    /** The point of cell {@code i}, 0 ≤ i &lt; cells. */
    public double point(int i) {
        return points[i];
    }

    /** {@code face(i+1) - face(i)}; on a uniform axis the same number for every cell. */
    public double width(int i) {
        return uniform ? (faces[cells()] - faces[0]) / cells() : faces[i + 1] - faces[i];
    }

    /** The smallest width of a cell. */
    public double minWidth() {
        double min = width(0);
        for (int i = 1; i < cells() && !uniform; i++) {
            min = Math.min(min, width(i));
        }
        return min;
    }

    /** A copy of the faces, length {@code cells + 1}. */
    public double[] faces() {
        return faces.clone();
    }

    /** A copy of the points, length {@code cells}. */
    public double[] points() {
        return points.clone();
    }

    /**
     * The part of cell {@code i} inside the interval starts here: {@code max(face(i), lower)}.
     */
    public double cellLower(int i) {
        return Math.max(faces[i], side.lower());
    }

    /** The part of cell {@code i} inside the interval ends here: {@code min(face(i+1), upper)}. */
    public double cellUpper(int i) {
        return Math.min(faces[i + 1], side.upper());
    }

    /**
     * The cell that holds {@code x}; a face belongs to the cell above it, the upper end to the last cell. A
     * periodic axis wraps {@code x} first.
     *
     * @return the index, or -1 if {@code x} lies outside the interval or is not a number
     */
    public int locate(double x) {
        double y = side.wrap(x);
        if (!(y >= side.lower() && y <= side.upper())) {
            return -1;
        }
        int at = java.util.Arrays.binarySearch(faces, y);
        int cell = at >= 0 ? at : -at - 2;
        return Math.min(Math.max(cell, 0), cells() - 1);
    }
}
