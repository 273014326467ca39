package org.dualflow.movement;

/**
 * E(x) = ½ x·Hx + b·x on R^n with H positive semidefinite; λ = 0.
 *
 * @param matrix H, symmetric, shared with the caller
 * @param force b, shared with the caller
 */
record MatrixEnergy(double[][] matrix, double[] force) implements SmoothEnergy {

    @Override
    public double value(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * (0.5 * row(i, x) + force[i]);
        }
        return sum;
    }

    private double row(int i, double[] x) {
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            sum += matrix[i][j] * x[j];
        }
        return sum;
    }

    @Override
    public void gradient(double[] x, double[] out) {
        for (int i = 0; i < x.length; i++) {
            out[i] = row(i, x) + force[i];
        }
    }

    @Override
    public void hessian(double[] x, double[][] out) {
        for (int i = 0; i < x.length; i++) {
            System.arraycopy(matrix[i], 0, out[i], 0, x.length);
        }
    }

    @Override
    public double modulus() {
        return 0;
    }
}
