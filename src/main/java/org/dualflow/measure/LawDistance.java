package org.dualflow.measure;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.hipparchus.util.FastMath;

/** Distances between a piecewise linear quantile function and a law, by quadrature. */
final class LawDistance {

    private static final GaussRule RULE = GaussRule.of(4);
    private static final double LAST = LawPieces.LAST_LEVEL;

    private LawDistance() {}

    /** ∫ |F - G| dx: F is linear between the ends of pieces, G smooth between its atoms. */
    static double first(QuantileFunction a, LineLaw law) {
        double[] ends = DoubleStream.concat(
                        IntStream.range(0, a.pieces())
                                .mapToDouble(k -> k)
                                .flatMap(k -> DoubleStream.of(a.left((int) k), a.right((int) k))),
                        DoubleStream.concat(
                                Arrays.stream(law.atoms()),
                                DoubleStream.of(law.quantile(LAST), law.quantile(1 - LAST))))
                .sorted()
                .distinct()
                .toArray();
        CompensatedSum sum = new CompensatedSum();
        double inverse = 1 / a.mass();
        for (int i = 0; i + 1 < ends.length; i++) {
            double from = ends[i];
            double to = ends[i + 1];
            double f0 = a.cdf(from) * inverse;
            double f1 = a.cdfBelow(to) * inverse;
            double slope = (f1 - f0) / (to - from);
            // Near F = 1 the difference of the two tails, which keeps its digits there.
            DoubleUnaryOperator gap = f0 >= 1
                    ? x -> law.mass(Math.nextUp(x), Double.POSITIVE_INFINITY)
                    : x -> f0 + slope * (x - from) - law.cdf(x);
            sum.add(absolute(gap, from, to, f1 - law.cdfBelow(to)));
        }
        return sum.value();
    }

    /** ∫ |gap| over [from, to], cut at a change of sign. */
    private static double absolute(DoubleUnaryOperator gap, double from, double to, double atTo) {
        double atFrom = gap.applyAsDouble(from);
        double tolerance = 1e-13 * (to - from);
        DoubleUnaryOperator size = x -> Math.abs(gap.applyAsDouble(x));
        if (!(atFrom < 0 && atTo > 0 || atFrom > 0 && atTo < 0)) {
            return RULE.integrate(size, from, to, tolerance);
        }
        DoubleUnaryOperator rising = x ->
                x == from ? -Math.abs(atFrom) : x == to ? Math.abs(atTo) : Math.signum(atTo) * gap.applyAsDouble(x);
        double zero = MonotoneRoot.reach(rising, 0, from, to);
        return RULE.integrate(size, from, zero, tolerance) + RULE.integrate(size, zero, to, tolerance);
    }

    /** ( ∫₀¹ |Q - Q_law|^p ds )^(1/p), pieces cut where atoms of the law begin and end. */
    static double power(QuantileFunction a, LineLaw law, double p) {
        double[] levels = levels(a, law);
        if (p == 2) {
            return new LawSquare(a, law, levels).distance();
        }
        double scale = 0;
        for (int i = 0; i + 1 < levels.length; i++) {
            for (int q = 0; q < RULE.size(); q++) {
                scale = Math.max(scale, Math.abs(gap(a, law, RULE.node(q, levels[i], levels[i + 1]))));
            }
        }
        if (scale == 0) {
            return 0;
        }
        double unit = scale;
        DoubleUnaryOperator integrand = s -> {
            double d = Math.abs(gap(a, law, s)) / unit;
            return FastMath.pow(d, p);
        };
        double coarse = 0;
        for (int i = 0; i + 1 < levels.length; i++) {
            coarse += RULE.integrate(integrand, levels[i], levels[i + 1]);
        }
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i + 1 < levels.length; i++) {
            double tolerance = 1e-12 * coarse * (levels[i + 1] - levels[i]);
            sum.add(RULE.integrate(integrand, levels[i], levels[i + 1], tolerance));
        }
        return scale * FastMath.pow(sum.value(), 1 / p);
    }

    /** sup |Q - Q_law| by branch and bound: both are monotone, so the values at two levels bound all between. */
    static double largest(QuantileFunction a, LineLaw law) {
        double[] levels = levels(a, law);
        double length =
                Math.max(law.quantile(1 - LAST), a.right(a.pieces() - 1)) - Math.min(law.quantile(LAST), a.left(0));
        double best = 0;
        for (int i = 0; i + 1 < levels.length; i++) {
            double inset = Math.min(LAST, 0.25 * (levels[i + 1] - levels[i]));
            best = branch(a, law, levels[i] + inset, levels[i + 1] - inset, best, 1e-12 * length);
        }
        return best;
    }

    private static double branch(
            QuantileFunction a, LineLaw law, double from, double to, double best, double tolerance) {
        double a0 = a.value(from * a.mass());
        double a1 = a.value(to * a.mass());
        double q0 = law.quantile(from);
        double q1 = law.quantile(to);
        double found = Math.max(best, Math.max(Math.abs(a0 - q0), Math.abs(a1 - q1)));
        double bound = Math.max(a1 - q0, q1 - a0);
        double middle = 0.5 * (from + to);
        if (bound <= found + tolerance || !(from < middle && middle < to) || to - from < LAST) {
            return found;
        }
        double left = branch(a, law, from, middle, found, tolerance);
        return branch(a, law, middle, to, left, tolerance);
    }

    private static double gap(QuantileFunction a, LineLaw law, double s) {
        double level = Math.min(s, 1 - LAST);
        return a.value(level * a.mass()) - law.quantile(level);
    }

    private static double[] levels(QuantileFunction a, LineLaw law) {
        return DoubleStream.concat(
                        IntStream.rangeClosed(0, a.pieces()).mapToDouble(k -> a.level(k) / a.mass()),
                        Arrays.stream(law.atoms()).flatMap(x -> DoubleStream.of(law.cdfBelow(x), law.cdf(x))))
                .sorted()
                .distinct()
                .toArray();
    }
}
