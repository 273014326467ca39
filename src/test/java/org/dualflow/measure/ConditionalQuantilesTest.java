package org.dualflow.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.SplittableRandom;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.junit.jupiter.api.Test;

class ConditionalQuantilesTest {

    private static final Domain.Side TWO = new Domain.Side(0, 2, Boundary.NO_FLUX, Boundary.NO_FLUX);

    private static ConditionalQuantiles cube(double[][] rows, Domain.Side... sides) {
        int[] cells = new int[sides.length];
        for (int d = 0; d < cells.length; d++) {
            cells[d] = (int) sides[d].upper();
        }
        return new ConditionalQuantiles(new CellMeasure(Mesh.uniform(new Domain(List.of(sides)), cells), rows));
    }

    /** Masses 1, 0, 2, 1: the levels ½, 1½, 2½, 3½ of 4; the second cell holds nothing. */
    @Test
    void latticeOfALine() {
        Domain.Side four = new Domain.Side(0, 4, Boundary.NO_FLUX, Boundary.NO_FLUX);
        ParticleMeasure points = cube(new double[][] {{1, 0, 2, 1}}, four).lattice(4);
        assertArrayEquals(new double[] {0.5, 2.25, 2.75, 3.5}, points.x(0));
        assertArrayEquals(new double[] {0.25, 0.25, 0.25, 0.25}, points.weights());
    }

    /** Heights 2 and 4: the lower half of the mass is the lower row and a quarter of the upper one. */
    @Test
    void latticeOfAPlane() {
        ParticleMeasure points = cube(new double[][] {{2, 0}, {0, 4}}, TWO, TWO).lattice(2);
        // In the lower half 2 on the left and 1 on the right, with the levels ¾ and 2¼; in the upper one 3 on the
        // right.
        assertArrayEquals(new double[] {0.375, 1.25, 1.25, 1.75}, points.x(0), 1e-15);
        assertArrayEquals(new double[] {0.75, 0.75, 1.625, 1.625}, points.x(1), 1e-15);
    }

    /** The lower layer holds (1, 1; 0, 2), the upper one (0, 0; 4, 0): depth first, then height, then along the row. */
    @Test
    void latticeOfASpace() {
        double[][] rows = {{1, 1}, {0, 2}, {0, 0}, {4, 0}};
        ParticleMeasure points = cube(rows, TWO, TWO, TWO).lattice(2);
        assertArrayEquals(new double[] {0.5, 1.5, 1.25, 1.75, 0.25, 0.75, 0.25, 0.75}, points.x(0), 1e-15);
        assertArrayEquals(new double[] {0.5, 0.5, 1.5, 1.5, 1.25, 1.25, 1.75, 1.75}, points.x(1), 1e-15);
        assertArrayEquals(new double[] {0.5, 0.5, 0.5, 0.5, 1.5, 1.5, 1.5, 1.5}, points.x(2), 1e-15);
    }

    /** Counts of cells within five deviations of the binomial law, places in a cell with the mean of the uniform law. */
    @Test
    void samplesFollowTheMasses() {
        int n = 20_000;
        double[][] masses = {{1, 0}, {2, 5}};
        ParticleMeasure points = cube(masses, TWO, TWO).sample(n, new SplittableRandom(5));
        double[][] found = new double[2][2];
        double[] place = new double[2];
        for (int i = 0; i < n; i++) {
            int column = (int) points.x(0)[i];
            int row = (int) points.x(1)[i];
            found[row][column]++;
            place[0] += points.x(0)[i] - column;
            place[1] += points.x(1)[i] - row;
            assertEquals(1.0 / n, points.weights()[i]);
        }
        for (int j = 0; j < 2; j++) {
            for (int i = 0; i < 2; i++) {
                double p = masses[j][i] / 8;
                assertEquals(n * p, found[j][i], 5 * Math.sqrt(n * p * (1 - p)));
            }
            assertEquals(0.5, place[j] / n, 5 / Math.sqrt(12.0 * n));
        }
    }
}
