package org.dualflow.linear;

/**
 * Solves a network on a tensor-product mesh in one to three dimensions by conjugate gradients, preconditioned by one V-cycle
 * of geometric multigrid; the number of iterations does not depend on the mesh.
 *
 * <p>Corrections are found in single precision, residuals in double: half the bytes and twice the lanes where the work is,
 * and the accuracy of doubles in the result. A solve allocates nothing. Not thread-safe.
 *
 * @see <a href="https://doi.org/10.1137/17M1122918">Carson, Higham 2017</a>
 */
public final class MeshSolver {

    /** A dozen is usual; more are needed where conductances differ by many powers of ten from cell to cell. */
    private static final int MOST_ITERATIONS = 1000;

    /** Rounding of a residual: every product and sum of a row, relative to its diagonal term. */
    private static final double ROUNDING = 0x1p-50;

    /** How far a residual in single precision is followed down. */
    private static final double TRUSTED = 0x1p-16;

    /** Up to here and down to the reciprocal, right sides of corrections need no scale. */
    private static final double ORDINARY = 0x1p64;

    private final MeshNetwork network;
    private final Multigrid multigrid;
    private final ConjugateGradients corrections;
    private final double[] row;
    private final double[] left;
    private final double[] terms;
    private final double[] sizes;

    /** What right sides of corrections are multiplied by, so that single precision holds them. */
    private double scale;

    /**
     * @param faces faces of the cells per axis, first axis first: {@code faces[d][cells + 1]}
     * @param periodic per axis, whether it is a ring
     * @param links {@code links[d][row][i]} ≥ 0: conductance between a cell and the next one along axis d, in rows along
     *     the first axis; of the last cell: zero at walls, to the first one on a ring
     */
    public MeshSolver(double[][] faces, boolean[] periodic, double[][][] links) {
        int[] cells = new int[faces.length];
        for (int d = 0; d < cells.length; d++) {
            cells[d] = faces[d].length - 1;
        }
        network = new MeshNetwork(cells, links);
        multigrid = new Multigrid(network, faces, periodic);
        corrections = new ConjugateGradients(network, multigrid);
        row = new double[network.nx];
        left = new double[network.nx];
        terms = new double[network.nx];
        sizes = new double[network.nx];
    }

    /** Sets the conductances to the ground, positive. */
    public void ground(double[][] ground) {
        multigrid.ground(ground);
        corrections.ground(ground);
    }

    /** Iterations of the last solve. */
    public int iterations() {
        return corrections.iterations();
    }

    /**
     * Solves A x = b.
     *
     * @param b right side
     * @param x first guess; receives the solution
     * @param allowance accepted Σ |b - A x|
     * @return Σ |b - A x| of the result, computed in double precision; iteration stops at what rounding leaves of Σ |A x|
     */
    public double solve(double[][] b, double[][] x, double allowance) {
        corrections.begin();
        scale = 1;
        double remaining = residual(b, x, true);
        double accepted = Math.max(allowance, total(terms) * ROUNDING);
        double size = total(sizes);
        if (remaining > accepted && !(size > 1 / ORDINARY && size < ORDINARY)) {
            scale = 1 / size;
            residual(b, x, false);
        }
        while (remaining > accepted && corrections.iterations() < MOST_ITERATIONS) {
            double start = corrections.remaining();
            double goal = start * Math.max(TRUSTED, accepted / remaining);
            double end = corrections.solve(x, 1 / scale, goal, MOST_ITERATIONS);
            scale *= start / Math.max(end, TRUSTED * start);
            remaining = residual(b, x, false);
        }
        return remaining;
    }

    /**
     * Computes b - A x and hands it on, per diagonal and times the scale. Sums over the rows, in {@code left} its size, and at the
     * {@code start} in {@code terms} that of the terms on the diagonal, in {@code sizes} its size per diagonal; returns the sum of the first.
     */
    private double residual(double[][] b, double[][] x, boolean start) {
        java.util.Arrays.fill(left, 0);
        if (start) {
            java.util.Arrays.fill(terms, 0);
            java.util.Arrays.fill(sizes, 0);
        }
        for (int r = 0; r < b.length; r++) {
            double[] d = network.diagonal[r];
            network.apply(x, r, row);
            subtractFrom(b[r], row, left);
            if (start) {
                addProducts(d, x[r], terms);
                addQuotients(row, d, sizes);
            }
            divide(row, d, scale, corrections.side(r));
        }
        return total(left);
    }

    private static double total(double[] a) {
        double total = 0;
        for (double value : a) {
            total += value;
        }
        return total;
    }

    private static void subtractFrom(double[] a, double[] to, double[] magnitudes) {
        for (int i = 0; i < to.length; i++) {
            to[i] = a[i] - to[i];
        }
        for (int i = 0; i < to.length; i++) {
            magnitudes[i] += Math.abs(to[i]);
        }
    }

    private static void addProducts(double[] a, double[] b, double[] magnitudes) {
        for (int i = 0; i < magnitudes.length; i++) {
            magnitudes[i] += Math.abs(a[i] * b[i]);
        }
    }

    private static void addQuotients(double[] a, double[] b, double[] magnitudes) {
        for (int i = 0; i < magnitudes.length; i++) {
            magnitudes[i] += Math.abs(a[i] / b[i]);
        }
    }

    private static void divide(double[] a, double[] b, double scale, float[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = (float) (scale * (a[i] / b[i]));
        }
    }
}
