package org.dualflow.measure;

import java.util.Arrays;
import org.dualflow.mesh.Mesh;
import org.dualflow.restart.Restartable;
import org.dualflow.restart.Tape;
import org.jspecify.annotations.Nullable;

/**
 * A measure on a mesh: the mass of each cell, sitting at the cell's point. Atoms need no special case.
 *
 * <p>A scheme that knows better where in its cell the mass is may give points of its own; sums over the measure then use
 * those.
 *
 * <p>The rows are shared, not copied: a solver hands out a view of its state at no cost; {@link #copy()} keeps one.
 */
public final class CellMeasure implements Measure, Restartable {

    private final Mesh mesh;
    private final double[][] rows;
    private final double[][] block;
    private final double @Nullable [][][] points;

    /**
     * @param mesh the mesh
     * @param rows masses, {@code rows[mesh.rows()][mesh.rowLength()]}, shared with the caller
     * @throws IllegalArgumentException if the shape is not that of the mesh
     */
    public CellMeasure(Mesh mesh, double[][] rows) {
        this(rows, mesh, null);
    }

    /**
     * @param mesh the mesh
     * @param rows masses, {@code rows[mesh.rows()][mesh.rowLength()]}, shared with the caller
     * @param points where the mass of each cell sits, inside the cell, {@code points[dimension][rows][rowLength]}, shared
     *     with the caller
     * @throws IllegalArgumentException if a shape is not that of the mesh
     */
    public CellMeasure(Mesh mesh, double[][] rows, double[][][] points) {
        this(rows, mesh, points);
        if (points.length != mesh.dimension()) {
            throw new IllegalArgumentException(
                    "points: " + points.length + " coordinates: " + mesh.dimension() + " are allowed");
        }
        for (double[][] coordinate : points) {
            requireShape("points", mesh, coordinate);
        }
    }

    private CellMeasure(double[][] rows, Mesh mesh, double @Nullable [][][] points) {
        requireShape("rows", mesh, rows);
        this.mesh = mesh;
        this.rows = rows;
        this.points = points;
        this.block = new double[mesh.dimension()][];
        block[0] = mesh.axis(0).points();
        for (int d = 1; d < block.length; d++) {
            block[d] = new double[mesh.rowLength()];
        }
    }

    private static void requireShape(String name, Mesh mesh, double[][] array) {
        if (array.length != mesh.rows() || array[0].length != mesh.rowLength()) {
            throw new IllegalArgumentException(name + " = double[" + array.length + "][" + array[0].length
                    + "]: double[" + mesh.rows() + "][" + mesh.rowLength() + "] is allowed");
        }
    }

    /** The mesh. */
    public Mesh mesh() {
        return mesh;
    }

    /** The masses, not a copy: {@code double[rows][rowLength]}. */
    public double[][] rows() {
        return rows;
    }

    /** A measure with the same masses and points in arrays of its own. */
    public CellMeasure copy() {
        if (points == null) {
            return new CellMeasure(mesh, copy(rows));
        }
        double[][][] copy = new double[points.length][][];
        for (int d = 0; d < copy.length; d++) {
            copy[d] = copy(points[d]);
        }
        return new CellMeasure(mesh, copy(rows), copy);
    }

    private static double[][] copy(double[][] rows) {
        double[][] copy = new double[rows.length][];
        for (int r = 0; r < rows.length; r++) {
            copy[r] = rows[r].clone();
        }
        return copy;
    }

    @Override
    public void transfer(Tape tape) {
        tape.numbers(rows);
        for (int d = 0; points != null && d < points.length; d++) {
            tape.numbers(points[d]);
        }
    }

    @Override
    public int dimension() {
        return mesh.dimension();
    }

    @Override
    public int size() {
        return mesh.size();
    }

    /** {@inheritDoc} One block per row. Not reentrant: the coordinates of a block live in one buffer. */
    @Override
    public void forEachBlock(BlockVisitor visitor) {
        int ny = mesh.cells(1);
        for (int r = 0; r < rows.length; r++) {
            if (points != null) {
                for (int d = 0; d < block.length; d++) {
                    block[d] = points[d][r];
                }
                visitor.visit(block, rows[r], rows[r].length);
                continue;
            }
            if (block.length > 1) {
                Arrays.fill(block[1], mesh.axis(1).point(r % ny));
            }
            if (block.length > 2 && r % ny == 0) {
                Arrays.fill(block[2], mesh.axis(2).point(r / ny));
            }
            visitor.visit(block, rows[r], rows[r].length);
        }
    }
}
