package org.dualflow.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.junit.jupiter.api.Test;

class CellMeasureTest {

    private static final Domain.Side TWO = new Domain.Side(0, 2, Boundary.NO_FLUX, Boundary.NO_FLUX);
    private static final Mesh SPACE = Mesh.uniform(new Domain(List.of(TWO, TWO, TWO)), 2, 2, 1);

    /** Each block as x, y, z and mass of its cells, one after the other. */
    private static List<Double> blocks(CellMeasure measure) {
        List<Double> found = new ArrayList<>();
        measure.forEachBlock((x, w, n) -> {
            for (int i = 0; i < n; i++) {
                for (double[] coordinate : x) {
                    found.add(coordinate[i]);
                }
                found.add(w[i]);
            }
        });
        return found;
    }

    @Test
    void massesSitAtThePointsOfCells() {
        CellMeasure measure = new CellMeasure(SPACE, new double[][] {{1, 2}, {3, 4}});
        assertEquals(
                List.of(0.5, 0.5, 1.0, 1.0, 1.5, 0.5, 1.0, 2.0, 0.5, 1.5, 1.0, 3.0, 1.5, 1.5, 1.0, 4.0),
                blocks(measure));
        assertEquals(3, measure.dimension());
        assertEquals(4, measure.size());
        assertEquals(10, measure.mass());
    }

    /** Layers along the third axis. */
    @Test
    void rowsGoLayerByLayer() {
        Mesh column = Mesh.uniform(new Domain(List.of(TWO, TWO, TWO)), 1, 1, 2);
        assertEquals(
                List.of(1.0, 1.0, 0.5, 7.0, 1.0, 1.0, 1.5, 8.0),
                blocks(new CellMeasure(column, new double[][] {{7}, {8}})));
    }

    @Test
    void aSchemeMayPlaceTheMass() {
        double[][] rows = {{1, 2}, {3, 4}};
        double[][][] points = {{{0.1, 1.1}, {0.2, 1.2}}, {{0.3, 0.4}, {1.3, 1.4}}, {{0.5, 0.6}, {0.7, 0.8}}};
        CellMeasure measure = new CellMeasure(SPACE, rows, points);
        List<Double> expected = List.of(0.1, 0.3, 0.5, 1.0, 1.1, 0.4, 0.6, 2.0, 0.2, 1.3, 0.7, 3.0, 1.2, 1.4, 0.8, 4.0);
        assertEquals(expected, blocks(measure));
        CellMeasure copy = measure.copy();
        assertNotSame(rows, copy.rows());
        rows[0][0] = 9;
        points[1][1][1] = 9;
        assertEquals(expected, blocks(copy));
    }

    @Test
    void otherShapesAreRefused() {
        double[][] rows = new double[2][2];
        assertEquals(
                "rows = double[1][2]: double[2][2] is allowed",
                message(() -> new CellMeasure(SPACE, new double[1][2])));
        assertEquals(
                "rows = double[2][3]: double[2][2] is allowed",
                message(() -> new CellMeasure(SPACE, new double[2][3])));
        assertEquals(
                "points: 2 coordinates: 3 are allowed",
                message(() -> new CellMeasure(SPACE, rows, new double[2][2][2])));
        assertEquals(
                "points = double[2][1]: double[2][2] is allowed",
                message(() -> new CellMeasure(SPACE, rows, new double[3][2][1])));
    }

    private static String message(org.junit.jupiter.api.function.Executable call) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
