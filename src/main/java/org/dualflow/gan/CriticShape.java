package org.dualflow.gan;

import org.dualflow.measure.Measure;

/**
 * The ends of the support of a measure on the line and the atoms at these ends, told in a way that means the same for
 * cells, for particles and for an exact law.
 *
 * <p>The smallest and the largest point of positive mass would not do: a grid smears an atom over some cells with thin
 * tails, and one particle is no evidence. With Q the quantile function of the normalised measure and ε =
 * {@value #TAIL} the lower end is the tail mean, extrapolated to ε = 0,
 *
 * <pre>  left = 2 T(ε) - T(2ε),      T(ε) = (1/ε) ∫₀^ε Q(p) dp,</pre>
 *
 * the upper end is its mirror image, and {@code width = right - left}. The atom at the lower end is
 *
 * <pre>  atomLeft = ∫ χ(x - left) dν(x),
 *  χ = 1 up to δ, falls to -1 at 2δ, rises to 0 at 4δ, linearly;   δ = {@value #REACH}.</pre>
 *
 * χ has integral zero over [0, 4δ]: mass spread evenly beside the atom counts nothing. Ends closer than 4δ are not told
 * apart: both atoms are then the whole mass.
 *
 * <p>An atom of at least 2ε, or none, at each end with even density between them is reproduced exactly, up to
 * rounding; a smaller atom with an error of at most ε in mass and of ε over the density in width. left and right are
 * Lipschitz in W₁ with constant 3/(2ε), an atom with constant 2/δ + 3/(εδ), except where the width passes 4δ: wherever a
 * discretisation converges in W₁, so do these numbers. An atom that a scheme has smeared over more than about δ is
 * reported too small: that is its error, and vanishes with it.
 *
 * @param left lower end of the support
 * @param right upper end of the support
 * @param atomLeft share of the mass in the atom at the lower end
 * @param atomRight share of the mass in the atom at the upper end
 */
public record CriticShape(double left, double right, double atomLeft, double atomRight) {

    /** ε, the share of the mass that a tail mean is taken over. */
    public static final double TAIL = 0.01;

    /** δ, the reach of an atom. */
    public static final double REACH = 0x1p-5;

    /** 4δ: ends closer than this are not told apart. */
    public static final double RESOLVED_WIDTH = 4 * REACH;

    /** right - left. */
    public double width() {
        return right - left;
    }

    /**
     * The shape of a measure on the line.
     *
     * @throws IllegalArgumentException if the measure has more than one dimension or no positive mass
     */
    public static CriticShape of(Measure measure) {
        SortedPoints points = SortedPoints.of(measure);
        double left = extrapolate(points.lowerTail(TAIL), points.lowerTail(2 * TAIL));
        double right = extrapolate(points.upperTail(TAIL), points.upperTail(2 * TAIL));
        if (right - left < RESOLVED_WIDTH) {
            return new CriticShape(left, right, 1, 1);
        }
        return new CriticShape(left, right, points.test(left, 1), points.test(right, -1));
    }

    private static double extrapolate(double tail, double twice) {
        return 2 * tail - twice;
    }

    /** χ. */
    static double bump(double s) {
        double u = s / REACH;
        if (u <= 1) {
            return 1;
        }
        if (u <= 2) {
            return 3 - 2 * u;
        }
        return u < 4 ? 0.5 * u - 2 : 0;
    }
}
