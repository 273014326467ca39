package org.dualflow.particle.flow;

/**
 * Solves symmetric positive definite systems that are tridiagonal, or cyclic: row i reads
 * {@code e_i x_{i-1} + a_i x_i + e_{i+1} x_{i+1} = b_i}, where {@code e_0 = e_n} couples the last unknown to the first.
 *
 * <p>Elimination without pivoting, stable for positive definite matrices; the corner of a cyclic matrix is taken out as
 * a matrix of rank one (Sherman and Morrison), see G. H. Golub, C. F. Van Loan,
 * <i>Matrix Computations</i>, 4th ed., 2013, section 4.3.
 */
final class CyclicTridiagonal {

    private final int n;
    private final double[] pivot;
    private final double[] corner;

    CyclicTridiagonal(int n) {
        this.n = n;
        this.pivot = new double[n];
        this.corner = new double[n];
    }

    /**
     * Replaces {@code b} by the solution.
     *
     * @param a diagonal, {@code [n]}, changed
     * @param e couplings, {@code e[i]} between unknowns i-1 and i, {@code [≥ n]}; {@code e[0]} is used if cyclic
     * @return false if a pivot is not positive
     */
    boolean solve(double[] a, double[] e, double[] b, boolean cyclic) {
        if (!cyclic || n == 1) {
            return factor(a, e) && substitute(e, b);
        }
        if (n == 2) {
            double coupling = e[0] + e[1];
            double determinant = a[0] * a[1] - coupling * coupling;
            double x = (a[1] * b[0] - coupling * b[1]) / determinant;
            b[1] = (a[0] * b[1] - coupling * b[0]) / determinant;
            b[0] = x;
            return determinant > 0;
        }
        double gamma = -Math.abs(a[0]);
        double c = e[0];
        a[0] -= gamma;
        a[n - 1] -= c * c / gamma;
        if (!factor(a, e)) {
            return false;
        }
        java.util.Arrays.fill(corner, 0);
        corner[0] = gamma;
        corner[n - 1] = c;
        boolean ok = substitute(e, b) && substitute(e, corner);
        double factor = (b[0] + c * b[n - 1] / gamma) / (1 + corner[0] + c * corner[n - 1] / gamma);
        for (int i = 0; i < n; i++) {
            b[i] -= factor * corner[i];
        }
        return ok;
    }

    private boolean factor(double[] a, double[] e) {
        boolean ok = a[0] > 0;
        pivot[0] = a[0];
        for (int i = 1; i < n; i++) {
            pivot[i] = a[i] - e[i] * e[i] / pivot[i - 1];
            ok &= pivot[i] > 0;
        }
        return ok;
    }

    private boolean substitute(double[] e, double[] b) {
        for (int i = 1; i < n; i++) {
            b[i] -= e[i] / pivot[i - 1] * b[i - 1];
        }
        b[n - 1] /= pivot[n - 1];
        for (int i = n - 2; i >= 0; i--) {
            b[i] = (b[i] - e[i + 1] * b[i + 1]) / pivot[i];
        }
        return Double.isFinite(b[0]) && Double.isFinite(b[n - 1]);
    }
}
