package org.dualflow.linear;

/**
 * Solves a network on a tensor-product mesh in one to three dimensions by conjugate gradients, preconditioned by one V-cycle
 * of geometric multigrid in single precision; the number of iterations does not depend on the mesh.
 *
 * <p>The preconditioner is symmetric up to its rounding, so the direction is made by the formula of Polak and Ribière, which
 * forgives that; where it is negative, since rounding has used up the directions before, iteration starts again along the
 * preconditioned residual. Every pass over the cells does all that can be done with the rows at hand. A solve allocates
 * nothing. Not thread-safe.
 *
 * @see <a href="https://doi.org/10.1137/S1064827597323415">Golub, Ye 1999</a>
 */
public final class MeshSolver {

    /** A dozen is usual; more are needed where conductances differ by many powers of ten from cell to cell. */
    private static final int MOST_ITERATIONS = 1000;

    /** Rounding of a residual: every product and sum of a row, relative to its diagonal term. */
    private static final double ROUNDING = 0x1p-50;

    private final MeshNetwork network;
    private final Multigrid multigrid;
    private final Smoother finest;
    private final double[][] residual;
    private final double[][] direction;
    private final double[][] image;
    private final double[] row;
    private final ColumnSum left;
    private final ColumnSum first;
    private final ColumnSum second;
    private final MeshNetwork.RowTask directRow = this::directRow;
    private final MeshNetwork.RowTask imageRow = this::imageRow;
    private int iterations;
    private boolean plain;
    private double alpha;
    private double beta;

    /** What the preconditioner's right side is multiplied by, so that single precision can hold it. */
    private double scale;

    private double nextScale;

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
        finest = multigrid.finest();
        residual = network.newRows();
        direction = network.newRows();
        image = network.newRows();
        row = new double[network.nx];
        left = new ColumnSum(network.nx);
        first = new ColumnSum(network.nx);
        second = new ColumnSum(network.nx);
    }

    /** Sets the conductances to the ground, positive. */
    public void ground(double[][] ground) {
        multigrid.ground(ground);
    }

    /** Iterations of the last solve. */
    public int iterations() {
        return iterations;
    }

    /**
     * Solves A x = b.
     *
     * @param b right side
     * @param x first guess; receives the solution
     * @param allowance accepted Σ |b - A x|
     * @return Σ |b - A x| of the result, computed from it and not by the recursion of the method, which may drift where
     *     conductances differ by many powers of ten; iteration starts again from there if it has, and stops at what
     *     rounding leaves of Σ |A x|
     */
    public double solve(double[][] b, double[][] x, double allowance) {
        iterations = 0;
        plain = false;
        double remaining = residual(b, x);
        double accepted = Math.max(allowance, second.total() * ROUNDING);
        while (remaining > accepted && iterations < MOST_ITERATIONS) {
            iterate(x, remaining, accepted);
            remaining = residual(b, x);
        }
        return remaining;
    }

    /** Computes b - A x; returns the sum of its absolute values, and in {@code second} that of the terms on the diagonal. */
    private double residual(double[][] b, double[][] x) {
        left.clear();
        first.clear();
        second.clear();
        for (int r = 0; r < b.length; r++) {
            double[] rr = residual[r];
            network.apply(x, r, rr);
            subtractFrom(b[r], rr);
            left.addMagnitudes(rr);
            divide(rr, network.diagonal[r], row);
            first.addMagnitudes(row);
            multiply(x[r], network.diagonal[r], row);
            second.addMagnitudes(row);
        }
        nextScale = 1 / first.total();
        return left.total();
    }

    /** Conjugate gradients until the residual by recursion is accepted. */
    private void iterate(double[][] x, double start, double accepted) {
        scale = nextScale;
        for (int r = 0; r < residual.length; r++) {
            load(r);
        }
        double remaining = start;
        double rho = 0;
        boolean fresh = true;
        while (remaining > accepted && iterations < MOST_ITERATIONS) {
            iterations++;
            double before = rho;
            rho = precondition(!fresh);
            beta = fresh ? 0 : Math.max(0, -alpha * second.total() / before);
            fresh = false;
            first.clear();
            network.inTurn(directRow, imageRow);
            double curvature = first.total();
            if (!(curvature > 0)) {
                iterations = MOST_ITERATIONS;
                return;
            }
            alpha = rho / curvature;
            remaining = update(x);
        }
    }

    /** z = M⁻¹ r; returns r · z, and in {@code second} z · q. Where a cycle is not positive, the diagonal serves for the rest of the solve. */
    private double precondition(boolean conjugate) {
        if (!plain) {
            multigrid.cycle();
            double rho = products(conjugate);
            if (rho > 0) {
                return rho;
            }
            plain = true;
        }
        for (int r = 0; r < residual.length; r++) {
            System.arraycopy(finest.b[r], 0, finest.x[r], 0, row.length);
        }
        return products(conjugate);
    }

    private double products(boolean conjugate) {
        first.clear();
        second.clear();
        for (int r = 0; r < residual.length; r++) {
            unload(r);
            first.add(row, residual[r]);
            if (conjugate) {
                second.add(row, image[r]);
            }
        }
        return first.total();
    }

    /** p = z + β p. */
    private void directRow(int r) {
        unload(r);
        double[] p = direction[r];
        if (beta == 0) {
            System.arraycopy(row, 0, p, 0, row.length);
        } else {
            continued(row, beta, p);
        }
    }

    /** q = A p. */
    private void imageRow(int r) {
        network.apply(direction, r, image[r]);
        first.add(direction[r], image[r]);
    }

    /** x += α p, residual -= α q; returns the sum of the absolute residuals. */
    private double update(double[][] x) {
        scale = nextScale;
        left.clear();
        first.clear();
        for (int r = 0; r < x.length; r++) {
            advance(alpha, direction[r], x[r]);
            advance(-alpha, image[r], residual[r]);
            left.addMagnitudes(residual[r]);
            load(r);
        }
        nextScale = 1 / first.total();
        return left.total();
    }

    /** Hands a row of the residual to the preconditioner. */
    private void load(int r) {
        divide(residual[r], network.diagonal[r], row);
        first.addMagnitudes(row);
        float[] to = finest.b[r];
        for (int i = 0; i < to.length; i++) {
            to[i] = (float) (scale * row[i]);
        }
    }

    /** Fetches a row of what it makes of it. */
    private void unload(int r) {
        double size = 1 / scale;
        float[] from = finest.x[r];
        for (int i = 0; i < from.length; i++) {
            row[i] = size * from[i];
        }
    }

    private static void subtractFrom(double[] a, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = a[i] - to[i];
        }
    }

    private static void divide(double[] a, double[] b, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = a[i] / b[i];
        }
    }

    private static void multiply(double[] a, double[] b, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = a[i] * b[i];
        }
    }

    private static void advance(double factor, double[] a, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = Math.fma(factor, a[i], to[i]);
        }
    }

    private static void continued(double[] a, double factor, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = Math.fma(factor, to[i], a[i]);
        }
    }
}
