package org.dualflow.measure;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.dualflow.mesh.Domain;

/**
 * The distance W₁ on a circle, exact: min over c of ∫ |F₁ - F₂ - c| dx over one turn, whose minimiser is a median of F₁ -
 * F₂ (Rabin, Delon, Gousseau 2011, doi:10.1007/s10851-011-0284-0; Werman, Peleg, Melter, Kong 1986).
 *
 * @param lower where the circle is cut
 * @param length its length
 */
public record CircularWasserstein(double lower, double length) {

    /** Checks the circle. */
    public CircularWasserstein {
        Weights.finite("lower", lower);
        if (!(length > 0 && length < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("length = " + length + ": a positive finite number is allowed");
        }
    }

    /** The circle that a periodic axis is. */
    public static CircularWasserstein on(Domain.Side side) {
        return new CircularWasserstein(side.lower(), side.length());
    }

    /** The distance between two measures read as atoms at their points. */
    public double between(Measure a, Measure b) {
        return between(QuantileFunction.ofAtoms(a), QuantileFunction.ofAtoms(b));
    }

    /**
     * The distance between two measures of one mass.
     *
     * @throws IllegalArgumentException if a piece lies outside [lower, lower + length], or the masses differ
     */
    public double between(QuantileFunction a, QuantileFunction b) {
        Wasserstein.requireEqualMass(a.mass(), b.mass());
        requireInside(a);
        requireInside(b);
        double[] x = DoubleStream.concat(DoubleStream.of(lower, lower + length), DoubleStream.concat(ends(a), ends(b)))
                .sorted()
                .distinct()
                .toArray();
        int n = x.length - 1;
        double[] width = new double[n];
        double[] from = new double[n];
        double[] to = new double[n];
        for (int i = 0; i < n; i++) {
            width[i] = x[i + 1] - x[i];
            from[i] = a.cdf(x[i]) / a.mass() - b.cdf(x[i]) / b.mass();
            to[i] = a.cdfBelow(x[i + 1]) / a.mass() - b.cdfBelow(x[i + 1]) / b.mass();
        }
        double median = median(width, from, to);
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < n; i++) {
            sum.add(width[i] * PieceIntegrals.power(from[i] - median, to[i] - median, 1));
        }
        return a.mass() * sum.value();
    }

    /** A level below and above which the piecewise linear function spends half of the circle, by bisection of [-1, 1] to 2⁻⁵⁴. */
    private double median(double[] width, double[] from, double[] to) {
        double half = 0.5 * Arrays.stream(width).sum();
        double lo = -1;
        double hi = 1;
        for (int halvings = 0; halvings < 55; halvings++) {
            double c = 0.5 * (lo + hi);
            double below = 0;
            for (int i = 0; i < width.length; i++) {
                double low = Math.min(from[i], to[i]);
                double high = Math.max(from[i], to[i]);
                below += c >= high ? width[i] : c > low ? width[i] * ((c - low) / (high - low)) : 0;
            }
            if (below >= half) {
                hi = c;
            } else {
                lo = c;
            }
        }
        return hi;
    }

    private static DoubleStream ends(QuantileFunction q) {
        return IntStream.range(0, q.pieces()).boxed().flatMapToDouble(k -> DoubleStream.of(q.left(k), q.right(k)));
    }

    private void requireInside(QuantileFunction q) {
        double first = q.left(0);
        double last = q.right(q.pieces() - 1);
        if (!(first >= lower && last <= lower + length)) {
            throw new IllegalArgumentException("support = [" + first + ", " + last + "]: inside [" + lower + ", "
                    + (lower + length) + "] is allowed");
        }
    }
}
