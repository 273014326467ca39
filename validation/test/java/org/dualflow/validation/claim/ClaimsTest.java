package org.dualflow.validation.claim;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.dualflow.validation.study.ConvergenceTable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Every claim of the project as a test: the fast suite in every build, the rest tagged {@code study}. */
class ClaimsTest {

    @TestFactory
    Stream<DynamicTest> fast() {
        return Claims.all().suite(Claim.Suite.FAST).stream().map(ClaimsTest::test);
    }

    @TestFactory
    @Tag("study")
    Stream<DynamicTest> full() {
        return Claims.all().list().stream()
                .filter(claim -> claim.suite() == Claim.Suite.FULL)
                .map(ClaimsTest::test);
    }

    private static DynamicTest test(Claim claim) {
        return DynamicTest.dynamicTest(claim.id(), () -> {
            ClaimOutcome outcome = new ClaimRunner(ClaimRunner.Listener.SILENT).run(claim);
            assertTrue(outcome.passes(), () -> explain(outcome));
        });
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
