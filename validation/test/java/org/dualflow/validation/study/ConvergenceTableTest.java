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

    @Test
    void theTableSaysAll() {
        ConvergenceTable table = new ConvergenceTable(
                "upwind",
                "W₁",
                Resolution.PARTICLES,
                List.of(
                        new Level(0.01, 0.02, 0, 1),
                        new Level(0.0025, 0.005, 0, 2),
                        new Level(0.000625, 0.00125, 0, 3)),
                OrderExpectation.exactly(1, 0.05, "because").withConstant(1, 2, 0.01));
        String text = table.toMarkdown();
        assertTrue(text.contains("|       1600 |"), text);
        assertTrue(text.contains("1.000"), text);
        assertTrue(text.contains("PASS: measured order 1.000 ± 0.000, constant 2.000"), text);
        assertTrue(text.contains("Why: because"), text);
    }

    @Test
    void badExpectationsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> OrderExpectation.exactly(1, 0, "why"));
        assertThrows(IllegalArgumentException.class, () -> OrderExpectation.exactly(1, 0.1, " "));
        assertThrows(IllegalArgumentException.class, () -> OrderExpectation.atLeast(0.5, 0.6, "why"));
        assertThrows(IllegalArgumentException.class, () -> OrderExpectation.roundOff(0, "why"));
        assertThrows(IllegalArgumentException.class, () -> TWO.withConstant(2, -1, 0.1));
    }
}
