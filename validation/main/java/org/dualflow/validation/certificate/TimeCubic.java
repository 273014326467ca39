package org.dualflow.validation.certificate;

/**
 * Potentials on the cubic with given values and slopes at two states (Hermite): its slope is right to τ³ in between if they are.
 *
 * @param dt time between them
 * @param from potentials at the start
 * @param to potentials at the end
 * @param fromRate slopes at the start
 * @param toRate slopes at the end
 */
record TimeCubic(double dt, double[] from, double[] to, double[] fromRate, double[] toRate)
        implements FlowResidual.Path {

    @Override
    public void at(double s, double[] w, double[] rate) {
        double t = 1 - s;
        double end = s * s * (3 - 2 * s);
        double out = s * t * t * dt;
        double in = -s * s * t * dt;
        double slope = 6 * s * t / dt;
        double slopeOut = t * (1 - 3 * s);
        double slopeIn = s * (3 * s - 2);
        for (int i = 0; i < from.length; i++) {
            double change = to[i] - from[i];
            w[i] = from[i] + end * change + out * fromRate[i] + in * toRate[i];
            rate[i] = slope * change + slopeOut * fromRate[i] + slopeIn * toRate[i];
        }
    }
}
