package org.dualflow.movement;

import org.dualflow.measure.CellMeasure;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.FaceConductances;

/** The faces of a mesh: which cells they part, and their conductances, area over distance; walls conduct nothing. */
final class GridFaces {

    /** Work on the faces between the cells of row {@code r} and their next ones along an axis: {@code [next][along(i, shift)]}. */
    @FunctionalInterface
    interface RowTask {
        void run(int axis, int r, int next, int shift);
    }

    final Mesh mesh;
    final double[][] volume;

    /** {@code areas[axis][row][i]}: conductance of the face between a cell and the next one, the last cell's is that round a ring. */
    final double[][][] areas;

    private final int n;

    GridFaces(Mesh mesh) {
        this.mesh = mesh;
        n = mesh.rowLength();
        volume = mesh.newRows();
        for (int r = 0; r < volume.length; r++) {
            for (int i = 0; i < n; i++) {
                volume[r][i] = mesh.volume(i, r % mesh.cells(1), r / mesh.cells(1));
            }
        }
        areas = new double[mesh.dimension()][][];
        for (int d = 0; d < areas.length; d++) {
            areas[d] = FaceConductances.along(d, new CellMeasure(mesh, volume));
        }
    }

    /** Numbers of all faces. */
    double[][][] newFaces() {
        double[][][] all = new double[areas.length][][];
        for (int d = 0; d < all.length; d++) {
            all[d] = mesh.newRows();
        }
        return all;
    }

    void forEach(RowTask task) {
        for (int axis = 0; axis < areas.length; axis++) {
            for (int r = 0; r < volume.length; r++) {
                task.run(axis, r, next(axis, r), axis == 0 ? 1 : 0);
            }
        }
    }

    /** The cell after cell {@code i} of a row, if the shift is 1. */
    int along(int i, int shift) {
        return i + shift < n ? i + shift : 0;
    }

    /** The row after row {@code r} along an axis, itself for the first one. */
    int next(int axis, int r) {
        int stride = stride(axis);
        int cells = mesh.cells(axis);
        return axis == 0 ? r : r / stride % cells == cells - 1 ? r - (cells - 1) * stride : r + stride;
    }

    /** The row before. */
    int before(int axis, int r) {
        int stride = stride(axis);
        int cells = mesh.cells(axis);
        return axis == 0 ? r : r / stride % cells == 0 ? r + (cells - 1) * stride : r - stride;
    }

    /** The cell before cell {@code i} of a row, itself for other axes than the first. */
    int beforeInRow(int axis, int i) {
        return axis != 0 ? i : i > 0 ? i - 1 : n - 1;
    }

    private int stride(int axis) {
        return axis == 2 ? mesh.cells(1) : 1;
    }
}
