package org.dualflow.movement;

/**
 * E = c/2 (m - m₀)², m = Σ w_i x_i the mean.
 *
 * @param weights w, shared with the caller
 * @param stiffness c, finite
 * @param centre m₀
 */
record MeanEnergy(double[] weights, double stiffness, double centre) implements LineEnergy {

    private double offset(double[] x) {
        double sum = -centre;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * x[i];
        }
        return sum;
    }

    @Override
    public double value(double[] x) {
        double offset = offset(x);
        return 0.5 * stiffness * offset * offset;
    }

    @Override
    public void gradient(double[] x, double[] out) {
        double force = stiffness * offset(x);
        for (int i = 0; i < weights.length; i++) {
            out[i] = force * weights[i];
        }
    }

    @Override
    public void addCurvature(double[] x, double[] diagonal, double[] coupling) {}

    @Override
    public double attraction() {
        return -stiffness;
    }

    @Override
    public double modulus() {
        return Math.min(0, stiffness);
    }

    @Override
    public double concordance() {
        return 0;
    }
}
