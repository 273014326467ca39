package org.dualflow.validation.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.Test;

/** Every verdict is reached, and every tolerance is broken by a perturbation a little larger than itself. */
class ConvergenceTableTest {

    private static final OrderExpectation TWO = OrderExpectation.exactly(2, 0.1, "test");

    private static Verdict verdict(List<Level> levels, OrderExpectation expectation) {
        return Ladders.table(levels, expectation).verdict();
    }

    @Test
    void twoSidedBand() {
        assertEquals(Verdict.PASS, verdict(Ladders.of(5, 0.1, 2, h -> h * h * (1 + 0.1 * h)), TWO));
        assertEquals(Verdict.FAIL, verdict(Ladders.of(5, 0.1, 2, h -> FastMath.pow(h, 1.85)), TWO));
        assertEquals(Verdict.FAIL, verdict(Ladders.of(5, 0.1, 2, h -> FastMath.pow(h, 2.15)), TWO));
        assertEquals(
                Verdict.INCONCLUSIVE,
                verdict(Ladders.of(5, 0.1, 2, h -> h * h * (1 + 0.3 * FastMath.sin(1 / h))), TWO));
        assertEquals(Verdict.INCONCLUSIVE, verdict(Ladders.of(2, 0.1, 2, h -> h * h), TWO));
        assertEquals(Verdict.AT_FLOOR, verdict(Ladders.of(4, 0.1, 2, h -> 1e-15), TWO));
    }

    @Test
    void aFirstOrderTermThatTakesOverAtTheFineEndFails() {
        assertEquals(Verdict.FAIL, verdict(Ladders.of(6, 0.1, 2, h -> h * h + 0.05 * h), TWO));
    }

    @Test
    void lowerBound() {
        OrderExpectation half = OrderExpectation.atLeast(0.5, 0.05, "test");
        assertEquals(Verdict.PASS, verdict(Ladders.of(4, 0.1, 2, h -> h), half));
        assertEquals(Verdict.PASS, verdict(Ladders.of(4, 0.1, 2, h -> FastMath.pow(h, 0.46)), half));
        assertEquals(Verdict.FAIL, verdict(Ladders.of(4, 0.1, 2, h -> FastMath.pow(h, 0.44)), half));
        assertEquals(Verdict.AT_FLOOR, verdict(Ladders.of(4, 0.1, 2, h -> 0), half));
    }

    @Test
    void expectedRoundOff() {
        OrderExpectation exact = OrderExpectation.roundOff(1e-13, "test");
        assertEquals(Verdict.PASS, verdict(List.of(new Level(1, 0), new Level(0.5, 9e-14)), exact));
        assertEquals(Verdict.FAIL, verdict(List.of(new Level(1, 0), new Level(0.5, 2e-13)), exact));
    }

    @Test
    void leadingConstant() {
        OrderExpectation claim = TWO.withConstant(2, 3, 0.02);
        assertEquals(Verdict.PASS, verdict(Ladders.of(5, 0.1, 2, h -> 3.03 * h * h), claim));
        assertEquals(Verdict.FAIL, verdict(Ladders.of(5, 0.1, 2, h -> 3.07 * h * h), claim));
        assertEquals(Verdict.FAIL, verdict(Ladders.of(5, 0.1, 2, h -> 2.93 * h * h), claim));
        assertEquals(Verdict.INCONCLUSIVE, verdict(Ladders.of(5, 0.1, 2, h -> 3 * h * h * (1 + 6 * h)), claim));
    }

    @Test
    void onlyPassPasses() {
        for (Verdict verdict : Verdict.values()) {
            assertEquals(verdict == Verdict.PASS, verdict.passes());
            assertEquals(Verdict.FAIL, Verdict.FAIL.and(verdict));
            assertEquals(verdict, verdict.and(Verdict.PASS));
        }
        assertEquals(Verdict.FAIL, Verdict.of(Double.NaN, Double.NaN, 0, 1));
    }

