package org.dualflow.validation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoundTicksTest {

    private static List<String> labels(double lower, double upper, int cells) {
        double width = (upper - lower) / cells;
        return RoundTicks.labels(IntStream.range(0, cells)
                .mapToDouble(i -> lower + (i + 0.5) * width)
                .toArray());
    }

    @Test
    void roundNumbersStandInTheirCells() {
        assertEquals(List.of("0", "", "0.2", "", "0.4", "", "0.6", "", "0.8", "1"), labels(0, 1, 10));
        List<String> wall = labels(-1, 1, 64);
        assertEquals("-1", wall.get(0));
        assertEquals("0", wall.get(32));
        assertEquals("1", wall.get(63));
        assertEquals("-0.5", wall.get(16));
        assertEquals(5, wall.stream().filter(label -> !label.isEmpty()).count());
    }

    @Test
    void aSingleCellHasNoNeighboursToMeasureBy() {
        assertEquals(1, labels(0, 1, 1).size());
    }
}
