package org.dualflow.validation.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.dualflow.validation.study.ConvergenceTable;
import org.dualflow.validation.study.OrderExpectation;
import org.dualflow.validation.study.Resolution;
import org.dualflow.validation.study.Verdict;
import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    private static Claim slow(String id, Claim.Suite suite, CountDownLatch after, CountDownLatch before) {
        return bound(id, suite, progress -> {
            await(after);
            before.countDown();
            return ClaimResult.of(Bound.atMost("x", 0, 1));
        });
    }

    /** The first one ends last, which needs two threads. */
    @Test
    void outcomesAreInTheOrderOfTheClaimsForEveryNumberOfThreads() {
        CountDownLatch open = new CountDownLatch(0);
        CountDownLatch second = new CountDownLatch(1);
        List<String> finished = new ArrayList<>();
        ClaimRunner runner = new ClaimRunner(new ClaimRunner.Listener() {
            @Override
            public void finished(ClaimOutcome outcome) {
                finished.add(outcome.claim().id());
                second.countDown();
            }
        });
        List<Claim> claims =
                List.of(slow("first", Claim.Suite.FAST, second, open), slow("second", Claim.Suite.FAST, open, open));
        List<ClaimOutcome> outcomes = runner.run(claims, 2, () -> false);
        assertEquals(
                List.of("first", "second"),
                outcomes.stream().map(o -> o.claim().id()).toList());
        assertEquals(List.of("second", "first"), finished);
    }

    @Test
    void longClaimsBeginFirst() {
        List<String> begun = new ArrayList<>();
        ClaimRunner runner = new ClaimRunner(new ClaimRunner.Listener() {
            @Override
            public void started(Claim claim, int index, int total) {
                begun.add(claim.id());
            }
        });
        CountDownLatch open = new CountDownLatch(0);
        Claim fast = slow("fast", Claim.Suite.FAST, open, open);
        Claim full = slow("full", Claim.Suite.FULL, open, open);
        assertEquals(
                List.of(fast, full),
                runner.run(List.of(fast, full)).stream()
                        .map(ClaimOutcome::claim)
                        .toList());
        assertEquals(List.of("full", "fast"), begun);
    }

    /** The second claim is finished when the last one begins on its thread; only then is it time to give up. What runs is interrupted. */
    @Test
    void whatIsFinishedWhenARunIsGivenUpIsKept() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(2);
        CountDownLatch interrupted = new CountDownLatch(2);
        Claim done = holds("done");
        List<ClaimOutcome> outcomes = new ClaimRunner(ClaimRunner.Listener.SILENT)
                .run(
                        List.of(hangs("first", begun, interrupted), done, hangs("last", begun, interrupted)),
                        2,
                        () -> begun.getCount() == 0);
        assertEquals(List.of(done), outcomes.stream().map(ClaimOutcome::claim).toList());
        assertTrue(outcomes.get(0).passes());
        assertTrue(interrupted.await(30, TimeUnit.SECONDS));
    }

    private static Claim hangs(String id, CountDownLatch begun, CountDownLatch interrupted) {
        return bound(id, Claim.Suite.FAST, progress -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw new CancellationException();
            }
            return ClaimResult.of(Bound.atMost("x", 0, 1));
        });
    }

    private static Claim holds(String id) {
        return bound(id, Claim.Suite.FAST, p -> ClaimResult.of(Bound.atMost("x", 0, 1)));
    }

    /** Whatever the want of memory has led to. Beside it runs a claim that goes on for a while when memory has run out. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aClaimWithoutMemoryBesideOthersIsRunAgainAlone(boolean wrapped) {
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch beside = new CountDownLatch(1);
        CountDownLatch full = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        Claim greedy = bound("greedy", Claim.Suite.FAST, progress -> {
            if (runs.incrementAndGet() == 1) {
                await(beside);
                full.countDown();
                OutOfMemoryError error = new OutOfMemoryError("beside others");
                if (wrapped) {
                    throw new IllegalStateException("a worker broke down", error);
                }
                throw error;
            }
            return ClaimResult.of(Bound.atLeast("the other one has ended", ended.get() ? 1 : 0, 1));
        });
        Claim other = bound("other", Claim.Suite.FAST, p -> {
            beside.countDown();
            await(full);
            LockSupport.parkNanos(200_000_000);
            ended.set(true);
            return ClaimResult.of(Bound.atMost("x", 0, 1));
        });
        ClaimRunner runner = new ClaimRunner(ClaimRunner.Listener.SILENT);
        List<ClaimOutcome> outcomes = runner.run(List.of(greedy, other), 2, () -> false);
        assertEquals(
                List.of(greedy, other),
                outcomes.stream().map(ClaimOutcome::claim).toList());
        assertTrue(outcomes.get(0).passes(), outcomes.toString());
        assertEquals(2, runs.get());
        runs.set(0);
        assertFalse(runner.run(List.of(greedy), 1, () -> false).get(0).passes());
        assertEquals(1, runs.get());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new CancellationException();
        }
    }

    /** Cause by cause with its place, and no frames. */
    @Test
    void aFailureTellsItsCausesAndIsNoStackTrace() {
        Claim broken = bound("broken", Claim.Suite.FAST, progress -> {
            throw new IllegalStateException("outer", new ArithmeticException("inner"));
        });
        ClaimResult result = new ClaimRunner(ClaimRunner.Listener.SILENT)
                .run(List.of(broken))
                .get(0)
                .result();
        assertTrue(result.brokeDown());
        assertEquals(2, result.notes().size());
        assertTrue(result.notes().get(0).contains("outer (ClaimRunnerTest.java, line "), result.toString());
        assertTrue(result.notes().get(1).startsWith("caused by java.lang.ArithmeticException: inner"));
    }

    @Test
    void everyExpectationHasItsOwnVerdict() {
        ClaimResult result = ClaimResult.of(Bound.atMost("x", 0, 1), Bound.atMost("y", 2, 1));
        assertEquals(
                List.of(new ClaimResult.Expectation("x", Verdict.PASS), new ClaimResult.Expectation("y", Verdict.FAIL)),
                result.expectations());
        ConvergenceTable table = new ConvergenceTable(
                "title",
                "L¹",
                Resolution.WIDTH,
                Ladder.cells(2, 10, 20, 40, 80)
                        .climb(cells -> ErrorSample.exact(3 * FastMath.pow(2.0 / cells, 1)), ClaimProgress.SILENT),
                OrderExpectation.exactly(1, 0.05, "test").withConstant(1, 2, 0.1));
        assertEquals(
                List.of(
                        new ClaimResult.Expectation("order", Verdict.PASS),
                        new ClaimResult.Expectation("constant", Verdict.FAIL)),
                ClaimResult.of(table).expectations());
        assertEquals(Verdict.FAIL, table.verdict());
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
