package org.dualflow.fv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.dualflow.measure.CellMeasure;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.Transports;
import org.dualflow.time.SspRungeKutta;
import org.junit.jupiter.api.Test;

class RowFloorsTest {

    private static final Domain SQUARE = Domain.cube(2, 0, 1, Boundary.PERIODIC);

    @Test
    void rowsWithAnEmptyCellAreUnknown() {
        RowFloors floors = new RowFloors(2, new double[][] {{1, 0, 2}, {1, 3, 2}});
        floors.predict(0, 0, 1, 0, 0.5, 10);
        assertTrue(floors.isUnknown(0));
        assertFalse(floors.isUnknown(1));
    }

    @Test
    void nothingIsKnownWhereFluxesCanUnderflow() {
        double tiny = 0x1p-790;
        RowFloors floors = new RowFloors(2, new double[][] {{tiny, tiny}});
        floors.predict(0, 0, 1, 0, 0.5, 1);
        assertFalse(floors.isUnknown(0));
        floors.predict(0, 0, 1, 0, 0.5, 0x1p20);
        assertTrue(floors.isUnknown(0));
        floors.predict(0, 0, 1, 0, 1 - 0x1p-20, 1);
        assertTrue(floors.isUnknown(0));
    }

    @Test
    void aRowThatBecameUnknownIsMeasuredAtOnceAndAnEmptyOneInTheEnd() {
        RowFloors floors = new RowFloors(2, new double[][] {{0x1p-790}, {0}});
        double[][] later = {{0.5}, {0.5}};
        floors.predict(0, 0, 1, 0, 1, 1);
        floors.measure(0, later);
        floors.predict(1, 1, 0, 0, 0.5, 1);
        assertFalse(floors.isUnknown(0));
        int steps = 0;
        int from = 0;
        while (floors.isUnknown(1)) {
            floors.measure(from, later);
            from = 1 - from;
            floors.predict(1 - from, 1 - from, from, 0, 0, 1);
            steps++;
            assertTrue(steps <= 200);
        }
    }

    /** (1 - ν/ν*) of the bound before, mixed with that of the start: bounds of later stages and what falls below all of them. */
    @Test
    void boundsAreThoseOfTheStages() {
        // Known from 2⁻⁸⁰⁰ times the coefficient on, so a coefficient tells where the bound lies.
        double[][] rows = {{0.5, 1}};
        assertBound(rows, 0, 0.25, 0.75 * 0.5);
        assertBound(rows, 0.75, 0.25, 0.25 * 0.75 * 0.5 + 0.75 * 0.5);
        RowFloors floors = new RowFloors(3, rows);
        floors.predict(0, 0, 1, 0, 0.5, 1);
        floors.predict(1, 0, 2, 0.25, 0.5, 1);
        assertFalse(floors.isUnknown(0));
        double bound = 0.75 * 0.5 * 0.25 + 0.25 * 0.5;
        floors.predict(2, 2, 0, 0, 0, 0x1p800 * bound * (1 - 0x1p-30));
        assertFalse(floors.isUnknown(0));
    }

    private static void assertBound(double[][] rows, double weight, double share, double bound) {
        RowFloors floors = new RowFloors(2, rows);
        floors.predict(0, 0, 1, weight, share, 0x1p800 * bound * (1 - 0x1p-30));
        assertFalse(floors.isUnknown(0), "the bound is less than " + bound);
        floors.predict(0, 0, 1, weight, share, 0x1p800 * bound * (1 + 0x1p-30));
        assertTrue(floors.isUnknown(0), "the bound is more than " + bound);
    }

    /** Of two rows that are unknown, the one that had a bound before the step is measured, the other every 64th time. */
    @Test
    void whatHadABoundIsMeasuredAtOnce() {
        RowFloors floors = new RowFloors(2, new double[][] {{1}, {0}, {1}});
        double[][] later = {{1}, {1}, {1}};
        floors.predict(0, 0, 1, 0, 1, 1);
        floors.measure(0, new double[][] {{1}, {0}, {0}});
        assertFalse(floors.isUnknown(0));
        assertTrue(floors.isUnknown(1));
        assertTrue(floors.isUnknown(2), "measured, and empty");
        int times = 1;
        int level = 1;
        while (floors.isUnknown(1)) {
            floors.predict(level, level, 1 - level, 0, 0, 1);
            floors.measure(level, later);
            level = 1 - level;
            times++;
        }
        assertEquals(65, times);
        assertFalse(floors.isUnknown(2));
    }

    @Property(tries = 200)
    void predictionsHold(
            @ForAll @Size(36) List<@DoubleRange(min = 0, max = 1) Double> masses,
            @ForAll @DoubleRange(min = -1, max = 1) double u,
            @ForAll @DoubleRange(min = -1, max = 1) double v,
            @ForAll @IntRange(min = 0, max = 2) int scheme,
            @ForAll @DoubleRange(min = 0.05, max = 1) double courant) {
        Mesh mesh = Mesh.uniform(SQUARE, 6, 6);
        double[][] rows = mesh.newRows();
        for (int i = 0; i < 36; i++) {
            rows[i / 6][i % 6] = masses.get(i) + 1e-3;
        }
        TransportScheme chosen = List.of(
                        TransportScheme.upwind(),
                        TransportScheme.upwindAtFaces(),
                        TransportScheme.muscl(Limiter.SUPERBEE))
                .get(scheme);
        chosen = chosen.withTime(SspRungeKutta.SSP1).withCfl(courant * chosen.largestCfl());
        RowFloors floors = new RowFloors(2, rows);
        var run = new FiniteVolumeTransport(
                Transports.constant(SQUARE, u, v), chosen, List.of(new CellMeasure(mesh, rows)), List.of(), 0);
        double dt = run.step(0.3);
        double share = dt * 6 * (Math.abs(u) + Math.abs(v)) / chosen.largestCfl();
        double[][] made = run.measure(0).rows();
        for (int r = 0; r < 6; r++) {
            double before = least(rows[r]);
            assertTrue(least(made[r]) >= (1 - share) * before * (1 - 1e-12), "row " + r);
        }
        floors.predict(0, 0, 1, 0, share, 3 * dt);
        assertEquals(1 - share < 1e-12, floors.isUnknown(0));
    }

    /** Tails that underflow while they are carried about: no mass is lost, none negative or not finite. */
    @Test
    void tailsThatUnderflowStaySound() {
        Mesh mesh = Mesh.uniform(SQUARE, 64, 64);
        double[][] rows = mesh.newRows();
        for (int j = 0; j < 64; j++) {
            for (int i = 0; i < 64; i++) {
                double x = mesh.axis(0).point(i) - 0.5;
                double y = mesh.axis(1).point(j) - 0.5;
                rows[j][i] = Math.exp(-1480 * (x * x + y * y));
            }
        }
        CellMeasure start = new CellMeasure(mesh, rows);
        var run = new FiniteVolumeTransport(
                Transports.constant(SQUARE, 1, 1e-3), TransportScheme.upwindAtFaces(), List.of(start), List.of(), 0);
        for (int k = 0; k < 400; k++) {
            run.step(100);
            for (double[] row : run.measure(0).rows()) {
                for (double m : row) {
                    assertTrue(m >= 0 && m < 1);
                }
            }
        }
        assertEquals(start.mass(), run.measure(0).mass(), 400 * 20 * Math.ulp(0.5) * start.mass());
    }

    private static double least(double[] row) {
        double least = Double.POSITIVE_INFINITY;
        for (double m : row) {
            least = Math.min(least, m);
        }
        return least;
    }
}
