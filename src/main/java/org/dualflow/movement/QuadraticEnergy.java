package org.dualflow.movement;

/**
 * E(x) = ½ l |x|² + b·x on R^n; λ = l.
 *
 * @param stiffness l, finite
 * @param force b, shared with the caller
 */
public record QuadraticEnergy(double stiffness, double[] force) implements SmoothEnergy {

    /** Checks the stiffness. */
    public QuadraticEnergy {
        if (!(Math.abs(stiffness) <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("stiffness = " + stiffness + ": a finite number is allowed");
        }
    }

    @Override
    public double value(double[] x) {
        double sum = 0;
        for (int i = 0; i < force.length; i++) {
            sum += x[i] * (0.5 * stiffness * x[i] + force[i]);
        }
        return sum;
    }

    @Override
    public void gradient(double[] x, double[] out) {
        for (int i = 0; i < force.length; i++) {
            out[i] = stiffness * x[i] + force[i];
        }
    }

    @Override
    public void hessian(double[] x, double[][] out) {
        for (int i = 0; i < force.length; i++) {
            java.util.Arrays.fill(out[i], 0);
            out[i][i] = stiffness;
        }
    }

    @Override
    public double modulus() {
        return stiffness;
    }
}
