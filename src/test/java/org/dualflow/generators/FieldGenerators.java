package org.dualflow.generators;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.dualflow.field.VelocityField;

/** Random velocity fields in one to three dimensions: smooth, linear, with sinks and with jumps of either sign. */
public final class FieldGenerators {

    private FieldGenerators() {}

    /** One component of a velocity at a point. */
    @FunctionalInterface
    public interface Component {
        /** The component with number {@code d} at {@code x}. */
        double at(int d, double[] x);
    }

    /** A field of the given dimension from a function of a point. */
    public static VelocityField field(int dimension, Component component) {
        return new VelocityField() {
            @Override
            public int dimension() {
                return dimension;
            }

            @Override
            public void fill(int d, double[][] x, int n, double[] out) {
                double[] point = new double[dimension];
                for (int i = 0; i < n; i++) {
                    for (int e = 0; e < dimension; e++) {
                        point[e] = x[e][i];
                    }
                    out[i] = component.at(d, point);
                }
            }
        };
    }

    /** Fields with coefficients between -3 and 3, of the kinds named in the class comment. */
    public static Arbitrary<VelocityField> fields(int dimension) {
        Arbitrary<double[]> coefficients = Arbitraries.doubles()
                .between(-3, 3)
                .ofScale(4)
                .array(double[].class)
                .ofSize(12);
        return Combinators.combine(coefficients, Arbitraries.integers().between(0, 4))
                .as((c, kind) -> field(dimension, (d, x) -> value(kind, c, d, x)));
    }

    /**
     * One-sided Lipschitz fields that know their constant, smooth and with downward jumps: b_d(x) = c - s·sign(x_d - p) - k·x_d + w·sin(x_d),
     * s ≥ 0, constant max_d (w_d - k_d) or less.
     */
    public static Arbitrary<VelocityField> oneSidedLipschitz(int dimension) {
        Arbitrary<double[]> coefficients = Arbitraries.doubles()
                .between(-2, 2)
                .ofScale(4)
                .array(double[].class)
                .ofSize(15);
        return coefficients.map(c -> new VelocityField() {
            @Override
            public int dimension() {
                return dimension;
            }

            @Override
            public void fill(int d, double[][] x, int n, double[] out) {
                for (int i = 0; i < n; i++) {
                    double y = x[d][i];
                    double sink = Math.abs(c[3 + d]) * Math.signum(y - c[6 + d]);
                    out[i] = c[d] - sink - c[9 + d] * y + Math.abs(c[12 + d]) * Math.sin(y);
                }
            }

            @Override
            public double oneSidedLipschitz() {
                double largest = Double.NEGATIVE_INFINITY;
                for (int d = 0; d < dimension; d++) {
                    largest = Math.max(largest, Math.abs(c[12 + d]) - c[9 + d]);
                }
                return largest;
            }
        });
    }

    private static double value(int kind, double[] c, int d, double[] x) {
        double y = x[(d + 1) % x.length];
        return switch (kind) {
            case 0 -> c[d];
            case 1 -> c[d] * x[d] + c[3 + d] * y;
            case 2 -> c[d] * Math.sin(c[3 + d] * x[d] + c[6 + d] * y) + c[9 + d];
            case 3 -> -Math.abs(c[d]) * Math.signum(x[d] - 0.1 * c[3 + d]);
            default -> x[d] < 0.2 * c[3 + d] ? c[d] : c[6 + d];
        };
    }
}
