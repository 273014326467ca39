package org.dualflow.movement;

import java.util.Arrays;
import org.dualflow.field.InteractionKernel;

/**
 * An interaction by any even potential W(x) = w(|x|), on places in order:
 *
 * <pre>  ½ ∬ W(x-x') dμdμ = Σ_{i&lt;j} w_i w_j w(x_j - x_i) + const.</pre>
 *
 * If w'' ≥ λ on (0, ∞), it is min(0, λ)-convex: D²E[h,h] = Σ_{i&lt;j} w_i w_j w'' (h_i - h_j)² ≥ λ (Σ w h² - (Σ w h)²). A kink of W at 0, of either sign,
 * is a linear term on places in order. Neither does it see translations, whence the mean stays.
 *
 * <p>Each evaluation takes all pairs, O(n²). The movement's quadratic model is that of the quadratic W whose w'' is the largest w'' of any pair: it
 * lies above E to second order and keeps the mean, but is exact for quadratic W only, so that iterations are many where w'' varies much and the
 * step is long; the certificate asks for no more than the gradient. Holds work arrays; one per thread.
 */
public final class KernelEnergy implements LineEnergy {

    /** Second derivatives are differences of first ones over this share of the extent of all places. */
    private static final double SHARE = 0x1p-20;

    /** Added to distances, so that forces of places that meet are those of neighbours. */
    private static final double APART = 0x1p-300;

    private final double[] w;
    private final InteractionKernel kernel;
    private final double convexity;
    private final double[] square;
    private final double[] force;
    private final double[] farther;

    private double stiffness;

    private KernelEnergy(double[] weights, InteractionKernel kernel, double convexity) {
        this.w = weights;
        this.kernel = kernel;
        this.convexity = convexity;
        this.square = new double[weights.length];
        this.force = new double[weights.length];
        this.farther = new double[weights.length];
    }

    /**
     * The interaction by a kernel with its own λ.
     *
     * @param weights of the particles, of sum one, shared with the caller
     */
    public static KernelEnergy of(double[] weights, InteractionKernel kernel) {
        return new KernelEnergy(weights, kernel, kernel.convexity());
    }

    /**
     * The same with a λ that holds on places in order, where a pointed maximum of W does no harm.
     *
     * @param convexity λ ≤ w'' on (0, ∞), finite
     */
    public static KernelEnergy of(double[] weights, InteractionKernel kernel, double convexity) {
        if (!(Math.abs(convexity) <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("convexity = " + convexity + ": a finite number is allowed");
        }
        return new KernelEnergy(weights, kernel, convexity);
    }

    /** Squares of the distances of places after {@code i}, all of them larger by {@code more}; returns how many. */
    private int squares(double[] x, int i, double more) {
        int n = x.length - i - 1;
        for (int k = 0; k < n; k++) {
            double r = x[i + 1 + k] - x[i] + more;
            square[k] = r * r;
        }
        return n;
    }

    @Override
    public double value(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            int n = squares(x, i, 0);
            kernel.potentials(square, n, force);
            double own = 0;
            for (int k = 0; k < n; k++) {
                own += w[i + 1 + k] * force[k];
            }
            sum += w[i] * own;
        }
        return sum;
    }

    @Override
    public void gradient(double[] x, double[] out) {
        Arrays.fill(out, 0);
        for (int i = 0; i < x.length; i++) {
            int n = squares(x, i, APART);
            kernel.forces(square, n, force);
            for (int k = 0; k < n; k++) {
                double pull = w[i] * w[i + 1 + k] * force[k] * Math.sqrt(square[k]);
                out[i] -= pull;
                out[i + 1 + k] += pull;
            }
        }
    }

    @Override
    public void addCurvature(double[] x, double[] diagonal, double[] coupling) {
        double apart = SHARE * (x[x.length - 1] - x[0]) + APART;
        stiffness = Math.max(0, convexity);
        for (int i = 0; i < x.length; i++) {
            int n = squares(x, i, APART);
            kernel.forces(square, n, force);
            squares(x, i, APART + apart);
            kernel.forces(square, n, farther);
            for (int k = 0; k < n; k++) {
                double r = x[i + 1 + k] - x[i] + APART;
                stiffness = Math.max(stiffness, (farther[k] * (r + apart) - force[k] * r) / apart);
            }
        }
        for (int i = 0; i < x.length; i++) {
            diagonal[i] += stiffness * w[i];
        }
    }

    /** {@inheritDoc} That of the last {@link #addCurvature}. */
    @Override
    public double attraction() {
        return stiffness;
    }

    @Override
    public double modulus() {
        return Math.min(0, convexity);
    }
}
