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
    public void potentials(double[] r, int from, int to, double[] w) {
        for (int i = from; i < to; i++) {
            w[i] = FastMath.pow(r[i], exponent);
        }
    }

    @Override
    public void ratios(double[] w, int from, int to, double[] r) {
        for (int i = from; i < to; i++) {
            r[i] = FastMath.pow(w[i], 1 / exponent);
        }
    }

    @Override
    public void slopes(double[] r, int from, int to, double[] slope) {
        for (int i = from; i < to; i++) {
            slope[i] = FastMath.pow(r[i], 1 - exponent) / exponent;
        }
    }

    @Override
    public boolean isConvex() {
        return false;
    }
}
