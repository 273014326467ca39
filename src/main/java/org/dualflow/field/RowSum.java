package org.dualflow.field;

/** Sums of rows with scalar factors: the one loop in which sums of waves spend their time. */
final class RowSum {

    private RowSum() {}

    /**
     * Adds Σ_{k &lt; count} s_k r_k to a row.
     *
     * <p>Four rows at a time: one load per product, and few enough operations for the loop to be vectorised. The method is long
     * enough never to be inlined, which would leave that to the luck of what else the caller's loops are.
     *
     * @param s factors, from {@code s[first]}
     * @param rows from {@code rows[start]}, {@code [≥ n]}
     * @param count number of rows
     * @param n entries of a row that count
     * @param sum receives the sum, none of the rows
     */
    static void add(double[] s, int first, double[][] rows, int start, int count, int n, double[] sum) {
        int k = 0;
        for (; k + 4 <= count; k += 4) {
            double a = s[first + k];
            double b = s[first + k + 1];
            double c = s[first + k + 2];
            double d = s[first + k + 3];
            double[] p = rows[start + k];
            double[] q = rows[start + k + 1];
            double[] r = rows[start + k + 2];
            double[] t = rows[start + k + 3];
            for (int i = 0; i < n; i++) {
                sum[i] = Math.fma(a, p[i], Math.fma(b, q[i], Math.fma(c, r[i], Math.fma(d, t[i], sum[i]))));
            }
        }
        for (; k + 2 <= count; k += 2) {
            double a = s[first + k];
            double b = s[first + k + 1];
            double[] p = rows[start + k];
            double[] q = rows[start + k + 1];
            for (int i = 0; i < n; i++) {
                sum[i] = Math.fma(a, p[i], Math.fma(b, q[i], sum[i]));
            }
        }
        if (k < count) {
            double a = s[first + k];
            double[] p = rows[start + k];
            for (int i = 0; i < n; i++) {
                sum[i] = Math.fma(a, p[i], sum[i]);
            }
        }
    }
}
