package org.dualflow.measure;

import java.util.function.DoubleUnaryOperator;

/** The smallest argument at which a nondecreasing function reaches a level, bracketed to the last bits. */
final class MonotoneRoot {

    private MonotoneRoot() {}

    /**
     * Regula falsi with the Illinois correction, and a bisection whenever two steps have not halved the bracket.
     *
     * @param f nondecreasing, may jump
     * @param level the level
     * @param lower an argument with {@code f(lower) < level}
     * @param upper an argument with {@code f(upper) ≥ level}
     * @return an argument with {@code f ≥ level}, at most 4 ulp above the smallest
     */
    static double reach(DoubleUnaryOperator f, double level, double lower, double upper) {
        double lo = lower;
        double hi = upper;
        double atLo = f.applyAsDouble(lo) - level;
        double atHi = f.applyAsDouble(hi) - level;
        double width = hi - lo;
        boolean bisect = false;
        int kept = 0;
        while (hi - lo > 4 * Math.ulp(Math.max(Math.abs(lo), Math.abs(hi)))) {
            double x = bisect ? 0.5 * (lo + hi) : hi - atHi * ((hi - lo) / (atHi - atLo));
            if (!(x > lo && x < hi)) {
                x = 0.5 * (lo + hi);
                if (!(x > lo && x < hi)) {
                    break;
                }
            }
            double at = f.applyAsDouble(x) - level;
            if (at < 0) {
                lo = x;
                atLo = at;
                atHi = kept > 0 ? 0.5 * atHi : atHi;
                kept = 1;
            } else {
                hi = x;
                atHi = at;
                atLo = kept < 0 ? 0.5 * atLo : atLo;
                kept = -1;
            }
            bisect = !bisect && hi - lo > 0.5 * width || atHi == 0;
            width = hi - lo;
        }
        return hi;
    }
}
