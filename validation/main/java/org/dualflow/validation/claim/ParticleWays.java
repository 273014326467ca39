package org.dualflow.validation.claim;

import org.dualflow.measure.ParticleMeasure;
import org.hipparchus.util.FastMath;

/** How far particles have gone. */
final class ParticleWays {

    private ParticleWays() {}

    /** Σ w_i |x_i - y_i|² of the same particles in two places. */
    static double meanSquare(ParticleMeasure one, ParticleMeasure other) {
        return meanSquare(one, other, Double.POSITIVE_INFINITY);
    }

    /** The same on a torus, all of whose periods are {@code period}. */
    static double meanSquare(ParticleMeasure one, ParticleMeasure other, double period) {
        double sum = 0;
        for (int d = 0; d < one.dimension(); d++) {
            double[] x = one.x(d);
            double[] y = other.x(d);
            for (int i = 0; i < x.length; i++) {
                double way = FastMath.IEEEremainder(x[i] - y[i], period);
                sum += one.weights()[i] * way * way;
            }
        }
        return sum;
    }
}
