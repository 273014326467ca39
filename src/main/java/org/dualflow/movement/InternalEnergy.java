package org.dualflow.movement;

import java.util.Arrays;
import org.hipparchus.util.FastMath;

/**
 * Internal energies ∫ U(u) dx of a density u, constant between neighbours in order: interval k of length d_k holds the mass
 * m_k = (w_{k-1} + w_k)/2, and in a bounded space the first and last one reach to the wall with half a particle's mass,
 *
 * <pre>  Σ m_k log(m_k/d_k)   (U = u log u)      or      Σ m_k (m_k/d_k)^{p-1}/(p-1)   (U = u^p/(p-1), p > 1).</pre>
 *
 * Convex and decreasing in every d_k, infinite where neighbours meet: 0-convex.
 */
public final class InternalEnergy implements LineEnergy {

    private final double power;
    private final double lower;
    private final double upper;
    private final double[] mass;
    private final double concordance;

    private InternalEnergy(QuantileSpace space, double power) {
        this.power = power;
        this.lower = space.lower();
        this.upper = space.upper();
        double[] w = space.weights();
        int n = w.length;
        this.mass = new double[n + 1];
        mass[0] = 0.5 * w[0];
        mass[n] = 0.5 * w[n - 1];
        for (int k = 1; k < n; k++) {
            mass[k] = 0.5 * (w[k - 1] + w[k]);
        }
        this.concordance = power == 1 ? 1 / Math.sqrt(Arrays.stream(mass).min().orElse(1)) : Double.POSITIVE_INFINITY;
    }

    /** ∫ u log u. Self-concordant with M = (min m_k)^{-½}. */
    public static InternalEnergy entropy(QuantileSpace space) {
        return new InternalEnergy(space, 1);
    }

    /**
     * ∫ u^p/(p-1), whose flow is the porous medium equation ∂t u = ∂xx u^p.
     *
     * @param p greater than 1, finite
     */
    public static InternalEnergy power(QuantileSpace space, double p) {
        if (!(p > 1) || p == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("power = " + p + ": a finite number greater than 1 is allowed");
        }
        return new InternalEnergy(space, p);
    }

    private boolean has(int k) {
        return k > 0 && k < mass.length - 1
                || k == 0 && lower > Double.NEGATIVE_INFINITY
                || k > 0 && k == mass.length - 1 && upper < Double.POSITIVE_INFINITY;
    }

    private double length(double[] x, int k) {
        return (k < x.length ? x[k] : upper) - (k > 0 ? x[k - 1] : lower);
    }

    @Override
    public double value(double[] x) {
        double sum = 0;
        for (int k = 0; k < mass.length; k++) {
            if (has(k)) {
                double d = length(x, k);
                if (!(d > 0)) {
                    return Double.POSITIVE_INFINITY;
                }
                double density = mass[k] / d;
                sum += mass[k] * (power == 1 ? FastMath.log(density) : raised(density) / (power - 1));
            }
        }
        return sum;
    }

    /** density^{p-1}. */
    private double raised(double density) {
        return power == 2 ? density : FastMath.pow(density, power - 1);
    }

    /** -m dU/dd = m (m/d)^{p-1}/d, the pressure on both ends of an interval. */
    private double pressure(int k, double d) {
        return power == 1 ? mass[k] / d : mass[k] * raised(mass[k] / d) / d;
    }

    @Override
    public void gradient(double[] x, double[] out) {
        int n = x.length;
        double below = has(0) ? pressure(0, length(x, 0)) : 0;
        for (int i = 0; i < n; i++) {
            double above = has(i + 1) ? pressure(i + 1, length(x, i + 1)) : 0;
            out[i] = above - below;
            below = above;
        }
    }

    @Override
    public void addCurvature(double[] x, double[] diagonal, double[] coupling) {
        int n = x.length;
        for (int k = 0; k <= n; k++) {
            if (has(k)) {
                double d = length(x, k);
                double stiffness = power * pressure(k, d) / d;
                if (k > 0) {
                    diagonal[k - 1] += stiffness;
                }
                if (k < n) {
                    diagonal[k] += stiffness;
                    coupling[k] -= k > 0 ? stiffness : 0;
                }
            }
        }
    }

    @Override
    public double modulus() {
        return 0;
    }

    @Override
    public boolean keepsApart() {
        return true;
    }

    @Override
    public double concordance() {
        return concordance;
    }
}
