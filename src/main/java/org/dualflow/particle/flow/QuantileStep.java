package org.dualflow.particle.flow;

/**
 * One implicit Euler step of the quantile scheme: the minimiser of
 *
 * <pre>  Φ(X) = Σ_i m |X_i - Y_i|²/(2τ) + J(X)</pre>
 *
 * over positions in order, by Newton's method. In the variables d(X_i) ξ_i the Hessian of J is an M-matrix except for the
 * diagonal term m V_i d'/d, V the velocity; where τ V_i (log d)'(X_i) ≥ 1, so that Φ might not be convex, that term
 * is left out and directions stay directions of descent. A step goes at most nine tenths of the way to where two particles
 * would meet and is halved until Φ has decreased, as told by its slope at the end or by its value, or the gradient has halved.
 */
final class QuantileStep {

    private static final int ITERATIONS = 200;
    private static final double REACH = 0.9;

    private final QuantileLine line;
    private final double tolerance;
    private final double[] gradient;
    private final double[] diagonal;
    private final double[] coupling;
    private final double[] direction;
    private final double[] trial;
    private final CyclicTridiagonal solver;

    /**
     * @param tolerance length of a Newton step below which the iteration has converged
     */
    QuantileStep(QuantileLine line, double tolerance) {
        this.line = line;
        this.tolerance = tolerance;
        this.gradient = new double[line.n];
        this.diagonal = new double[line.n];
        this.coupling = new double[line.n + 1];
        this.direction = new double[line.n];
        this.trial = new double[line.n];
        this.solver = new CyclicTridiagonal(line.n);
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
            for (int i = 0; i < line.n; i++) {
                direction[i] = -gradient[i];
            }
            if (!solver.solve(diagonal, coupling, direction, line.periodic)) {
                return false;
            }
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
            double d = line.density[i];
            double bend = line.derivative[i] * (line.slope[i] - line.slope[i + 1]);
            diagonal[i] = (inertia + bend > 0 ? inertia + bend : inertia)
                    + d * d * (line.curvature[i] + line.curvature[i + 1]);
            double before = line.density[i == 0 ? line.n - 1 : i - 1];
            coupling[i] = i == 0 && !line.periodic ? 0 : -before * d * line.curvature[i];
        }
        if (line.periodic && line.n == 1) {
            diagonal[0] += 2 * coupling[0];
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
