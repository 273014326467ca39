package org.dualflow.validation.io.fields;

import java.io.IOException;
import org.dualflow.measure.Measure;

/**
 * Particles: points with data {@code weight}. A point has three coordinates in VTK; where there are more, the others are data
 * {@code x4}, {@code x5}, ….
 */
final class VtkPoints {

    private static final int SPACE = 3;
    private static final byte VERTEX = 1;

    private VtkPoints() {}

    static void write(VtkXml xml, Measure measure, VtkXml.Part facts) throws IOException {
        int n = measure.size();
        double[][] x = new double[measure.dimension()][n];
        double[] weights = new double[n];
        int[] at = {0};
        measure.forEachBlock((places, w, count) -> {
            for (int d = 0; d < x.length; d++) {
                System.arraycopy(places[d], 0, x[d], at[0], count);
            }
            System.arraycopy(w, 0, weights, at[0], count);
            at[0] += count;
        });
        xml.file("UnstructuredGrid", "", () -> {
            facts.write();
            xml.open("Piece NumberOfPoints=\"" + n + "\" NumberOfCells=\"" + n + "\"");
            xml.open("PointData Scalars=\"weight\"");
            xml.numbers("weight", 1, n, i -> weights[i]);
            for (int d = SPACE; d < x.length; d++) {
                double[] coordinate = x[d];
                xml.numbers("x" + (d + 1), 1, n, i -> coordinate[i]);
            }
            xml.close("PointData");
            xml.open("Points");
            xml.numbers("points", SPACE, SPACE * n, i -> i % SPACE < x.length ? x[i % SPACE][i / SPACE] : 0);
            xml.close("Points");
            xml.open("Cells");
            xml.integers("connectivity", n, (i, to) -> to.putLong(i));
            xml.integers("offsets", n, (i, to) -> to.putLong(i + 1L));
            xml.bytes("types", n, (i, to) -> to.put(VERTEX));
            xml.close("Cells");
            xml.close("Piece");
        });
    }
}
