package org.dualflow.linear;

/**
 * Solves a network on a tensor-product mesh in one to three dimensions by conjugate gradients, preconditioned by one V-cycle
 * of geometric multigrid; the number of iterations does not depend on the mesh.
 *
 * <p>The preconditioner is symmetric except where red and black cells of one colour meet around an odd ring, so the
 * direction is made by the formula of Polak and Ribière, which forgives that; where it is negative, since rounding has used
 * up the directions before, iteration starts again along the preconditioned residual. A solve allocates nothing. Not
 * thread-safe.
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
    private final double[][] residual;
    private final double[][] preconditioned;
    private final double[][] direction;
    private final double[][] image;
    private int iterations;
    private boolean plain;
    private double alpha;

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
        residual = network.newRows();
        preconditioned = network.newRows();
        direction = network.newRows();
        image = network.newRows();
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
        double left = residual(b, x);
        double accepted = Math.max(allowance, floor(x));
        while (left > accepted && iterations < MOST_ITERATIONS) {
            iterate(x, left, accepted);
            left = residual(b, x);
        }
        return left;
    }

    /** Computes b - A x and returns the sum of its absolute values. */
    private double residual(double[][] b, double[][] x) {
        double left = 0;
        for (int r = 0; r < b.length; r++) {
            network.apply(x, r, residual[r]);
            double[] br = b[r];
            double[] rr = residual[r];
            for (int i = 0; i < rr.length; i++) {
                rr[i] = br[i] - rr[i];
            }
            left += norm(rr);
        }
        return left;
    }

    private double floor(double[][] x) {
        double sum = 0;
        for (int r = 0; r < x.length; r++) {
            sum += network.magnitude(x[r], r);
        }
        return sum * ROUNDING;
    }

    /** Conjugate gradients until the residual by recursion is accepted. */
    private void iterate(double[][] x, double start, double accepted) {
        double left = start;
        double rho = 0;
        double beta = 0;
        boolean first = true;
        while (left > accepted && iterations < MOST_ITERATIONS) {
            iterations++;
            double newRho = precondition();
            beta = first ? 0 : Math.max(0, -alpha * dot(preconditioned, image) / rho);
            first = false;
            rho = newRho;
            double curvature = advance(beta);
            if (!(curvature > 0)) {
                iterations = MOST_ITERATIONS;
                return;
            }
            alpha = rho / curvature;
            left = update(x);
        }
    }

    /** z = M⁻¹ r; returns r · z. Where a cycle is not positive, the diagonal serves for the rest of the solve. */
    private double precondition() {
        if (!plain) {
            multigrid.cycle(residual, preconditioned);
            double rho = dot(residual, preconditioned);
            if (rho > 0) {
                return rho;
            }
            plain = true;
        }
        for (int r = 0; r < residual.length; r++) {
            double[] inverse = network.inverse[r];
            double[] rr = residual[r];
            double[] z = preconditioned[r];
            for (int i = 0; i < z.length; i++) {
                z[i] = inverse[i] * rr[i];
            }
        }
        return dot(residual, preconditioned);
    }

    /** p = z + β p, q = A p; returns p · q. */
    private double advance(double beta) {
        for (int r = 0; r < direction.length; r++) {
            double[] p = direction[r];
            double[] z = preconditioned[r];
            if (beta == 0) {
                System.arraycopy(z, 0, p, 0, p.length);
            } else {
                for (int i = 0; i < p.length; i++) {
                    p[i] = z[i] + beta * p[i];
                }
            }
        }
        for (int r = 0; r < direction.length; r++) {
            network.apply(direction, r, image[r]);
        }
        return dot(direction, image);
    }

    /** x += α p, residual -= α q; returns the sum of the absolute residuals. */
    private double update(double[][] x) {
        double sum = 0;
        for (int r = 0; r < x.length; r++) {
            double[] p = direction[r];
            double[] q = image[r];
            double[] xr = x[r];
            double[] rr = residual[r];
            for (int i = 0; i < p.length; i++) {
                xr[i] += alpha * p[i];
            }
            for (int i = 0; i < p.length; i++) {
                rr[i] -= alpha * q[i];
            }
            sum += norm(rr);
        }
        return sum;
    }

    private static double norm(double[] a) {
        double s0 = 0;
        double s1 = 0;
        int i = 0;
        for (; i + 1 < a.length; i += 2) {
            s0 += Math.abs(a[i]);
            s1 += Math.abs(a[i + 1]);
        }
        return i < a.length ? s0 + s1 + Math.abs(a[i]) : s0 + s1;
    }

    private static double dot(double[][] a, double[][] b) {
        double sum = 0;
        for (int r = 0; r < a.length; r++) {
            double[] x = a[r];
            double[] y = b[r];
            double s0 = 0;
            double s1 = 0;
            int i = 0;
            for (; i + 1 < x.length; i += 2) {
                s0 = Math.fma(x[i], y[i], s0);
                s1 = Math.fma(x[i + 1], y[i + 1], s1);
            }
            sum += i < x.length ? s0 + s1 + x[i] * y[i] : s0 + s1;
        }
        return sum;
    }
}
