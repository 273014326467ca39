package org.dualflow.validation.certificate;

import org.dualflow.mesh.Mesh;

/**
 * Tensor products of {@linkplain AxisSpline splines}, evaluated at the Gauss points of all half cells, in one to three
 * dimensions. A <em>box</em> is a product of half cells: on each, the splines are polynomials.
 */
final class MeshSpline {

    /** Gauss points per half cell: with two, squares of what is linear there are integrated exactly. */
    private static final int[] NODES = {3, 2, 2};

    private final Mesh mesh;
    private final AxisSpline[] axes;
    private final int nodes;
    private final double[][] x;
    private final double[] weight;
    private final int[] box;
    private final double[] volume;
    private final int[] cell;

    MeshSpline(Mesh mesh) {
        this(mesh, NODES[mesh.dimension() - 1]);
    }

    /**
     * @param mesh no clipped or open ends
     * @param nodes Gauss points per half cell and axis
     */
    MeshSpline(Mesh mesh, int nodes) {
        this.mesh = mesh;
        this.nodes = nodes;
        axes = new AxisSpline[mesh.dimension()];
        long points = 1;
        for (int d = 0; d < axes.length; d++) {
            axes[d] = new AxisSpline(mesh.axis(d), nodes);
            points *= axes[d].points();
        }
        int n = Math.toIntExact(points);
        x = new double[axes.length][n];
        weight = new double[n];
        box = new int[n];
        int boxes = mesh.size() << axes.length;
        volume = new double[boxes];
        cell = new int[boxes];
        for (int p = 0; p < n; p++) {
            place(p);
        }
    }

    /** The same splines with one more Gauss point per half cell and axis. */
    MeshSpline finer() {
        return new MeshSpline(mesh, nodes + 1);
    }

    private void place(int p) {
        int rest = p;
        int boxStride = 1;
        int cellStride = 1;
        int cellAt = 0;
        weight[p] = 1;
        for (int d = 0; d < axes.length; d++) {
            int at = rest % axes[d].points();
            rest /= axes[d].points();
            x[d][p] = axes[d].x(at);
            weight[p] *= axes[d].weight(at);
            box[p] += at / nodes * boxStride;
            cellAt += at / (2 * nodes) * cellStride;
            boxStride *= 2 * mesh.cells(d);
            cellStride *= mesh.cells(d);
        }
        volume[box[p]] += weight[p];
        cell[box[p]] = cellAt;
    }

    Mesh mesh() {
        return mesh;
    }

    /** Number of Gauss points. */
    int points() {
        return weight.length;
    }

    /** Their coordinates, {@code x[dimension][points]}. */
    double[][] x() {
        return x;
    }

    /**
     * A derivative of the spline of nodal values.
     *
     * @param values one per cell
     * @param orders order of the derivative along each axis, 0 to 2
     * @return its values at the Gauss points
     */
    double[] evaluate(double[] values, int... orders) {
        double[] result = values;
        int inner = 1;
        int outer = values.length;
        for (int d = 0; d < axes.length; d++) {
            outer /= mesh.cells(d);
            result = axes[d].evaluate(orders[d], result, inner, outer);
            inner *= axes[d].points();
        }
        return result;
    }

    /** Adds {@code factor} ∫ e² over each box to {@code squares}. */
    void addSquares(double[] e, double factor, double[] squares) {
        for (int p = 0; p < e.length; p++) {
            squares[box[p]] += factor * weight[p] * e[p] * e[p];
        }
    }

    /** A zero for every box. */
    double[] newBoxes() {
        return new double[volume.length];
    }

    /**
     * Σ √(|box| squares) ≥ ∫|e| if {@code squares} are the integrals of e² over the boxes (Cauchy and Schwarz); for an e
     * that is linear on a box and changes its sign in the middle 2/√3 times as much.
     */
    double absolute(double[] squares) {
        double sum = 0;
        for (int b = 0; b < squares.length; b++) {
            sum += Math.sqrt(volume[b] * squares[b]);
        }
        return sum;
    }

    /** ∫ f over every cell. */
    double[] cellIntegrals(double[] f) {
        double[] integrals = new double[mesh.size()];
        for (int p = 0; p < f.length; p++) {
            integrals[cell[box[p]]] += weight[p] * f[p];
        }
        return integrals;
    }
}
