package org.dualflow.particle;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Explicit Runge–Kutta methods of order 1 to 4, given by their Butcher tableau: stage {@code s} of y' = f(t, y) sits at
 * {@code t + c_s h}, {@code Y_s = y + h Σ_{r<s} a_sr f(Y_r)}, and {@code y + h Σ b_s f(Y_s)} is the new value. One of one's own
 * is its tableau:
 *
 * <pre>{@code
 * ExplicitRungeKutta ralston = ExplicitRungeKutta.of("ralston", 2, new double[][] {{}, {2.0 / 3}}, 0.25, 0.75);
 * }</pre>
 *
 * <p>Source: E. Hairer, S. P. Nørsett, G. Wanner, <i>Solving Ordinary Differential Equations I</i>, 2nd ed., Springer
 * 1993, section II.1; {@link #SSP3}: C.-W. Shu, S. Osher, J. Comput. Phys. 77 (1988), doi:10.1016/0021-9991(88)90177-5.
 */
public final class ExplicitRungeKutta {
    /** Euler's method, order 1. */
    public static final ExplicitRungeKutta EULER = of("euler", 1, new double[][] {{}}, 1);
    /** The explicit midpoint rule (Runge), order 2. */
    public static final ExplicitRungeKutta MIDPOINT = of("midpoint", 2, new double[][] {{}, {0.5}}, 0, 1);
    /** The explicit trapezoidal rule, order 2, strong stability preserving. */
    public static final ExplicitRungeKutta HEUN = of("heun", 2, new double[][] {{}, {1}}, 0.5, 0.5);
    /** Kutta's third-order method. */
    public static final ExplicitRungeKutta KUTTA3 =
            of("kutta3", 3, new double[][] {{}, {0.5}, {-1, 2}}, 1.0 / 6, 2.0 / 3, 1.0 / 6);
    /** The strong stability preserving method of Shu and Osher, order 3. */
    public static final ExplicitRungeKutta SSP3 =
            of("ssp3", 3, new double[][] {{}, {1}, {0.25, 0.25}}, 1.0 / 6, 1.0 / 6, 2.0 / 3);
    /** The classical method of order 4. */
    public static final ExplicitRungeKutta CLASSICAL4 =
            of("classical4", 4, new double[][] {{}, {0.5}, {0, 0.5}, {0, 0, 1}}, 1.0 / 6, 1.0 / 3, 1.0 / 3, 1.0 / 6);

    private static final double ROUNDING = 1e-14;
    private static final double SCAN = 1.0 / 256;

    private final String label;
    private final int order;
    private final double[][] a;
    private final double[] b;
    private final double[] c;

    private ExplicitRungeKutta(String label, int order, double[][] a, double[] b) {
        this.label = label;
        this.order = order;
        this.a = a;
        this.b = b;
        this.c = Arrays.stream(a).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
    }

    /**
     * A method of one's own.
     *
     * @param label what tables call it
     * @param order its order, at least 1; not checked here but by a convergence study
     * @param a the tableau, row {@code s} with {@code s} numbers
     * @param b weights of the stages, one per row, of sum 1
     */
    public static ExplicitRungeKutta of(String label, int order, double[][] a, double... b) {
        if (order < 1) {
            throw new IllegalArgumentException("order = " + order + ": at least 1 is allowed");
        }
        if (a.length != b.length || a.length == 0) {
            throw new IllegalArgumentException(
                    "a of " + label + ": " + a.length + " rows, one for each of " + b.length + " weights is allowed");
        }
        for (int s = 0; s < a.length; s++) {
            if (a[s].length != s) {
                throw new IllegalArgumentException(
                        "a[" + s + "] of " + label + ": " + a[s].length + " numbers, " + s + " are allowed");
            }
        }
        double sum = Arrays.stream(b).sum();
        if (!(Math.abs(sum - 1) < ROUNDING)) {
            throw new IllegalArgumentException("b of " + label + ": sum " + sum + ", only 1 is allowed");
        }
        double[][] rows = Arrays.stream(a).map(double[]::clone).toArray(double[][]::new);
        return new ExplicitRungeKutta(label, order, rows, b.clone());
    }

    /** The methods that come along. */
    public static List<ExplicitRungeKutta> all() {
        return List.of(EULER, MIDPOINT, HEUN, KUTTA3, SSP3, CLASSICAL4);
    }

    /** The method that case files call {@code label}. */
    public static ExplicitRungeKutta named(String label) {
        for (ExplicitRungeKutta method : all()) {
            if (method.label.equals(label)) {
                return method;
            }
        }
        throw new IllegalArgumentException("method = " + label + ": one of "
                + all().stream().map(ExplicitRungeKutta::label).collect(Collectors.joining(", ")) + " is allowed");
    }

    /** What case files call the method. */
    public String label() {
        return label;
    }

    @Override
    public String toString() {
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

    /**
     * The interval of stability on the real axis: the largest z such that a step h of y' = -y/T does not grow for any h ≤ z T,
     * |R(-y)| ≤ 1 for 0 ≤ y ≤ z, R the polynomial of stability. 2 for order 1 and two stages, 2.513 for order 3 and three,
     * 2.785 for order 4 and four (Hairer, Wanner, <i>Solving Ordinary Differential Equations II</i>, section IV.2). Looked for in steps of 1/256 up
     * to 2 · stages², beyond which no method is stable, then halved to rounding.
     */
    public double realStability() {
        double end = 2.0 * b.length * b.length;
        double stable = 0;
        while (stable < end && isStable(stable + SCAN)) {
            stable += SCAN;
        }
        for (double width = SCAN / 2; width > SCAN * ROUNDING; width /= 2) {
            if (isStable(stable + width)) {
                stable += width;
            }
        }
        return stable;
    }

    private boolean isStable(double y) {
        double[] stage = new double[b.length];
        double next = 1;
        for (int s = 0; s < b.length; s++) {
            stage[s] = 1;
            for (int r = 0; r < s; r++) {
                stage[s] -= y * a[s][r] * stage[r];
            }
            next -= y * b[s] * stage[s];
        }
        return Math.abs(next) <= 1 + ROUNDING;
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
