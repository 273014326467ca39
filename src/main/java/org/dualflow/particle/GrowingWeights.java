package org.dualflow.particle;

import org.dualflow.measure.CompensatedSum;
import org.dualflow.model.Growth;
import org.dualflow.restart.Tape;
import org.hipparchus.util.FastMath;

/**
 * Weights that grow, w' = c(t, X) w, by the Runge–Kutta method that moves the particles, applied to log w: the new weight is
 * w e^{h Σ_s b_s c_s}, positive for every step, exact for a constant rate, of the method's order otherwise (with X, log w solves a
 * system whose right-hand side does not contain log w).
 */
final class GrowingWeights {

    private final Growth growth;
    private final String species;
    private final int n;
    private final double[] w;
    private final double[] trial;
    private final double[][] rates;
    private final double[] exponent;
    private final CompensatedSum inflow = new CompensatedSum();

    /**
     * @param w the weights, changed by {@link #commit} only
     * @param trial the weights of stages and of the trial step
     */
    GrowingWeights(Growth growth, String species, int stages, double[] w, double[] trial) {
        this.growth = growth;
        this.species = species;
        this.n = w.length;
        this.w = w;
        this.trial = trial;
        rates = new double[stages][n];
        exponent = new double[n];
    }

    /** What came in; the weights are the cloud's. */
    void transfer(Tape tape) {
        inflow.transfer(tape);
    }

    /** Mass that came in, losses negative. */
    double inflow() {
        return inflow.value();
    }

    /** Evaluates the rates of stage {@code s} at its time and positions. */
    void evaluate(double t, double[][] x, int s) {
        growth.fill(t, x, n, rates[s]);
    }

    /**
     * Trial weights: {@code w e^{h Σ_s c_s rates_s}}. What has no weight, gone through an open end, keeps none.
     *
     * @throws StepRejection if a weight is not finite
     */
    void grow(double h, double[] c) throws StepRejection {
        Walls.combine(h, c, rates, exponent, n);
        for (int i = 0; i < n; i++) {
            trial[i] = w[i] > 0 ? w[i] * FastMath.exp(exponent[i]) : 0;
            if (!(trial[i] < Double.POSITIVE_INFINITY)) {
                throw StepRejection.ofWeight(species, i, exponent[i]);
            }
        }
    }

    /** Makes the trial weights the current ones and accounts for the difference. */
    void commit() {
        for (int i = 0; i < n; i++) {
            inflow.add(trial[i]);
            inflow.add(-w[i]);
            w[i] = trial[i];
        }
    }
}
