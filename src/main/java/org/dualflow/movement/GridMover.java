package org.dualflow.movement;

import java.util.Arrays;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.CompensatedSum;
import org.dualflow.measure.Reductions;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.GradientFlow;

/**
 * Movements in P₂ of a mesh in one to three dimensions,
 *
 * <pre>  argmin over m, G of  Σ G²/(2τ a ½(ū⁰ + ū)) + Σ μ f(m/μ) + Σ V m,      m = m⁰ - div G,</pre>
 *
 * for the energy ∫ d f(u/d) of a {@link GradientFlow}: relative entropy or Jensen–Shannon divergence. The first sum is the action of
 * Benamou and Brenier with a single interval of time, the density at a face the mean of four: of both cells, before and after. It is jointly
 * convex, so the problem is convex wherever f is, displacement convex or not; and it is W₂²/(2τ) up to O(τ³) along smooth flows and O(h²),
 * so that its movements follow those of P₂ to second order in τ (dual-flows.md). The density after alone gives the first-order distance of
 * Cancès, Gallouët and Todeschini.
 *
 * <p>Solved by Newton's method for the concave dual function of a potential p, whose changes are cut at one: where there is hardly any
 * mass, far steps of p are of no value. It ends when the duality gap says that m is near the exact minimiser m*: for f with 1/f'' nondecreasing,
 *
 * <pre>  ‖m - m*‖₁ ≤ ( 8 gap Σ μ/f''(m/μ) )^½,</pre>
 *
 * since half of it is Σ (m - m*)⁺, where f'' is at least f''(m/μ) on the whole way from m* to m.
 *
 * <p>m is the start less a divergence: masses sum to the same up to rounding, and none is negative. Not thread-safe.
 *
 * @see <a href="https://doi.org/10.1007/s002110050002">Benamou, Brenier 2000</a>
 * @see <a href="https://doi.org/10.1007/s00211-020-01153-9">Cancès, Gallouët, Todeschini 2020</a>
 */
public final class GridMover {

    /** Default accuracy of a movement. */
    public static final double ACCURACY = 1e-10;

    private static final int PATIENCE = 500;
    private static final double LONGEST = 1;
    private static final double SHORTEST = 0x1p-60;
    private static final double SLOPE = 1e-4;
    private static final double FAR = 1e9;

    /** Of D, relative, generously. */
    private static final double ROUNDING = 1e-12;

    private final Mesh mesh;
    private final double[][] target;
    private final GridDual dual;
    private final GridNewton newton;
    private final double[][] direction;
    private final double[][] trial;
    private final double[][] flat;
    private double accuracy = ACCURACY;

    /**
     * @param flow says energy and domain; its target must have mass in every cell
     * @param mesh divides the domain, with walls or periodic
     */
    public GridMover(GradientFlow flow, Mesh mesh) {
        if (!mesh.domain().equals(flow.domain())) {
            throw new IllegalArgumentException(
                    "mesh divides " + mesh.domain() + ": that of the model, " + flow.domain() + ", is allowed");
        }
        RatioFunction f = RatioFunction.of(flow);
        CellMeasure d = flow.target().onto(mesh);
        for (double[] row : d.rows()) {
            for (double mass : row) {
                if (!(mass >= Double.MIN_NORMAL && mass < Double.POSITIVE_INFINITY)) {
                    throw new IllegalArgumentException("target: mass of a cell = " + mass
                            + ": a positive finite number is allowed for movements on a grid");
                }
            }
        }
        this.mesh = mesh;
        target = d.rows();
        dual = new GridDual(f, d);
        newton = new GridNewton(dual);
        direction = mesh.newRows();
        trial = mesh.newRows();
        flat = mesh.newRows();
    }

    /**
     * Asks for another accuracy.
     *
     * @param value of a movement, in L¹, relative to the mass; positive
     */
    public GridMover withAccuracy(double value) {
        if (!(value > 0)) {
            throw new IllegalArgumentException("accuracy = " + value + ": a positive number is allowed");
        }
        accuracy = value;
        return this;
    }

    /** Σ μ f(m/μ). */
    public double energy(double[][] masses) {
        return dual.energy(masses);
    }

    /**
     * Prepares a start: mixes it with a share of the target, {@code accuracy}, so that no cell is empty.
     *
     * @param masses the start, not negative; changed
     * @param tau the first step
     * @param p receives where the first iteration starts, at least -|x|²/2τ below its neighbours
     */
    public void prepare(double[][] masses, double tau, double[][] p) {
        double all = total(masses);
        double data = total(target);
        for (int r = 0; r < masses.length; r++) {
            for (int i = 0; i < masses[r].length; i++) {
                masses[r][i] = (1 - accuracy) * masses[r][i] + accuracy * all * (target[r][i] / data);
            }
        }
        dual.potentials(masses, p);
        new ParabolicEnvelope(mesh, tau).raise(p);
    }

