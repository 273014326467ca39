package org.dualflow.movement;

/**
 * The game of E(x, y) = (l/2) x² + x y - (l/2) y², which x lowers and y raises. In complex notation its flow is
 * (x + i y)(t) = e^{(-l + i) t} (x + i y)(0): a spiral into, round or out of the only equilibrium 0. A is l-monotone.
 */
public final class QuadraticSaddle {

    private QuadraticSaddle() {}

    /**
     * The game in R^n, component by component.
     *
     * @param dimension n
     * @param l finite, of either sign
     */
    public static DualFlow<SmoothEnergy, SmoothEnergy> inSpace(int dimension, double l) {
        EuclideanSpace space = EuclideanSpace.of(dimension);
        return new DualFlow<>(
                Player.of("x", space, y -> new QuadraticEnergy(l, y)),
                Player.of("y", space, x -> new QuadraticEnergy(l, negative(x))),
                l);
    }

    private static double[] negative(double[] x) {
        double[] out = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            out[i] = -x[i];
        }
        return out;
    }
}
