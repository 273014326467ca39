package org.dualflow.particle;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Explicit Runge–Kutta methods of order 1 to 4, given by their Butcher tableau: stage {@code s} of y' = f(t, y) sits at
 * {@code t + c_s h}, {@code Y_s = y + h Σ_{r<s} a_sr f(Y_r)}, and {@code y + h Σ b_s f(Y_s)} is the new value.
 *
 * <p>Source: E. Hairer, S. P. Nørsett, G. Wanner, <i>Solving Ordinary Differential Equations I</i>, 2nd ed., Springer
 * 1993, section II.1; {@link #SSP3}: C.-W. Shu, S. Osher, J. Comput. Phys. 77 (1988), doi:10.1016/0021-9991(88)90177-5.
 */
public enum ExplicitRungeKutta {
    /** Euler's method, order 1. */
    EULER("euler", 1, new double[][] {{}}, 1),
    /** The explicit midpoint rule (Runge), order 2. */
    MIDPOINT("midpoint", 2, new double[][] {{}, {0.5}}, 0, 1),
    /** The explicit trapezoidal rule, order 2, strong stability preserving. */
    HEUN("heun", 2, new double[][] {{}, {1}}, 0.5, 0.5),
    /** Kutta's third-order method. */
    KUTTA3("kutta3", 3, new double[][] {{}, {0.5}, {-1, 2}}, 1.0 / 6, 2.0 / 3, 1.0 / 6),
    /** The strong stability preserving method of Shu and Osher, order 3. */
    SSP3("ssp3", 3, new double[][] {{}, {1}, {0.25, 0.25}}, 1.0 / 6, 1.0 / 6, 2.0 / 3),
    /** The classical method of order 4. */
    CLASSICAL4("classical4", 4, new double[][] {{}, {0.5}, {0, 0.5}, {0, 0, 1}}, 1.0 / 6, 1.0 / 3, 1.0 / 3, 1.0 / 6);

    private final String label;
    private final int order;
    private final double[][] a;
    private final double[] b;
    private final double[] c;

    ExplicitRungeKutta(String label, int order, double[][] a, double... b) {
        this.label = label;
        this.order = order;
        this.a = a;
        this.b = b;
        this.c = Arrays.stream(a).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
    }

    /** The method that case files call {@code label}. */
    public static ExplicitRungeKutta named(String label) {
        for (ExplicitRungeKutta method : values()) {
            if (method.label.equals(label)) {
                return method;
            }
        }
        throw new IllegalArgumentException("method = " + label + ": one of "
                + Arrays.stream(values()).map(m -> m.label).collect(Collectors.joining(", ")) + " is allowed");
    }

    /** What case files call the method. */
    public String label() {
        return label;
    }

    /** Order of convergence for smooth right-hand sides. */
    public int order() {
        return order;
    }

    /** Number of evaluations of the right-hand side in a step. */
    public int stages() {
        return b.length;
    }

    /** Weights of the stages before stage {@code s} in it. */
    double[] stage(int s) {
        return a[s];
    }

    /** Weights of all stages in the new value. */
    double[] weights() {
        return b;
    }

    /** Time of stage {@code s}, in steps. */
    double node(int s) {
        return c[s];
    }
}
