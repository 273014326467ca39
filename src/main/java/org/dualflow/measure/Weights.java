package org.dualflow.measure;

/** Checks of weights that must form a probability. */
final class Weights {

    /** Accepted deviation of a sum of weights from one, the same as a law may leave outside a mesh. */
    static final double NORMALISATION = 1e-12;

    private Weights() {}

    /** Checks that the weights are finite, nonnegative and sum to one, and returns a copy. */
    static double[] probability(String name, double... weights) {
        if (weights.length == 0) {
            throw new IllegalArgumentException(name + ": none given: at least one is allowed");
        }
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < weights.length; i++) {
            if (!(weights[i] >= 0 && weights[i] <= 2)) {
                throw new IllegalArgumentException(
                        name + "[" + i + "] = " + weights[i] + ": numbers from 0 to 1 are allowed");
            }
            sum.add(weights[i]);
        }
        if (!(Math.abs(sum.value() - 1) <= NORMALISATION)) {
            throw new IllegalArgumentException(name + ": sum = " + sum.value() + ": 1 is allowed");
        }
        return weights.clone();
    }

    /** Checks a finite number. */
    static double finite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " = " + value + ": a finite number is allowed");
        }
        return value;
    }

    /** Checks an interval of positive length. */
    static void interval(double lower, double upper) {
        if (!Double.isFinite(lower) || !Double.isFinite(upper) || !(lower < upper)) {
            throw new IllegalArgumentException(
                    "lower, upper = " + lower + ", " + upper + ": finite numbers with lower < upper are allowed");
        }
    }

    /** Checks a number of particles. */
    static int count(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("particles = " + n + ": at least 1 is allowed");
        }
        return n;
    }
}
