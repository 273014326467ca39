package org.dualflow.validation.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.dualflow.validation.study.LeastSquaresUncertainty.Value;

class ValueLadderProperties {

    private static ValueLadder ladder(double order, double... phi) {
        List<Value> values = new ArrayList<>();
        for (int k = 0; k < phi.length; k++) {
            values.add(new Value(Math.pow(0.5, k), phi[k]));
        }
        return new ValueLadder(
                "t", "q", Resolution.WIDTH, values, OrderExpectation.exactly(order, 0.1 * order, "assumed"));
    }

    /** φ₀ + c h^p has order p for every three of its grids, and its uncertainty covers φ₀. */
    @Property(tries = 200)
    void aPowerLawIsFound(
            @ForAll @DoubleRange(min = 0.6, max = 1.9) double p,
            @ForAll @DoubleRange(min = 0.1, max = 10) double c,
            @ForAll @DoubleRange(min = -5, max = 5) double limit,
            @ForAll @DoubleRange(min = 1.3, max = 3) double ratio,
            @ForAll @IntRange(min = 3, max = 6) int levels) {
        List<Value> values = new ArrayList<>();
        for (int k = 0; k < levels; k++) {
            double h = Math.pow(ratio, -k);
            values.add(new Value(h, limit + c * Math.pow(h, p)));
        }
        ValueLadder good =
                new ValueLadder("t", "q", Resolution.WIDTH, values, OrderExpectation.exactly(p, 0.1 * p, "assumed"));
        assertEquals(Verdict.PASS, good.verdict(), good.measured());
        assertEquals(p, good.orders()[levels - 3], 1e-6);
        double off = Math.abs(values.get(levels - 1).phi() - limit);
        assertTrue(good.uncertainty() >= off * (1 - 1e-6), good.measured());
        assertTrue(good.uncertainty() <= 1.5 * off, good.measured());
        ValueLadder bad = new ValueLadder(
                "t", "q", Resolution.WIDTH, values, OrderExpectation.exactly(1.3 * p, 0.13 * p, "assumed"));
        assertEquals(Verdict.FAIL, bad.verdict());
    }

    @Example
    void valuesAroundZeroHaveAnUncertainty() {
        ValueLadder ladder = ladder(1, 0.75, 0.0, -0.375);
        assertEquals(-0.75, ladder.limit(), 1e-12);
        assertEquals(1.25 * 0.375, ladder.uncertainty(), 1e-12);
        assertEquals(1.25 * 0.375, ladder(1, 1.125, 0.375, 0.0).uncertainty(), 1e-12);
    }

    @Example
    void valuesThatDoNotSettleFail() {
        assertEquals(Verdict.FAIL, ladder(1, 1, 2, 4).verdict());
        assertEquals(Double.POSITIVE_INFINITY, ladder(1, 1, 2, 4).uncertainty());
        assertFalse(ladder(1, 1, 2, 4).converges());
    }

    @Example
    void oneCoarseTripleWithoutOrderLeavesTheVerdictOpen() {
        assertEquals(Verdict.INCONCLUSIVE, ladder(1, 0, 0.1, 1, 1.5).verdict());
    }

    @Example
    void equalValuesMeasureNothing() {
        assertEquals(Verdict.AT_FLOOR, ladder(1, 0, 1, 1).verdict());
        assertEquals(0, ladder(1, 0, 1, 1).uncertainty());
    }

    @Example
    void refusesTwoValuesAndExactness() {
        assertThrows(IllegalArgumentException.class, () -> ladder(1, 0, 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ValueLadder(
                        "t",
                        "q",
                        Resolution.WIDTH,
                        ladder(1, 0, 1, 1.5).values(),
                        OrderExpectation.roundOff(1, "assumed")));
    }
}
