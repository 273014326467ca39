package org.dualflow.validation.defect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.dualflow.validation.claim.Claim;
import org.dualflow.validation.claim.ClaimOutcome;
import org.dualflow.validation.claim.Claims;
import org.dualflow.validation.study.Verdict;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefectsTest {

    private static DefectOutcome run(String id) {
        return new DefectRunner(outcome -> {}).run(Defects.find(id).orElseThrow());
    }

    private static void assertCaught(DefectOutcome outcome) {
        for (ClaimOutcome claim : outcome.outcomes()) {
            assertFalse(
                    claim.passes(),
                    () -> claim.claim().id() + " passes with "
                            + outcome.defect().id() + ": " + claim.result().measured());
        }
        assertEquals(outcome.defect().caughtBy(), outcome.caughtBy());
    }

    @Test
    void thereAreManyAndTheirClaimsExist() {
        Claims claims = Claims.all();
        assertTrue(Defects.all().size() >= 30);
        for (Defect defect : Defects.all()) {
            defect.caughtBy()
                    .forEach(id -> assertTrue(claims.find(id).isPresent(), () -> defect.id() + " names claim " + id));
        }
    }

    /** A claim that no defect is known to break may be vacuous. */
    @Test
    void everyClaimIsNamedByADefect() {
        List<String> named = Defects.all().stream()
                .flatMap(defect -> defect.caughtBy().stream())
                .toList();
        assertEquals(
                List.of(),
                Claims.all().list().stream()
                        .map(Claim::id)
                        .filter(id -> !named.contains(id))
                        .toList());
    }

    /** Each stands exactly once in the library as it now is. */
    @TestFactory
    Stream<DynamicTest> plantedInTheirSources() {
        return Defects.all().stream()
                .map(defect -> DynamicTest.dynamicTest(defect.id(), () -> {
                    String text = DefectiveLibrary.sourceOf(defect);
                    assertFalse(defect.plant(text).equals(text));
                }));
    }

    @TestFactory
    Stream<DynamicTest> compiled() {
        return Defects.all().stream()
                .map(defect -> DynamicTest.dynamicTest(defect.id(), () -> {
                    String main = defect.source().replace('/', '.').replaceAll("\\.java$", "");
                    assertTrue(SourceCompiler.compile(defect.source(), defect.plant(DefectiveLibrary.sourceOf(defect)))
                            .containsKey(main));
                }));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "upwind-flux-sign",
                "foot-sign",
                "wall-not-clipped",
                "seed-reuse",
                "w2-weight",
                "missing-critic-speed"
            })
    void someAreCaught(String id) {
        assertCaught(run(id));
    }

    @TestFactory
    @Tag("study")
    Stream<DynamicTest> allAreCaught() {
        return Defects.all().stream()
                .map(defect -> DynamicTest.dynamicTest(defect.id(), () -> assertCaught(run(defect.id()))));
    }

    /** A defect where the claim does not look leaves its verdict, digit by digit. */
    @Test
    void othersDoNotNotice() {
        Defect defect = Defects.find("w2-weight").orElseThrow();
        var claim = Claims.all().find("upwind-sink-on-face").orElseThrow();
        DefectOutcome outcome = new DefectRunner(o -> {}).run(defect, List.of(claim));
        assertEquals(Verdict.PASS, outcome.verdicts().get(claim.id()));
        assertEquals(
                claim.check().measured(), outcome.outcomes().get(0).result().measured());
        assertFalse(outcome.caught());
    }

    @Test
    void aDefectThatDoesNotFitIsNamed() {
        var claims = List.of(Claims.all().list().get(0));
        var gone = Defect.of("gone", "text that is not there", "mesh/Axis", "no such text", "other", "claim");
        var thrown = assertThrows(IllegalStateException.class, () -> new DefectRunner(outcome -> {}).run(gone, claims));
        assertTrue(Objects.requireNonNull(thrown.getMessage()).contains("gone"));
        assertThrows(
                IllegalArgumentException.class, () -> Defect.of("same", "no change", "mesh/Axis", "a", "a", "claim"));
        assertThrows(IllegalArgumentException.class, () -> Defect.of("nobody", "no claim", "mesh/Axis", "a", "b"));
    }
}
