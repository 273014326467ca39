package org.dualflow.field;

import org.hipparchus.util.FastMath;

/**
 * The Gaussian k(s) = exp(-s²/2), s = (x-y)/ε, between boxes of side b = ηε on a line, as a Chebyshev polynomial of degree p-1 in
 * x and in y: for boxes o sides apart, k = Σ_kl C_kl(o) T_k(t) T_l(τ), with t, τ in [-1, 1] the places in their boxes. The same
 * for g(s) = s k(s).
 *
 * <p><b>Error.</b> Chebyshev interpolation of f in x errs by at most E = 2 (η/4)^p/p! · max|f^(p)|, and |k^(p)| ≤ 1.0865
 * √(p!) (Cramér's bound of Hermite functions). Interpolating in y as well multiplies by the Lebesgue constant
 * Λ ≤ 1 + (2/π) log p: |k - C| ≤ (1+Λ) E. For g = -k' the same with √((p+1)!). Boxes more than O apart are left out, where
 * k ≤ exp(-(Oη)²/2) and g ≤ Oη exp(-(Oη)²/2). For products of d factors the errors add up as in {@link #bound}.
 *
 * <p>Source of the method: L. Greengard, J. Strain, SIAM J. Sci. Stat. Comput. 12 (1991), doi:10.1137/0912004, here with
 * Chebyshev polynomials in place of Hermite expansions.
 */
final class ChebyshevGaussian {

    /** η, the side of a box in widths of the Gaussian. */
    static final double SIDE = 1;

    private static final double CRAMER = 1.0865;

    final int degree;
    final int reach;
    /** {@code values[o + reach][k][l]} for k(s), the source box o sides above the target's. */
    final double[][][] values;
    /** The same for g(s). */
    final double[][][] slopes;

    private ChebyshevGaussian(int degree, int reach) {
        this.degree = degree;
        this.reach = reach;
        this.values = new double[2 * reach + 1][][];
        this.slopes = new double[2 * reach + 1][][];
        for (int o = -reach; o <= reach; o++) {
            values[o + reach] = coefficients(o, false);
            slopes[o + reach] = coefficients(o, true);
        }
    }

    /** The shortest expansion whose error in {@code dimension} dimensions is at most {@code tolerance}. */
    static ChebyshevGaussian within(double tolerance, int dimension) {
        int reach = 1;
        while (dropped(reach) > 0.5 * tolerance) {
            reach++;
        }
        int degree = 2;
        while (bound(degree, reach, dimension) > tolerance) {
            degree++;
        }
        return new ChebyshevGaussian(degree, reach);
    }

    /**
     * Largest error of the product of {@code dimension} factors, one of them k or g: the factors are at most 1, their
     * approximations at most 1 + e, e the larger of the errors of both, so that replacing one after the other costs
     * d e (1+e)^(d-1); more where boxes are left out.
     */
    static double bound(int degree, int reach, int dimension) {
        double root = 1;
        for (int k = 2; k <= degree; k++) {
            root *= FastMath.sqrt(k);
        }
        double lebesgue = 1 + 2 / FastMath.PI * FastMath.log(degree);
        double error = (1 + lebesgue) * 2 * CRAMER * FastMath.pow(SIDE / 4, degree) / root * FastMath.sqrt(degree + 1);
        return dimension * error * FastMath.pow(1 + error, dimension - 1) + dropped(reach);
    }

    double bound(int dimension) {
        return bound(degree, reach, dimension);
    }

    private static double dropped(int reach) {
        double s = reach * SIDE;
        return Math.max(1, s) * FastMath.exp(-0.5 * s * s);
    }

    /** Chebyshev coefficients by the values at the p² pairs of Chebyshev points. */
    private double[][] coefficients(int offset, boolean slope) {
        int p = degree;
        double[][] cosine = new double[p][p];
        for (int k = 0; k < p; k++) {
            for (int i = 0; i < p; i++) {
                cosine[k][i] = FastMath.cos(k * (i + 0.5) * FastMath.PI / p) * (k == 0 ? 1.0 : 2.0) / p;
            }
        }
        double[][] half = new double[p][p];
        double[][] result = new double[p][p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                double s = SIDE * (0.5 * (node(i) - node(j)) - offset);
                double f = FastMath.exp(-0.5 * s * s) * (slope ? s : 1);
                for (int k = 0; k < p; k++) {
                    half[k][j] += cosine[k][i] * f;
                }
            }
        }
        for (int k = 0; k < p; k++) {
            for (int l = 0; l < p; l++) {
                for (int j = 0; j < p; j++) {
                    result[k][l] += half[k][j] * cosine[l][j];
                }
            }
        }
        return result;
    }

    private double node(int i) {
        return FastMath.cos((i + 0.5) * FastMath.PI / degree);
    }
}
