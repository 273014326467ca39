package org.dualflow.particle.flow;

import org.dualflow.linear.LineNetwork;

/**
 * One implicit Euler step of the quantile scheme: the minimiser of
 *
 * <pre>  Φ(X) = Σ_i m |X_i - Y_i|²/(2τ) + J(X)</pre>
 *
 * over positions in order, by Newton's method. For ξ_i = d(X_i) times the step of X_i the Hessian of J is the matrix of
 * a network of conductors, the curvatures ∂²J/∂δ² between neighbours, and the inertia grounds its nodes by m (1/τ - V_i (log
 * d)')/d², V the velocity; where τ V_i (log d)'(X_i) ≥ 1, so that Φ might not be convex, the second term is left out and directions
 * stay directions of descent. A step goes at most nine tenths of the way to where two particles
 * would meet and is halved until Φ has decreased, as told by its slope at the end or by its value, or the gradient has halved.
 */
final class QuantileStep {

    private static final int ITERATIONS = 200;
    private static final double REACH = 0.9;
    /** Densities below count as this in the Hessian, so that grounds stay finite. */
    private static final double LEAST_DENSITY = 0x1p-400;

    private final QuantileLine line;
    private final double tolerance;
    private final double[] gradient;
    private final double[] scale;
    private final double[] ground;
    private final double[] link;
    private final double[] direction;
    private final double[] trial;
    private final LineNetwork network;

    /**
     * @param tolerance length of a Newton step below which the iteration has converged
     */
    QuantileStep(QuantileLine line, double tolerance) {
        this.line = line;
        this.tolerance = tolerance;
        this.gradient = new double[line.n];
        this.scale = new double[line.n];
        this.ground = new double[line.n];
        this.link = new double[line.n];
        this.direction = new double[line.n];
        this.trial = new double[line.n];
        this.network = LineNetwork.of(line.n, line.periodic);
    }

    /**
     * @param y where the particles are attracted to, {@code [n]}
     * @param tau the step
     * @param x the start of the iteration, in order; receives the minimiser
     * @return whether the iteration has converged
     */
    boolean solve(double[] y, double tau, double[] x) {
        for (int k = 0; k < ITERATIONS; k++) {
            line.evaluate(x);
            double norm = fillGradient(x, y, tau);
            fillHessian(tau);
            newtonDirection();
            double slope = slopeAlongDirection();
            double longest = longest();
            if (!(slope <= 0) || !(longest < Double.POSITIVE_INFINITY)) {
                return false;
            }
            if (longest <= tolerance) {
                double last = reach(x);
                for (int i = 0; i < line.n; i++) {
                    x[i] += last * direction[i];
                }
                return true;
            }
            double step = search(x, y, tau, norm, slope);
            if (step == 0) {
                return false;
            }
            System.arraycopy(trial, 0, x, 0, line.n);
        }
        return false;
    }

    /** ∇Φ at positions just evaluated; returns its largest component. */
    private double fillGradient(double[] x, double[] y, double tau) {
        double largest = 0;
        for (int i = 0; i < line.n; i++) {
            double force = line.density[i] * (line.slope[i] - line.slope[i + 1]);
            gradient[i] = line.weight * (x[i] - y[i]) / tau + force;
            largest = Math.max(largest, Math.abs(gradient[i]));
        }
        return largest;
    }

    private void fillHessian(double tau) {
        double inertia = line.weight / tau;
        for (int i = 0; i < line.n; i++) {
            scale[i] = Math.max(line.density[i], LEAST_DENSITY);
            double bend = line.derivative[i] * (line.slope[i] - line.slope[i + 1]);
            ground[i] = (inertia + bend > 0 ? inertia + bend : inertia) / (scale[i] * scale[i]);
            link[i] = line.curvature[i + 1];
        }
        if (!line.periodic) {
            ground[0] += line.curvature[0];
            ground[line.n - 1] += line.curvature[line.n];
        }
    }

    private void newtonDirection() {
        for (int i = 0; i < line.n; i++) {
            direction[i] = -gradient[i] / scale[i];
        }
        network.solve(ground, link, direction, direction);
        for (int i = 0; i < line.n; i++) {
            direction[i] /= scale[i];
        }
    }

    private double slopeAlongDirection() {
        double sum = 0;
        for (int i = 0; i < line.n; i++) {
            sum += gradient[i] * direction[i];
        }
        return sum;
    }

    private double longest() {
        double most = 0;
        for (int i = 0; i < line.n; i++) {
            most = Math.max(most, Math.abs(direction[i]));
        }
        return most;
    }

    /** Leaves an accepted point in {@code trial} and returns the step to it, 0 if there is none. */
    private double search(double[] x, double[] y, double tau, double norm, double slope) {
        double before = Double.NaN;
        for (double step = reach(x); step > 0x1p-60; step *= 0.5) {
            for (int i = 0; i < line.n; i++) {
                trial[i] = x[i] + step * direction[i];
            }
            if (!line.ordered(trial)) {
                continue;
            }
            line.evaluate(trial);
            double after = fillGradient(trial, y, tau);
            if (after <= 0.5 * norm || slopeAlongDirection() <= 0) {
                return step;
            }
            if (Double.isNaN(before)) {
                before = value(x, y, tau);
            }
            if (value(trial, y, tau) < before + 1e-4 * step * slope) {
                return step;
            }
        }
        return 0;
    }

    /** The longest step, at most 1, that leaves a tenth of every gap. */
    private double reach(double[] x) {
        double most = 1;
        for (int k = 0; k <= line.n; k++) {
            double shrink = line.before(direction, k, 0) - line.after(direction, k, 0);
            if (shrink > 0) {
                most = Math.min(most, REACH * line.gap(x, k) / shrink);
            }
        }
        return most;
    }

    private double value(double[] x, double[] y, double tau) {
        double sum = 0;
        for (int i = 0; i < line.n; i++) {
            sum += (x[i] - y[i]) * (x[i] - y[i]);
        }
        return 0.5 * line.weight * sum / tau + line.energy(x);
    }
}
