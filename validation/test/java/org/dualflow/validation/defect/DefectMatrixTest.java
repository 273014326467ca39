package org.dualflow.validation.defect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dualflow.validation.claim.Bound;
import org.dualflow.validation.claim.BoundClaim;
import org.dualflow.validation.claim.Claim;
import org.dualflow.validation.claim.ClaimOutcome;
import org.dualflow.validation.claim.ClaimResult;
import org.dualflow.validation.claim.Claims;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DefectMatrixTest {

    private static final MatrixRunner.Listener SILENT = (part, fraction, line) -> {};

    private static Claim claim(String id) {
        return new BoundClaim(id, "t", "s", "e", "w", Claim.Suite.FAST, p -> ClaimResult.of(Bound.atMost("x", 0, 1)));
    }

    private static Defect defect(String id, String... caughtBy) {
        return Defect.of(id, "d", "mesh/Axis", "a", "b", caughtBy);
    }

    private static ClaimOutcome outcome(Claim claim, double... values) {
        Bound[] bounds = new Bound[values.length];
        for (int i = 0; i < bounds.length; i++) {
            bounds[i] = Bound.atMost("value " + i, values[i], 1);
        }
        return new ClaimOutcome(claim, ClaimResult.of(bounds), 1);
    }

    private static final Claim A = claim("a");
    private static final Claim B = claim("b");

    /** Each defect has its first claim; a claim that is nobody's first has the first defect that names it. */
    @Test
    void aSparsePlanAsksEveryoneOnceOrTwice() {
        Defect one = defect("one", "a");
        Defect two = defect("two", "a", "b");
        Defect three = defect("three", "other", "b");
        Defect gone = defect("gone", "other");
        assertEquals(
                Map.of(one, List.of(A), two, List.of(A), three, List.of(B)),
                MatrixPlan.sparse(List.of(one, two, three, gone), List.of(A, B)).rows());
        assertEquals(
                Map.of(one, List.of(A), two, List.of(A, B)),
                MatrixPlan.sparse(List.of(one, two), List.of(A, B)).rows());
    }

    @Test
    void whatNobodyNoticesIsNamed() {
        DefectOutcome caught = new DefectOutcome(defect("caught", "a"), List.of(outcome(A, 0, 2), outcome(B, 0)));
        DefectOutcome missed = new DefectOutcome(defect("missed", "b"), List.of(outcome(B, 0)));
        DefectMatrix matrix = new DefectMatrix(List.of(outcome(A, 0, 0), outcome(B, 0)), List.of(caught, missed));
        assertEquals(List.of("missed"), matrix.uncaught());
        assertEquals(List.of("b"), matrix.idle());
        assertEquals(List.of(), matrix.unsound());
        assertEquals(3, matrix.expectations());
        assertEquals(Map.of("a", List.of("value 0"), "b", List.of("value 0")), matrix.untouched());
        DefectMatrix unsound = new DefectMatrix(List.of(outcome(A, 2)), List.of());
        assertEquals(List.of("a"), unsound.unsound());
    }

    /** A check that breaks down notices, but breaks no expectation. */
    @Test
    void anExceptionBreaksNoExpectation() {
        ClaimOutcome broken = new ClaimOutcome(A, ClaimResult.failure(new IllegalStateException("broken")), 1);
        DefectMatrix matrix = new DefectMatrix(
                List.of(outcome(A, 0)), List.of(new DefectOutcome(defect("one", "a"), List.of(broken))));
        assertTrue(matrix.idle().isEmpty());
        assertEquals(Map.of("a", List.of("value 0")), matrix.untouched());
    }

    private static List<Claim> divergences() {
        return List.of(Claims.all().find("divergences-known-values").orElseThrow());
    }

    private static List<Defect> some() {
        return List.of(
                Defects.find("w2-weight").orElseThrow(),
                Defects.find("kullback-leibler-order").orElseThrow(),
                Defects.find("upwind-flux-sign").orElseThrow());
    }

    /** A claim is not run on a class that it never uses, and what comes out is the same for every number of threads. */
    @Test
    void theCompleteMatrixRunsWhatCanMatter() {
        List<String> before = new ArrayList<>();
        for (int threads : new int[] {1, 3}) {
            DefectMatrix matrix = new MatrixRunner(threads, () -> false, SILENT).complete(some(), divergences());
            assertEquals(List.of("w2-weight", "upwind-flux-sign"), matrix.uncaught());
            assertEquals(0, matrix.defects().get(2).outcomes().size());
            assertEquals(
                    List.of("divergences-known-values"), matrix.defects().get(1).caughtBy());
            assertTrue(matrix.idle().isEmpty());
            String content = matrix.defects().stream()
                    .flatMap(row -> row.outcomes().stream())
                    .map(o -> o.result().toString())
                    .toList()
                    .toString();
            before.add(content);
        }
        assertEquals(before.get(0), before.get(1));
    }

    @Test
    void aStoppedMatrixKeepsWhatThereIs() {
        DefectMatrix matrix = new MatrixRunner(1, () -> true, SILENT).complete(some(), divergences());
        assertTrue(matrix.defects().isEmpty());
    }

    /** A defect that keeps a claim from ending is noticed, too. */
    @Test
    void aClaimThatDoesNotEndHasFailed() {
        Defect endless = Defect.of(
                "endless",
                "waits for ever",
                "measure/Divergences",
                "return sum(a, b, (p, q) -> Math.abs(p - q));",
                "while (true) { try { Thread.sleep(1000); } catch (InterruptedException e) { Thread.interrupted(); } }",
                "divergences-known-values");
        DefectOutcome outcome = new DefectRunner(o -> {}, claim -> 3).run(endless, divergences());
        assertTrue(outcome.caught());
        assertTrue(outcome.outcomes().get(0).result().measured().contains("no end within 3 s"), outcome.toString());
    }

    /** Every fast claim notices a defect, every defect is noticed. */
    @Test
    @Tag("study")
    void theFastMatrixHolds() {
        List<Claim> fast = Claims.all().suite(Claim.Suite.FAST);
        DefectMatrix matrix = new MatrixRunner(2, () -> false, SILENT).sparse(Defects.all(), fast);
        assertEquals(List.of(), matrix.unsound());
        assertEquals(List.of(), matrix.uncaught());
        assertEquals(List.of(), matrix.idle());
    }
}
