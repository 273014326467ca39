package org.dualflow.validation.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.dualflow.validation.study.OrderExpectation;
import org.dualflow.validation.study.Verdict;
import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.Test;

class ClaimRunnerTest {

    private static Claim order(double p) {
        return new OrderClaim(
                "first-order",
                "synthetic",
                "L¹",
                Ladder.cells(2, 10, 20, 40, 80),
                cells -> ErrorSample.exact(FastMath.pow(2.0 / cells, p)),
                OrderExpectation.exactly(1, 0.05, "test"));
    }

    private static Claim bound(String id, Claim.Suite suite, Function<ClaimProgress, ClaimResult> computation) {
        return new BoundClaim(id, "title", "statement", "expected", "why", suite, computation);
    }

    @Test
    void anOrderClaimIsJudgedByItsExpectation() {
        ClaimRunner runner = new ClaimRunner(ClaimRunner.Listener.SILENT);
        assertEquals(Verdict.PASS, runner.run(order(1)).result().verdict());
        assertEquals(Verdict.FAIL, runner.run(order(0.94)).result().verdict());
        assertEquals(Verdict.FAIL, runner.run(order(1.06)).result().verdict());
    }

    @Test
    void anOrderClaimIsPlotted() {
        Plot plot = order(1).check().plots().get(0);
        assertTrue(plot.logarithmic());
        assertEquals(2, plot.curves().size());
        assertEquals(0.2, plot.curves().get(1).y().get(0), 1e-14);
        assertEquals(0.025, plot.curves().get(1).y().get(1), 1e-14);
    }

    @Test
    void boundsAreJudgedAtTheirEdges() {
        assertEquals(Verdict.PASS, Bound.atMost("x", 1, 1).verdict());
        assertEquals(Verdict.FAIL, Bound.atMost("x", Math.nextUp(1), 1).verdict());
        assertEquals(Verdict.FAIL, Bound.atLeast("x", Math.nextDown(1), 1).verdict());
        assertEquals(Verdict.FAIL, Bound.near("x", 1.2, 1, 0.1).verdict());
        assertEquals(Verdict.FAIL, Bound.near("x", Double.NaN, 1, 0.1).verdict());
        assertEquals(
                Verdict.FAIL,
                ClaimResult.of(Bound.atMost("x", 0, 1), Bound.atMost("y", 2, 1)).verdict());
        assertThrows(IllegalArgumentException.class, ClaimResult::of);
    }

    @Test
    void anExceptionIsAFailureAndStopsNobody() {
        List<String> seen = new ArrayList<>();
        ClaimRunner runner = new ClaimRunner(new ClaimRunner.Listener() {
            @Override
            public void started(Claim claim, int index, int total) {
                seen.add(index + "/" + total + " " + claim.id());
            }

            @Override
            public void progressed(Claim claim, double fraction, String what) {
                seen.add(fraction + " " + what);
            }

            @Override
            public void finished(ClaimOutcome outcome) {
                seen.add(outcome.result().verdict().toString());
            }
        });
        List<ClaimOutcome> outcomes = runner.run(List.of(
                bound("breaks", Claim.Suite.FAST, progress -> {
                    throw new IllegalStateException("broken");
                }),
                bound("holds", Claim.Suite.FAST, progress -> {
                    progress.report(0.5, "half");
                    return ClaimResult.of(Bound.atMost("x", 0, 1));
                })));
        assertFalse(outcomes.get(0).passes());
        assertTrue(outcomes.get(0).result().measured().contains("broken"));
        assertTrue(outcomes.get(1).passes());
        assertEquals(List.of("0/2 breaks", "FAIL", "1/2 holds", "0.5 half", "PASS"), seen);
    }

    @Test
    void aSetOfClaimsIsChecked() {
        Claim fast = bound("fast-one", Claim.Suite.FAST, p -> ClaimResult.of(Bound.atMost("x", 0, 1)));
        Claim full = bound("full-one", Claim.Suite.FULL, p -> ClaimResult.of(Bound.atMost("x", 0, 1)));
        Claims claims = new Claims(List.of(fast, full));
        assertEquals(List.of(fast), claims.suite(Claim.Suite.FAST));
        assertEquals(List.of(fast, full), claims.suite(Claim.Suite.FULL));
        assertEquals(full, claims.find("full-one").orElseThrow());
        assertTrue(claims.find("none").isEmpty());
        assertThrows(IllegalArgumentException.class, () -> new Claims(List.of(fast, fast)));
        Claim shouting = bound("Not_Kebab", Claim.Suite.FAST, p -> ClaimResult.of(Bound.atMost("x", 0, 1)));
        assertThrows(IllegalArgumentException.class, () -> new Claims(List.of(shouting)));
    }
}
