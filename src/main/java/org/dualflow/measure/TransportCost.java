package org.dualflow.measure;

import org.hipparchus.util.FastMath;

/**
 * The cost |x_i - y_j|^p of carrying mass from source i to sink j, computed anew for one source and all sinks whenever it is
 * asked for: memory O(n + m). Only for orders other than 1 and 2, whose powers are slow, all costs are kept.
 */
final class TransportCost {

    private final double[][] x;
    private final double[][] y;
    private final double p;
    private final double[][] powers;

    /**
     * @param x coordinates of the sources, {@code x[dimension][n]}
     * @param y coordinates of the sinks, {@code y[dimension][m]}
     * @param p order, at least 1, finite
     */
    TransportCost(double[][] x, double[][] y, double p) {
        this.x = x;
        this.y = y;
        this.p = p;
        this.powers = new double[p == 1 || p == 2 ? 0 : x[0].length][];
        for (int i = 0; i < powers.length; i++) {
            double[] row = new double[y[0].length];
            squares(i, new double[row.length], row, row.length);
            for (int j = 0; j < row.length; j++) {
                row[j] = FastMath.pow(row[j], 0.5 * p);
            }
            powers[i] = row;
        }
    }

    /** {@code out[j] = cost(i, j) + shift[j]} for {@code j < m}. */
    void row(int i, double[] shift, double[] out, int m) {
        if (p == 2) {
            squares(i, shift, out, m);
        } else if (p == 1) {
            roots(i, shift, out, m);
        } else {
            double[] row = powers[i];
            for (int j = 0; j < m; j++) {
                out[j] = row[j] + shift[j];
            }
        }
    }

    /** The cost of one arc. */
    double of(int i, int j) {
        if (p != 1 && p != 2) {
            return powers[i][j];
        }
        double sum = 0;
        for (int d = 0; d < x.length; d++) {
            double difference = x[d][i] - y[d][j];
            sum += difference * difference;
        }
        return p == 2 ? sum : FastMath.sqrt(sum);
    }

    private void squares(int i, double[] shift, double[] out, int m) {
        double[] y0 = y[0];
        double x0 = x[0][i];
        if (x.length == 2) {
            double[] y1 = y[1];
            double x1 = x[1][i];
            for (int j = 0; j < m; j++) {
                double d0 = x0 - y0[j];
                double d1 = x1 - y1[j];
                out[j] = d0 * d0 + d1 * d1 + shift[j];
            }
            return;
        }
        for (int j = 0; j < m; j++) {
            double d = x0 - y0[j];
            out[j] = d * d + shift[j];
        }
        for (int k = 1; k < x.length; k++) {
            double[] yk = y[k];
            double xk = x[k][i];
            for (int j = 0; j < m; j++) {
                double d = xk - yk[j];
                out[j] += d * d;
            }
        }
    }

    private void roots(int i, double[] shift, double[] out, int m) {
        double[] y0 = y[0];
        double x0 = x[0][i];
        for (int j = 0; j < m; j++) {
            double d = x0 - y0[j];
            out[j] = d * d;
        }
        for (int k = 1; k < x.length; k++) {
            double[] yk = y[k];
            double xk = x[k][i];
            for (int j = 0; j < m; j++) {
                double d = xk - yk[j];
                out[j] += d * d;
            }
        }
        for (int j = 0; j < m; j++) {
            out[j] = Math.sqrt(out[j]) + shift[j];
        }
    }
}
