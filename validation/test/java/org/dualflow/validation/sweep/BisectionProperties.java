package org.dualflow.validation.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.dualflow.validation.io.schema.CaseProblem;

class BisectionProperties {

    private static Bisection between(double lower, double upper, double width) {
        return new Bisection("k", lower, upper, width, new Threshold("r", 0));
    }

    @Property(tries = 200)
    void theBoundaryOfAMonotoneResultIsFoundToHalfTheWidth(
            @ForAll @DoubleRange(min = -2, max = 3) double at,
            @ForAll @DoubleRange(min = 1e-6, max = 0.9) @Scale(7) double width,
            @ForAll boolean rises)
            throws Exception {
        Bisection bisection = between(-2.5, 3.5, width);
        int[] runs = {0};
        Map<String, Double> found = bisection
                .find(x -> {
                    runs[0]++;
                    return OptionalDouble.of(rises ? x - at : at - x);
                })
                .orElseThrow();
        assertEquals(at, found.getOrDefault(Bisection.BOUNDARY, Double.NaN), 0.5 * width);
        assertEquals(bisection.runs(), runs[0]);
        assertEquals((rises ? -2.5 - at : at + 2.5), found.getOrDefault("boundary.atLower", Double.NaN));
    }

    @Property(tries = 20)
    void aResultOnOneSideHasNoBoundaryAndTakesTwoRuns(@ForAll boolean above) throws Exception {
        int[] runs = {0};
        Map<String, Double> found = between(0, 1, 0.01)
                .find(x -> {
                    runs[0]++;
                    return OptionalDouble.of(above ? 1 + x : -1 - x);
                })
                .orElseThrow();
        assertTrue(Double.isNaN(found.getOrDefault(Bisection.BOUNDARY, 0.0)));
        assertEquals(2, runs[0]);
    }

    @Property(tries = 20)
    void aRunThatGivesNothingEndsIt(@ForAll @DoubleRange(min = 0, max = 1) double last) throws Exception {
        assertTrue(between(0, 1, 0.01)
                .find(x -> x == last || x > 0.3 && x < 0.7 ? OptionalDouble.empty() : OptionalDouble.of(x - 0.5))
                .isEmpty());
    }

    @Property(tries = 50)
    void whatIsWrittenIsReadBack(
            @ForAll @DoubleRange(min = -5, max = 0) double a, @ForAll @DoubleRange(min = 0.1, max = 5) double b) {
        List<CaseProblem> problems = new ArrayList<>();
        Threshold threshold = new Threshold("r", 0.5);
        assertEquals(
                new Bisection("x.y", a, b, 0.05, threshold),
                Bisection.parse("x.y=" + a + ":" + b + ":0.05", threshold, problems)
                        .orElseThrow());
        assertTrue(problems.isEmpty());
        assertTrue(Bisection.parse("x.y=" + b + ":" + a + ":0.05", threshold, problems)
                .isEmpty());
        assertEquals(1, problems.size());
    }
}
