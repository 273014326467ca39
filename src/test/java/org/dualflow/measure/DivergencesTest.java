package org.dualflow.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.dualflow.mesh.Axis;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.junit.jupiter.api.Test;

class DivergencesTest {

    private static final Domain.Side SIDE = new Domain.Side(0, 4, Boundary.NO_FLUX, Boundary.NO_FLUX);

    /** Cells of widths 1 and 3 along each axis. */
    private static final Mesh GRADED = Mesh.of(graded(), graded(), graded());

    private static Axis graded() {
        return Axis.graded(SIDE, 2, s -> s * s);
    }

    private static CellMeasure one(int row, int i, double mass) {
        double[][] rows = GRADED.newRows();
        rows[row][i] = mass;
        return new CellMeasure(GRADED, rows);
    }

    /** The mass of one cell over its volume 1, 3, 9 or 27; cell 0 of row j + 2k. */
    @Test
    void largestDifferenceOfDensities() {
        CellMeasure none = one(0, 0, 0);
        assertEquals(2, Divergences.lInfinity(one(0, 0, 2), none));
        assertEquals(2.0 / 3, Divergences.lInfinity(one(0, 1, 2), none));
        assertEquals(2.0 / 3, Divergences.lInfinity(none, one(1, 0, 2)));
        assertEquals(2.0 / 3, Divergences.lInfinity(one(2, 0, 2), none));
        assertEquals(2.0 / 9, Divergences.lInfinity(one(3, 0, 2), none));
        assertEquals(2.0 / 27, Divergences.lInfinity(none, one(3, 1, 2)));
        assertEquals(1, Divergences.lInfinity(one(0, 0, 2), one(0, 0, 1)));
    }

    @Test
    void meshesOfOtherFacesAreRefused() {
        Mesh even = Mesh.uniform(new Domain(List.of(SIDE, SIDE, SIDE)), 2, 2, 2);
        CellMeasure other = new CellMeasure(even, even.newRows());
        CellMeasure line = new CellMeasure(Mesh.of(graded()), new double[1][2]);
        for (CellMeasure b : List.of(other, line)) {
            assertThrows(IllegalArgumentException.class, () -> Divergences.lInfinity(one(0, 0, 1), b));
            assertThrows(IllegalArgumentException.class, () -> Divergences.l1(one(0, 0, 1), b));
        }
        Mesh same = Mesh.of(graded(), graded(), graded());
        assertEquals(1, Divergences.l1(one(0, 0, 1), new CellMeasure(same, same.newRows())));
    }

    /** p log(p/q) - p + q by its series: for p = q(1 + t) it is q (t²/2 - t³/6 + t⁴/12 - …). */
    @Test
    void smallDivergencesKeepTheirDigits() {
        double q = 0.7;
        for (double t : new double[] {1e-9, -1e-5, 0.01, -0.0199}) {
            double p = q * (1 + t);
            double exact = 0;
            double d = (p - q) / q;
            for (int k = 30; k >= 2; k--) {
                exact += q * Math.pow(-d, k) / (k * (k - 1));
            }
            assertEquals(exact, Divergences.kullbackLeibler(one(0, 0, p), one(0, 0, q)), 1e-14 * exact);
        }
        // On both sides of where the formula changes, and beyond twice as much.
        for (double p : new double[] {q * 1.0201, q * 1.9, q * 2, q * 2.1, q * 10}) {
            assertEquals(
                    p * Math.log(p / q) - p + q, Divergences.kullbackLeibler(one(0, 0, p), one(0, 0, q)), 1e-15 * p);
        }
    }
}
