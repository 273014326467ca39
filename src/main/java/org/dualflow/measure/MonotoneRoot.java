package org.dualflow.measure;

import java.util.function.DoubleUnaryOperator;

/** The smallest argument at which a nondecreasing function reaches a level, bracketed to the last bits. */
final class MonotoneRoot {

    private MonotoneRoot() {}

    /**
     * Regula falsi with the Illinois correction, and a bisection whenever three steps have not halved the bracket. A
     * step goes at least an ulp into the bracket, and four times as far with every step that moves the same end
     * again: when one end is at the root up to rounding, the other one follows in a few steps.
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
        int again = 0;
        for (int step = 1; ; step++) {
            double ulp = Math.ulp(Math.max(Math.abs(lo), Math.abs(hi)));
            if (!(hi - lo > 4 * ulp)) {
                return hi;
            }
            double least = bisect ? 0.5 * (hi - lo) : Math.min(0.5 * (hi - lo), Math.scalb(ulp, 2 * Math.abs(again)));
            double secant = hi - atHi * ((hi - lo) / (atHi - atLo));
            double x = Math.max(lo + least, Math.min(hi - least, secant));
            double at = f.applyAsDouble(x) - level;
            if (at < 0) {
                again = Math.max(0, again) + 1;
                lo = x;
                atLo = at;
                atHi = again > 1 ? 0.5 * atHi : atHi;
            } else {
                again = Math.min(0, again) - 1;
                hi = x;
                atHi = at;
                atLo = again < -1 ? 0.5 * atLo : atLo;
            }
            bisect = step % 3 == 0 && hi - lo > 0.5 * width || atHi == 0 && again < -1;
            width = step % 3 == 0 ? hi - lo : width;
        }
    }
}
