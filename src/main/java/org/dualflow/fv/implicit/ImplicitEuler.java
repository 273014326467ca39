package org.dualflow.fv.implicit;

import org.dualflow.model.Storage;

/**
 * One implicit Euler step, the solution of μ h(w) + τ A w = m₀ with A the conductances of the faces, by Newton's method for
 * a convex h.
 *
 * <p><b>Why it cannot fail.</b> F(w) = μ h(w) + τ A w - m₀ is convex and its Jacobian F'(w) = μ h'(w) + τ A an M-matrix,
 * whose inverse is nonnegative. Therefore every iterate but the first satisfies F ≥ 0, lies above the solution, and is below
 * the one before it (Newton–Baluev). The start is w₀ = h⁻¹(r₀); the first iterate is a weighted mean of w₀, because
 * F'(w₀) w₁ = μ h'(w₀) w₀ and F'(w₀) 1 = μ h'(w₀): hence min w₀ ≤ w_k ≤ max w₀ for all k, nothing overflows, and the
 * sequence converges from above, quadratically in the end. No line search is needed.
 *
 * <p><b>Certificate.</b> The step contracts L¹, so the iterate is no farther from the exact step than ‖F‖₁. After an
 * iteration F is the remainder μ (h(w_{k+1}) - h(w_k) - h'(w_k)(w_{k+1} - w_k)) ≥ 0 minus what the linear solver left;
 * iteration stops when the sum of their absolute values is below the tolerance, and with a direct linear solver when, in
 * every cell besides, the remainder is as small relative to what the cell holds. Potentials and ratios are rounded numbers: to
 * the tolerance is added what that makes of masses, 2⁻⁴⁹ Σ μ (h'(w) |w| + h(w)), for h = e^w - 1 about 2⁻⁴⁹ (1 + w) of the mass.
 *
 * <p>The linear systems are solved for w_{k+1} itself, with nonnegative right side: elimination gives w > 0 right in every
 * digit. An iterative solver leaves an error e with Σ μ h'(w_k) |e| ≤ ‖residual‖₁, since columns of the matrix sum to
 * μ h'; every result is projected on [min w₀, max w₀], where the exact iterate is known to lie, which
 * takes no cell farther from it. If rounding keeps the residual above the tolerance (τ times conductances above its inverse in units of
 * rounding), the step is refused, and a smaller one is made.
 */
final class ImplicitEuler {

    private static final int MOST_ITERATIONS = 1000;

    /** What a linear solve may leave of the first defect, relative to the mass; of later ones their square. */
    private static final double FIRST_DEFECT = 1e-2;

    /** Share of the tolerance that a linear solve may use up. */
    private static final double LINEAR_SHARE = 0.25;

    /** Four units in the last place of each potential and each ratio, the old and the new ones; see {@link ImplicitScheme#ROUNDING}. */
    private static final double ROUNDING = ImplicitScheme.ROUNDING;

    private final FlowGrid grid;
    private final Storage storage;
    private final LinearSolver solver;
    private final double[][] r;
    private final double[][] w;
    private final double[][] next;
    private final double[][] ground;
    private final double[][] side;
    private final double[] slope;
    private final double[] raw;
    private final double[] rawRatios;
    private double least;
    private double greatest;
    private double lowest;
    private double highest;
    private double defect;
    private double excess;
    private double rounding;
    private int newtonIterations;
    private int linearIterations;
    private int mostLinear;

    ImplicitEuler(FlowGrid grid, Storage storage, LinearSolver solver) {
        this.grid = grid;
        this.storage = storage;
        this.solver = solver;
        r = grid.mesh.newRows();
        w = grid.mesh.newRows();
        next = grid.mesh.newRows();
        ground = grid.mesh.newRows();
        side = grid.mesh.newRows();
        slope = new double[grid.mesh.rowLength()];
        raw = new double[slope.length];
        rawRatios = new double[slope.length];
    }

