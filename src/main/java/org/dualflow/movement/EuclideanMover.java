package org.dualflow.movement;

import org.dualflow.linear.DenseCholesky;

/**
 * Movements in R^n by Newton's method. Where the Hessian of Φ is not positive definite its diagonal is raised until it is, so
 * that every step is one of descent; a step is halved until Φ or its gradient has become smaller.
 */
final class EuclideanMover extends Mover<SmoothEnergy> {

    private final EuclideanSpace space;
    private final int n;
    private final double[] gradient;
    private final double[] direction;
    private final double[] trial;
    private final double[][] hessian;
    private final DenseCholesky cholesky;

    EuclideanMover(EuclideanSpace space) {
        this.space = space;
        this.n = space.size();
        this.gradient = new double[n];
        this.direction = new double[n];
        this.trial = new double[n];
        this.hessian = new double[n][n];
        this.cholesky = new DenseCholesky(n);
    }

    @Override
    Movement minimise(SmoothEnergy energy, double[] from, double rate, double[] x) {
        double convexity = rate + energy.modulus();
        double bound = Double.POSITIVE_INFINITY;
        double goal = goal(space, from, x);
        for (int k = 0; k < PATIENCE; k++) {
            double pull = fillGradient(energy, from, rate, x);
            guard(x, value(energy, from, rate, x), pull);
            bound = convexity > 0 ? pull / convexity : Double.POSITIVE_INFINITY;
            goal = goal(space, from, x);
            if (pull == 0 || k > 0 && bound <= goal) {
                if (convexity <= 0) {
                    throw notConvex(x, energy.modulus(), rate);
                }
                return new Movement(bound, pull, k);
            }
            solve(energy, rate, x);
            if (!descend(energy, from, rate, x, pull)) {
                break;
            }
        }
        throw convexity > 0 ? notCertified(x, bound, goal) : notConvex(x, energy.modulus(), rate);
    }

    private double value(SmoothEnergy energy, double[] from, double rate, double[] x) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += (x[i] - from[i]) * (x[i] - from[i]);
        }
        return 0.5 * rate * sum + energy.value(x);
    }

    private double fillGradient(SmoothEnergy energy, double[] from, double rate, double[] x) {
        energy.gradient(x, gradient);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            gradient[i] += rate * (x[i] - from[i]);
            sum += gradient[i] * gradient[i];
        }
        return Math.sqrt(sum);
    }

    private void solve(SmoothEnergy energy, double rate, double[] x) {
        double raised = rate;
        for (double more = 0; ; more = Math.max(2 * more, 1e-3 * (1 + rate))) {
            energy.hessian(x, hessian);
            raised = rate + more;
            for (int i = 0; i < n; i++) {
                hessian[i][i] += raised;
                direction[i] = -gradient[i];
            }
            if (cholesky.factor(hessian)) {
                cholesky.solve(direction);
                return;
            }
            if (!(raised < Double.MAX_VALUE)) {
                throw new MovementFailure(
                        MovementFailure.Cause.NOT_FINITE,
                        x,
                        Double.NaN,
                        "second derivatives: finite numbers are allowed");
            }
        }
    }

    private boolean descend(SmoothEnergy energy, double[] from, double rate, double[] x, double pull) {
        double before = value(energy, from, rate, x);
        double slope = 0;
        for (int i = 0; i < n; i++) {
            slope += gradient[i] * direction[i];
        }
        for (double step = 1; step > 0x1p-60; step *= 0.5) {
            for (int i = 0; i < n; i++) {
                trial[i] = x[i] + step * direction[i];
            }
            if (value(energy, from, rate, trial) <= before + 1e-4 * step * slope
                    || convexFall(energy, from, rate, pull)) {
                System.arraycopy(trial, 0, x, 0, n);
                return true;
            }
        }
        return false;
    }

    /** Near the minimum values differ by rounding only, the gradient still tells. */
    private boolean convexFall(SmoothEnergy energy, double[] from, double rate, double pull) {
        return rate + energy.modulus() > 0 && fillGradient(energy, from, rate, trial) <= 0.5 * pull;
    }
}
