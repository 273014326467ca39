package org.dualflow.particle;

import java.util.List;

/** The scalar unknowns of a model and their rates in every stage. */
final class ScalarUnknowns {

    private final List<String> names;
    private final double[] current;
    private final double[] trial;
    private final double[][] rates;

    ScalarUnknowns(List<String> names, double[] start, int stages) {
        if (start.length != names.size()) {
            throw new IllegalArgumentException(
                    "scalars: " + start.length + " values: one for each of " + names + " is allowed");
        }
        for (int i = 0; i < start.length; i++) {
            if (!Double.isFinite(start[i])) {
                throw new IllegalArgumentException(names.get(i) + " = " + start[i] + ": a finite number is allowed");
            }
        }
        this.names = List.copyOf(names);
        this.current = start.clone();
        this.trial = new double[start.length];
        this.rates = new double[stages][start.length];
    }

    double[] current() {
        return current;
    }

    double[] trial() {
        return trial;
    }

    /** Receives the rates of stage {@code s}. */
    double[] rates(int s) {
        return rates[s];
    }

    void move(double h, double[] weights) throws StepRejection {
        for (int i = 0; i < current.length; i++) {
            double change = 0;
            for (int s = 0; s < weights.length; s++) {
                change += weights[s] * rates[s][i];
            }
            trial[i] = current[i] + h * change;
            if (!Double.isFinite(trial[i])) {
                throw StepRejection.ofScalar(names.get(i), h * change);
            }
        }
    }

    void commit() {
        System.arraycopy(trial, 0, current, 0, current.length);
    }
}
