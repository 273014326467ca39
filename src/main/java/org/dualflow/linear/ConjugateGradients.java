package org.dualflow.linear;

/**
 * Conjugate gradients in single precision for the rows of a {@link MeshNetwork} divided by their diagonal, preconditioned by
 * a {@link Multigrid} cycle: a correction good to a few digits, which {@link MeshSolver} repeats.
 *
 * <p>The scalar product is that of the diagonal, in which the divided rows are symmetric. Rows are applied as
 *
 * <pre>  (A p)_i = γ_i p_i + Σ_j G_ij (p_i - p_j),</pre>
 *
 * γ the share of the ground, which may be far below the rounding of Σ G; differences of neighbours are formed first and are
 * exact where p is smooth. The preconditioner is symmetric up to its rounding, so the direction is made by the formula of
 * Polak and Ribière, which forgives that, and the step along it is the one that lowers the energy most, r · p/(p · A p), whatever
 * rounding has made of the direction. Every pass over the cells does all that can be done with the rows at hand.
 *
 * @see <a href="https://doi.org/10.1137/S1064827597323415">Golub, Ye 1999</a>
 */
final class ConjugateGradients {

    /** Iterations after which the residual by recursion is no longer believed. */
    private static final int LONGEST = 64;

    private final MeshNetwork network;
    private final Multigrid multigrid;
    private final Smoother finest;

    private final float[][] groundShare;
    private final float[][] direction;
    private final float[][] image;
    private final double[] work;
    private final ColumnSum first;
    private final ColumnSum second;
    private final MeshNetwork.RowTask productRow = this::productRow;
    private final MeshNetwork.RowTask[] advancing = {this::directRow, this::imageRow};
    private int iterations;
    private boolean plain;
    private boolean fresh;
    private float alpha;
    private float beta;

    ConjugateGradients(MeshNetwork network, Multigrid multigrid) {
        this.network = network;
        this.multigrid = multigrid;
        finest = multigrid.finest();
        groundShare = new float[network.rows()][network.nx];
        direction = new float[network.rows()][network.nx];
        image = new float[network.rows()][network.nx];
        work = new double[network.nx];
        first = new ColumnSum(network.nx);
        second = new ColumnSum(network.nx);
    }

    /** Takes the ground, after the preconditioner has. */
    void ground(double[][] ground) {
        for (int r = 0; r < ground.length; r++) {
            Smoother.invert(network.diagonal[r], work);
            Smoother.share(ground[r], work, groundShare[r]);
        }
    }

    /** Starts a new system. */
    void begin() {
        iterations = 0;
        plain = false;
    }

    /** Iterations since the last {@link #begin}. */
    int iterations() {
        return iterations;
    }

    /** The right side, per diagonal; overwritten by the residual. */
    float[] side(int r) {
        return finest.b[r];
    }

    /** Σ |residual|. */
    double remaining() {
        first.clear();
        for (int r = 0; r < image.length; r++) {
            first.addMagnitudes(finest.weight[r], finest.b[r]);
        }
        return first.total() * finest.greatest();
    }

    /**
     * Solves, in one iteration at least. Corrections go into doubles at once: rounded to single precision they would leave
     * residuals by the diagonal, while what they leave by recursion is rounded in proportion to their differences.
     *
     * @param x to which the solution is added
     * @param unit times this
     * @param accepted Σ |residual|
     * @param most iterations since {@link #begin}
     * @return Σ |residual|, by recursion
     */
    double solve(double[][] x, double unit, double accepted, int most) {
        double rho = 0;
        double remaining = Double.POSITIVE_INFINITY;
        int last = Math.min(most, iterations + LONGEST);
        fresh = true;
        while (remaining > accepted && iterations < last) {
            iterations++;
            double before = rho;
            rho = precondition();
            beta = (float) (fresh ? 0 : Math.max(0, -alpha * second.total() / before));
            first.clear();
            second.clear();
            network.inTurn(advancing);
            fresh = false;
            double curvature = first.total();
            double slope = second.total();
            if (!(curvature > 0 && slope > 0 && rho > 0)) {
                iterations = most;
                return remaining;
            }
            alpha = (float) (slope / curvature);
            remaining = update(x, unit);
        }
        return remaining;
    }

    /** z = M⁻¹ r; returns r · z, and in {@code second} z · q. Where a cycle is not positive, the diagonal serves for the rest of the solve. */
    private double precondition() {
        if (!plain) {
            first.clear();
            second.clear();
            multigrid.cycle(productRow);
            double rho = first.total();
            if (rho > 0) {
                return rho;
            }
            plain = true;
        }
        first.clear();
        second.clear();
        for (int r = 0; r < image.length; r++) {
            System.arraycopy(finest.b[r], 0, finest.x[r], 0, network.nx);
            productRow(r);
        }
        return first.total();
    }

    private void productRow(int r) {
        first.add(finest.weight[r], finest.x[r], finest.b[r]);
        second.add(finest.weight[r], finest.x[r], image[r]);
    }

    /** p = z + β p; the old p of a new system may be anything. */
    private void directRow(int r) {
        if (fresh) {
            System.arraycopy(finest.x[r], 0, direction[r], 0, network.nx);
        } else {
            continued(finest.x[r], beta, direction[r]);
        }
    }

    /** q = A p. */
    private void imageRow(int r) {
        finest.apply(groundShare, direction, r, image[r]);
        first.add(finest.weight[r], direction[r], image[r]);
        second.add(finest.weight[r], direction[r], finest.b[r]);
    }

    /** x += α p, residual -= α q; returns the sum of the absolute residuals. */
    private double update(double[][] x, double unit) {
        first.clear();
        for (int r = 0; r < image.length; r++) {
            advance(unit * alpha, direction[r], x[r]);
            advance(-alpha, image[r], finest.b[r]);
            first.addMagnitudes(finest.weight[r], finest.b[r]);
        }
        return first.total() * finest.greatest();
    }

    private static void advance(double factor, float[] a, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * a[i];
        }
    }

    private static void advance(float factor, float[] a, float[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * a[i];
        }
    }

    private static void continued(float[] a, float factor, float[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = a[i] + factor * to[i];
        }
    }
}
