package org.dualflow.measure;

import java.util.Arrays;
import org.dualflow.mesh.Mesh;

/**
 * A measure on a mesh: the mass of each cell, sitting at the cell's point. Atoms need no special case.
 *
 * <p>The rows are shared, not copied: a solver hands out a view of its state at no cost; {@link #copy()} keeps one.
 */
public final class CellMeasure implements Measure {

    private final Mesh mesh;
    private final double[][] rows;
    private final double[][] block;

    /**
     * @param mesh the mesh
     * @param rows masses, {@code rows[mesh.rows()][mesh.rowLength()]}, shared with the caller
     * @throws IllegalArgumentException if the shape is not that of the mesh
     */
    public CellMeasure(Mesh mesh, double[][] rows) {
        if (rows.length != mesh.rows() || rows[0].length != mesh.rowLength()) {
            throw new IllegalArgumentException("rows = double[" + rows.length + "][" + rows[0].length + "]: double["
                    + mesh.rows() + "][" + mesh.rowLength() + "] is allowed");
        }
        this.mesh = mesh;
        this.rows = rows;
        this.block = new double[mesh.dimension()][];
        block[0] = mesh.axis(0).points();
        for (int d = 1; d < block.length; d++) {
            block[d] = new double[mesh.rowLength()];
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

    /** A measure with the same masses in arrays of its own. */
    public CellMeasure copy() {
        double[][] copy = new double[rows.length][];
        for (int r = 0; r < rows.length; r++) {
            copy[r] = rows[r].clone();
        }
        return new CellMeasure(mesh, copy);
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
