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