    /**
     * The movement from given masses.
     *
     * @param from m⁰, positive
     * @param tau τ, positive and finite
     * @param p where the iteration starts, of {@link #prepare} or the movement before; receives the optimal potential
     * @param out receives m, may be {@code from}; nothing if the movement fails
     * @return the bound is that of the L¹ distance, the residual Σ |m' - m| of the dual problem
     * @throws MovementFailure if the bound cannot be brought below the accuracy
     */
    public Movement move(double[][] from, double tau, double[][] p, double[][] out) {
        return move(from, flat, tau, p, out);
    }

    /**
     * The same with a potential V.
     *
     * @param potential V in every cell, finite: another player's, or an interaction with what is there at the start
     */
    public Movement move(double[][] from, double[][] potential, double tau, double[][] p, double[][] out) {
        if (!(tau > 0) || tau == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("tau = " + tau + ": a positive finite number is allowed");
        }
        double total = total(from);
        if (!(total > 0 && total < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("mass = " + total + ": a positive finite number is allowed");
        }
        dual.pose(from, potential, tau);
        double value = dual.at(p);
        for (double down = 1; value == Double.NEGATIVE_INFINITY && down < FAR; down *= 2) {
            lower(p, down);
            value = dual.at(p);
        }
        double bound = Double.POSITIVE_INFINITY;
        for (int k = 0; k < PATIENCE; k++) {
            double residual = dual.residual();
            bound = Math.sqrt(8 * dual.gap() * dual.softness());
            if (bound <= accuracy * total) {
                take(out, total);
                return new Movement(bound, residual, k);
            }
            dual.stiffen();
            double slope = newton.solve(direction);
            double next = climb(p, value, slope);
            if (Double.isNaN(next)) {
                break;
            }
            value = next;
        }
        throw new MovementFailure(
                MovementFailure.Cause.NOT_CERTIFIED,
                Arrays.stream(dual.settled).flatMapToDouble(Arrays::stream).toArray(),
                bound,
                "L1 distance to the minimiser at most " + bound + ": at most " + accuracy * total
                        + " is allowed; smaller steps or finer cells help where the potential falls steeply");
    }

    /** Where D is not defined p is too high; only its differences were meant. */
    private static void lower(double[][] p, double down) {
        for (double[] row : p) {
            for (int i = 0; i < row.length; i++) {
                row[i] -= down;
            }
        }
    }

    /**
     * Goes along the direction with its changes of p cut, three times at most, then along the direction itself with the largest one scaled to the
     * same length, until D is higher; returns D, NaN if it never was.
     */
    private double climb(double[][] p, double before, double slope) {
        for (double step = 1; step > 0.2; step *= 0.5) {
            double value = at(p, step, LONGEST);
            if (isHigher(p, value, before, step * slope)) {
                return accept(p, value);
            }
        }
        double largest = LONGEST;
        for (double[] row : direction) {
            largest = Math.max(largest, Math.max(Reductions.greatest(row), -Reductions.least(row)));
        }
        for (double step = LONGEST / largest; step > SHORTEST; step *= 0.5) {
            double value = at(p, step, Double.POSITIVE_INFINITY);
            if (isHigher(p, value, before, step * slope)) {
                return accept(p, value);
            }
        }
        return Double.NaN;
    }

    private double at(double[][] p, double step, double most) {
        for (int r = 0; r < trial.length; r++) {
            for (int i = 0; i < trial[r].length; i++) {
                trial[r][i] = p[r][i] + Math.max(-most, Math.min(most, step * direction[r][i]));
            }
        }
        return dual.at(trial);
    }

    /** D has risen; or, where only rounding has changed it, D, concave, leads on at its new place, or back by less than half as steeply. */
    private boolean isHigher(double[][] p, double value, double before, double gain) {
        double rise = value - before;
        return Math.abs(rise) <= ROUNDING * (1 + Math.abs(before))
                ? dual.slope(p, trial) >= -0.5 * gain
                : rise >= SLOPE * gain;
    }

    private double accept(double[][] p, double value) {
        for (int r = 0; r < trial.length; r++) {
            System.arraycopy(trial[r], 0, p[r], 0, trial[r].length);
        }
        return value;
    }

    /** Hands out m'; what rounding has done to its sum is undone. */
    private void take(double[][] out, double total) {
        double factor = total / total(dual.settled);
        for (int r = 0; r < out.length; r++) {
            for (int i = 0; i < out[r].length; i++) {
                out[r][i] = factor * dual.settled[r][i];
            }
        }
    }

    private static double total(double[][] masses) {
        CompensatedSum sum = new CompensatedSum();
        for (double[] row : masses) {
            sum.addAll(row, row.length);
        }
        return sum.value();
    }
}
