package org.dualflow.validation.certificate;

import org.dualflow.measure.GaussRule;
import org.dualflow.mesh.Axis;

/**
 * Cubic splines through the points of the cells of an axis, twice continuously differentiable, periodic on a periodic axis and
 * even about its walls on others, so that their slope is zero there. With M the second derivatives at the points, l and g
 * the distances to the neighbours below and above,
 *
 * <pre>  l M_{i-1}/6 + (l + g) M_i/3 + g M_{i+1}/6 = (w_{i+1} - w_i)/g - (w_i - w_{i-1})/l;</pre>
 *
 * the neighbour beyond a wall is the mirror image of the cell itself. Splines and their derivatives are evaluated at the Gauss
 * points of the two halves of every cell. Order: w'' is right to h² at points if w_i is a smooth function up to h², and
 * w''' has at most jumps.
 *
 * @see <a href="https://doi.org/10.1007/978-1-4612-6333-3">de Boor 1978, chapter IV</a>
 */
final class AxisSpline {

    private final int cells;
    private final int nodes;
    private final boolean periodic;
    private final double[] gap;
    private final double[] pivot;
    private final double[] corner;
    private final double cornerFactor;
    private final double[] x;
    private final double[] weight;
    private final int[] below;
    private final int[] above;
    private final double[][][] coefficient;

    /**
     * @param axis without clipped or open ends, at least three cells if periodic
     * @param nodes Gauss points per half cell
     */
    AxisSpline(Axis axis, int nodes) {
        this.nodes = nodes;
        cells = axis.cells();
        periodic = axis.side().isPeriodic();
        if (periodic && cells < 3) {
            throw new IllegalArgumentException("cells = " + cells + ": at least 3 are allowed on a circle");
        }
        gap = gaps(axis);
        double[] diagonal = new double[cells];
        for (int i = 0; i < cells; i++) {
            diagonal[i] = (gap[i] + gap[i + 1]) / 3;
        }
        if (!periodic) {
            diagonal[0] += gap[0] / 6;
            diagonal[cells - 1] += gap[cells] / 6;
        }
        double link = gap[0] / 6;
        if (periodic) {
            diagonal[0] += link;
            diagonal[cells - 1] += link;
        }
        pivot = pivots(diagonal);
        corner = new double[periodic ? cells : 0];
        if (periodic) {
            // The matrix is the tridiagonal one minus link (e_0 - e_n)(e_0 - e_n)ᵀ, with e_n the last unit vector
            // (Sherman, Morrison).
            corner[0] = link;
            corner[cells - 1] = -link;
            eliminate(corner, 0, 1);
            cornerFactor = 1 / (1 - (corner[0] - corner[cells - 1]));
        } else {
            cornerFactor = 0;
        }
        int points = 2 * nodes * cells;
        x = new double[points];
        weight = new double[points];
        below = new int[points];
        above = new int[points];
        coefficient = new double[3][4][points];
        GaussRule rule = GaussRule.of(nodes);
        for (int p = 0; p < points; p++) {
            place(axis, rule, p);
        }
    }

    /** {@code gap[i]} is the distance of point i to the one below it, {@code gap[cells]} beyond the last; mirrored or wrapped. */
    private static double[] gaps(Axis axis) {
        int n = axis.cells();
        double[] gap = new double[n + 1];
        for (int i = 1; i < n; i++) {
            gap[i] = axis.point(i) - axis.point(i - 1);
        }
        double first = axis.point(0) - axis.side().lower();
        double last = axis.side().upper() - axis.point(n - 1);
        gap[0] = axis.side().isPeriodic() ? first + last : 2 * first;
        gap[n] = axis.side().isPeriodic() ? first + last : 2 * last;
        return gap;
    }

    private double[] pivots(double[] diagonal) {
        double[] pivots = new double[cells];
        pivots[0] = diagonal[0];
        for (int i = 1; i < cells; i++) {
            double link = gap[i] / 6;
            pivots[i] = diagonal[i] - link * link / pivots[i - 1];
        }
        return pivots;
    }

