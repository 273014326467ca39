package org.dualflow.field;

import java.util.Arrays;

/** W(x) = Σ_{k=1…4} c_k |x|^k. Pointy at 0 if c_1 ≠ 0. */
final class PolynomialKernel implements InteractionKernel {

    /** Below this distance a point counts as lying on the other one; its inverse times itself is representable. */
    private static final double TINY = 0x1p-500;

    private final double[] c;

    PolynomialKernel(double... coefficients) {
        this.c = Arrays.copyOf(coefficients, 4);
        for (int k = 0; k < 4; k++) {
            if (!Double.isFinite(c[k])) {
                throw new IllegalArgumentException(
                        "coefficient of |x|^" + (k + 1) + " = " + c[k] + ": a finite number is allowed");
            }
        }
    }

    /** w'/r = c_1/r + 2 c_2 + 3 c_3 r + 4 c_4 r². */
    @Override
    public void forces(double[] r2, int n, double[] out) {
        double c2 = 2 * c[1];
        double c4 = 4 * c[3];
        for (int i = 0; i < n; i++) {
            out[i] = c2 + c4 * r2[i];
        }
        if (c[0] != 0 || c[2] != 0) {
            double c1 = c[0];
            double c3 = 3 * c[2];
            for (int i = 0; i < n; i++) {
                double r = Math.max(TINY, Math.sqrt(r2[i]));
                out[i] += c1 / r + c3 * r;
            }
        }
    }

    @Override
    public void potentials(double[] r2, int n, double[] out) {
        for (int i = 0; i < n; i++) {
            double r = Math.sqrt(r2[i]);
            out[i] = r * (c[0] + r * (c[1] + r * (c[2] + r * c[3])));
        }
    }

    /**
     * The infimum of w'' = 2 c_2 + 6 c_3 r + 12 c_4 r² over r ≥ 0 if c_1 ≥ 0: then w'(r)/r = c_1/r + (1/r) ∫_0^r w'' is
     * not less, so that it bounds both eigenvalues of the Hessian.
     */
    @Override
    public double convexity() {
        if (c[0] < 0 || c[3] < 0 || (c[3] == 0 && c[2] < 0)) {
            return Double.NEGATIVE_INFINITY;
        }
        double r = c[3] > 0 ? Math.max(0, -c[2] / (4 * c[3])) : 0;
        return 2 * c[1] + r * (6 * c[2] + r * 12 * c[3]);
    }

    @Override
    public double[] polynomial() {
        return c.clone();
    }
}
