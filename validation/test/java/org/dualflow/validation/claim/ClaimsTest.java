package org.dualflow.validation.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.dualflow.validation.study.ConvergenceTable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Every claim of the project as a test: the fast suite in every build, the rest tagged {@code study}. */
class ClaimsTest {

    private static final int THREADS = 2;

    @TestFactory
    Stream<DynamicTest> fast() {
        return tests(Claim.Suite.FAST);
    }

    @TestFactory
    @Tag("study")
    Stream<DynamicTest> full() {
        return tests(Claim.Suite.FULL);
    }

    /** Runs all claims of a suite that no smaller one runs; every outcome is a test. */
    private static Stream<DynamicTest> tests(Claim.Suite suite) {
        List<Claim> claims = Claims.all().list().stream()
                .filter(claim -> claim.suite() == suite)
                .toList();
        List<ClaimOutcome> outcomes = new ClaimRunner(ClaimRunner.Listener.SILENT).run(claims, THREADS, () -> false);
        assertEquals(claims.size(), outcomes.size());
        return outcomes.stream()
                .map(outcome -> DynamicTest.dynamicTest(
                        outcome.claim().id(), () -> assertTrue(outcome.passes(), () -> explain(outcome))));
    }

    private static String explain(ClaimOutcome outcome) {
        ClaimResult result = outcome.result();
        StringBuilder text = new StringBuilder();
        text.append(result.verdict()).append(": measured ").append(result.measured());
        text.append("; expected ").append(outcome.claim().expected()).append('\n');
        result.tables().stream().map(ConvergenceTable::toMarkdown).forEach(text::append);
        result.notes().forEach(note -> text.append(note).append('\n'));
        return text.toString();
    }
}
