package org.dualflow.particle.adversarial;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.util.FastMath;

/**
 * Ridge-regularised logistic regression of data (label 1) against particles (label 0): the minimiser over c of the strictly
 * convex
 *
 * <pre>  Σ_data v_j log(1 + e^{-a(x_j)}) + Σ_particles w_i log(1 + e^{a(y_i)}) + ½ λ |c|²,     a = Σ_k c_k φ_k,</pre>
 *
 * by Newton's method with step halving; the last solution is where the next search begins. σ(a) estimates d/(d+u).
 */
final class LogisticFit {

    private static final int ITERATIONS = 100;
    /** Where Newton's method is within 1e-6 of the minimum, its next step is exact to rounding. */
    private static final double DECREMENT = 1e-12;

    private final double ridge;
    final double[] c;

    LogisticFit(int size, double ridge) {
        this.ridge = ridge;
        this.c = new double[size];
    }

    /** The share that a logit means. */
    static double sigma(double a) {
        return a >= 0 ? 1 / (1 + FastMath.exp(-a)) : FastMath.exp(a) / (1 + FastMath.exp(a));
    }

    /**
     * Finds the minimiser for features {@code phi[size][points]}.
     *
     * @param w weights, those of data negative
     */
    void solve(double[][] phi, double[] w) {
        double[] trial = new double[c.length];
        double value = value(phi, w, c);
        for (int k = 0; k < ITERATIONS; k++) {
            double[] gradient = new double[c.length];
            RealMatrix hessian = derivatives(phi, w, gradient);
            double[] step = new CholeskyDecomposition(hessian, 1e-12, 0)
                    .getSolver()
                    .solve(new ArrayRealVector(gradient, false))
                    .toArray();
            double decrement = 0;
            for (int q = 0; q < c.length; q++) {
                decrement += step[q] * gradient[q];
            }
            double length = 1;
            double next;
            do {
                for (int q = 0; q < c.length; q++) {
                    trial[q] = c[q] - length * step[q];
                }
                next = value(phi, w, trial);
                length *= 0.5;
            } while (!(next <= value - 0.5e-4 * length * decrement) && length > 1e-12);
            if (!(next <= value)) {
                return;
            }
            System.arraycopy(trial, 0, c, 0, c.length);
            value = next;
            if (decrement <= DECREMENT) {
                return;
            }
        }
    }

    /** The logits at all points. */
    static double[] logits(double[][] phi, double[] c, int n) {
        double[] a = new double[n];
        for (int k = 0; k < c.length; k++) {
            for (int i = 0; i < n; i++) {
                a[i] = Math.fma(c[k], phi[k][i], a[i]);
            }
        }
        return a;
    }

    private double value(double[][] phi, double[] w, double[] at) {
        double[] a = logits(phi, at, w.length);
        double sum = 0;
        for (double q : at) {
            sum += 0.5 * ridge * q * q;
        }
        for (int i = 0; i < w.length; i++) {
            double z = w[i] < 0 ? -a[i] : a[i];
            sum += Math.abs(w[i]) * (Math.max(z, 0) + FastMath.log1p(FastMath.exp(-Math.abs(z))));
        }
        return sum;
    }

    private RealMatrix derivatives(double[][] phi, double[] w, double[] gradient) {
        int n = w.length;
        double[] slope = logits(phi, c, n);
        double[] bend = new double[n];
        for (int i = 0; i < n; i++) {
            double share = sigma(slope[i]);
            bend[i] = Math.abs(w[i]) * share * (1 - share);
            slope[i] = w[i] < 0 ? w[i] * (1 - share) : w[i] * share;
        }
        double[][] hessian = new double[c.length][c.length];
        double[] row = new double[n];
        for (int k = 0; k < c.length; k++) {
            for (int i = 0; i < n; i++) {
                row[i] = bend[i] * phi[k][i];
            }
            gradient[k] = dot(slope, phi[k], n) + ridge * c[k];
            for (int l = 0; l <= k; l++) {
                hessian[k][l] = dot(row, phi[l], n);
                hessian[l][k] = hessian[k][l];
            }
            hessian[k][k] += ridge;
        }
        return new Array2DRowRealMatrix(hessian, false);
    }

    private static double dot(double[] a, double[] b, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
