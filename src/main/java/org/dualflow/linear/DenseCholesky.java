package org.dualflow.linear;

/** A = L Lᵀ for small symmetric positive definite matrices. Holds its factor; one per thread. */
public final class DenseCholesky {

    private final int n;
    private final double[][] factor;

    /**
     * @param n number of unknowns
     */
    public DenseCholesky(int n) {
        this.n = n;
        this.factor = new double[n][n];
    }

    /**
     * Factors a matrix, of which the lower half is read.
     *
     * @return whether it is positive definite, up to rounding
     */
    public boolean factor(double[][] a) {
        for (int i = 0; i < n; i++) {
            double[] row = factor[i];
            for (int j = 0; j <= i; j++) {
                double sum = a[i][j];
                double[] other = factor[j];
                for (int k = 0; k < j; k++) {
                    sum -= row[k] * other[k];
                }
                if (j < i) {
                    row[j] = sum / other[j];
                } else if (sum > 0 && sum < Double.POSITIVE_INFINITY) {
                    row[i] = Math.sqrt(sum);
                } else {
                    return false;
                }
            }
        }
        return true;
    }

    /** {@code b ← A⁻¹ b}, with the matrix factored last. */
    public void solve(double[] b) {
        for (int i = 0; i < n; i++) {
            double sum = b[i];
            for (int k = 0; k < i; k++) {
                sum -= factor[i][k] * b[k];
            }
            b[i] = sum / factor[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            double sum = b[i];
            for (int k = i + 1; k < n; k++) {
                sum -= factor[k][i] * b[k];
            }
            b[i] = sum / factor[i][i];
        }
    }
}
