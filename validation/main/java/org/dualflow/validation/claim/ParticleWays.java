package org.dualflow.validation.claim;

import org.dualflow.measure.ParticleMeasure;

/** How far particles have gone. */
final class ParticleWays {

    private ParticleWays() {}

    /** Σ w_i |x_i - y_i|² of the same particles in two places. */
    static double meanSquare(ParticleMeasure one, ParticleMeasure other) {
        double sum = 0;
        for (int d = 0; d < one.dimension(); d++) {
            double[] x = one.x(d);
            double[] y = other.x(d);
            for (int i = 0; i < x.length; i++) {
                double way = x[i] - y[i];
                sum += one.weights()[i] * way * way;
            }
        }
        return sum;
    }
}
