package org.dualflow.mesh;

import java.util.ArrayList;
import java.util.List;

/**
 * A tensor-product mesh of one to three {@linkplain Axis axes}.
 *
 * <p>Values on a mesh are stored as <em>rows</em> along the first axis: {@code double[rows()][rowLength()]}, row
 * {@code j + ny k} for index {@code j} of the second and {@code k} of the third axis. A line has one row. Rows are what
 * the compiler vectorises, and a row is a block of points of a measure.
 *
 * <p>Immutable.
 */
public final class Mesh {

    /** Largest number of dimensions of a mesh. */
    public static final int MAX_DIMENSION = 3;

    private final Axis[] axes;
    private final Domain domain;

    private Mesh(Axis[] axes) {
        if (axes.length > MAX_DIMENSION) {
            throw new IllegalArgumentException("mesh dimension = " + axes.length + ": 1 to " + MAX_DIMENSION
                    + " is allowed; more dimensions are for particles");
        }
        this.axes = axes;
        List<Domain.Side> sides = new ArrayList<>();
        long size = 1;
        for (Axis axis : axes) {
            sides.add(axis.side());
            size *= axis.cells();
        }
        if (size > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("cells = " + size + ": at most " + Integer.MAX_VALUE + " are allowed");
        }
        this.domain = new Domain(sides);
    }

    /** The product of the given axes, first axis first. */
    public static Mesh of(Axis... axes) {
        return new Mesh(axes.clone());
    }

    /**
     * Divides a domain into equal cells.
     *
     * @param domain the box
     * @param cells number of cells per axis, one number per dimension, or one number for all
     */
    public static Mesh uniform(Domain domain, int... cells) {
        if (cells.length != 1 && cells.length != domain.dimension()) {
            throw new IllegalArgumentException("cells: " + cells.length + " numbers for " + domain.dimension()
                    + " dimensions: one number, or one per dimension, is allowed");
        }
        Axis[] axes = new Axis[domain.dimension()];
        for (int d = 0; d < axes.length; d++) {
            axes[d] = Axis.uniform(domain.side(d), cells[cells.length == 1 ? 0 : d]);
        }
        return new Mesh(axes);
    }

    /** A uniform mesh of the interval [lower, upper] between two walls without flux. */
    public static Mesh line(double lower, double upper, int cells) {
        return uniform(Domain.line(lower, upper, Boundary.NO_FLUX), cells);
    }

    /** The box that the mesh divides. */
    public Domain domain() {
        return domain;
    }

    /** Number of dimensions, 1 to 3. */
    public int dimension() {
        return axes.length;
    }

    /** Axis {@code d}, 0 ≤ d &lt; dimension. */
    public Axis axis(int d) {
        return axes[d];
    }

    /** Cells along axis {@code d}; 1 for {@code d ≥ dimension}. */
    public int cells(int d) {
        return d < axes.length ? axes[d].cells() : 1;
    }

    /** Number of cells. */
    public int size() {
        return rows() * rowLength();
    }

    /** Length of a row: cells along the first axis. */
    public int rowLength() {
        return axes[0].cells();
    }

    /** Number of rows: product of the cells along the other axes. */
    public int rows() {
        return cells(1) * cells(2);
    }

    /** Whether every axis is uniform. */
    public boolean isUniform() {
        for (Axis axis : axes) {
            if (!axis.isUniform()) {
                return false;
            }
        }
        return true;
    }

    /** Volume of the cell at (i, j, k), the mirrored half beyond a clipped wall included. */
    public double volume(int i, int j, int k) {
        double volume = axes[0].width(i);
        if (axes.length > 1) {
            volume *= axes[1].width(j);
        }
        if (axes.length > 2) {
            volume *= axes[2].width(k);
        }
        return volume;
    }

    /** A new array of zeros of the shape of this mesh. */
    public double[][] newRows() {
        return new double[rows()][rowLength()];
    }
}
