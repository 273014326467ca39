package org.dualflow.movement;

import java.util.function.DoubleUnaryOperator;

/** A potential of three functions. */
record PointwisePotential(
        DoubleUnaryOperator value, DoubleUnaryOperator slope, DoubleUnaryOperator curvature, double modulus)
        implements Potential {

    PointwisePotential {
        if (Double.isNaN(modulus)) {
            throw new IllegalArgumentException("modulus = NaN: a number, or -Infinity if none is known, is allowed");
        }
    }

    @Override
    public void values(double[] x, double[] out) {
        fill(value, x, out);
    }

    @Override
    public void slopes(double[] x, double[] out) {
        fill(slope, x, out);
    }

    @Override
    public void curvatures(double[] x, double[] out) {
        fill(curvature, x, out);
    }

    private static void fill(DoubleUnaryOperator f, double[] x, double[] out) {
        for (int i = 0; i < x.length; i++) {
            out[i] = f.applyAsDouble(x[i]);
        }
    }
}
