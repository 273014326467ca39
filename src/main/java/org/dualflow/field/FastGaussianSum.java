package org.dualflow.field;

import java.util.Arrays;
import org.hipparchus.util.FastMath;

/**
 * Gaussian sums over boxes of side ε by Chebyshev expansions ({@link ChebyshevGaussian}): moments Σ_j w_j T_k(τ_j) of every
 * box, translated to the boxes in reach one axis after the other, evaluated at the targets. O(p^d (sources + targets) + d (2O+1)
 * p^(d+1) boxes). All sums run in a fixed order. Tensors are made anew by every call: their shapes follow the cloud.
 *
 * <p>A tensor of expansions is {@code double[boxes · p][rest]}: box and degree of the current axis in the row, those of the
 * other axes in the column; {@link #turn} makes the next axis the current one.
 */
final class FastGaussianSum {

    /** More numbers in one tensor than this are not tried. */
    static final double LARGEST = 4e7;

    private final int dimension;
    private final double width;
    private final ChebyshevGaussian kernel;
    private final int p;
    private final double[] origin;
    private final int[] boxes;

    FastGaussianSum(int dimension, double width, double tolerance) {
        this.dimension = dimension;
        this.width = width;
        this.kernel = ChebyshevGaussian.within(tolerance, dimension);
        this.p = kernel.degree;
        this.origin = new double[dimension];
        this.boxes = new int[dimension];
    }

    /** Bound of the error of a sum, and of a moment over ε, relative to Σ|w|. */
    double bound() {
        return kernel.bound(dimension);
    }

