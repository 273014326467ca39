package org.dualflow.validation.study;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.util.FastMath;

/** Synthetic ladders. */
final class Ladders {

    private Ladders() {}

    /** Errors {@code error(h)} on h = coarsest / ratio^k. */
    static List<Level> of(int levels, double coarsest, double ratio, DoubleUnaryOperator error) {
        List<Level> ladder = new ArrayList<>();
        for (int k = 0; k < levels; k++) {
            double h = coarsest / FastMath.pow(ratio, k);
            ladder.add(new Level(h, error.applyAsDouble(h)));
        }
        return ladder;
    }

    static ConvergenceTable table(List<Level> levels, OrderExpectation expectation) {
        return new ConvergenceTable("synthetic", "L¹", Resolution.WIDTH, levels, expectation);
    }
}
