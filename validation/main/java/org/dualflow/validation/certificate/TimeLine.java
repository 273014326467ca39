package org.dualflow.validation.certificate;

/**
 * Potentials on the line between two states.
 *
 * @param dt time between them
 * @param from potentials at the start
 * @param to potentials at the end
 */
record TimeLine(double dt, double[] from, double[] to) implements FlowResidual.Path {

    @Override
    public void at(double s, double[] w, double[] rate) {
        for (int i = 0; i < from.length; i++) {
            double change = to[i] - from[i];
            w[i] = from[i] + s * change;
            rate[i] = change / dt;
        }
    }
}
