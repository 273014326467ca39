package org.dualflow.model;

import org.hipparchus.util.FastMath;

/** r = w^(1/m). */
record PowerStorage(double exponent) implements Storage {

    PowerStorage {
        if (!(exponent > 1) || exponent == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "exponent = " + exponent + ": a finite number greater than 1 is allowed");
        }
    }

    @Override
    public void potentials(double[] r, int n, double[] w) {
        for (int i = 0; i < n; i++) {
            w[i] = FastMath.pow(r[i], exponent);
        }
    }

    @Override
    public void ratios(double[] w, int n, double[] r, double[] slope) {
        for (int i = 0; i < n; i++) {
            r[i] = FastMath.pow(w[i], 1 / exponent);
            slope[i] = r[i] / (exponent * w[i]);
            if (w[i] == 0) {
                slope[i] = Double.POSITIVE_INFINITY;
            }
        }
    }

    @Override
    public boolean isConvex() {
        return false;
    }
}
