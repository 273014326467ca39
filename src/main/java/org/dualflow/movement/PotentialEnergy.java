package org.dualflow.movement;

/**
 * E = ∫ V dμ = Σ w_i V(x_i). Holds a work array; one per thread.
 */
public final class PotentialEnergy implements LineEnergy {

    private final double[] w;
    private final Potential potential;
    private final double[] work;

    /**
     * @param weights of the particles, shared with the caller
     * @param potential V
     */
    public PotentialEnergy(double[] weights, Potential potential) {
        this.w = weights;
        this.potential = potential;
        this.work = new double[weights.length];
    }

    @Override
    public double value(double[] x) {
        potential.values(x, work);
        double sum = 0;
        for (int i = 0; i < w.length; i++) {
            sum += w[i] * work[i];
        }
        return sum;
    }

    @Override
    public void gradient(double[] x, double[] out) {
        potential.slopes(x, out);
        for (int i = 0; i < w.length; i++) {
            out[i] *= w[i];
        }
    }

    @Override
    public void addCurvature(double[] x, double[] diagonal, double[] coupling) {
        potential.curvatures(x, work);
        for (int i = 0; i < w.length; i++) {
            diagonal[i] += w[i] * work[i];
        }
    }

    @Override
    public double modulus() {
        return potential.modulus();
    }

    @Override
    public double concordance() {
        return potential.isQuadratic() ? 0 : Double.POSITIVE_INFINITY;
    }
}
