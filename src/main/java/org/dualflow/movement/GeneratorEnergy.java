package org.dualflow.movement;

import org.dualflow.gan.TwoPointGan;

/**
 * What the generator of the {@link TwoPointGan} lowers, given the critic's mean: (½ - Φ(g)) c. Its second derivative is g φ(g) c, and
 * |g φ(g)| ≤ φ(1).
 *
 * @param mean c
 */
record GeneratorEnergy(double mean) implements SmoothEnergy {

    @Override
    public double value(double[] x) {
        return -TwoPointGan.bias(x[0]) * mean;
    }

    @Override
    public void gradient(double[] x, double[] out) {
        out[0] = -TwoPointGan.density(x[0]) * mean;
    }

    @Override
    public void hessian(double[] x, double[][] out) {
        out[0][0] = x[0] * TwoPointGan.density(x[0]) * mean;
    }

    @Override
    public double modulus() {
        return -TwoPointGan.density(1) * Math.abs(mean);
    }
}
