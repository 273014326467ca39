package org.dualflow.movement;

/** An energy on R^n with its second derivatives. */
public interface SmoothEnergy extends Energy {

    /**
     * @param out receives ∂²E/∂x_i∂x_j, {@code [n][n]}
     */
    void hessian(double[] x, double[][] out);
}
