package org.dualflow.mesh;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Small meshes, number by number. */
class MeshTest {

    private static Domain.Side side(double lower, double upper, Boundary atLower, Boundary atUpper) {
        return new Domain.Side(lower, upper, atLower, atUpper);
    }

    private static void assertRefused(String what, Runnable attempt) {
        var thrown = assertThrows(IllegalArgumentException.class, attempt::run);
        assertTrue(String.valueOf(thrown.getMessage()).contains(what), thrown.getMessage());
    }

    @Test
    void gradedBetweenFaces() {
        Axis axis = Axis.graded(side(1, 3, Boundary.NO_FLUX, Boundary.OPEN), 4, s -> s * s);
        assertArrayEquals(new double[] {1, 1.125, 1.5, 2.125, 3}, axis.faces());
        assertArrayEquals(new double[] {1.0625, 1.3125, 1.8125, 2.5625}, axis.points());
        assertEquals(0.875, axis.width(3));
        assertEquals(0.125, axis.minWidth());
        assertFalse(axis.isUniform());
    }

    /** Half a cell lies beyond a clipped end; the map is asked for what lies within. */
    @Test
    void gradedBetweenClippedEnds() {
        Axis both = Axis.graded(side(1, 3, Boundary.CLIPPED, Boundary.CLIPPED), 3, MeshTest::squareOfUnitInterval);
        assertArrayEquals(new double[] {0.875, 1.125, 2.125, 3.875}, both.faces());
        assertArrayEquals(new double[] {1, 1.625, 3}, both.points());
        Axis lower = Axis.graded(side(0, 3, Boundary.CLIPPED, Boundary.NO_FLUX), 2, MeshTest::squareOfUnitInterval);
        assertArrayEquals(new double[] {-1.0 / 3, 1.0 / 3, 3}, lower.faces(), 1e-15);
        assertArrayEquals(new double[] {0, 5.0 / 3}, lower.points(), 1e-15);
        Axis upper = Axis.graded(side(0, 3, Boundary.NO_FLUX, Boundary.CLIPPED), 2, MeshTest::squareOfUnitInterval);
        assertArrayEquals(new double[] {0, 4.0 / 3, 14.0 / 3}, upper.faces(), 1e-15);
        assertArrayEquals(new double[] {2.0 / 3, 3}, upper.points(), 1e-15);
    }

    private static double squareOfUnitInterval(double s) {
        assertTrue(s >= 0 && s <= 1, () -> "stretching of " + s);
        return s * s;
    }

    @Test
    void uniformBetweenClippedEnds() {
        Axis axis = Axis.uniform(side(1, 3, Boundary.CLIPPED, Boundary.NO_FLUX), 2);
        assertArrayEquals(new double[] {1.0 / 3, 5.0 / 3, 3}, axis.faces(), 1e-15);
        assertArrayEquals(new double[] {1, 7.0 / 3}, axis.points(), 1e-15);
        assertEquals(4.0 / 3, axis.width(1), 1e-15);
        assertEquals(axis.width(0), axis.minWidth());
        assertTrue(axis.isUniform());
        Axis mirrored = Axis.uniform(side(1, 3, Boundary.NO_FLUX, Boundary.CLIPPED), 2);
        assertArrayEquals(new double[] {1, 7.0 / 3, 11.0 / 3}, mirrored.faces(), 1e-15);
        assertArrayEquals(new double[] {5.0 / 3, 3}, mirrored.points(), 1e-15);
    }

    /** One cell must have room for its clipped ends. */
    @Test
    void numbersOfCells() {
        Domain.Side free = side(0, 1, Boundary.NO_FLUX, Boundary.NO_FLUX);
        assertEquals(1, Axis.uniform(free, 1).cells());
        assertRefused("cells = 0: at least 1", () -> Axis.uniform(free, 0));
        assertRefused("cells = 0: at least 1", () -> Axis.graded(free, 0, s -> s));
        for (Domain.Side clipped : List.of(
                side(0, 1, Boundary.CLIPPED, Boundary.NO_FLUX), side(0, 1, Boundary.NO_FLUX, Boundary.CLIPPED))) {
            assertRefused("cells = 1: at least 2", () -> Axis.uniform(clipped, 1));
            assertRefused("cells = 1: at least 2", () -> Axis.graded(clipped, 1, s -> s));
        }
    }

    /** The middle of two neighbouring doubles is rounded to one of them: to the lower one here, to the upper one there. */
    @Test
    void aPointOnAFaceIsRefused() {
        double one = Math.nextUp(1.0);
        double two = Math.nextUp(one);
        assertRefused("spacing", () -> Axis.uniform(side(1, one, Boundary.NO_FLUX, Boundary.NO_FLUX), 1));
        assertRefused("spacing", () -> Axis.uniform(side(one, two, Boundary.NO_FLUX, Boundary.NO_FLUX), 1));
    }

