package org.dualflow.gan;

import java.util.Arrays;
import org.dualflow.field.VelocityField;
import org.dualflow.measure.Reductions;

/**
 * The gradient of a {@link NetworkPotential} with respect to a neuron's parameters:
 *
 * <pre>  outer' = Σ_k c_k s(u_k),   inner' = Σ_k (c_k · outer) s'(u_k) y_k,   bias' = Σ_k (c_k · outer) s'(u_k),
 *  u_k = inner · y_k + bias.</pre>
 *
 * <p>The sums over k depend on inner weights and bias only. Where consecutive points share them, as the cells of a row do,
 * they are made once per run of such points, in loops over nodes; elsewhere for all points of a block at once, in loops over
 * points. Both ways agree up to rounding; which one is taken depends on the block alone.
 */
final class NetworkField implements VelocityField {

    /** A block is evaluated by runs if they have at least this length on average. */
    private static final int RUN = 8;

    private final NetworkPotential potential;
    private final double outerReach;
    private final NeuronShape shape;
    private final double[][] at;
    private final double[][] inner;
    private final double[][] out;
    private final double[][] values;
    private final double[][][] slopes;
    private final double[] u;
    private final double[] s;
    private final double[] slope;

    /**
     * @param potential what to climb
     * @param outerReach largest length of outer weights in the domain; decides the one-sided Lipschitz constant
     */
    NetworkField(NetworkPotential potential, double outerReach) {
        this.potential = potential;
        this.outerReach = outerReach;
        this.shape = potential.shape;
        int longest = Math.max(BLOCK, potential.size);
        at = new double[shape.dimension()][BLOCK];
        inner = Arrays.copyOfRange(at, shape.outer(), shape.bias());
        out = new double[shape.dimension()][BLOCK];
        values = new double[shape.outer()][BLOCK];
        slopes = new double[shape.outer()][shape.inner() + 1][BLOCK];
        u = new double[longest];
        s = new double[longest];
        slope = new double[longest];
    }

    @Override
    public int dimension() {
        return shape.dimension();
    }

    @Override
    public VelocityField twin() {
        return new NetworkField(potential, outerReach);
    }

    /** Hessians of the terms have norm |c_k| λ(|outer|, |(y_k, 1)|), see {@link Curvature#neuron}. */
    @Override
    public double oneSidedLipschitz() {
        double sum = 0;
        for (int k = 0; k < potential.size; k++) {
            double c = potential.coefficient(k);
            if (c != 0) {
                sum += c * Curvature.neuron(potential.activation, outerReach, potential.reach(k));
            }
        }
        return sum;
    }

    @Override
    public void fill(double[][] x, int n, double[][] result) {
        for (int from = 0; from < n; from += BLOCK) {
            int size = Math.min(BLOCK, n - from);
            evaluate(x, from, size);
            for (int d = 0; d < out.length; d++) {
                System.arraycopy(out[d], 0, result[d], from, size);
            }
        }
    }

    @Override
    public void fill(int component, double[][] x, int n, double[] result) {
        for (int from = 0; from < n; from += BLOCK) {
            int size = Math.min(BLOCK, n - from);
            evaluate(x, from, size);
            System.arraycopy(out[component], 0, result, from, size);
        }
    }

    private void evaluate(double[][] x, int from, int n) {
        for (int d = 0; d < at.length; d++) {
            System.arraycopy(x[d], from, at[d], 0, n);
        }
        if (hasLongRuns(n)) {
            byRuns(n);
        } else {
            byPoints(n);
        }
    }

    private boolean hasLongRuns(int n) {
        int most = n / RUN;
        int runs = 1;
        for (int i = 1; i < n && runs <= most; i++) {
            runs += Neurons.isSame(at, shape.outer(), i - 1, i) ? 0 : 1;
        }
        return runs <= most;
    }

    private void byRuns(int n) {
        for (int from = 0; from < n; ) {
            int to = from + 1;
            while (to < n && Neurons.isSame(at, shape.outer(), to - 1, to)) {
                to++;
            }
            run(from, to);
            from = to;
        }
    }

    private void run(int from, int to) {
        int size = potential.size;
        Arrays.fill(u, 0, size, at[shape.bias()][from]);
        for (int j = 0; j < inner.length; j++) {
            NeuronArguments.add(inner[j][from], potential.nodes[j], u, size);
        }
        potential.activation.valuesAndSlopes(u, size, s, slope);
        for (int d = shape.outer(); d < out.length; d++) {
            Arrays.fill(out[d], from, to, 0);
        }
        for (int i = 0; i < shape.outer(); i++) {
            double[] c = potential.coefficients[i];
            Arrays.fill(out[i], from, to, Reductions.dot(c, s, 0, size));
            scale(Reductions.dot(c, slope, 0, size), at[i], from, to, out[shape.bias()]);
            for (int j = 0; j < inner.length; j++) {
                double moment = Reductions.dot(potential.moments[i][j], slope, 0, size);
                scale(moment, at[i], from, to, out[shape.outer() + j]);
            }
        }
    }

    private static void scale(double c, double[] x, int from, int to, double[] y) {
        for (int i = from; i < to; i++) {
            y[i] = Math.fma(c, x[i], y[i]);
        }
    }

    private void byPoints(int n) {
        for (int i = 0; i < shape.outer(); i++) {
            Arrays.fill(values[i], 0, n, 0);
            for (double[] sum : slopes[i]) {
                Arrays.fill(sum, 0, n, 0);
            }
        }
        for (int k = 0; k < potential.size; k++) {
            NeuronArguments.arguments(inner, at[shape.bias()], potential.nodes, k, n, u);
            potential.activation.valuesAndSlopes(u, n, s, slope);
            for (int i = 0; i < shape.outer(); i++) {
                double c = potential.coefficients[i][k];
                NeuronArguments.add(c, s, values[i], n);
                NeuronArguments.add(c, slope, slopes[i][inner.length], n);
                for (int j = 0; j < inner.length; j++) {
                    NeuronArguments.add(potential.moments[i][j][k], slope, slopes[i][j], n);
                }
            }
        }
        for (int d = shape.outer(); d < out.length; d++) {
            Arrays.fill(out[d], 0, n, 0);
        }
        for (int i = 0; i < shape.outer(); i++) {
            System.arraycopy(values[i], 0, out[i], 0, n);
            for (int j = 0; j <= inner.length; j++) {
                addProduct(at[i], slopes[i][j], n, out[shape.outer() + j]);
            }
        }
    }

    private static void addProduct(double[] a, double[] b, int n, double[] y) {
        for (int i = 0; i < n; i++) {
            y[i] = Math.fma(a[i], b[i], y[i]);
        }
    }
}
