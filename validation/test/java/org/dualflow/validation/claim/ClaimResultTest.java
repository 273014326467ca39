package org.dualflow.validation.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.dualflow.validation.study.ConvergenceTable;
import org.dualflow.validation.study.Level;
import org.dualflow.validation.study.OrderExpectation;
import org.dualflow.validation.study.Resolution;
import org.dualflow.validation.study.Verdict;
import org.junit.jupiter.api.Test;

/** Results with several tables and bounds, and what is expected of several numbers at once. */
class ClaimResultTest {

    /** Errors 1, 2^-p, 4^-p, …, of which order 1 is expected. */
    private static ConvergenceTable table(String title, double order) {
        List<Level> levels = List.of(1.0, 0.5, 0.25, 0.125, 0.0625).stream()
                .map(h -> new Level(h, Math.pow(h, order), 0, 0))
                .toList();
        return new ConvergenceTable(
                title, "error", Resolution.WIDTH, levels, OrderExpectation.exactly(1, 0.1, "a made-up one"));
    }

    private static ClaimResult.Expectation expectation(String name, Verdict verdict) {
        return new ClaimResult.Expectation(name, verdict);
    }

    @Test
    void eachOfSeveralTablesIsAnExpectationOfItsOwn() {
        ClaimResult result = ClaimResult.of(List.of(table("good", 1), table("bad", 2)), List.of());
        assertEquals(
                List.of(expectation("good: order", Verdict.PASS), expectation("bad: order", Verdict.FAIL)),
                result.expectations());
    }

    @Test
    void tablesOfOneKindAreOneExpectationMetByTheWorst() {
        List<ConvergenceTable> tables = List.of(table("a1", 1), table("a2", 2), table("b1", 1));
        ClaimResult result =
                ClaimResult.ofKinds(tables, table -> table.title().substring(0, 1), List.of(Bound.atMost("x", 0, 1)));
        assertEquals(
                List.of(
                        expectation("a: order", Verdict.FAIL),
                        expectation("b: order", Verdict.PASS),
                        expectation("x", Verdict.PASS)),
                result.expectations());
        assertEquals(Verdict.FAIL, result.verdict());
        assertEquals(3, result.tables().size());
        assertEquals(3, result.plots().size());
    }

    @Test
    void ofNumbersNotedSeveralTimesTheLargestCountsAndOneThatIsNoneStays() {
        WorstOf worst = new WorstOf();
        worst.atMost("x", 1, 3);
        worst.atMost("x", 2, 3);
        worst.atMost("x", 0, 3);
        worst.near("y", 5.5, 5, 1);
        worst.near("y", 4.25, 5, 1);
        worst.atMost("z", 0, 1);
        worst.atMost("z", Double.NEGATIVE_INFINITY, 1);
        worst.atMost("z", 0.5, 1);
        worst.share("s", 1, 4);
        worst.share("s", 3, 4);
        worst.share("t", 1, Double.POSITIVE_INFINITY);
        List<Bound> bounds = worst.bounds();
        assertEquals(Bound.atMost("x", 2, 3), bounds.get(0));
        assertEquals(Bound.atMost("distance of y from 5", 0.75, 1), bounds.get(1));
        assertEquals(Verdict.FAIL, bounds.get(2).verdict());
        assertEquals(Bound.atMost("s", 0.75, 1), bounds.get(3));
        assertEquals(Verdict.FAIL, bounds.get(4).verdict());
        assertEquals(5, bounds.size());
        assertThrows(IllegalArgumentException.class, () -> worst.atMost("x", 0, 2));
    }

    @Test
    void aNumberThatIsNotFiniteMeetsNoBound() {
        assertEquals(
                Verdict.FAIL, Bound.atMost("x", Double.NEGATIVE_INFINITY, 0).verdict());
        assertEquals(
                Verdict.FAIL, Bound.atLeast("x", Double.POSITIVE_INFINITY, 0).verdict());
        assertEquals(Verdict.FAIL, Bound.near("x", Double.NaN, 0, 1).verdict());
        assertEquals(Verdict.PASS, Bound.atMost("x", -Double.MAX_VALUE, 0).verdict());
    }
}
