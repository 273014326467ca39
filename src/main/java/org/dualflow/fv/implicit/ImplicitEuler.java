package org.dualflow.fv.implicit;

import org.dualflow.measure.Reductions;
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

    /** Share of the mass that rounding stays below, (1 + w) 2⁻⁴⁹: a larger defect is not looked at closely. */
    private static final double FAR = 0x1p-20;

    /** Four units in the last place of each potential and each ratio, the old and the new ones; see {@link ImplicitScheme#ROUNDING}. */
    private static final double ROUNDING = ImplicitScheme.ROUNDING;

    private final FlowGrid grid;
    private final Storage storage;
    private final LinearSolver solver;
    private final double[][] r;
    private final double[][] w;
    /** The next iterate, in the memory of the result. */
    private double[][] next = new double[0][];

    private final double[][] ground;
    private final double[][] side;
    private final double[] slope;
    private final double[] raw;
    private final double[] rawRatios;
    private final double[] extremes = new double[2];
    private final double[] bounds = new double[2];
    private double least;
    private double greatest;
    private double lowest;
    private double highest;
    private double defect;
    private int newtonIterations;
    private int linearIterations;
    private int mostLinear;

    ImplicitEuler(FlowGrid grid, Storage storage, LinearSolver solver) {
        this.grid = grid;
        this.storage = storage;
        this.solver = solver;
        r = grid.mesh.newRows();
        w = grid.mesh.newRows();
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
        next = end;
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
            last = remainder();
            defect = last + left;
            solved = defect <= 2 * Math.max(tolerance, FAR * mass) && isSolved(tolerance, mass);
            if (solved || !(defect < Double.POSITIVE_INFINITY) || left > 1.001 * tau * allowance) {
                break;
            }
        }
        finish(start, end);
        return solved;
    }

    /** Ratios, potentials and their bounds at the start; returns the mass. */
    private double begin(double[][] start) {
        least = Double.POSITIVE_INFINITY;
        greatest = 0;
        double mass = 0;
        for (int k = 0; k < r.length; k++) {
            double[] mu = grid.target[k];
            double[] rk = r[k];
            if (grid.parts.hasEmptyCells()) {
                inside(k, start[k]);
            } else {
                divide(start[k], mu, rk);
                least = Math.min(least, Reductions.least(rk));
                greatest = Math.max(greatest, Reductions.greatest(rk));
            }
            storage.potentials(rk, mu.length, w[k]);
            System.arraycopy(w[k], 0, next[k], 0, mu.length);
            mass += Reductions.sum(start[k]);
        }
        // The potentials of the extreme ratios are the extreme ones: h is monotone.
        extremes[0] = least;
        extremes[1] = greatest;
        storage.potentials(extremes, 2, bounds);
        lowest = bounds[0];
        highest = bounds[1];
        return mass;
    }

    /** Ratios of a row with cells that have no target mass, which count as 0 and for no bound. */
    private void inside(int k, double[] start) {
        double[] mu = grid.target[k];
        for (int i = 0; i < mu.length; i++) {
            boolean inside = mu[i] > 0;
            r[k][i] = inside ? start[i] / mu[i] : 0;
            least = inside ? Math.min(least, r[k][i]) : least;
            greatest = inside ? Math.max(greatest, r[k][i]) : greatest;
        }
    }

    private static void divide(double[] a, double[] b, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = a[i] / b[i];
        }
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
            grounds(mu, slope, perTime, c);
            sources(slope, wk, rk, b);
            sides(mu, m, perTime, b);
            if (grid.parts.hasEmptyCells()) {
                empty(mu, c, b);
            }
        }
    }

    private static void grounds(double[] mu, double[] slope, double perTime, double[] c) {
        for (int i = 0; i < c.length; i++) {
            c[i] = mu[i] * slope[i] * perTime;
        }
    }

    private static void sources(double[] slope, double[] w, double[] r, double[] b) {
        for (int i = 0; i < b.length; i++) {
            b[i] = Math.max(0, slope[i] * w[i] - r[i]);
        }
    }

    private static void sides(double[] mu, double[] m, double perTime, double[] b) {
        for (int i = 0; i < b.length; i++) {
            b[i] = (mu[i] * b[i] + m[i]) * perTime;
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

    /** Takes over the new potentials, projected; returns Σ μ |h(w_{k+1}) - h(w_k) - h'(w_k)(w_{k+1} - w_k)|. */
    private double remainder() {
        double sum = 0;
        for (int k = 0; k < r.length; k++) {
            storage.slopes(r[k], slope.length, slope);
            double[] mu = grid.target[k];
            double[] old = w[k];
            double[] now = next[k];
            double[] line = side[k];
            double[] rk = r[k];
            boolean outside = project(now);
            tangent(rk, slope, now, old, line);
            System.arraycopy(now, 0, old, 0, mu.length);
            storage.ratios(old, mu.length, rk);
            distance(rk, line);
            sum += Reductions.dot(mu, line);
            if (outside) {
                sum += moved(mu, now, rk);
            }
        }
        return sum;
    }

    /** Whether the defect is within the tolerance and rounding, and after a direct solve the remainder so in every cell. */
    private boolean isSolved(double tolerance, double mass) {
        double rounding = 0;
        double excess = 0;
        for (int k = 0; k < r.length; k++) {
            double[] rk = r[k];
            double[] line = side[k];
            storage.slopes(rk, slope.length, slope);
            roundings(w[k], rk, slope);
            rounding += Reductions.dot(grid.target[k], slope);
            subtract(tolerance / mass, rk, slope, line);
            excess += Reductions.positive(line);
        }
        return defect <= tolerance + rounding && (!solver.isDirect() || excess <= 0);
    }

    private static void tangent(double[] r, double[] slope, double[] now, double[] old, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = r[i] + slope[i] * (now[i] - old[i]);
        }
    }

    private static void distance(double[] r, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = Math.abs(r[i] - to[i]);
        }
    }

    private static void roundings(double[] w, double[] r, double[] slope) {
        for (int i = 0; i < slope.length; i++) {
            slope[i] = ROUNDING * (slope[i] * Math.abs(w[i]) + r[i]);
        }
    }

    private static void subtract(double share, double[] r, double[] rounding, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = Math.fma(-share, r[i], to[i]) - rounding[i];
        }
    }

    /** Projects a row of potentials; keeps what it was in {@code raw} if that was outside. */
    private boolean project(double[] now) {
        if (Reductions.least(now) >= lowest && Reductions.greatest(now) <= highest) {
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

    private void finish(double[][] start, double[][] end) {
        for (int k = 0; k < r.length; k++) {
            double[] mu = grid.target[k];
            bounded(mu, r[k], least, greatest, end[k]);
            for (int i = 0; i < mu.length && grid.parts.hasEmptyCells(); i++) {
                end[k][i] = mu[i] == 0 ? start[k][i] : end[k][i];
            }
        }
        grid.parts.restore(end);
    }

    private static void bounded(double[] mu, double[] ratios, double below, double above, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = mu[i] * Math.min(Math.max(ratios[i], below), above);
        }
    }
}
