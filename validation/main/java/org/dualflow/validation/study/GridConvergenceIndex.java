package org.dualflow.validation.study;

import org.hipparchus.util.FastMath;

/**
 * Grid convergence index of three solutions: Roache's uncertainty band, with Celik et al. (2008) for the order.
 *
 * @param richardson observed order and extrapolated value
 * @param band uncertainty of the finest grid in the unit of the values: F |φ1 - φ2| / (r21^p - 1)
 * @param fine GCI of the finest grid, relative: F |φ1 - φ2| / (|φ1| (r21^p - 1))
 * @param coarse GCI of the middle grid, relative: F |φ2 - φ3| / (|φ2| (r32^p - 1))
 * @param asymptoticRatio coarse / (r21^p fine), near one in the asymptotic range
 */
public record GridConvergenceIndex(
        Richardson richardson, double band, double fine, double coarse, double asymptoticRatio) {

    /** Roache's safety factor for three or more grids. */
    public static final double THREE_GRIDS = 1.25;
    /** Roache's safety factor for two grids, or an order that disagrees with theory. */
    public static final double TWO_GRIDS = 3;

    /** GCI with the observed order and safety factor 1.25; arguments as {@link Richardson#of}. */
    public static GridConvergenceIndex of(double h1, double phi1, double h2, double phi2, double h3, double phi3) {
        Richardson richardson = Richardson.of(h1, phi1, h2, phi2, h3, phi3);
        return of(richardson, richardson.order(), THREE_GRIDS, h1, phi1, h2, phi2, h3, phi3);
    }

    /**
     * GCI by the rule of Oberkampf and Roy, Verification and Validation in Scientific Computing (2010), §8.6: if the observed order is within
     * 10 % of the formal one, that one and the factor 1.25; otherwise min(max(½, observed), formal) and the factor 3.
     *
     * @param formalOrder order that theory predicts, positive
     */
    public static GridConvergenceIndex oberkampfRoy(
            double formalOrder, double h1, double phi1, double h2, double phi2, double h3, double phi3) {
        if (!(formalOrder > 0)) {
            throw new IllegalArgumentException("formalOrder = " + formalOrder + ": positive numbers are allowed");
        }
        Richardson richardson = Richardson.of(h1, phi1, h2, phi2, h3, phi3);
        double observed = richardson.order();
        boolean agrees = Math.abs(observed - formalOrder) <= 0.1 * formalOrder;
        double order = agrees ? formalOrder : Math.min(Math.max(0.5, observed), formalOrder);
        return of(richardson, order, agrees ? THREE_GRIDS : TWO_GRIDS, h1, phi1, h2, phi2, h3, phi3);
    }

    private static GridConvergenceIndex of(
            Richardson richardson,
            double order,
            double safety,
            double h1,
            double phi1,
            double h2,
            double phi2,
            double h3,
            double phi3) {
        double r21 = FastMath.pow(h2 / h1, order);
        double r32 = FastMath.pow(h3 / h2, order);
        double band = safety * Math.abs(phi1 - phi2) / (r21 - 1);
        double fine = band / Math.abs(phi1);
        double coarse = safety * Math.abs((phi2 - phi3) / phi2) / (r32 - 1);
        return new GridConvergenceIndex(richardson, band, fine, coarse, coarse / (r21 * fine));
    }
}
