package org.dualflow.validation.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dualflow.validation.agreement.ErrorPart.Source;
import org.dualflow.validation.study.ConvergenceTable;
import org.dualflow.validation.study.Level;
import org.dualflow.validation.study.OrderExpectation;
import org.dualflow.validation.study.Resolution;
import org.dualflow.validation.study.Verdict;
import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.Test;

/** What a ladder of differences says about the error that is left. */
class ErrorPartTest {

    private static ErrorPart part(double order, double... differences) {
        List<Level> levels = new ArrayList<>();
        for (int k = 0; k < differences.length; k++) {
            levels.add(new Level(FastMath.pow(2, -k), differences[k], 0, 0));
        }
        return ErrorPart.of(
                "part",
                new ConvergenceTable(
                        "t", "W1", Resolution.WIDTH, levels, OrderExpectation.atLeast(order, 0.25, "made up")),
                2);
    }

    /** A geometric series: δ = 2^{-k}, so that δ is left after a last difference of δ. */
    @Test
    void aCleanOrderIsSummedAsAGeometricSeries() {
        ErrorPart part = part(0.5, 1, 0.5, 0.25, 0.125, 0.0625);
        assertEquals(Source.FIT, part.source());
        assertEquals(0.0625, part.size(), 1e-9);
        assertEquals(0.0625, part.upper(), 1e-9);
    }

    /** Differences that settle on no order: δ_k ≤ C h_k with the largest C of the last three, and C h is left. */
    @Test
    void withoutAnOrderTheoryIsTakenAtItsWord() {
        ErrorPart part = part(1, 1, 0.1, 0.01, 0.04, 0.002);
        assertEquals(Source.THEORY, part.source());
        assertEquals(0.02, part.upper(), 1e-15, "0.04 one level above the last: half of it is left");
        assertEquals(0.002, part.size(), 1e-15);
    }

    @Test
    void roundingsThatWereSeenDoNotBoundThoseThatWereNot() {
        ErrorPart exact = part(1, 1e-15, 0, 3e-15, 0);
        assertEquals(Source.ROUND_OFF, exact.source());
        assertEquals(ConvergenceTable.ROUND_OFF, exact.upper());
        AgreementReport report = new AgreementReport(
                "W1", 1e-14, List.of(exact), List.of(exact), Optional.of(new Triangle(5e-15, 9e-15, 1e-14)));
        assertEquals(Verdict.PASS, report.agreement(), "a distance of round-off between two exact solutions");
        assertTrue(report.explained() < 1e-10);
    }
}
