package org.dualflow.validation.io.fields;

import java.io.IOException;
import org.dualflow.measure.CellMeasure;
import org.dualflow.mesh.Axis;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Mesh;

/**
 * Masses on a mesh: cell data {@code density} and {@code mass}. Cells are what of them lies inside the domain: at a clipped wall half a
 * cell, whose density is that of its mass in this half, an atom on the wall included.
 */
final class VtkCells {

    private VtkCells() {}

    /** Whether all cells inside the domain have one width along each axis. */
    static boolean isImage(Mesh mesh) {
        boolean even = mesh.isUniform();
        for (int d = 0; d < mesh.dimension(); d++) {
            even &= mesh.axis(d).side().atLower() != Boundary.CLIPPED
                    && mesh.axis(d).side().atUpper() != Boundary.CLIPPED;
        }
        return even;
    }

    static void write(VtkXml xml, CellMeasure measure, VtkXml.Part facts) throws IOException {
        Mesh mesh = measure.mesh();
        StringBuilder extent = new StringBuilder();
        for (int d = 0; d < Mesh.MAX_DIMENSION; d++) {
            extent.append(d == 0 ? "0 " : " 0 ").append(d < mesh.dimension() ? mesh.cells(d) : 0);
        }
        boolean image = isImage(mesh);
        String whole = "WholeExtent=\"" + extent + "\"" + (image ? " " + frame(mesh) : "");
        xml.file(image ? "ImageData" : "RectilinearGrid", whole, () -> {
            facts.write();
            xml.open("Piece Extent=\"" + extent + "\"");
            xml.open("CellData Scalars=\"density\"");
            int row = mesh.rowLength();
            double[][] rows = measure.rows();
            xml.numbers("density", 1, mesh.size(), c -> rows[c / row][c % row] / volume(mesh, c));
            xml.numbers("mass", 1, mesh.size(), c -> rows[c / row][c % row]);
            xml.close("CellData");
            if (!image) {
                coordinates(xml, mesh);
            }
            xml.close("Piece");
        });
    }

    private static String frame(Mesh mesh) {
        StringBuilder origin = new StringBuilder("Origin=\"");
        StringBuilder spacing = new StringBuilder("Spacing=\"");
        for (int d = 0; d < Mesh.MAX_DIMENSION; d++) {
            boolean there = d < mesh.dimension();
            origin.append(d == 0 ? "" : " ").append(there ? mesh.axis(d).face(0) : 0.0);
            spacing.append(d == 0 ? "" : " ").append(there ? mesh.axis(d).width(0) : 1.0);
        }
        return origin + "\" " + spacing + "\"";
    }

    private static void coordinates(VtkXml xml, Mesh mesh) throws IOException {
        xml.open("Coordinates");
        for (int d = 0; d < Mesh.MAX_DIMENSION; d++) {
            double[] faces = d < mesh.dimension() ? faces(mesh.axis(d)) : new double[1];
            xml.numbers("x" + d, 1, faces.length, i -> faces[i]);
        }
        xml.close("Coordinates");
    }

    /** The ends of the cells inside the domain. */
    static double[] faces(Axis axis) {
        double[] faces = new double[axis.cells() + 1];
        for (int i = 0; i < axis.cells(); i++) {
            faces[i] = axis.cellLower(i);
        }
        faces[axis.cells()] = axis.cellUpper(axis.cells() - 1);
        return faces;
    }

    private static double volume(Mesh mesh, int cell) {
        double volume = 1;
        int rest = cell;
        for (int d = 0; d < mesh.dimension(); d++) {
            int i = rest % mesh.cells(d);
            volume *= mesh.axis(d).cellUpper(i) - mesh.axis(d).cellLower(i);
            rest /= mesh.cells(d);
        }
        return volume;
    }
}
