package org.dualflow.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.dualflow.generators.MeshGenerators;

/** Faces and points of axes. What is compared with tolerance 0 is a promise that other packages rely on. */
final class AxisProperties {

    @Provide
    Arbitrary<Axis> axes() {
        return MeshGenerators.axes(60);
    }

    @Property
    void endsAreExact(@ForAll("axes") Axis axis) {
        Domain.Side side = axis.side();
        int n = axis.cells();
        if (side.atLower() == Boundary.CLIPPED) {
            assertEquals(side.lower(), axis.point(0), 0);
        } else {
            assertEquals(side.lower(), axis.face(0), 0);
        }
        if (side.atUpper() == Boundary.CLIPPED) {
            assertEquals(side.upper(), axis.point(n - 1), 0);
        } else {
            assertEquals(side.upper(), axis.face(n), 0);
        }
        assertEquals(side.lower(), axis.cellLower(0), 0);
        assertEquals(side.upper(), axis.cellUpper(n - 1), 0);
    }

    @Property
    void pointsLieInTheirCellsAndAreFoundThere(@ForAll("axes") Axis axis) {
        for (int i = 0; i < axis.cells(); i++) {
            assertTrue(axis.face(i) < axis.point(i) && axis.point(i) < axis.face(i + 1));
            assertTrue(axis.point(i) >= axis.side().lower()
                    && axis.point(i) <= axis.side().upper());
            assertEquals(i, axis.locate(axis.point(i)));
            assertEquals(i, axis.locate(axis.cellLower(i)));
            assertEquals(axis.face(i + 1) - axis.face(i), axis.width(i), 8 * Math.ulp(4.0));
            assertTrue(axis.minWidth() <= axis.width(i));
        }
    }

    /** k x / k is not x for a tenth of all k and x. */
    @Property
    void uniformEndsAreExactForAnyInterval(
            @ForAll @DoubleRange(min = 0.1, max = 10) @Scale(6) double upper,
            @ForAll @IntRange(min = 2, max = 2000) int n) {
        Axis axis = Axis.uniform(new Domain.Side(-upper, upper, Boundary.CLIPPED, Boundary.CLIPPED), n);
        assertEquals(-upper, axis.point(0), 0);
        assertEquals(upper, axis.point(n - 1), 0);
        for (int i = 0; i < n; i++) {
            assertEquals(axis.point(i), -axis.point(n - 1 - i), 0);
        }
    }

    @Example
    void cellsBelowTheSpacingOfDoublesAreRefused() {
        Domain.Side side = new Domain.Side(1, 1 + 4 * Math.ulp(1.0), Boundary.NO_FLUX, Boundary.NO_FLUX);
        assertThrows(IllegalArgumentException.class, () -> Axis.uniform(side, 10));
    }

    @Example
    void stretchingMustIncrease() {
        Domain.Side side = new Domain.Side(0, 1, Boundary.CLIPPED, Boundary.NO_FLUX);
        assertThrows(IllegalArgumentException.class, () -> Axis.graded(side, 5, s -> 0.5));
        assertThrows(IllegalArgumentException.class, () -> Axis.graded(side, 5, s -> Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Axis.graded(side, 5, s -> 2 * s));
    }
}
