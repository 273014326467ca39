package org.dualflow.fv.implicit;

import org.dualflow.measure.Reductions;
import org.dualflow.model.Storage;

/**
 * An iterate of an implicit Euler step: its ratios and potentials, the linear equations about it, and what they leave out.
 *
 * <p>With c = μ s/τ, s a slope of h, the equations for the next potentials x are c x + A x = b,
 *
 * <pre>  b = (q + m₀)/τ,     q = max(0, τ c w - μ r) ≥ 0,</pre>
 *
 * the linearisation μ (r + s (x - w)) = τ c x - q of μ h(x). For convex h with h(0) = 0 and s = h'(w) the bracket is at least 0
 * but for rounding. After they are solved, μ h(x) + τ A x - m₀ is the remainder μ h(x) - (τ c x - q), whatever numbers c, r and
 * w are: that r and s are rounded, and s perhaps of an earlier iterate, changes the next iterate and not what is known of it.
 *
 * <p>Passes go over blocks of cells, whose numbers stay in the first level of the cache from one pass to the next.
 */
final class NewtonIterate {

    /** Six arrays of this length, as many as one pass takes at most, are 24 kB. */
    private static final int BLOCK = 512;

    private final FlowGrid grid;
    private final Storage storage;
    private final StepBounds bounds;
    private final double[][] r;
    private final double[][] own;
    private double[][] w;

    /** The potentials to come: first a guess, then the solution of the linear equations. */
    private double[][] next;

    private final double[][] ground;
    private final double[][] side;
    private final boolean iterative;

    /** The storage within the bounds. */
    private Storage inner;

    /**
     * @param iterative whether next potentials start from a guess, and may lie beyond the bounds by more than rounding
     */
    NewtonIterate(FlowGrid grid, Storage storage, boolean iterative) {
        this.grid = grid;
        this.storage = storage;
        inner = storage;
        this.iterative = iterative;
        bounds = new StepBounds(storage, grid.mesh.rowLength());
        r = grid.mesh.newRows();
        own = grid.mesh.newRows();
        w = own;
        next = own;
        ground = grid.mesh.newRows();
        side = grid.mesh.newRows();
    }

    /** c. */
    double[][] ground() {
        return ground;
    }

    /** b. */
    double[][] side() {
        return side;
    }

    private int end(int from) {
        return Math.min(from + BLOCK, grid.mesh.rowLength());
    }

    /**
     * Takes the masses at the start; returns their sum.
     *
     * @param memory for potentials; any contents
     */
    double begin(double[][] start, double[][] memory) {
        w = own;
        next = memory;
        bounds.clear();
        double mass = 0;
        for (int k = 0; k < r.length; k++) {
            double[] mu = grid.target[k];
            for (int from = 0; from < mu.length; from += BLOCK) {
                int to = end(from);
                if (grid.parts.hasEmptyCells()) {
                    bounds.ratios(start[k], mu, from, to, r[k]);
                } else {
                    CellLoops.divide(start[k], mu, from, to, r[k]);
                    bounds.include(r[k], from, to);
                }
                mass += Reductions.sum(start[k], from, to);
            }
        }
        bounds.close();
        inner = storage.upTo(bounds.highest());
        for (int k = 0; k < r.length; k++) {
            for (int from = 0; from < r[k].length; from += BLOCK) {
                inner.potentials(r[k], from, end(from), w[k]);
            }
        }
        return mass;
    }

    /**
     * Sets b, and c to μ h'(w)/τ if {@code renew}.
     *
     * @param start m₀
     */
    void linearise(double[][] start, double tau, boolean renew) {
        for (int k = 0; k < r.length; k++) {
            double[] mu = grid.target[k];
            double[] c = ground[k];
            for (int from = 0; from < mu.length; from += BLOCK) {
                int to = end(from);
                if (renew) {
                    storage.slopes(r[k], from, to, c);
                    CellLoops.renewedSides(c, tau, w[k], mu, r[k], start[k], from, to, side[k]);
                } else {
                    CellLoops.sides(c, tau, w[k], mu, r[k], start[k], from, to, side[k]);
                }
            }
            if (iterative) {
                System.arraycopy(w[k], 0, next[k], 0, mu.length);
            }
            for (int i = 0; i < mu.length && grid.parts.hasEmptyCells(); i++) {
                c[i] = mu[i] == 0 ? 1 : c[i];
                side[k][i] = mu[i] == 0 ? 0 : side[k][i];
            }
        }
    }

    /** x: a guess for an iterative solver; to receive the solution of the linear equations. */
    double[][] next() {
        return next;
    }

    /** Moves on to the next potentials, which are projected; returns Σ |remainder|. */
    double advance(double tau) {
        double sum = 0;
        for (int k = 0; k < r.length; k++) {
            double[] mu = grid.target[k];
            double[] c = ground[k];
            double[] x = next[k];
            double[] gap = side[k];
            boolean outside = iterative && bounds.project(x);
            for (int from = 0; from < mu.length; from += BLOCK) {
                int to = end(from);
                CellLoops.tangents(c, tau, r[k], x, from, to, gap);
                inner.ratios(x, from, to, r[k]);
                CellLoops.distances(mu, r[k], from, to, gap);
                sum += Reductions.sum(gap, from, to);
            }
            if (outside) {
                sum += bounds.moved(mu, c, tau, x, r[k]);
            }
        }
        double[][] old = w;
        w = next;
        next = old;
        return sum;
    }

    /** Σ over the cells of what rounding may make of the remainder, {@link ImplicitScheme#ROUNDING} (τ c |w| + μ r). */
    double rounding(double tau) {
        double sum = 0;
        for (int k = 0; k < r.length; k++) {
            sum += tau * CellLoops.dotMagnitudes(ground[k], w[k])
                    + Reductions.dot(grid.target[k], r[k], 0, r[k].length);
        }
        return ImplicitScheme.ROUNDING * sum;
    }

    /** Whether the remainder of every cell is within a share of its mass and rounding; once after {@link #advance}. */
    boolean isWithin(double share, double tau) {
        for (int k = 0; k < r.length; k++) {
            for (int from = 0; from < r[k].length; from += BLOCK) {
                int to = end(from);
                CellLoops.excesses(grid.target[k], r[k], share, ground[k], tau, w[k], from, to, side[k]);
                if (!(Reductions.positive(side[k], from, to) <= 0)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The masses of the iterate, within the bounds; where there is no target mass those of the start. */
    void masses(double[][] start, double[][] end) {
        for (int k = 0; k < r.length; k++) {
            double[] mu = grid.target[k];
            bounds.masses(mu, r[k], end[k]);
            for (int i = 0; i < mu.length && grid.parts.hasEmptyCells(); i++) {
                end[k][i] = mu[i] == 0 ? start[k][i] : end[k][i];
            }
        }
    }
}