    /** ‖F‖₁ of the last step, times {@link FlowGrid#SCALE}: a bound of its L¹ distance from the exact one. */
    double defect() {
        return defect;
    }

    /** Newton iterations of the last step. */
    int newtonIterations() {
        return newtonIterations;
    }

    /** Iterations of the linear solver in the last step, all Newton iterations together. */
    int linearIterations() {
        return linearIterations;
    }

    /** The largest number of iterations of the linear solver in one Newton iteration of the last step. */
    int mostLinearIterations() {
        return mostLinear;
    }

    /**
     * Makes a step.
     *
     * @param start masses m₀ ≥ 0, times the scale
     * @param tau size of the step, positive
     * @param tolerance accepted ‖F‖₁, times the scale
     * @param end receives the masses; must not be {@code start}
     * @return whether the tolerance was met
     */
    boolean step(double[][] start, double tau, double tolerance, double[][] end) {
        double mass = begin(start);
        newtonIterations = 0;
        linearIterations = 0;
        mostLinear = 0;
        defect = Double.POSITIVE_INFINITY;
        double last = FIRST_DEFECT * mass;
        boolean solved = false;
        while (newtonIterations < MOST_ITERATIONS) {
            assemble(start, tau);
            double allowance = Math.max(LINEAR_SHARE * tolerance, last * Math.min(FIRST_DEFECT, last / mass)) / tau;
            double left = tau * solver.solve(ground, side, next, allowance);
            newtonIterations++;
            linearIterations += solver.iterations();
            mostLinear = Math.max(mostLinear, solver.iterations());
            last = remainder(tolerance / mass);
            defect = last + left;
            solved = defect <= tolerance + rounding && (!solver.isDirect() || excess <= 0);
            if (solved || !(defect < Double.POSITIVE_INFINITY) || left > 1.001 * tau * allowance) {
                break;
            }
        }
        finish(start, end);
        return solved;
    }

    private double begin(double[][] start) {
        least = Double.POSITIVE_INFINITY;
        greatest = 0;
        lowest = Double.POSITIVE_INFINITY;
        highest = 0;
        double mass = 0;
        for (int k = 0; k < r.length; k++) {
            double[] mu = grid.target[k];
            for (int i = 0; i < mu.length; i++) {
                boolean inside = grid.parts.isInside(k, i);
                r[k][i] = inside ? start[k][i] / mu[i] : 0;
                if (inside) {
                    least = Math.min(least, r[k][i]);
                    greatest = Math.max(greatest, r[k][i]);
                }
            }
            storage.potentials(r[k], mu.length, w[k]);
            for (int i = 0; i < mu.length; i++) {
                if (grid.parts.isInside(k, i)) {
                    lowest = Math.min(lowest, w[k][i]);
                    highest = Math.max(highest, w[k][i]);
                }
            }
            System.arraycopy(w[k], 0, next[k], 0, mu.length);
            for (double m : start[k]) {
                mass += m;
            }
        }
        return mass;
    }

    /** μ h'(w) and μ (h'(w) w - h(w)) + m₀, over τ; the second bracket is at least 0, since h is convex with h(0) = 0. */
    private void assemble(double[][] start, double tau) {
        double perTime = 1 / tau;
        for (int k = 0; k < r.length; k++) {
            storage.slopes(r[k], slope.length, slope);
            double[] mu = grid.target[k];
            double[] rk = r[k];
            double[] wk = w[k];
            double[] m = start[k];
            double[] c = ground[k];
            double[] b = side[k];
            for (int i = 0; i < mu.length; i++) {
                c[i] = mu[i] * slope[i] * perTime;
            }
            for (int i = 0; i < mu.length; i++) {
                b[i] = Math.max(0, slope[i] * wk[i] - rk[i]);
            }
            for (int i = 0; i < mu.length; i++) {
                b[i] = (mu[i] * b[i] + m[i]) * perTime;
            }
            if (grid.parts.hasEmptyCells()) {
                empty(mu, c, b);
            }
        }
    }

