package org.dualflow.particle.adversarial;

import java.util.Arrays;

/**
 * The monomials of degree at most 2: 1, x_i, x_i x_j with i ≤ j. The logit log d/u of two normal laws is one of their
 * combinations.
 *
 * @param dimension 1 to 3
 */
public record QuadraticFeatures(int dimension) implements Features {

    /** Checks the dimension. */
    public QuadraticFeatures {
        if (dimension < 1 || dimension > 3) {
            throw new IllegalArgumentException("dimension = " + dimension + ": 1 to 3 is allowed");
        }
    }

    @Override
    public int size() {
        return 1 + dimension + dimension * (dimension + 1) / 2;
    }

    @Override
    public void fill(double[][] x, int n, double[][] out) {
        Arrays.fill(out[0], 0, n, 1);
        int k = 1 + dimension;
        for (int d = 0; d < dimension; d++) {
            System.arraycopy(x[d], 0, out[1 + d], 0, n);
            for (int e = d; e < dimension; e++, k++) {
                for (int i = 0; i < n; i++) {
                    out[k][i] = x[d][i] * x[e][i];
                }
            }
        }
    }

    @Override
    public void fillSlope(int component, double[] c, double[][] x, int n, double[] out) {
        Arrays.fill(out, 0, n, c[1 + component]);
        int k = 1 + dimension;
        for (int d = 0; d < dimension; d++) {
            for (int e = d; e < dimension; e++, k++) {
                if (d == component || e == component) {
                    double[] other = x[d == component ? e : d];
                    double factor = d == e ? 2 * c[k] : c[k];
                    for (int i = 0; i < n; i++) {
                        out[i] += factor * other[i];
                    }
                }
            }
        }
    }
}
