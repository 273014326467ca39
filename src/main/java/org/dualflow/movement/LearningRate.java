package org.dualflow.movement;

/**
 * The steps τ_n of a dual flow: τ_n = τ₀/(1 + n/k)^p, constant for p = 0.
 *
 * @param first τ₀, positive and finite
 * @param power p, from 0 to 1: the sum of all steps is infinite
 * @param delay k, positive and finite: after so many steps the first halving of the base is reached
 */
public record LearningRate(double first, double power, double delay) {

    /** Checks the ranges. */
    public LearningRate {
        if (!(first > 0) || first == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("tau = " + first + ": a positive finite number is allowed");
        }
        if (!(power >= 0 && power <= 1)) {
            throw new IllegalArgumentException("power = " + power + ": a number in [0, 1] is allowed");
        }
        if (!(delay > 0) || delay == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("delay = " + delay + ": a positive finite number is allowed");
        }
    }

    /** The same step for ever. */
    public static LearningRate constant(double tau) {
        return new LearningRate(tau, 0, 1);
    }

    /** τ₀/(1 + n/k)^p. */
    public static LearningRate decreasing(double first, double power, double delay) {
        return new LearningRate(first, power, delay);
    }

    /** Whether all steps are equal. */
    public boolean isConstant() {
        return power == 0;
    }

    /** τ_n, n = 0, 1, …. */
    public double step(long n) {
        return isConstant() ? first : first / StrictMath.pow(1 + n / delay, power);
    }
}
