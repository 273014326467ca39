package org.dualflow.validation.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.dualflow.validation.io.schema.CaseProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepAxisTest {

    private static SweepAxis axis(String text) {
        List<CaseProblem> problems = new ArrayList<>();
        SweepAxis axis = SweepAxis.parse(text, problems).orElseThrow(() -> new AssertionError(problems.toString()));
        assertTrue(problems.isEmpty());
        return axis;
    }

    @Test
    void aRangeHasBothEndsAndEvenSteps() {
        assertArrayEquals(
                new double[] {0, 0.1, 0.2, 0.3, 0.4, 0.5}, axis("a.b=0:0.5:6").numbers(), 1e-15);
        assertEquals("0.3", axis("a.b=0:1:11").values().get(3));
        assertArrayEquals(new double[] {2, 0, -2}, axis("a=2:-2:3").numbers());
    }

    @Test
    void aLogarithmicRangeHasAConstantRatio() {
        double[] x = axis("a=1e-2:10:4:log").numbers();
        assertArrayEquals(new double[] {0.01, 0.1, 1, 10}, x, 1e-14);
        assertEquals(10, x[3]);
        assertTrue(new AxisScale(axis("a=1e-2:10:4:log")).isLogarithmic());
        assertTrue(new AxisScale(axis("a=1:4:4")).isEven());
        assertFalse(new AxisScale(axis("a=1,2,4,9")).isLogarithmic());
    }

    @Test
    void commasWithinBracketsSeparateNothing() {
        assertEquals(
                List.of("{uniform: [-1, 1]}", "{dirac: 0.5}"),
                axis("i={uniform: [-1, 1]}, {dirac: 0.5}").values());
        assertEquals(
                List.of("minmod", "van-leer"),
                axis("grid.limiter=minmod,van-leer").values());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "x;path=a:b:n",
                "=1,2;path=a:b:n",
                "a=1:2;an integer n",
                "a=1:2:1;from 2",
                "a=1:1:5;different numbers",
                "a=1:2:9999999;from 2",
                "a=0:2:3:log;positive numbers",
                "a=1,1;once",
                "a=1,,2;separated by commas",
                "a=;separated by commas"
            })
    void anythingElseIsRefusedInOneLine(String text, String allowed) {
        List<CaseProblem> problems = new ArrayList<>();
        SweepAxis.parse(text, problems);
        assertEquals(1, problems.size(), problems.toString());
        assertTrue(problems.get(0).toString().contains(allowed), problems.toString());
    }
}