    private static void empty(double[] mu, double[] c, double[] b) {
        for (int i = 0; i < mu.length; i++) {
            if (mu[i] == 0) {
                c[i] = 1;
                b[i] = 0;
            }
        }
    }

    /** Takes over the new potentials, projected; returns Σ μ |h(w_{k+1}) - h(w_k) - h'(w_k)(w_{k+1} - w_k)|, and in excess
     * how far this remainder is above a share of r, where it is most. */
    private double remainder(double share) {
        double sum = 0;
        excess = 0;
        rounding = 0;
        for (int k = 0; k < r.length; k++) {
            storage.slopes(r[k], slope.length, slope);
            double[] mu = grid.target[k];
            double[] old = w[k];
            double[] now = next[k];
            double[] line = side[k];
            double[] rk = r[k];
            boolean outside = project(now);
            for (int i = 0; i < mu.length; i++) {
                line[i] = rk[i] + slope[i] * (now[i] - old[i]);
            }
            System.arraycopy(now, 0, old, 0, mu.length);
            storage.ratios(old, mu.length, rk);
            for (int i = 0; i < mu.length; i++) {
                line[i] = Math.abs(rk[i] - line[i]);
            }
            sum += dot(mu, line);
            if (outside) {
                sum += moved(mu, now, rk);
            }
            for (int i = 0; i < mu.length; i++) {
                slope[i] = ROUNDING * (slope[i] * Math.abs(now[i]) + rk[i]);
            }
            rounding += dot(mu, slope);
            for (int i = 0; i < mu.length; i++) {
                line[i] = Math.fma(-share, rk[i], line[i]) - slope[i];
            }
            excess = Math.max(excess, greatest(line));
        }
        return sum;
    }

    /** Projects a row of potentials; keeps what it was in {@code raw} if that was outside. */
    private boolean project(double[] now) {
        double below = lowest;
        double above = highest;
        for (double value : now) {
            below = Math.min(below, value);
            above = Math.max(above, value);
        }
        if (below >= lowest && above <= highest) {
            return false;
        }
        System.arraycopy(now, 0, raw, 0, now.length);
        for (int i = 0; i < now.length; i++) {
            now[i] = Math.min(Math.max(now[i], lowest), highest);
        }
        return true;
    }

    /**
     * What the remainder of a row is above that of the projected one at most: the certificate is that of the iterate before
     * projection, which takes no mass farther from the exact step, since h is monotone.
     */
    private double moved(double[] mu, double[] now, double[] ratios) {
        storage.ratios(raw, mu.length, rawRatios);
        double sum = 0;
        for (int i = 0; i < mu.length; i++) {
            sum += mu[i] * (Math.abs(rawRatios[i] - ratios[i]) + slope[i] * Math.abs(raw[i] - now[i]));
        }
        return sum;
    }

    private static double dot(double[] a, double[] b) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < a.length; i += 4) {
            s0 = Math.fma(a[i], b[i], s0);
            s1 = Math.fma(a[i + 1], b[i + 1], s1);
            s2 = Math.fma(a[i + 2], b[i + 2], s2);
            s3 = Math.fma(a[i + 3], b[i + 3], s3);
        }
        for (; i < a.length; i++) {
            s0 = Math.fma(a[i], b[i], s0);
        }
        return s0 + s1 + (s2 + s3);
    }

    private static double greatest(double[] a) {
        double result = Double.NEGATIVE_INFINITY;
        for (double value : a) {
            result = Math.max(result, value);
        }
        return result;
    }

    private void finish(double[][] start, double[][] end) {
        for (int k = 0; k < r.length; k++) {
            for (int i = 0; i < end[k].length; i++) {
                double ratio = Math.min(Math.max(r[k][i], least), greatest);
                end[k][i] = grid.target[k][i] == 0 ? start[k][i] : grid.target[k][i] * ratio;
            }
        }
        grid.parts.restore(end);
    }
}
