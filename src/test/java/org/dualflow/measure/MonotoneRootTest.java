package org.dualflow.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class MonotoneRootTest {

    private int calls;

    /** An argument that reaches the level, not more than 4 ulp after one that does not, within so many calls. */
    private double reach(DoubleUnaryOperator f, double level, double lower, double upper, int most) {
        calls = 0;
        double found = MonotoneRoot.reach(
                x -> {
                    calls++;
                    return f.applyAsDouble(x);
                },
                level,
                lower,
                upper);
        double ulp = Math.ulp(Math.max(Math.abs(lower), Math.max(Math.abs(found), Math.min(Math.abs(upper), 1))));
        assertTrue(f.applyAsDouble(found) >= level, "reaches " + level + " at " + found);
        assertTrue(f.applyAsDouble(Math.max(lower, found - 5 * ulp)) < level || found - 5 * ulp <= lower, "" + found);
        assertTrue(calls <= most, calls + " calls");
        return found;
    }

    /** The secant of a line is its root. */
    @Test
    void linesTakeAFewSteps() {
        assertEquals(1.0 / 3, reach(x -> 3 * x, 1, 0, 1, 10), 1e-15);
        assertEquals(-1.0 / 3, reach(x -> 3 * x, -1, -1, 0, 10), 1e-15);
    }

    /** The order of Illinois is 1.44 per call: twelve calls and a few for the last bits. */
    @Test
    void smoothFunctionsConvergeSuperlinearly() {
        assertEquals(Math.cbrt(2), reach(x -> x * x * x, 2, 0, 3, 25), 1e-15);
        assertEquals(Math.log(5), reach(Math::exp, 5, 0, 10, 30), 1e-15);
    }

    /** Three steps that do not halve the bracket are followed by a bisection, and then three by none: 53 bits in six calls each. */
    @Test
    void jumpsAndFlatPartsEnd() {
        assertEquals(0.3, reach(x -> x < 0.3 ? 0 : 1, 0.5, 0, 1, 320), 1e-15);
        assertEquals(0.3, reach(x -> x < 0.3 ? -1e300 : 1e-300, 0, 0, 1, 320), 1e-15);
        assertEquals(0.5, reach(x -> x < 0.5 ? 0 : x < 0.7 ? 0.5 : 1, 0.5, 0, 1, 320), 1e-15);
        assertEquals(0.5, reach(x -> Math.pow(x - 0.5, 15), 0, 0, 1, 320), 0.01);
    }
}