    private static ConvergenceTable upwind(double noise, OrderExpectation expectation) {
        List<Level> levels = List.of(
                new Level(0.01, 0.02, 0.02 * noise, 1),
                new Level(0.0025, 0.005, 0.005 * noise, 2),
                new Level(0.000625, 0.00125, 0.00125 * noise, 3));
        return new ConvergenceTable("upwind", "W₁", Resolution.PARTICLES, levels, expectation);
    }

    @Test
    void theTableSaysAll() {
        String text = upwind(0, OrderExpectation.exactly(1, 0.05, "because").withConstant(1, 2, 0.01))
                .toMarkdown();
        assertEquals("""
                **upwind**

                |          N |     W₁ error |   order | time [s] | fit |
                |-----------:|-------------:|--------:|---------:|-----|
                |        100 |      0.02000 |         |    1.000 | ✓   |
                |        400 |     0.005000 |   1.000 |    2.000 | ✓   |
                |       1600 |     0.001250 |   1.000 |    3.000 | ✓   |

                PASS: measured order 1.000 ± 0.000, constant 2.000 ±""", text.substring(0, text.indexOf("±", text.indexOf("constant")) + 1));
        assertTrue(
                text.endsWith(" %; expected order in [0.950, 1.050], constant 2.000 ± 1.000 %.\nWhy: because\n"), text);
    }

    @Test
    void noiseHasAColumn() {
        String text = upwind(0.1, OrderExpectation.atLeast(1, 0.25, "because")).toMarkdown();
        assertTrue(text.contains("""
                |          N |     W₁ error |   std. error |   order | time [s] | fit |
                |-----------:|-------------:|-------------:|--------:|---------:|-----|
                |        100 |      0.02000 |     0.002000 |         |    1.000 | ✓   |
                """), text);
        assertTrue(text.contains("expected order ≥ 0.750."), text);
    }

    @Test
    void whatTablesSayOfFloorsAndFewLevels() {
        ConvergenceTable exact = Ladders.table(
                List.of(new Level(1, 0), new Level(0.5, 9e-14)), OrderExpectation.roundOff(1e-13, "test"));
        assertTrue(
                exact.toMarkdown().contains("PASS: measured error ≤ 9.000e-14; expected error ≤ 1.000e-13.\nWhy: test"),
                exact.toMarkdown());
        ConvergenceTable few = Ladders.table(Ladders.of(2, 0.1, 2, h -> h * h), TWO);
        assertTrue(few.measured().endsWith("too few levels"), few.measured());
        assertTrue(
                few.toMarkdown().contains("|     0.1000 |      0.01000 |         |    0.000 |     |"),
                few.toMarkdown());
        ConvergenceTable floor = Ladders.table(
                Ladders.of(8, 0.1, 2, h -> FastMath.pow(h, 6) + 3e-14), OrderExpectation.exactly(6, 0.5, "test"));
        assertTrue(floor.toMarkdown().contains(".\nFloor estimated at "), floor.toMarkdown());
        ConvergenceTable none = Ladders.table(Ladders.of(4, 0.1, 2, h -> 1e-15), TWO);
        assertEquals("order at floor", none.measured());
    }

    @Test
    void whatIsRefinedIsNamed() {
        assertEquals("N", Resolution.PARTICLES.symbol());
        assertEquals("1/N", Resolution.PARTICLES.parameter());
        assertEquals("Δt", Resolution.TIME_STEP.parameter());
        assertEquals("0.02500", Resolution.TIME_STEP.format(0.025));
    }

    @Test
    void badExpectationsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> OrderExpectation.exactly(1, 0, "why"));
        assertThrows(IllegalArgumentException.class, () -> OrderExpectation.exactly(1, 0.1, " "));
        assertThrows(IllegalArgumentException.class, () -> OrderExpectation.atLeast(0.5, 0.6, "why"));
        assertThrows(IllegalArgumentException.class, () -> OrderExpectation.roundOff(0, "why"));
        assertThrows(IllegalArgumentException.class, () -> TWO.withConstant(2, 0, 0.1));
        assertThrows(IllegalArgumentException.class, () -> TWO.withConstant(2, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> TWO.withConstant(2, 1, 1));
    }
}
