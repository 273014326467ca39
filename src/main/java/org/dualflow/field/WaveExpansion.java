package org.dualflow.field;

import java.util.Arrays;

/**
 * Σ_j [α_j cos(k_j·x) + β_j sin(k_j·x)] at the points of a {@link WaveTable}. With C_a + iS_a = e^{io_a·x} and c_b + is_b = e^{ip_b·x}
 * for the {@link WaveFactors} of k_j = o_a ± p_b,
 *
 * <pre>  cos k·x = C_a c_b ∓ S_a s_b,   sin k·x = S_a c_b ± C_a s_b,</pre>
 *
 * it is Σ_b [c_b Σ_a (… C_a + … S_a) + s_b Σ_a (… C_a + … S_a)]: two multiplications per wave and point.
 */
final class WaveExpansion {

    private final WaveFactors factors;
    private final int count;
    /** Factors of C_a and S_a: {@code [1, c_b, s_b][2a + 0 or 1]}. */
    private final double[][] expansion;

    private final double[] sum = new double[WaveTable.BLOCK];
    private final double[] cosines = new double[WaveTable.BLOCK];
    private final double[] sines = new double[WaveTable.BLOCK];

    /**
     * @param count number of waves
     */
    WaveExpansion(WaveFactors factors, int count) {
        this.factors = factors;
        this.count = count;
        expansion = new double[factors.columns()][factors.row()];
    }

    /** Takes α and β. */
    void set(double[] alpha, double[] beta) {
        for (double[] row : expansion) {
            Arrays.fill(row, 0);
        }
        int j = 0;
        for (int a = 0; j < count; a++) {
            for (int b = factors.first(a); b <= factors.inner() && j < count; b++, j++) {
                if (b == 0) {
                    expansion[0][2 * a] = alpha[j];
                    expansion[0][2 * a + 1] = beta[j];
                    continue;
                }
                double sign = b < 0 ? -1 : 1;
                double[] withCosine = expansion[2 * Math.abs(b) - 1];
                double[] withSine = expansion[2 * Math.abs(b)];
                withCosine[2 * a] += alpha[j];
                withCosine[2 * a + 1] += beta[j];
                withSine[2 * a] += sign * beta[j];
                withSine[2 * a + 1] -= sign * alpha[j];
            }
        }
    }

    /**
     * Evaluates the sum.
     *
     * @param n number of points
     * @param out receives the values from {@code out[from]}
     */
    void evaluate(WaveTable table, int n, double[] out, int from) {
        Arrays.fill(sum, 0, n, 0);
        add(expansion[0], table, n, sum);
        for (int b = 1; b <= factors.inner(); b++) {
            Arrays.fill(cosines, 0, n, 0);
            Arrays.fill(sines, 0, n, 0);
            add(expansion[2 * b - 1], table, n, cosines);
            add(expansion[2 * b], table, n, sines);
            double[] c = table.inner[2 * b];
            double[] s = table.inner[2 * b + 1];
            for (int i = 0; i < n; i++) {
                sum[i] = Math.fma(c[i], cosines[i], Math.fma(s[i], sines[i], sum[i]));
            }
        }
        System.arraycopy(sum, 0, out, from, n);
    }

    private void add(double[] row, WaveTable table, int n, double[] to) {
        RowSum.add(row, 0, table.outer, 0, row.length, n, to);
    }
}
