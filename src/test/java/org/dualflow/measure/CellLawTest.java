package org.dualflow.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.SplittableRandom;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.junit.jupiter.api.Test;

class CellLawTest {

    private static Domain.Side side(double lower, double upper) {
        return new Domain.Side(lower, upper, Boundary.NO_FLUX, Boundary.NO_FLUX);
    }

    private static Mesh mesh(Domain.Side side, int dimension, int... cells) {
        return Mesh.uniform(new Domain(java.util.Collections.nCopies(dimension, side)), cells);
    }

    /** Masses 2 and 6 on (0, 3) and (3, 6). */
    private static final CellLaw LINE = new CellLaw(new CellMeasure(mesh(side(0, 6), 1, 2), new double[][] {{2, 6}}));

    @Test
    void densityIsMassOverWidth() {
        double[] found = new double[5];
        LINE.fillDensity(new double[][] {{-0.1, 1, 2.9, 3.1, 6.1}}, 5, found);
        assertArrayEquals(new double[] {0, 0.25 / 3, 0.25 / 3, 0.25, 0}, found, 1e-16);
        LINE.fillScore(0, new double[][] {{1, 2}}, 2, found);
        assertArrayEquals(new double[] {0, 0, 0.25 / 3, 0.25, 0}, found, 1e-16);
    }

    /** Cells (-2, 0), (0, 2), (2, 4), (4, 6), (6, 8) cut (0, 3) at 2 and (3, 6) at 4. */
    @Test
    void cellsAreCutByVolume() {
        double[][] rows = LINE.onto(mesh(side(-2, 8), 1, 5)).rows();
        assertArrayEquals(new double[] {0, 0.5 / 3, 0.25 / 3 + 0.25, 0.5, 0}, rows[0], 1e-16);
        assertArrayEquals(new double[] {1}, LINE.onto(mesh(side(0, 6), 1, 1)).rows()[0], 1e-16);
        assertArrayEquals(
                new double[] {0.125, 0.125, 0.375, 0.375},
                LINE.onto(mesh(side(0, 6), 1, 4)).rows()[0],
                1e-16);
    }

    /** Masses 1 … 8 of 36 in eight cubes, joined to one, and back along the third axis alone. */
    @Test
    void spacesAreCutAlongEveryAxis() {
        CellLaw law = new CellLaw(
                new CellMeasure(mesh(side(0, 2), 3, 2, 2, 2), new double[][] {{1, 2}, {3, 4}, {5, 6}, {7, 8}}));
        assertEquals(3, law.dimension());
        double[][] layers = law.onto(mesh(side(0, 2), 3, 1, 1, 2)).rows();
        assertArrayEquals(new double[] {10.0 / 36, 26.0 / 36}, new double[] {layers[0][0], layers[1][0]}, 1e-15);
        double[][] columns = law.onto(mesh(side(0, 2), 3, 1, 2, 1)).rows();
        assertArrayEquals(new double[] {14.0 / 36, 22.0 / 36}, new double[] {columns[0][0], columns[1][0]}, 1e-15);
        double[][] finer = law.onto(mesh(side(0, 2), 3, 4, 2, 2)).rows();
        assertArrayEquals(new double[] {2.5 / 36, 2.5 / 36, 3.0 / 36, 3.0 / 36}, finer[2], 1e-15);
        double[] density = new double[2];
        law.fillDensity(new double[][] {{1.5, 0.5}, {0.5, 1.5}, {1.5, 2.5}}, 2, density);
        assertArrayEquals(new double[] {6.0 / 36, 0}, density, 1e-16);
    }

    @Test
    void ownMeshGivesACopy() {
        CellMeasure masses = new CellMeasure(mesh(side(0, 6), 1, 2), new double[][] {{2, 6}});
        CellLaw law = new CellLaw(masses);
        CellMeasure once = law.onto(masses.mesh());
        assertArrayEquals(new double[] {0.25, 0.75}, once.rows()[0]);
        assertNotSame(once.rows(), law.onto(masses.mesh()).rows());
        assertEquals(2, masses.rows()[0][0]);
    }

    /** 10 particles of a plane are nearest to 3². */
    @Test
    void pointsOfTheLaw() {
        CellLaw square = new CellLaw(new CellMeasure(mesh(side(0, 1), 2, 1, 1), new double[][] {{1}}));
        assertEquals(9, square.quantiles(10).size());
        assertEquals(1.0 / 6, square.quantiles(10).x(0)[0], 1e-15);
        assertEquals(7, square.sample(7, new SplittableRandom(1)).size());
        assertThrows(IllegalArgumentException.class, () -> square.quantiles(0));
    }

    @Test
    void badMassesAndMeshesAreRefused() {
        for (double bad : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            CellMeasure masses = new CellMeasure(mesh(side(0, 6), 1, 2), new double[][] {{2, bad}});
            assertEquals(
                    "mass of a cell = " + bad + ": a nonnegative finite number is allowed",
                    message(() -> new CellLaw(masses)));
        }
        CellMeasure nothing = new CellMeasure(mesh(side(0, 6), 1, 2), new double[1][2]);
        assertEquals("masses: sum = 0.0: a positive finite sum is allowed", message(() -> new CellLaw(nothing)));
        assertEquals("mesh dimension = 2: 1 is allowed", message(() -> LINE.onto(mesh(side(0, 6), 2, 2, 2))));
        assertEquals(
                "law: mass 0.25 lies outside the mesh: at most 1e-12 is allowed",
                message(() -> LINE.onto(mesh(side(3, 9), 1, 2))));
    }

    private static String message(org.junit.jupiter.api.function.Executable call) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    @Test
    void boxesHaveTheInverseVolumeAsDensity() {
        UniformBox box = new UniformBox(new Domain(List.of(side(0, 2), side(-1, 3))));
        assertEquals(2, box.dimension());
        double[] found = new double[5];
        box.fillDensity(new double[][] {{1, 0, 2, 2.1, 1}, {0, -1, 3, 0, -1.1}}, 5, found);
        assertArrayEquals(new double[] {0.125, 0.125, 0.125, 0, 0}, found);
        box.fillScore(1, new double[][] {{1}, {0}}, 1, found);
        assertEquals(0, found[0]);
        double[][] cells = box.onto(mesh(side(-1, 3), 2, 4, 2)).rows();
        assertArrayEquals(new double[] {0, 0.25, 0.25, 0}, cells[0]);
        assertArrayEquals(new double[] {0, 0.25, 0.25, 0}, cells[1]);
        assertEquals(9, box.quantiles(10).size());
        assertEquals(7, box.sample(7, new SplittableRandom(1)).size());
    }
}
