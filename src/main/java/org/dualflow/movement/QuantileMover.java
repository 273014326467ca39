package org.dualflow.movement;

import java.util.Arrays;

/**
 * Movements in a {@link QuantileSpace}. Each iteration minimises a quadratic model of Φ, by {@link PooledStep} over all points of the space
 * if the model's matrix is diagonal up to the attraction to the mean, by {@link ApartStep} if the energy keeps particles apart, and goes
 * towards that minimiser, halving until Φ or its tangent gradient has become smaller.
 *
 * <p>Besides the bound of {@link Mover} there is that of self-concordance: with δ² = ∇Φ·H⁻¹∇Φ the square of Newton's decrement and Mδ &lt; 1,
 * |x - x*| ≤ δ/((1 - Mδ) (ρ+λ)^½). The smaller one counts: the latter sees that errors of short waves are held by a stiffness that grows
 * like the inverse square of the spacing.
 */
final class QuantileMover extends Mover<LineEnergy> {

    private final QuantileSpace space;
    private final int n;
    private final double[] w;
    private final double[] gradient;
    private final double[] pull;
    private final double[] direction;
    private final double[] trial;
    private final double[] diagonal;
    private final double[] coupling;
    private final MonotoneProjection projection;
    private final PooledStep pooled;
    private final ApartStep apart;

    QuantileMover(QuantileSpace space) {
        this.space = space;
        this.n = space.size();
        this.w = space.weights();
        this.gradient = new double[n];
        this.pull = new double[n];
        this.direction = new double[n];
        this.trial = new double[n];
        this.diagonal = new double[n];
        this.coupling = new double[n + 1];
        this.projection = new MonotoneProjection(n);
        this.pooled = new PooledStep(space, projection);
        this.apart = new ApartStep(space);
    }

    @Override
    Movement minimise(LineEnergy energy, double[] from, double rate, double[] x) {
        space.require(x);
        if (energy.value(x) == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("quantiles: the energy is infinite: places apart are allowed");
        }
        double convexity = rate + energy.modulus();
        double bound = Double.POSITIVE_INFINITY;
        double goal = 0;
        for (int k = 0; k < PATIENCE; k++) {
            double residual = fillGradient(energy, from, rate, x);
            guard(x, value(energy, from, rate, x), residual);
            double slope = residual == 0 ? 0 : aim(energy, rate, x);
            bound = bound(energy, convexity, residual, slope);
            goal = goal(space, from, x);
            if (residual == 0 || bound <= goal) {
                if (convexity <= 0) {
                    throw notConvex(x, energy.modulus(), rate);
                }
                return new Movement(bound, residual, k);
            }
            if (!descend(energy, from, rate, x, residual, slope)) {
                break;
            }
        }
        throw convexity > 0 ? notCertified(x, bound, goal) : notConvex(x, energy.modulus(), rate);
    }

    private double bound(LineEnergy energy, double convexity, double residual, double slope) {
        if (!(convexity > 0)) {
            return Double.POSITIVE_INFINITY;
        }
        double plain = residual / convexity;
        double decrement = Math.sqrt(-slope);
        double share = energy.concordance() * decrement;
        return energy.keepsApart() && share < 1
                ? Math.min(plain, decrement / ((1 - share) * Math.sqrt(convexity)))
                : plain;
    }

    /** The direction of an iteration; returns Φ's slope along it, negative. */
    private double aim(LineEnergy energy, double rate, double[] x) {
        double slope = 0;
        for (double raised = rate; ; raised = 2 * raised + 1e-3) {
            Arrays.fill(coupling, 0);
            for (int i = 0; i < n; i++) {
                diagonal[i] = raised * w[i];
            }
            energy.addCurvature(x, diagonal, coupling);
            boolean solved = energy.keepsApart()
                    ? apart.solve(gradient, diagonal, coupling, energy.attraction(), direction)
                    : pooled.solve(x, gradient, diagonal, energy.attraction(), direction);
            slope = 0;
            for (int i = 0; i < n; i++) {
                slope += gradient[i] * direction[i];
            }
            if (solved && slope <= 0) {
                return slope;
            }
            if (!(raised < Double.MAX_VALUE) || !(Math.abs(slope) <= Double.MAX_VALUE)) {
                throw new MovementFailure(
                        MovementFailure.Cause.NOT_FINITE,
                        x,
                        Double.NaN,
                        "second derivatives: finite numbers are allowed");
            }
        }
    }

    private double value(LineEnergy energy, double[] from, double rate, double[] x) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += w[i] * (x[i] - from[i]) * (x[i] - from[i]);
        }
        return 0.5 * rate * sum + energy.value(x);
    }

    /** ∇Φ; returns |P_T(-∇Φ)|. */
    private double fillGradient(LineEnergy energy, double[] from, double rate, double[] x) {
        energy.gradient(x, gradient);
        for (int i = 0; i < n; i++) {
            gradient[i] += rate * w[i] * (x[i] - from[i]);
            pull[i] = -gradient[i] / w[i];
        }
        return space.tangentNorm(x, pull, projection);
    }

    private boolean descend(LineEnergy energy, double[] from, double rate, double[] x, double residual, double slope) {
        double before = value(energy, from, rate, x);
        double reach = energy.keepsApart() ? apart.reach(x, direction) : 1;
        for (double step = reach; step > 0x1p-60; step *= 0.5) {
            for (int i = 0; i < n; i++) {
                trial[i] = step == 1 ? x[i] + direction[i] : x[i] + step * direction[i];
            }
            if (step == 1 && !energy.keepsApart()) {
                pooled.land(trial);
            }
            if (!apart.ordered(trial, energy.keepsApart())) {
                continue;
            }
            double after = value(energy, from, rate, trial);
            if (after <= before + 1e-4 * step * slope
                    || after < Double.POSITIVE_INFINITY && fillGradient(energy, from, rate, trial) <= 0.5 * residual) {
                System.arraycopy(trial, 0, x, 0, n);
                return true;
            }
        }
        return false;
    }
}
