package org.dualflow.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GaussRuleTest {

    /** Exact for degree 2n - 1; for degree 2n it misses (b - a)^(2n+1) (n!)⁴/((2n + 1) (2n)!²). */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 8})
    void degreesOfExactness(int n) {
        GaussRule rule = GaussRule.of(n);
        assertEquals(n, rule.size());
        for (int degree = 0; degree <= 2 * n; degree++) {
            int power = degree;
            double exact = (Math.pow(3, degree + 1) - 1) / (degree + 1);
            double found = rule.integrate(x -> Math.pow(x, power), 1, 3);
            double missed = degree < 2 * n ? 0 : Math.pow(2, 2 * n + 1) / (2 * n + 1);
            for (int k = 1; k <= n && degree == 2 * n; k++) {
                missed *= Math.pow(k, 4) / Math.pow((2.0 * k) * (2 * k - 1), 2);
            }
            assertEquals(exact - missed, found, 1e-13 * exact, "degree " + degree);
        }
    }

    @Test
    void twoNodes() {
        GaussRule rule = GaussRule.of(2);
        assertEquals(2 - 2 / Math.sqrt(3), rule.node(0, 0, 4), 1e-15);
        assertEquals(2 + 2 / Math.sqrt(3), rule.node(1, 0, 4), 1e-15);
        assertEquals(2, rule.weight(0, 0, 4), 1e-15);
    }

    @Test
    void otherNumbersOfNodesAreRefused() {
        assertEquals(64, GaussRule.of(64).size());
        for (int n : new int[] {0, 65}) {
            assertEquals(
                    "nodes = " + n + ": 1 to 64 is allowed",
                    assertThrows(IllegalArgumentException.class, () -> GaussRule.of(n))
                            .getMessage());
        }
    }

    /** The panels of f on [0, 1], which follow each other without a gap; returns their ends. */
    private static List<Double> panels(DoubleUnaryOperator f, int depth, double[] sum) {
        List<Double> ends = new ArrayList<>(List.of(0.0));
        GaussRule.of(4).panels(f, 0, 1, 1e-12, depth, (from, to, integral) -> {
            assertEquals(ends.get(ends.size() - 1), from);
            ends.add(to);
            sum[0] += integral;
        });
        assertEquals(1, ends.get(ends.size() - 1));
        return ends;
    }

    /** The polynomial through four nodes is a cubic itself, at the ends too: the first two halves are enough. */
    @Test
    void cubicsNeedNoRefinement() {
        double[] sum = {0};
        assertEquals(List.of(0.0, 0.5, 1.0), panels(x -> x * x * x - 2 * x * x + 3, 40, sum));
        assertEquals(0.25 - 2.0 / 3 + 3, sum[0], 1e-14);
    }

    /** The outermost nodes are 0.069 from the ends: no node of [0, 1] nor of its halves sees these jumps. */
    @ParameterizedTest
    @ValueSource(doubles = {0.0005, 0.03, 0.97, 0.9995})
    void jumpsInGapsAreFound(double jump) {
        double[] sum = {0};
        List<Double> ends = panels(x -> x < jump ? 1 : 0, 40, sum);
        assertEquals(jump, sum[0], 40 * 1e-12);
        double narrowest = 1;
        for (int k = 1; k < ends.size(); k++) {
            if (ends.get(k - 1) <= jump && jump <= ends.get(k)) {
                narrowest = Math.min(narrowest, ends.get(k) - ends.get(k - 1));
            }
        }
        assertTrue(narrowest < 1e-11, "" + narrowest);
    }

    /** Depth d: the interval is halved d + 1 times at most, about the jump. */
    @Test
    void depthEndsTheRefinement() {
        double[] sum = {0};
        List<Double> ends = panels(x -> x < 0.3 ? 1 : 0, 5, sum);
        double narrowest = 1;
        for (int k = 1; k < ends.size(); k++) {
            narrowest = Math.min(narrowest, ends.get(k) - ends.get(k - 1));
        }
        assertEquals(1.0 / 64, narrowest);
    }

    /** A kink at 0.3 and the tolerance asked for. */
    @Test
    void bisectionFindsKinks() {
        double exact = 0.5 * (0.09 + 0.49);
        assertEquals(exact, GaussRule.of(4).integrate(x -> Math.abs(x - 0.3), 0, 1, 1e-13), 1e-13 * 50);
        assertTrue(Math.abs(GaussRule.of(4).integrate(x -> Math.abs(x - 0.3), 0, 1) - exact) > 1e-3);
    }
}