    private void place(Axis axis, GaussRule rule, int p) {
        int cell = p / (2 * nodes);
        boolean upper = p / nodes % 2 == 1;
        double from = upper ? axis.point(cell) : axis.face(cell);
        double to = upper ? axis.face(cell + 1) : axis.point(cell);
        x[p] = rule.node(p % nodes, from, to);
        weight[p] = rule.weight(p % nodes, from, to);
        double h = gap[upper ? cell + 1 : cell];
        double b = upper ? (x[p] - axis.point(cell)) / h : 1 - (axis.point(cell) - x[p]) / h;
        double a = 1 - b;
        below[p] = upper ? cell : neighbour(cell - 1);
        above[p] = upper ? neighbour(cell + 1) : cell;
        double[][][] c = coefficient;
        c[0][0][p] = a;
        c[0][1][p] = b;
        c[0][2][p] = a * (a * a - 1) * h * h / 6;
        c[0][3][p] = b * (b * b - 1) * h * h / 6;
        c[1][0][p] = -1 / h;
        c[1][1][p] = 1 / h;
        c[1][2][p] = -(3 * a * a - 1) * h / 6;
        c[1][3][p] = (3 * b * b - 1) * h / 6;
        c[2][2][p] = a;
        c[2][3][p] = b;
    }

    private int neighbour(int i) {
        return periodic ? Math.floorMod(i, cells) : Math.min(Math.max(i, 0), cells - 1);
    }

    /** Number of Gauss points. */
    int points() {
        return x.length;
    }

    /** The place of Gauss point {@code p}. */
    double x(int p) {
        return x[p];
    }

    /** The weight of Gauss point {@code p}. */
    double weight(int p) {
        return weight[p];
    }

    /**
     * Derivatives of the splines of many lines at the Gauss points.
     *
     * @param order 0, 1 or 2
     * @param w values at the points of cells, {@code w[(o · cells + i) · inner + k]} for o &lt; outer, k &lt; inner
     * @return the same layout with points in place of cells
     */
    double[] evaluate(int order, double[] w, int inner, int outer) {
        double[] m = curvatures(w, inner, outer);
        double[] out = new double[x.length * inner * outer];
        double[][] c = coefficient[order];
        for (int o = 0; o < outer; o++) {
            for (int p = 0; p < x.length; p++) {
                int a = (o * cells + below[p]) * inner;
                int b = (o * cells + above[p]) * inner;
                int to = (o * x.length + p) * inner;
                for (int k = 0; k < inner; k++) {
                    out[to + k] = c[0][p] * w[a + k] + c[1][p] * w[b + k] + c[2][p] * m[a + k] + c[3][p] * m[b + k];
                }
            }
        }
        return out;
    }

    /** The second derivatives M. */
    private double[] curvatures(double[] w, int inner, int outer) {
        double[] m = new double[w.length];
        for (int o = 0; o < outer; o++) {
            int base = o * cells * inner;
            for (int i = 0; i < cells; i++) {
                int at = base + i * inner;
                int a = base + neighbour(i - 1) * inner;
                int b = base + neighbour(i + 1) * inner;
                for (int k = 0; k < inner; k++) {
                    m[at + k] = (w[b + k] - w[at + k]) / gap[i + 1] - (w[at + k] - w[a + k]) / gap[i];
                }
            }
            eliminate(m, base, inner);
            if (periodic) {
                int last = base + (cells - 1) * inner;
                for (int k = 0; k < inner; k++) {
                    double factor = cornerFactor * (m[base + k] - m[last + k]);
                    for (int i = 0; i < cells; i++) {
                        m[base + i * inner + k] += factor * corner[i];
                    }
                }
            }
        }
        return m;
    }

    private void eliminate(double[] b, int base, int inner) {
        for (int i = 1; i < cells; i++) {
            double factor = gap[i] / 6 / pivot[i - 1];
            for (int k = base + i * inner; k < base + (i + 1) * inner; k++) {
                b[k] -= factor * b[k - inner];
            }
        }
        for (int k = base + (cells - 1) * inner; k < base + cells * inner; k++) {
            b[k] /= pivot[cells - 1];
        }
        for (int i = cells - 2; i >= 0; i--) {
            double link = gap[i + 1] / 6;
            for (int k = base + i * inner; k < base + (i + 1) * inner; k++) {
                b[k] = (b[k] - link * b[k + inner]) / pivot[i];
            }
        }
    }
}
