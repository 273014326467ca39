package org.dualflow.movement;

import java.util.Arrays;

/** l x²/2 + b x. */
record QuadraticPotential(double l, double b) implements Potential {

    @Override
    public void values(double[] x, double[] out) {
        for (int i = 0; i < x.length; i++) {
            out[i] = x[i] * (0.5 * l * x[i] + b);
        }
    }

    @Override
    public void slopes(double[] x, double[] out) {
        for (int i = 0; i < x.length; i++) {
            out[i] = l * x[i] + b;
        }
    }

    @Override
    public void curvatures(double[] x, double[] out) {
        Arrays.fill(out, l);
    }

    @Override
    public double modulus() {
        return l;
    }

    @Override
    public boolean isQuadratic() {
        return true;
    }
}