    @Test
    void placesAreFound() {
        Axis line = Axis.uniform(side(1, 3, Boundary.NO_FLUX, Boundary.NO_FLUX), 4);
        double[] at = {0.9, 1, 1.4, 1.5, 2.9, 3, 3.1, Double.NaN};
        int[] cells = {-1, 0, 0, 1, 3, 3, -1, -1};
        for (int i = 0; i < at.length; i++) {
            assertEquals(cells[i], line.locate(at[i]), "cell of " + at[i]);
        }
        Axis circle = Axis.uniform(side(1, 3, Boundary.PERIODIC, Boundary.PERIODIC), 4);
        double[] around = {1.1, 3, 3.6, -0.9, -1.1, 6.9};
        int[] wrapped = {0, 0, 1, 0, 3, 3};
        for (int i = 0; i < around.length; i++) {
            assertEquals(wrapped[i], circle.locate(around[i]), "cell of " + around[i]);
        }
    }

    @Test
    void domains() {
        Domain line = Domain.line(0, 1, Boundary.OPEN);
        Domain box = line.times(Domain.cube(2, -1, 1, Boundary.PERIODIC));
        assertEquals(3, box.dimension());
        assertEquals(side(0, 1, Boundary.OPEN, Boundary.OPEN), box.side(0));
        assertEquals(side(-1, 1, Boundary.PERIODIC, Boundary.PERIODIC), box.side(2));
        assertEquals(2, box.side(2).length());
        assertTrue(box.side(2).isPeriodic());
        assertFalse(box.side(0).isPeriodic());
        assertRefused("dimension = 0", () -> new Domain(List.of()));
        assertEquals(
                Domain.MAX_DIMENSION,
                Domain.cube(Domain.MAX_DIMENSION, 0, 1, Boundary.OPEN).dimension());
        assertRefused("dimension = 17", () -> Domain.cube(Domain.MAX_DIMENSION + 1, 0, 1, Boundary.OPEN));
        assertRefused("lower < upper", () -> Domain.line(1, 1, Boundary.OPEN));
        assertRefused("finite", () -> Domain.line(Double.NEGATIVE_INFINITY, 1, Boundary.OPEN));
        assertRefused("finite", () -> Domain.line(1, Double.POSITIVE_INFINITY, Boundary.OPEN));
        assertRefused("periodic at both", () -> side(0, 1, Boundary.PERIODIC, Boundary.OPEN));
        assertRefused("periodic at both", () -> side(0, 1, Boundary.OPEN, Boundary.PERIODIC));
    }

    @Test
    void products() {
        Domain box = Domain.line(0, 2, Boundary.OPEN).times(Domain.cube(2, 0, 3, Boundary.OPEN));
        Axis graded = Axis.graded(box.side(2), 2, s -> s * s);
        Mesh mesh = Mesh.of(Axis.uniform(box.side(0), 5), Axis.uniform(box.side(1), 4), graded);
        assertEquals(box, mesh.domain());
        assertEquals(3, mesh.dimension());
        assertEquals(graded, mesh.axis(2));
        assertEquals(List.of(5, 4, 2, 1), List.of(mesh.cells(0), mesh.cells(1), mesh.cells(2), mesh.cells(3)));
        assertEquals(5, mesh.rowLength());
        assertEquals(8, mesh.rows());
        assertEquals(40, mesh.size());
        assertEquals(8, mesh.newRows().length);
        assertEquals(5, mesh.newRows()[7].length);
        assertEquals(0.4 * 0.75 * 2.25, mesh.volume(1, 2, 1), 1e-15);
        assertFalse(mesh.isUniform());
        Mesh plane = Mesh.uniform(Domain.cube(2, 0, 1, Boundary.OPEN), 4, 2);
        assertEquals(0.125, plane.volume(0, 0, 7));
        assertTrue(plane.isUniform());
        assertEquals(9, Mesh.uniform(Domain.cube(2, 0, 1, Boundary.OPEN), 3).size());
        Mesh line = Mesh.line(0, 1, 4);
        assertEquals(0.25, line.volume(0, 7, 7));
        assertEquals(Domain.line(0, 1, Boundary.NO_FLUX), line.domain());
    }

    @Test
    void badProducts() {
        Domain plane = Domain.cube(2, 0, 1, Boundary.OPEN);
        assertRefused("3 numbers for 2 dimensions", () -> Mesh.uniform(plane, 2, 2, 2));
        assertRefused("mesh dimension = 4", () -> Mesh.uniform(Domain.cube(4, 0, 1, Boundary.OPEN), 2));
        Axis axis = Axis.uniform(plane.side(0), 1300);
        assertRefused(
                "face 1 = 0.5, face 2 = 0.5",
                () -> Axis.graded(side(0, 1, Boundary.NO_FLUX, Boundary.NO_FLUX), 3, s -> 0.5));
        assertRefused("cells = 2197000000", () -> Mesh.of(axis, axis, axis));
    }
}
