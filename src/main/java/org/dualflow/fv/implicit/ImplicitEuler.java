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
 * <p>With an iterative linear solver the matrix of an iteration may serve once more, where the rate so far says that this is
 * the last one: if w_k ≤ w, the iterate it belongs to, convexity gives F(w_{k+1}) ≥ μ (h'(w_k) - h'(w)) (w_{k+1} - w_k) ≥ 0
 * again. No matrix need then be set up. (Elimination saves nothing by it.)
 *
 * <p><b>Certificate.</b> The step contracts L¹, so the iterate is no farther from the exact step than ‖F‖₁. After an
 * iteration F is the remainder of the linearised equations, see {@link NewtonIterate}, minus what the linear solver left;
 * iteration stops when the sum of their absolute values is below the tolerance, and with a direct linear solver when, in
 * every cell, the remainder is as small relative to what the cell holds. Potentials and ratios are rounded numbers: to
 * the tolerance is added what that makes of masses, 2⁻⁴⁹ Σ μ (h'(w) |w| + h(w)), for h = e^w - 1 about 2⁻⁴⁹ (1 + w) of the mass.
 *
 * <p>The linear systems are solved for w_{k+1} itself, with nonnegative right side: elimination gives w > 0 right in every
 * digit. An iterative solver leaves an error e with Σ μ h'(w_k) |e| ≤ ‖residual‖₁, since columns of the matrix sum to
 * μ h'; such a result is projected on [min w₀, max w₀], where the exact iterate is known to lie, which
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

    /** By about how much the old matrix is behind the new one: its defect is below this much times that by the last rate. */
    private static final double CONTRACTION = 4;

    private final FlowGrid grid;
    private final LinearSolver solver;
    private final NewtonIterate iterate;
    private double defect;
    private int newtonIterations;
    private int mostLinear;

    ImplicitEuler(FlowGrid grid, Storage storage, LinearSolver solver) {
        this.grid = grid;
        this.solver = solver;
        iterate = new NewtonIterate(grid, storage, !solver.isDirect());
    }

    /** ‖F‖₁ of the last step, times {@link FlowGrid#SCALE}: a bound of its L¹ distance from the exact one. */
    double defect() {
        return defect;
    }

    /** Newton iterations of the last step. */
    int newtonIterations() {
        return newtonIterations;
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
        double mass = iterate.begin(start, end);
        newtonIterations = 0;
        mostLinear = 0;
        defect = Double.POSITIVE_INFINITY;
        double before = mass;
        double last = FIRST_DEFECT * mass;
        boolean renew = true;
        boolean solved = false;
        while (newtonIterations < MOST_ITERATIONS) {
            double allowance = Math.max(LINEAR_SHARE * tolerance, last * Math.min(FIRST_DEFECT, last / mass)) / tau;
            double left = tau * solve(start, tau, allowance, renew);
            last = iterate.advance(tau);
            defect = last + left;
            solved = isSolved(tolerance, mass, tau);
            if (solved || !(defect < Double.POSITIVE_INFINITY) || left > 1.001 * tau * allowance) {
                break;
            }
            renew = solver.isDirect() || !renew || CONTRACTION * defect * (defect / before) > tolerance;
            before = defect;
        }
        iterate.masses(start, end);
        grid.parts.restore(end);
        return solved;
    }

    /** One iteration; returns what the linear solver left. */
    private double solve(double[][] start, double tau, double allowance, boolean renew) {
        iterate.linearise(start, tau, renew);
        if (renew) {
            solver.ground(iterate.ground());
        }
        double left = solver.solve(iterate.side(), iterate.next(), allowance);
        newtonIterations++;
        mostLinear = Math.max(mostLinear, solver.iterations());
        return left;
    }

    /** Whether the defect is within the tolerance and rounding; after a direct solve, so in every cell. */
    private boolean isSolved(double tolerance, double mass, double tau) {
        if (!(defect <= 2 * Math.max(tolerance, FAR * mass))) {
            return false;
        }
        return solver.isDirect()
                ? iterate.isWithin(tolerance / mass, tau)
                : defect <= tolerance || defect <= tolerance + iterate.rounding(tau);
    }
}