    /** Lays boxes over sources and targets; returns the work that a sum would be, in units of pairs of particles. */
    double plan(double[][] y, int sources, double[][] x, int n) {
        double numbers = 1;
        for (int d = 0; d < dimension; d++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int j = 0; j < sources; j++) {
                low = Math.min(low, y[d][j]);
                high = Math.max(high, y[d][j]);
            }
            for (int i = 0; i < n; i++) {
                low = Math.min(low, x[d][i]);
                high = Math.max(high, x[d][i]);
            }
            double count = Math.floor((high - low) / (width * ChebyshevGaussian.SIDE)) + 1;
            origin[d] = low;
            boxes[d] = count < LARGEST ? (int) count : 1;
            numbers *= count * p;
        }
        if (!(numbers < LARGEST)) {
            return Double.POSITIVE_INFINITY;
        }
        double perPoint = FastMath.pow(p, dimension);
        double translations = (dimension + 2.0) * (dimension + 1) / 2 * (2 * kernel.reach + 1) * p;
        return 0.1 * (perPoint * (sources + (dimension + 1.0) * n) + translations * numbers);
    }

    /** As {@link DirectGaussianSum#fill}, after {@link #plan} with the same points. */
    void fill(double[][] y, double[] w, int sources, double[][] x, int n, double[] out, double[][] moments) {
        int[] rest = new int[dimension];
        int all = 1;
        for (int d = 0; d < dimension; d++) {
            rest[d] = boxes[d] * p;
            all *= rest[d];
        }
        double[][] tensor = new double[rest[0]][all / rest[0]];
        gather(y, w, sources, tensor);
        // tensors[0]: the sum; tensors[1 + d]: its moment along axis d, once that axis has been translated
        double[][][] tensors = new double[dimension + 1][][];
        tensors[0] = tensor;
        for (int d = 0; d < dimension; d++) {
            tensors[1 + d] = translate(tensors[0], boxes[d], kernel.slopes);
            for (int c = 0; c <= d; c++) {
                tensors[c] = translate(tensors[c], boxes[d], kernel.values);
            }
            for (int c = 0; c <= d + 1; c++) {
                tensors[c] = turn(tensors[c], rest[(d + 1) % dimension]);
            }
        }
        Arrays.fill(out, 0, n, 0);
        scatter(tensors[0], x, n, 1, out);
        for (int d = 0; d < dimension; d++) {
            Arrays.fill(moments[d], 0, n, 0);
            scatter(tensors[1 + d], x, n, width, moments[d]);
        }
    }

    /** Σ over boxes in reach and degrees: {@code out[box, k] = Σ_o Σ_l C_kl(o) in[box + o, l]}. */
    private double[][] translate(double[][] in, int count, double[][][] coefficients) {
        int columns = in[0].length;
        double[][] out = new double[in.length][columns];
        for (int box = 0; box < count; box++) {
            int from = Math.max(0, box - kernel.reach);
            int to = Math.min(count - 1, box + kernel.reach);
            for (int source = from; source <= to; source++) {
                double[][] c = coefficients[source - box + kernel.reach];
                for (int k = 0; k < p; k++) {
                    for (int l = 0; l < p; l++) {
                        add(c[k][l], in[source * p + l], out[box * p + k], columns);
                    }
                }
            }
        }
        return out;
    }

    private static void add(double c, double[] in, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Math.fma(c, in[i], out[i]);
        }
    }

    /** [rows][next, others] becomes [next][others, rows]. */
    private static double[][] turn(double[][] in, int next) {
        if (in[0].length == 1) {
            return in;
        }
        int rows = in.length;
        int others = in[0].length / next;
        double[][] out = new double[next][others * rows];
        for (int r = 0; r < rows; r++) {
            for (int q = 0; q < next; q++) {
                for (int o = 0; o < others; o++) {
                    out[q][o * rows + r] = in[r][q * others + o];
                }
            }
        }
        return out;
    }

    /** T_k of a coordinate in its box; returns the index of the box. */
    private int chebyshev(int d, double at, double[] t) {
        double place = (at - origin[d]) / (width * ChebyshevGaussian.SIDE);
        int box = Math.min(boxes[d] - 1, (int) place);
        double s = 2 * (place - box) - 1;
        t[0] = 1;
        t[1] = s;
        for (int k = 2; k < p; k++) {
            t[k] = 2 * s * t[k - 1] - t[k - 2];
        }
        return box;
    }

    private void gather(double[][] y, double[] w, int sources, double[][] tensor) {
        double[][] t = new double[3][p];
        for (int j = 0; j < sources; j++) {
            int b0 = chebyshev(0, y[0][j], t[0]) * p;
            int b1 = dimension > 1 ? chebyshev(1, y[1][j], t[1]) * p : 0;
            int b2 = dimension > 2 ? chebyshev(2, y[2][j], t[2]) * p : 0;
            for (int k = 0; k < p; k++) {
                double[] row = tensor[b0 + k];
                double wk = w[j] * t[0][k];
                if (dimension == 1) {
                    row[0] += wk;
                } else if (dimension == 2) {
                    accumulate(wk, t[1], row, b1);
                } else {
                    for (int l = 0; l < p; l++) {
                        accumulate(wk * t[1][l], t[2], row, (b1 + l) * boxes[2] * p + b2);
                    }
                }
            }
        }
    }

    private void accumulate(double factor, double[] t, double[] row, int from) {
        for (int l = 0; l < p; l++) {
            row[from + l] += factor * t[l];
        }
    }

    private void scatter(double[][] tensor, double[][] x, int n, double scale, double[] out) {
        double[][] t = new double[3][p];
        for (int i = 0; i < n; i++) {
            int b0 = chebyshev(0, x[0][i], t[0]) * p;
            int b1 = dimension > 1 ? chebyshev(1, x[1][i], t[1]) * p : 0;
            int b2 = dimension > 2 ? chebyshev(2, x[2][i], t[2]) * p : 0;
            double sum = 0;
            for (int k = 0; k < p; k++) {
                double[] row = tensor[b0 + k];
                double part = 0;
                if (dimension == 1) {
                    part = row[0];
                } else if (dimension == 2) {
                    part = dot(t[1], row, b1);
                } else {
                    for (int l = 0; l < p; l++) {
                        part += t[1][l] * dot(t[2], row, (b1 + l) * boxes[2] * p + b2);
                    }
                }
                sum += t[0][k] * part;
            }
            out[i] = scale * sum;
        }
    }

    private double dot(double[] t, double[] row, int from) {
        double even = 0;
        double odd = 0;
        for (int l = 0; l + 1 < p; l += 2) {
            even += t[l] * row[from + l];
            odd += t[l + 1] * row[from + l + 1];
        }
        return (p & 1) == 0 ? even + odd : even + odd + t[p - 1] * row[from + p - 1];
    }
}
