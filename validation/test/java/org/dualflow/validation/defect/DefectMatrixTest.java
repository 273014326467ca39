package org.dualflow.validation.defect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dualflow.validation.claim.Bound;
import org.dualflow.validation.claim.BoundClaim;
import org.dualflow.validation.claim.Claim;
import org.dualflow.validation.claim.ClaimOutcome;
import org.dualflow.validation.claim.ClaimResult;
import org.dualflow.validation.claim.Claims;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
        DefectMatrix matrix = new DefectMatrix(List.of(outcome(A, 0, 0), outcome(B, 0)), List.of(caught, missed), true);
        assertEquals(List.of("missed"), matrix.uncaught());
        assertEquals(List.of("b"), matrix.idle());
        assertEquals(List.of(), matrix.unsound());
        assertEquals(3, matrix.expectations());
        assertEquals(Map.of("a", List.of("value 0"), "b", List.of("value 0")), matrix.untouched());
        DefectMatrix unsound = new DefectMatrix(List.of(outcome(A, 2)), List.of(), true);
        assertEquals(List.of("a"), unsound.unsound());
    }

    /** A check that breaks down notices, but breaks no expectation. */
    @Test
    void anExceptionBreaksNoExpectation() {
        ClaimOutcome broken = new ClaimOutcome(A, ClaimResult.failure(new IllegalStateException("broken")), 1);
        DefectMatrix matrix = new DefectMatrix(
                List.of(outcome(A, 0)), List.of(new DefectOutcome(defect("one", "a"), List.of(broken))), true);
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

    /**
     * First the defects that name a claim, then one, two, four... of the others that it can notice, rare classes first, while
     * something of it is whole.
     */
    @Test
    void aSearchGoesFromWhatIsNamedToWhatIsCommon() {
        Defect named = defect("named", "a");
        Defect common = defect("common", "b");
        Defect often = defect("often", "b");
        Defect rare = defect("rare", "b");
        Defect unseen = defect("unseen", "b");
        List<Defect> all = List.of(common, named, often, rare, unseen);
        MatrixSearch search = new MatrixSearch(
                all,
                List.of(A, B),
                (defect, claim) -> claim == A ? defect != unseen : defect != rare && defect != named);
        assertEquals(
                Map.of(named, List.of(A), common, List.of(B), often, List.of(B), rare, List.of(B), unseen, List.of(B)),
                search.named().rows());
        Set<String> whole = Set.of("a", "b");
        assertEquals(Map.of(rare, List.of(A)), search.round(1, whole).rows());
        assertEquals(
                Map.of(common, List.of(A), often, List.of(A)),
                search.round(2, whole).rows());
        assertEquals(Map.of(), search.round(3, whole).rows());
        assertEquals(Map.of(), search.round(1, Set.of("b")).rows());
        assertEquals(search.round(2, whole), search.after(1, whole));
    }

    @Test
    void whatIsRunLaterIsAddedToItsRow() {
        DefectOutcome early = new DefectOutcome(defect("one", "a"), List.of(outcome(A, 0, 2)));
        DefectOutcome late = new DefectOutcome(defect("one", "a"), List.of(outcome(B, 3)));
        List<ClaimOutcome> sound = List.of(outcome(A, 0, 0), outcome(B, 0));
        DefectMatrix matrix =
                new DefectMatrix(sound, List.of(early), true).with(new DefectMatrix(sound, List.of(late), false));
        assertEquals(List.of("a", "b"), matrix.defects().get(0).caughtBy());
        assertEquals(Map.of("a", List.of("value 0")), matrix.untouched());
        assertFalse(matrix.whole());
    }

    /** A claim is not run on a class that it never uses, and what comes out is the same for every number of threads. */
    @ParameterizedTest
    @EnumSource(names = {"THOROUGH", "COMPLETE"})
    void whatCanMatterIsRun(MatrixScope scope) {
        List<String> before = new ArrayList<>();
        for (int threads : new int[] {1, 3}) {
            DefectMatrix matrix = new MatrixRunner(threads, () -> false, SILENT, MatrixRecords.NONE)
                    .run(scope, some(), divergences());
            assertEquals(List.of("w2-weight", "upwind-flux-sign"), matrix.uncaught());
            assertEquals(0, matrix.defects().get(2).outcomes().size());
            assertEquals(
                    List.of("divergences-known-values"), matrix.defects().get(1).caughtBy());
            assertTrue(matrix.idle().isEmpty());
            assertTrue(matrix.whole());
            before.add(content(matrix).toString());
        }
        assertEquals(before.get(0), before.get(1));
    }

    @Test
    void aStoppedMatrixKeepsWhatThereIs() {
        DefectMatrix matrix = new MatrixRunner(1, () -> true, SILENT, MatrixRecords.NONE)
                .run(MatrixScope.COMPLETE, some(), divergences());
        assertTrue(matrix.defects().isEmpty());
    }

    /** Nobody knows what a claim would have said that a defect keeps from ending. */
    @Test
    void aClaimThatDoesNotEndHasNoticedNothing() {
        Defect endless = Defect.of(
                "endless",
                "waits for ever",
                "measure/Divergences",
                "return sum(a, b, (p, q) -> Math.abs(p - q));",
                "while (true) { try { Thread.sleep(1000); } catch (InterruptedException e) { Thread.interrupted(); } }",
                "divergences-known-values");
        DefectOutcome outcome = new DefectRunner(o -> {}, claim -> 3, Probe::of).run(endless, divergences());
        assertFalse(outcome.caught());
        ClaimResult result = outcome.outcomes().get(0).result();
        assertEquals("no end within 3 s", result.measured());
        assertFalse(result.verdict().passes());
        assertFalse(result.brokeDown());
        DefectMatrix matrix = new DefectMatrix(List.of(outcome(A, 0)), List.of(outcome), true);
        assertEquals(List.of("endless"), matrix.uncaught());
        assertEquals(List.of("a"), matrix.idle());
    }

    private static final Defect GREEDY = defect("greedy", "a");
    private static final Defect NEIGHBOUR = defect("neighbour", "b");

    /**
     * Probes of two defects that run at the same time: the greedy one leaves the other without memory. Alone, the greedy one fails
     * its claim for want of memory if {@code always}, and neither of the others notices anything.
     */
    private static final class Crowd implements Function<Defect, Probe> {
        private final CyclicBarrier together = new CyclicBarrier(2);
        private final Set<Defect> begun = ConcurrentHashMap.newKeySet();
        private final AtomicInteger running = new AtomicInteger();
        private final boolean always;

        Crowd(boolean always) {
            this.always = always;
        }

        @Override
        public Probe apply(Defect defect) {
            return claim -> {
                boolean first = begun.add(defect);
                int beside = running.getAndIncrement();
                try {
                    if (first) {
                        together.await(30, TimeUnit.SECONDS);
                        throw new IllegalStateException("a part of it failed", new OutOfMemoryError("no room"));
                    }
                    assertEquals(0, beside, "runs beside another one");
                    if (always && defect.equals(GREEDY)) {
                        throw new OutOfMemoryError("not even alone");
                    }
                    return outcome(claim, 0);
                } finally {
                    running.getAndDecrement();
                }
            };
        }
    }

    private static DefectMatrix crowded(Crowd crowd) {
        return new MatrixRunner(2, () -> false, SILENT, MatrixRecords.NONE, crowd)
                .run(MatrixScope.SPARSE, List.of(GREEDY, NEIGHBOUR), List.of(A, B));
    }

    /** A row is judged by what it does alone, if there was no memory for it beside another one. */
    @Test
    void aRowWithoutMemoryBesideOthersIsRunAgainAlone() {
        DefectMatrix matrix = crowded(new Crowd(false));
        assertEquals(List.of("greedy", "neighbour"), matrix.uncaught());
        matrix = crowded(new Crowd(true));
        assertEquals(List.of("neighbour"), matrix.uncaught());
        ClaimResult alone = matrix.defects().get(0).outcomes().get(0).result();
        assertTrue(alone.measured().contains("not even alone"), alone.toString());
    }

    /** Records in memory. */
    private static final class Memory implements MatrixRecords {
        private final Map<String, List<List<String>>> kept = new ConcurrentHashMap<>();

        @Override
        public Optional<List<List<String>>> find(String name) {
            return Optional.ofNullable(kept.get(name));
        }

        @Override
        public void keep(String name, List<List<String>> lines) {
            assertNull(kept.put(name, lines), name + " was computed twice");
        }
    }

    /** A run that is stopped after each piece of work goes on, and says in the end what one in one go says. */
    @ParameterizedTest
    @EnumSource(names = {"THOROUGH", "COMPLETE"})
    void aMatrixGoesOnFromWhatIsKept(MatrixScope scope) {
        DefectMatrix atOnce =
                new MatrixRunner(1, () -> false, SILENT, MatrixRecords.NONE).run(scope, some(), divergences());
        Memory memory = new Memory();
        int done = 0;
        DefectMatrix matrix = new DefectMatrix(List.of(), List.of(), false);
        while (!matrix.whole()) {
            int before = done++;
            matrix = new MatrixRunner(1, () -> memory.kept.size() > before, SILENT, memory)
                    .run(scope, some(), divergences());
            // What is kept last may come too late for the run that is stopped by it: the next one has nothing left to
            // do.
            assertTrue(memory.kept.size() > before || matrix.whole(), "nothing was done");
        }
        assertTrue(done > 2, "it was stopped on its way");
        assertEquals(content(atOnce), content(matrix));
    }

    private static List<String> content(DefectMatrix matrix) {
        return Stream.concat(matrix.sound().stream(), matrix.defects().stream().flatMap(row -> row.outcomes().stream()))
                .map(o -> o.claim().id() + o.result())
                .toList();
    }

    /** Every fast claim notices a defect, every defect is noticed. */
    @Test
    @Tag("study")
    void theFastMatrixHolds() {
        List<Claim> fast = Claims.all().suite(Claim.Suite.FAST);
        DefectMatrix matrix = new MatrixRunner(2, () -> false, SILENT, MatrixRecords.NONE)
                .run(MatrixScope.SPARSE, Defects.all(), fast);
        assertEquals(List.of(), matrix.unsound());
        assertEquals(List.of(), matrix.uncaught());
        assertEquals(List.of(), matrix.idle());
    }
}
