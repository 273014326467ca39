package org.dualflow.validation.study;

import org.hipparchus.util.FastMath;

/**
 * Richardson extrapolation of three values on systematically refined grids, ratios not necessarily equal, by the
 * procedure of Celik, Ghia, Roache, Freitas, Coleman, Raad, J. Fluids Eng. 130 (2008) 078001: the observed order solves
 *
 * <pre>  p = | ln |ε32/ε21| + q(p) | / ln r21,    q(p) = ln( (r21^p - s)/(r32^p - s) ),    s = sign(ε32/ε21)</pre>
 *
 * by fixed-point iteration; s = -1 is oscillatory convergence.
 *
 * @param order the observed order p, positive
 * @param value the value extrapolated from the two finest grids, (r21^p φ1 - φ2)/(r21^p - 1)
 * @param oscillatory whether the differences change sign
 */
public record Richardson(double order, double value, boolean oscillatory) {

    private static final int MOST = 500;
    private static final double CONVERGED = 1e-13;

    /**
     * @param h1 width of the finest grid, 0 &lt; h1 &lt; h2 &lt; h3
     * @param phi1 value on the finest grid
     * @param h2 width of the middle grid
     * @param phi2 value on the middle grid
     * @param h3 width of the coarsest grid
     * @param phi3 value on the coarsest grid
     * @throws IllegalArgumentException if the widths do not increase, or two neighbouring values are equal
     * @throws ArithmeticException if the differences do not shrink with the grid: no order p &gt; 0 explains them
     */
    public static Richardson of(double h1, double phi1, double h2, double phi2, double h3, double phi3) {
        if (!(0 < h1 && h1 < h2 && h2 < h3)) {
            throw new IllegalArgumentException(
                    "h = " + h1 + ", " + h2 + ", " + h3 + ": increasing positive numbers are allowed");
        }
        double ratio = (phi3 - phi2) / (phi2 - phi1);
        if (!Double.isFinite(ratio) || ratio == 0) {
            throw new IllegalArgumentException(
                    "values = " + phi1 + ", " + phi2 + ", " + phi3 + ": neighbours that differ are allowed");
        }
        double p =
                order(FastMath.log(Math.abs(ratio)), FastMath.log(h2 / h1), FastMath.log(h3 / h2), ratio > 0 ? 1 : -1);
        double r = FastMath.pow(h2 / h1, p);
        return new Richardson(p, (r * phi1 - phi2) / (r - 1), ratio < 0);
    }

    /** Damped fixed-point iteration: the plain one oscillates for strongly unequal ratios. */
    private static double order(double logEpsilon, double logR21, double logR32, int s) {
        double p = Math.abs(logEpsilon) / logR21;
        for (int k = 0; k < MOST; k++) {
            double q = FastMath.log((FastMath.exp(p * logR21) - s) / (FastMath.exp(p * logR32) - s));
            double next = (logEpsilon + q) / logR21;
            if (!(next > 0)) {
                next = 0.5 * p;
            }
            if (Math.abs(next - p) <= CONVERGED * p) {
                return next;
            }
            p = 0.5 * (p + next);
        }
        throw new ArithmeticException("observed order: the differences do not shrink with the grid");
    }
}
