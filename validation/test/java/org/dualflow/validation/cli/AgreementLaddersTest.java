package org.dualflow.validation.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped cases are judged, and on ladders that keep the place of a sink relative to the cells. */
class AgreementLaddersTest {

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"dirac", "sign", "clipped-transport"})
    void gridAndParticlesOfAShippedCaseAgree(String name) {
        requireAgreement(name);
    }

    @Tag("study")
    @ParameterizedTest
    @ValueSource(strings = {"aggregation", "circle-sine", "clipped-orders", "two-point-gan", "swirl"})
    void gridAndParticlesOfALongerCaseAgree(String name) {
        requireAgreement(name);
    }

    private void requireAgreement(String name) {
        DualflowTest.Outcome outcome = DualflowTest.execute(
                "agree",
                "cases/" + name + ".yaml",
                "--out",
                folder.resolve("out").toString());
        assertEquals(Dualflow.SUCCESS, outcome.code(), outcome::toString);
    }
}
