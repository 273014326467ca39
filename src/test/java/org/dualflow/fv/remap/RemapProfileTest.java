package org.dualflow.fv.remap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.dualflow.mesh.Axis;
import org.dualflow.mesh.AxisOfWidths;
import org.dualflow.mesh.Boundary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RemapProfileTest {

    private static final double[] WIDTHS = {1, 1.5, 0.75, 1, 1.25, 1, 0.5, 1};
    private static final double ROUNDING = 1e-13;

    private static RemapProfile fit(Axis axis, RemapReconstruction reconstruction, double... densities) {
        RemapProfile profile = new RemapProfile(axis, reconstruction);
        double[] masses = new double[densities.length];
        Arrays.setAll(masses, i -> densities[i] * axis.width(i));
        profile.fit(masses);
        return profile;
    }

    /** Means of a polynomial over cells, from its integral. */
    private static double[] means(double[] widths, DoubleUnaryOperator integral) {
        double[] means = new double[widths.length];
        double at = 0;
        for (int i = 0; i < widths.length; i++) {
            means[i] = (integral.applyAsDouble(at + widths[i]) - integral.applyAsDouble(at)) / widths[i];
            at += widths[i];
        }
        return means;
    }

    /** Where nothing is limited, edges are those of the quartic through the integral: exact for a cubic density on any grid. */
    @Test
    void edgesOfACubicAreExact() {
        DoubleUnaryOperator cubic = x -> 40 + 12 * x + 0.5 * x * x + 0.1 * x * x * x;
        DoubleUnaryOperator integral = x -> 40 * x + 6 * x * x + x * x * x / 6 + 0.025 * x * x * x * x;
        RemapProfile profile =
                fit(AxisOfWidths.of(Boundary.OPEN, WIDTHS), RemapReconstruction.PARABOLIC, means(WIDTHS, integral));
        double at = WIDTHS[0] + WIDTHS[1];
        for (int i = 2; i < 6; i++) {
            assertEquals(cubic.applyAsDouble(at) * WIDTHS[i], profile.left[i], 100 * ROUNDING);
            at += WIDTHS[i];
            assertEquals(cubic.applyAsDouble(at) * WIDTHS[i], profile.right[i], 100 * ROUNDING);
        }
    }

    /** The slope in a cell is that of the parabola through the integral over it and its neighbours: exact for a quadratic density. */
    @Test
    void slopesOfAQuadraticAreExact() {
        double[] means = means(WIDTHS, x -> 40 * x + 6 * x * x + x * x * x / 6);
        RemapProfile profile = fit(AxisOfWidths.of(Boundary.OPEN, WIDTHS), RemapReconstruction.LINEAR, means);
        double at = WIDTHS[0];
        for (int i = 1; i < 7; i++) {
            double middle = at + 0.5 * WIDTHS[i];
            double mass = means[i] * WIDTHS[i];
            double half = 0.5 * (12 + middle) * WIDTHS[i] * WIDTHS[i];
            assertEquals(mass - half, profile.left[i], 10 * ROUNDING);
            assertEquals(mass + half, profile.right[i], 10 * ROUNDING);
            at += WIDTHS[i];
        }
    }

    private static double[] lean(RemapProfile profile) {
        double[] lean = new double[profile.left.length];
        Arrays.setAll(lean, i -> profile.right[i] - profile.left[i]);
        return lean;
    }

    /**
     * Cells of width 1. A rise is at most twice the smaller jump, nothing at an extreme; at an end it is that of the neighbour,
     * cut at twice the density, so that nothing is negative.
     */
    @Test
    void slopesAreLimited() {
        Axis open = AxisOfWidths.of(Boundary.OPEN, 1, 1, 1, 1, 1, 1);
        assertArrayEquals(
                new double[] {1, 2, 0, -2, -4.5, -5},
                lean(fit(open, RemapReconstruction.LINEAR, 1, 2, 13, 12, 8, 3)),
                ROUNDING);
        double[] clipped = lean(fit(
                AxisOfWidths.of(Boundary.CLIPPED, 1, 1, 1, 1, 1, 1), RemapReconstruction.LINEAR, 1, 2, 13, 12, 8, 3));
        assertEquals(0, clipped[0], 0);
        assertEquals(0, clipped[5], 0);
        assertArrayEquals(
                new double[] {2, 2, 0, -2.5, -2, 0},
                lean(fit(open, RemapReconstruction.LINEAR, 1, 5, 6, 4, 1, 0)),
                ROUNDING);
        assertArrayEquals(
                new double[] {-2, -1.5, 0, 2, 3, 4},
                lean(fit(open, RemapReconstruction.LINEAR, 3, 1, 0, 2, 4, 8)),
                ROUNDING);
    }

    @Test
    void aCircleHasNoEnds() {
        Axis circle = AxisOfWidths.of(Boundary.PERIODIC, 1, 1, 1, 1);
        assertArrayEquals(
                new double[] {0, 1, 0, -1}, lean(fit(circle, RemapReconstruction.LINEAR, 1, 2, 3, 2)), ROUNDING);
        double[] widths = {1, 1.5, 0.75, 1, 1.25};
        double[] densities = {1, 2, 4, 3, 1.5};
        for (RemapReconstruction reconstruction : RemapReconstruction.values()) {
            RemapProfile plain = fit(AxisOfWidths.of(Boundary.PERIODIC, widths), reconstruction, densities);
            for (int by = 1; by < 5; by++) {
                RemapProfile turned = fit(
                        AxisOfWidths.of(Boundary.PERIODIC, turned(widths, by)), reconstruction, turned(densities, by));
                assertArrayEquals(turned(plain.left, by), turned.left, ROUNDING);
                assertArrayEquals(turned(plain.right, by), turned.right, ROUNDING);
            }
        }
    }

    private static double[] turned(double[] row, int by) {
        double[] turned = new double[row.length];
        Arrays.setAll(turned, i -> row[(i + by) % row.length]);
        return turned;
    }

    /** Seen in a mirror, left and right change places. */
    @ParameterizedTest
    @EnumSource
    void aMirrorExchangesTheEnds(RemapReconstruction reconstruction) {
        double[] densities = {3, 1, 0, 2, 4, 8, 8.5, 9};
        for (Boundary boundary : new Boundary[] {Boundary.OPEN, Boundary.NO_FLUX, Boundary.CLIPPED}) {
            RemapProfile plain = fit(AxisOfWidths.of(boundary, WIDTHS), reconstruction, densities);
            RemapProfile mirrored =
                    fit(AxisOfWidths.of(boundary, mirrored(WIDTHS)), reconstruction, mirrored(densities));
            assertArrayEquals(mirrored(plain.left), mirrored.right, ROUNDING);
            assertArrayEquals(mirrored(plain.right), mirrored.left, ROUNDING);
        }
    }

    private static double[] mirrored(double[] row) {
        double[] mirrored = new double[row.length];
        Arrays.setAll(mirrored, i -> row[row.length - 1 - i]);
        return mirrored;
    }

    /**
     * Uniform cells: the edge between b and c is (7 (b + c) - (a + d))/12 where slopes are central. The parabola of a cell is made flat at an
     * extreme; where it would overshoot, the end beside the steeper part is moved until the other end is its extreme.
     */
    @Test
    void parabolasAreMonotone() {
        Axis open = AxisOfWidths.of(Boundary.OPEN, 1, 1, 1, 1, 1, 1, 1);
        double[] smooth = {10, 11, 12.25, 13.75, 15.5, 17.5, 19.75};
        RemapProfile parabola = fit(open, RemapReconstruction.PARABOLIC, smooth);
        for (int i = 2; i < 5; i++) {
            double below = (7 * (smooth[i - 1] + smooth[i]) - smooth[i - 2] - smooth[i + 1]) / 12;
            double above = (7 * (smooth[i] + smooth[i + 1]) - smooth[i - 1] - smooth[i + 2]) / 12;
            assertEquals(below, parabola.left[i], ROUNDING);
            assertEquals(above, parabola.right[i], ROUNDING);
        }
        assertEquals(9.5, parabola.left[0], ROUNDING);
        assertEquals(19.75 + 1.125, parabola.right[6], ROUNDING);
        // A step: cell 2 leans from 0 by slopes 0 and 2 · min(1, 9) = 2, over edges 0.5 - 2/6 and 5.5 + (2 - 2)/6.
        RemapProfile step = fit(open, RemapReconstruction.PARABOLIC, 0, 0, 1, 10, 11, 11, 11);
        double l = 0.5 - 2.0 / 6;
        double r = 5.5;
        assertEquals(3 * 1 - 2 * l, step.right[2], ROUNDING, "bends down to its left end: " + r);
        assertEquals(l, step.left[2], ROUNDING);
        assertEquals(mirroredAbout(11, step.right[2]), step.left[3], ROUNDING);
        assertEquals(mirroredAbout(11, step.left[2]), step.right[3], ROUNDING);
        assertEquals(0, step.left[1], 0);
        assertEquals(0, step.right[1], 0);
        assertEquals(11, step.left[4], 0);
        // Falling, the same backwards.
        RemapProfile fall = fit(open, RemapReconstruction.PARABOLIC, 11, 11, 11, 10, 1, 0, 0);
        assertEquals(step.left[2], fall.right[4], ROUNDING);
        assertEquals(step.right[2], fall.left[4], ROUNDING);
        assertEquals(step.left[3], fall.right[3], ROUNDING);
        assertEquals(step.right[3], fall.left[3], ROUNDING);
    }

    private static double mirroredAbout(double twice, double value) {
        return twice - value;
    }

    /** One cell has no neighbour to lean to. */
    @ParameterizedTest
    @EnumSource
    void oneCellIsFlat(RemapReconstruction reconstruction) {
        RemapProfile profile = fit(AxisOfWidths.of(Boundary.PERIODIC, 2), reconstruction, 3);
        assertEquals(6, profile.left[0], 0);
        assertEquals(6, profile.right[0], 0);
        RemapProfile two = fit(AxisOfWidths.of(Boundary.OPEN, 1, 1), reconstruction, 3, 4);
        double half = reconstruction == RemapReconstruction.CONSTANT ? 0 : 0.5;
        assertEquals(3 - half, two.left[0], ROUNDING);
        assertEquals(4 + half, two.right[1], ROUNDING);
    }
}
