package org.dualflow.validation.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dualflow.validation.report.LinePlot;
import org.dualflow.validation.report.MapPlot;
import org.dualflow.validation.report.Plot;
import org.hipparchus.stat.descriptive.DescriptiveStatistics;
import org.junit.jupiter.api.Test;

class SweepTableTest {

    private static final SweepPlan PLAN = new SweepPlan(
            "case.yaml",
            "model: none",
            List.of(),
            List.of(new SweepAxis("a", List.of("1.0", "2.0")), new SweepAxis("b", List.of("x", "y", "z"))),
            3,
            Map.of("particles.seed", 7L),
            null,
            Map.of());

    /** {@code grid.q} is 100 a + 10 b + r²; only points of b = y have an event; the last point has no q. */
    private static List<PointRecord> points() {
        List<PointRecord> points = new ArrayList<>();
        for (int p = 0; p < PLAN.points(); p++) {
            int[] choice = PLAN.choice(p / 3);
            int r = p % 3;
            Map<String, Double> values = new LinkedHashMap<>();
            if (p < PLAN.points() - 1) {
                values.put("grid.observables.q", 100.0 * choice[0] + 10.0 * choice[1] + r * r);
            }
            if (choice[1] == 1) {
                values.put("grid.events.e:s", 0.5 * choice[0]);
            }
            values.put("grid.observables.late", 1.0 / 3);
            points.add(new PointRecord(p, values, List.of()));
        }
        return points;
    }

    @Test
    void aRowSaysWhichPointItIsAndWhatItGave() {
        SweepTable table = SweepTable.of(PLAN, points());
        String[] lines = new String(table.csv(), StandardCharsets.UTF_8).split("\n");
        assertEquals(
                "point,a,b,replicate,particles.seed,grid.observables.q,grid.observables.late,grid.events.e:s",
                lines[0]);
        assertEquals("4,1.0,y,1," + Seeds.of(7, 1, 1) + ",11.0,0.3333333333333333,0.0", lines[5]);
        assertEquals("17,2.0,z,2," + Seeds.of(7, 5, 2) + ",NaN,0.3333333333333333,NaN", lines[18]);
    }

    @Test
    void hdf5HoldsTheSameColumnsAndTheSameBytesEveryTime() throws Exception {
        SweepTable table = SweepTable.of(PLAN, points());
        byte[] bytes = Tables.hdf5(Map.of("sweep", table.columns()), PLAN.describe());
        assertArrayEquals(bytes, Tables.hdf5(Map.of("sweep", table.columns()), PLAN.describe()));
        try (HdfFile file = HdfFile.fromBytes(bytes)) {
            for (Column column : table.columns()) {
                Object data = file.getDatasetByPath("/sweep/" + column.name()).getData();
                for (int row = 0; row < PLAN.points(); row++) {
                    assertEquals(column.cell(row), String.valueOf(java.lang.reflect.Array.get(data, row)));
                }
            }
        }
    }

    @Test
    void statisticsAreThoseOfTheFiniteReplicates() {
        SweepStatistics statistics = SweepStatistics.of(PLAN, SweepTable.of(PLAN, points()));
        SweepStatistics.Spread q = statistics.spreads().get(0);
        for (int c = 0; c < 6; c++) {
            DescriptiveStatistics expected = new DescriptiveStatistics();
            points().subList(3 * c, 3 * c + 3)
                    .forEach(point -> expected.addValue(point.values().getOrDefault("grid.observables.q", Double.NaN)));
            if (c < 5) {
                assertEquals(3, q.count()[c]);
                assertEquals(expected.getMean(), q.mean()[c], 1e-12);
                assertEquals(expected.getStandardDeviation(), q.deviation()[c], 1e-12);
            }
        }
        assertEquals(2, q.count()[5]);
        assertEquals(120.5, q.mean()[5]);
        SweepStatistics.Spread event = statistics.spreads().get(2);
        assertEquals(0, event.count()[0]);
        assertTrue(Double.isNaN(event.mean()[0]));
    }

    @Test
    void twoAxesGiveMapsAndOneAxisGivesLinesOfWhatVaries() {
        List<Plot> maps = new SweepPlots(PLAN, List.of(), Optional.empty())
                .of(SweepStatistics.of(PLAN, SweepTable.of(PLAN, points())));
        assertEquals(
                List.of("grid.events.e:s", "grid.observables.q"),
                maps.stream().map(Plot::title).toList());
        MapPlot map = (MapPlot) maps.get(0);
        assertEquals(List.of("x", "y", "z"), map.yNames());
        assertEquals(0.5, map.z()[1][1]);
        assertEquals(0.5, map.max());
        assertTrue(Double.isNaN(map.z()[0][0]));

        SweepPlan line = new SweepPlan("c", "", List.of(), PLAN.axes().subList(1, 2), 3, PLAN.seeds(), null, Map.of());
        List<Plot> lines = new SweepPlots(line, List.of("q"), Optional.empty())
                .of(SweepStatistics.of(line, SweepTable.of(line, points().subList(0, 9))));
        LinePlot plot = (LinePlot) lines.get(0);
        assertEquals(2 + 3, plot.curves().size(), "a line, its points and three bars");
        assertFalse(plot.curves().get(2).y()[0] == plot.curves().get(2).y()[1]);
    }

    @Test
    void aRecordReadsBackAndNothingElseDoes() {
        PointRecord record = new PointRecord(
                3, Map.of("grid.observables.q", 0.1 + 0.2, "n", Double.NaN), List.of("grid: CFL at t = 1"));
        String text = record.toText("abc");
        assertEquals(record, PointRecord.parse(text, 3, "abc").orElseThrow());
        assertTrue(PointRecord.parse(text, 4, "abc").isEmpty());
        assertTrue(PointRecord.parse(text, 3, "abd").isEmpty());
        for (int i = 0; i < text.length(); i++) {
            String cut = text.substring(0, i);
            String changed = cut + (char) (text.charAt(i) ^ 1) + text.substring(i + 1);
            assertTrue(PointRecord.parse(cut, 3, "abc").isEmpty());
            assertTrue(PointRecord.parse(changed, 3, "abc").isEmpty());
        }
    }

    @Test
    void shardsShareThePoints() {
        int[] seen = new int[23];
        for (int k = 1; k <= 5; k++) {
            for (int point : new Shard(k, 5).points(23)) {
                seen[point]++;
            }
        }
        for (int times : seen) {
            assertEquals(1, times);
        }
        for (String wrong : new String[] {"0/2", "3/2", "1", "a/b", "1/2/3", "-1/2", ""}) {
            assertTrue(Shard.parse(wrong).isEmpty(), wrong);
        }
    }
}
