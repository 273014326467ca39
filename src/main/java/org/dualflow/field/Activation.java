package org.dualflow.field;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.hipparchus.util.FastMath;

/**
 * Activation functions s of two-layer networks, with derivatives, over arrays, in loops that the compiler vectorises.
 *
 * <p>Errors, with ε = 2⁻⁵³ (see {@link ExponentialExcess} for the exponential they are built from):
 *
 * <ul>
 *   <li>{@link #TANH}: value exactly odd, at most 1 in absolute value, relative error ≤ 12 ε for normal results (two
 *       roundings of the polynomial, six of the doublings, sum and quotient; none is amplified); 1 - s² with absolute error
 *       ≤ 25 ε.
 *   <li>{@link #LOGISTIC}: ½ + ½ tanh(u/2): absolute error ≤ 7 ε; derivative ¼ (1 - tanh²) ≤ 7 ε.
 *   <li>{@link #SOFTPLUS}: max(u, 0) + log(1 + e^-|u|), the logarithm by the series of 2 artanh: absolute error ≤ 10 ε (1 + s).
 *       Its derivative is the logistic function.
 *   <li>{@link #RELU}: exact.
 * </ul>
 *
 * <p>Infinite arguments give the limits, NaN gives NaN.
 */
public enum Activation {
    /** tanh u. */
    TANH("tanh", 1, 4 / (3 * FastMath.sqrt(3))) {
        @Override
        public void values(double[] u, int n, double[] s) {
            ExponentialExcess.tanh(u, 1, n, s);
        }

        @Override
        public void valuesAndSlopes(double[] u, int n, double[] s, double[] slope) {
            ExponentialExcess.tanh(u, 1, n, s);
            for (int i = 0; i < n; i++) {
                slope[i] = Math.fma(-s[i], s[i], 1);
            }
        }

        @Override
        public double valueBound(double reach) {
            return FastMath.tanh(reach);
        }
    },
    /** 1/(1 + e^-u). */
    LOGISTIC("logistic", 0.25, 1 / (6 * FastMath.sqrt(3))) {
        @Override
        public void values(double[] u, int n, double[] s) {
            ExponentialExcess.tanh(u, 0.5, n, s);
            for (int i = 0; i < n; i++) {
                s[i] = Math.fma(0.5, s[i], 0.5);
            }
        }

        @Override
        public void valuesAndSlopes(double[] u, int n, double[] s, double[] slope) {
            ExponentialExcess.tanh(u, 0.5, n, s);
            for (int i = 0; i < n; i++) {
                slope[i] = 0.25 * Math.fma(-s[i], s[i], 1);
            }
            for (int i = 0; i < n; i++) {
                s[i] = Math.fma(0.5, s[i], 0.5);
            }
        }

        @Override
        public double valueBound(double reach) {
            return 0.5 + 0.5 * FastMath.tanh(0.5 * reach);
        }
    },
    /** log(1 + e^u). */
    SOFTPLUS("softplus", 1, 0.25) {
        @Override
        public void values(double[] u, int n, double[] s) {
            ExponentialExcess.softplus(u, n, s);
        }

        @Override
        public void valuesAndSlopes(double[] u, int n, double[] s, double[] slope) {
            LOGISTIC.values(u, n, slope);
            ExponentialExcess.softplus(u, n, s);
        }

        @Override
        public double valueBound(double reach) {
            return reach + FastMath.log1p(FastMath.exp(-reach));
        }
    },
    /**
     * max(u, 0). Its derivative at 0 is read as 0: of the values in [0, 1] that Filippov's regularisation allows for a
     * neuron on its own kink it is the one of least norm, so a neuron with every node on the kink rests.
     */
    RELU("relu", 1, Double.POSITIVE_INFINITY) {
        @Override
        public void values(double[] u, int n, double[] s) {
            for (int i = 0; i < n; i++) {
                s[i] = Math.max(0, u[i]);
            }
        }

        @Override
        public void valuesAndSlopes(double[] u, int n, double[] s, double[] slope) {
            for (int i = 0; i < n; i++) {
                slope[i] = Math.max(0, Math.min(1, u[i] * ExponentialExcess.HUGE));
            }
            values(u, n, s);
        }

        @Override
        public double valueBound(double reach) {
            return reach;
        }
    };

    private final String label;
    private final double slopeBound;
    private final double curvatureBound;

    Activation(String label, double slopeBound, double curvatureBound) {
        this.label = label;
        this.slopeBound = slopeBound;
        this.curvatureBound = curvatureBound;
    }

    /** What case files call it: {@code tanh}, {@code logistic}, {@code softplus}, {@code relu}. */
    public String label() {
        return label;
    }

    /**
     * The activation with the given label.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Activation named(String label) {
        return Arrays.stream(values())
                .filter(a -> a.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("activation = " + label + ": "
                        + Arrays.stream(values()).map(Activation::label).collect(Collectors.joining(", "))
                        + " are allowed"));
    }

    /**
     * {@code s[i] = s(u[i])}.
     *
     * @param u arguments, {@code u[≥ n]}
     * @param n how many
     * @param s receives the values; another array than {@code u}
     */
    public abstract void values(double[] u, int n, double[] s);

    /**
     * {@code s[i] = s(u[i])} and {@code slope[i] = s'(u[i])}; three different arrays.
     *
     * @param u arguments, {@code u[≥ n]}
     * @param n how many
     * @param s receives the values
     * @param slope receives the derivatives
     */
    public abstract void valuesAndSlopes(double[] u, int n, double[] s, double[] slope);

    /** sup |s(u)| over |u| ≤ reach; {@code reach} may be infinite. */
    public abstract double valueBound(double reach);

    /** sup |s'|: the Lipschitz constant of s. */
    public double slopeBound() {
        return slopeBound;
    }

    /** sup |s''|: the Lipschitz constant of s', infinite for {@link #RELU}. */
    public double curvatureBound() {
        return curvatureBound;
    }
}
