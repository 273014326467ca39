package org.dualflow.validation.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dualflow.validation.study.MeanEstimate;
import org.junit.jupiter.api.Test;

class BoundaryTest {

    private static final SweepAxis X = new SweepAxis("x", List.of("a", "b", "c"));

    private static Boundary of(SweepAxis y, double[][] places) {
        SweepPlan plan =
                new SweepPlan("c", "", List.of(), List.of(X, y), places[0].length, Map.of("seed", 1L), null, Map.of());
        List<PointRecord> points = new ArrayList<>();
        for (int p = 0; p < plan.points(); p++) {
            int[] choice = plan.choice(p / plan.repeats());
            double place = places[choice[0]][p % plan.repeats()];
            Map<String, Double> values = new LinkedHashMap<>();
            values.put("r", y.numbers()[choice[1]] > place ? 1.0 : 0.0);
            points.add(new PointRecord(p, values, List.of()));
        }
        return Boundary.of(plan, SweepTable.of(plan, points), new Threshold("r", 0.5))
                .orElseThrow();
    }

    /** Steps of 1 from 1 to 4: a place between two of them is told by the middle. */
    @Test
    void placesOfReplicatesAreAveraged() {
        SweepAxis y = new SweepAxis("y", List.of("1", "2", "3", "4"));
        Boundary boundary = of(y, new double[][] {{1.2, 1.2}, {1.2, 3.7}, {9, 0}});
        assertEquals(1.5, boundary.place(0), 1e-12);
        assertEquals(0, boundary.error(0));
        assertEquals(2.5, boundary.place(1), 1e-12);
        assertEquals(1, boundary.error(1), 1e-12, "√(((1.5 - 2.5)² + (3.5 - 2.5)²)/(2·1))");
        assertEquals(2.5, boundary.place(2), 1e-12);
        assertArrayEquals(new boolean[] {false, false, true}, boundary.open());
        assertTrue(boundary.table().rows().get(2).get(1).endsWith("(or beyond)"));
    }

    @Test
    void onAnAxisOfAConstantRatioTheMiddleIsGeometric() {
        SweepAxis y = new SweepAxis("y", List.of("1", "4", "16"));
        Boundary boundary = of(y, new double[][] {{2}, {5}, {4}});
        assertEquals(2, boundary.place(0), 1e-12);
        assertEquals(8, boundary.place(1), 1e-12);
        assertTrue(Double.isNaN(boundary.error(1)));
        assertEquals(8, boundary.place(2), 1e-12, "a point at the level is not above it");
    }

    @Test
    void aResultThatFallsHasItsBoundaryToo() {
        SweepAxis y = new SweepAxis("y", List.of("1", "2", "3", "4"));
        SweepPlan plan = new SweepPlan("c", "", List.of(), List.of(X, y), 0, Map.of(), null, Map.of());
        List<PointRecord> points = new ArrayList<>();
        for (int p = 0; p < plan.points(); p++) {
            points.add(new PointRecord(p, Map.of("r", 2.2 - y.numbers()[p % 4]), List.of()));
        }
        Boundary boundary = Boundary.of(plan, SweepTable.of(plan, points), new Threshold("r", 0))
                .orElseThrow();
        assertEquals(2.5, boundary.place(0), 1e-12);
        assertArrayEquals(new boolean[3], boundary.open());
    }

    /** Of the two replicates the second failed where it would have been above. */
    @Test
    void aReplicateWithAFailedPointIsLeftOut() {
        SweepAxis y = new SweepAxis("y", List.of("1", "2", "3", "4"));
        SweepPlan plan = new SweepPlan("c", "", List.of(), List.of(X, y), 2, Map.of("seed", 1L), null, Map.of());
        List<PointRecord> points = new ArrayList<>();
        for (int p = 0; p < plan.points(); p++) {
            int[] choice = plan.choice(p / 2);
            boolean fails = choice[0] == 2 || choice[0] == 1 && p % 2 == 1 && choice[1] == 3;
            double value = choice[1] > 1 && !fails ? 1 : 0;
            points.add(new PointRecord(
                    p,
                    Map.of("grid.completed", fails ? 0.0 : 1, "other.completed", 0.0, "grid.r", value),
                    fails ? List.of("grid: it blew up") : List.of()));
        }
        Boundary boundary = Boundary.of(plan, SweepTable.of(plan, points), new Threshold("grid.r", 0.5))
                .orElseThrow();
        assertEquals(2.5, boundary.place(0), 1e-12);
        assertEquals(2.5, boundary.place(1), 1e-12);
        assertTrue(Double.isNaN(boundary.place(2)));
        assertEquals(
                List.of(2, 1, 0),
                boundary.estimates().stream().map(MeanEstimate::count).toList());
        assertArrayEquals(new boolean[3], boundary.open());
        assertEquals("2.500 (1 of 2 replicates)", boundary.table().rows().get(1).get(1));
        assertTrue(boundary.table().rows().get(2).get(1).startsWith("not known"));
    }

    @Test
    void itStandsInTheMapInUnitsOfCells() {
        SweepAxis y = new SweepAxis("y", List.of("1", "2", "3", "4"));
        var line = of(y, new double[][] {{1.2}, {2.2}, {3.2}}).line();
        assertArrayEquals(new double[] {0, 1, 2}, line.columns());
        assertArrayEquals(new double[] {0.5, 1.5, 2.5}, line.rows());
    }
}
