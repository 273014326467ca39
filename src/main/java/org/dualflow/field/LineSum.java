package org.dualflow.field;

/**
 * Sums over points on a line for W = Σ c_k |x|^k, exactly, by moments of the mass below and above every target: O(n log n)
 * for sorting (O(n) when the order is that of the last call), then O(1) per target that is a source or near the target
 * before, O(log n) for others. Moments are taken about the middle of the points.
 *
 * <p>Masses below and above are summed from the two ends, so that symmetric points give a field that is zero in the
 * middle to the last bit.
 */
final class LineSum {

    private static final int DEGREES = 4;

    private final double[] slope = new double[DEGREES];
    private final double[] c;
    private final SortedOrder sorting = new SortedOrder();
    private final double[] below = new double[DEGREES];
    private final double[] above = new double[DEGREES];
    private double[] y = new double[0];
    /** {@code prefix[k][r]}: k-th moment of the points of rank below r; suffix: of rank r and above. */
    private double[][] prefix = new double[DEGREES][1];

    private double[][] suffix = new double[DEGREES][1];
    private double centre;
    private int n;
    private int moments;

    LineSum(double[] coefficients) {
        this.c = coefficients.clone();
        for (int k = 0; k < DEGREES; k++) {
            slope[k] = (k + 1) * coefficients[k];
            if (coefficients[k] != 0) {
                moments = k + 1;
            }
        }
    }

    void freeze(FrozenPoints points) {
        n = points.size;
        if (y.length < n) {
            y = new double[n];
            prefix = new double[DEGREES][n + 1];
            suffix = new double[DEGREES][n + 1];
        }
        double[] x = points.x[0];
        sorting.update(x, n);
        int[] order = sorting.order();
        for (int r = 0; r < n; r++) {
            y[r] = x[order[r]];
        }
        centre = n == 0 ? 0 : 0.5 * y[0] + 0.5 * y[n - 1];
        for (int k = 0; k < moments; k++) {
            accumulate(points.w, order, k);
        }
    }

    private void accumulate(double[] w, int[] order, int k) {
        double[] up = prefix[k];
        double[] down = suffix[k];
        up[0] = 0;
        for (int r = 0; r < n; r++) {
            up[r + 1] = up[r] + moment(w[order[r]], y[r], k);
        }
        down[n] = 0;
        for (int r = n - 1; r >= 0; r--) {
            down[r] = down[r + 1] + moment(w[order[r]], y[r], k);
        }
    }

    private double moment(double w, double at, int k) {
        double m = w;
        for (int p = 0; p < k; p++) {
            m *= at - centre;
        }
        return m;
    }

    /** The field at the frozen points themselves, {@code out} in their original order. */
    void fillSources(double[] out) {
        int[] order = sorting.order();
        for (int from = 0, to; from < n; from = to) {
            to = from + 1;
            while (to < n && y[to] == y[from]) {
                to++;
            }
            double b = field(y[from], from, to);
            for (int r = from; r < to; r++) {
                out[order[r]] = b;
            }
        }
    }

    /** The field at any points. */
    void fill(double[] x, int count, double[] out) {
        int rank = 0;
        for (int i = 0; i < count; i++) {
            rank = firstNotBelow(x[i], rank);
            int to = rank < n && y[rank] == x[i] ? search(x[i], rank, true) : rank;
            out[i] = field(x[i], rank, to);
        }
    }

    /** The first rank at {@code x} or above it, looked for near {@code hint}. */
    private int firstNotBelow(double x, int hint) {
        if ((hint == n || y[hint] >= x) && (hint == 0 || y[hint - 1] < x)) {
            return hint;
        }
        if (hint < n && y[hint] < x && (hint + 1 == n || y[hint + 1] >= x)) {
            return hint + 1;
        }
        return search(x, 0, false);
    }

    /** The first rank, not below {@code from}, at {@code x} or above it; {@code beyond}: strictly above it. */
    private int search(double x, int from, boolean beyond) {
        int low = from;
        int high = n;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (y[middle] < x || (beyond && y[middle] == x)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** -Σ_{y<x} w W'(x-y) + Σ_{y>x} w W'(y-x), the sources of rank from … to-1 lying at x. */
    private double field(double x, int from, int to) {
        double b = 0;
        for (int k = 0; k < moments; k++) {
            below[k] = prefix[k][from];
            above[k] = suffix[k][to];
        }
        double s = x - centre;
        for (int p = 0; p < moments; p++) {
            if (slope[p] != 0) {
                double sign = (p & 1) == 0 ? 1 : -1;
                b += slope[p] * (sign * binomial(above, s, p) - binomial(below, s, p));
            }
        }
        return b;
    }

    /** Σ w (s - (y - centre))^p = Σ_q C(p,q) s^{p-q} (-1)^q M_q. */
    private static double binomial(double[] m, double s, int p) {
        return switch (p) {
            case 0 -> m[0];
            case 1 -> s * m[0] - m[1];
            case 2 -> s * (s * m[0] - 2 * m[1]) + m[2];
            default -> s * (s * (s * m[0] - 3 * m[1]) + 3 * m[2]) - m[3];
        };
    }

    /** ½ ΣΣ w w W, that is Σ_i w_i Σ_{j<i} w_j W(x_i - x_j), by running sums of the potential's moments. */
    double energy(double[] w) {
        int[] order = sorting.order();
        double total = 0;
        double[] m = new double[DEGREES + 1];
        for (int r = 0; r < n; r++) {
            double s = y[r] - centre;
            double potential = c[0] * (s * m[0] - m[1])
                    + c[1] * (s * (s * m[0] - 2 * m[1]) + m[2])
                    + c[2] * (s * (s * (s * m[0] - 3 * m[1]) + 3 * m[2]) - m[3])
                    + c[3] * (s * (s * (s * (s * m[0] - 4 * m[1]) + 6 * m[2]) - 4 * m[3]) + m[4]);
            double weight = w[order[r]];
            total += weight * potential;
            for (int k = 0; k <= DEGREES; k++) {
                m[k] += weight;
                weight *= s;
            }
        }
        return total;
    }
}
