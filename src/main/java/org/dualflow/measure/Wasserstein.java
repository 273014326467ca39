package org.dualflow.measure;

import org.hipparchus.util.FastMath;

/**
 * The Wasserstein distance W_p of order 1 ≤ p ≤ ∞ between measures of one mass m, exact. On the line:
 *
 * <pre>  W_p = ( ∫₀^m |Q₁(s) - Q₂(s)|^p ds )^(1/p),     W_∞ = sup |Q₁ - Q₂|,</pre>
 *
 * <p>with the quantile functions Q. Pieces are integrated in closed form, changes of sign inside a piece included (powers
 * that are not whole numbers, where the closed form would cancel, by a Gauss rule exact to rounding).
 *
 * <p>Levels closer than 2⁻⁵⁰ of the mass are taken as one, so that the same masses added in another order are the same
 * measure. Masses may differ by 2⁻³² of themselves, an ulp of the whole mass in each of a million steps; more is an error. The
 * second measure is then scaled to the mass of the first. Immutable.
 */
public final class Wasserstein {

    /** The distance of order one, ∫ |F₁ - F₂| dx. */
    public static final Wasserstein W1 = new Wasserstein(1);
    /** The distance of order two. */
    public static final Wasserstein W2 = new Wasserstein(2);
    /** The distance of order infinity. */
    public static final Wasserstein W_INFINITY = new Wasserstein(Double.POSITIVE_INFINITY);

    private static final double EQUAL_MASS = 0x1p-32;

    private final double p;

    private Wasserstein(double p) {
        this.p = p;
    }

    /** The distance of order {@code p}, 1 ≤ p ≤ ∞. */
    public static Wasserstein of(double p) {
        if (!(p >= 1)) {
            throw new IllegalArgumentException("p = " + p + ": at least 1 is allowed");
        }
        return p == 1 ? W1 : p == 2 ? W2 : new Wasserstein(p);
    }

    /** The order p. */
    public double order() {
        return p;
    }

    /**
     * The distance between two measures, both read as atoms at their points: on the line from quantile functions, in more
     * dimensions, for p &lt; ∞, by {@link OptimalTransport}, for some thousands of points.
     */
    public double between(Measure a, Measure b) {
        if (a.dimension() > 1) {
            return OptimalTransport.of(p).between(a, b).distance();
        }
        return between(QuantileFunction.ofAtoms(a), QuantileFunction.ofAtoms(b));
    }

    /** The distance between two measures given by their quantile functions. */
    public double between(QuantileFunction a, QuantileFunction b) {
        requireEqualMass(a.mass(), b.mass());
        if (p == 1) {
            return a.mass() * PieceIntegrals.sum(a, b, 1, 1);
        }
        double largest = PieceIntegrals.largest(a, b);
        if (largest == 0 || p == Double.POSITIVE_INFINITY) {
            return largest;
        }
        double sum = a.mass() * PieceIntegrals.sum(a, b, p, largest);
        return largest * (p == 2 ? FastMath.sqrt(sum) : FastMath.pow(sum, 1 / p));
    }

    /**
     * The distance between a measure of mass one on the line and a law, by adaptive quadrature. Its error: for p = 1 at most
     * about 1e-13 of the length that carries both; for 1 &lt; p &lt; ∞ about 1e-12 of W_p^p; for p = ∞ 1e-12 of the
     * same length. Tails of the law of mass 2⁻⁵³ are left out, so that W_∞ to a law of unbounded support,
     * infinite in truth, is finite here.
     */
    public double between(QuantileFunction a, LineLaw law) {
        requireEqualMass(a.mass(), 1);
        if (p == 1) {
            return LawDistance.first(a, law);
        }
        return p == Double.POSITIVE_INFINITY ? LawDistance.largest(a, law) : LawDistance.power(a, law, p);
    }

    /** Checks that two masses are equal up to 2⁻³². */
    static void requireEqualMass(double a, double b) {
        if (!(Math.abs(a - b) <= EQUAL_MASS * Math.max(a, b))) {
            throw new IllegalArgumentException(
                    "masses = " + a + ", " + b + ": masses equal up to a relative 2^-32 are allowed");
        }
    }

    @Override
    public String toString() {
        return p == Double.POSITIVE_INFINITY ? "W_inf" : p == Math.rint(p) ? "W" + (long) p : "W_" + p;
    }
}
