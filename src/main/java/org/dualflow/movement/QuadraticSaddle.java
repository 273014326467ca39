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

    /**
     * The game of measures with E(μ, ν) = ∬ (l/2) x² + x y - (l/2) y² dμ dν: each player sees a potential (l/2) x² ± m x, m the other's
     * mean. Means move as in R, centred parts shrink by e^{-lt}.
     *
     * @param first where the first player moves
     * @param second where the second player moves
     * @param l finite, of either sign
     */
    public static DualFlow<LineEnergy, LineEnergy> ofMeasures(QuantileSpace first, QuantileSpace second, double l) {
        return new DualFlow<>(
                Player.of("x", first, y -> drawn(first, l, mean(second, y))),
                Player.of("y", second, x -> drawn(second, l, -mean(first, x))),
                l);
    }

    private static LineEnergy drawn(QuantileSpace space, double l, double force) {
        return new PotentialEnergy(space.weights(), Potential.quadratic(l, force));
    }

    private static double mean(QuantileSpace space, double[] x) {
        double sum = 0;
        double[] w = space.weights();
        for (int i = 0; i < w.length; i++) {
            sum += w[i] * x[i];
        }
        return sum;
    }

    private static double[] negative(double[] x) {
        double[] out = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            out[i] = -x[i];
        }
        return out;
    }
}
