package org.dualflow.validation.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped cases are judged, and on ladders that keep the place of a sink relative to the cells. */
class AgreementLaddersTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void levelsKeepTheirParity() {
        assertEquals(
                java.util.List.of(201, 101, 51, 25, 13, 7),
                IntStream.range(0, 6)
                        .mapToObj(k -> AgreementLadders.level(201, k))
                        .toList());
        assertEquals(
                java.util.List.of(400, 200, 100, 50, 26, 12),
                IntStream.range(0, 6)
                        .mapToObj(k -> AgreementLadders.level(400, k))
                        .toList());
        assertEquals(3, AgreementLadders.level(17, 9));
        assertEquals(2, AgreementLadders.level(16, 9));
    }

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
