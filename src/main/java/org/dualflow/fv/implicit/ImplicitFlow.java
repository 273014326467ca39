package org.dualflow.fv.implicit;

import java.util.List;
import org.dualflow.measure.CellMeasure;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.GradientFlow;
import org.dualflow.model.Initial;
import org.dualflow.model.State;
import org.dualflow.restart.Tape;
import org.dualflow.time.Evolution;
import org.dualflow.time.StepFailure;

/**
 * Implicit finite volumes for a {@link GradientFlow} d ∂t r = κ div(d ∇w), r = h(w), h convex, in one to three dimensions,
 * on uniform and graded meshes, without flux through walls or periodic.
 *
 * <p>With μ_i the mass of the target in cell i, m_i that of the unknown, r_i = m_i/μ_i, and the two-point fluxes of
 * {@link org.dualflow.model.FaceConductances}, an implicit Euler step solves
 *
 * <pre>  μ_i (h(w_i) - r_i⁰) + τ Σ_j κ G_ij (w_i - w_j) = 0,</pre>
 *
 * the minimiser of Σ μ_i (H(w_i) - r_i⁰ w_i) + ½ τ Σ κ G_ij (w_i - w_j)², which is strictly convex.
 *
 * <p><b>What is kept, for every step size</b> (order 1; for order 2 see {@link Extrapolation}). Mass of every part of the
 * mesh that fluxes connect, up to rounding. min r⁰ ≤ r ≤ max r⁰, positivity with it. Order: r⁰ ≤ s⁰ gives r ≤ s, and
 * contraction Σ|m - n| ≤ Σ|m⁰ - n⁰|, since F' is an M-matrix whose columns sum to μ h'. Decay of Σ μ Φ(r) for every convex
 * Φ: multiply the equation by Φ'(r), use convexity, and (w_i - w_j)(Φ'(r_i) - Φ'(r_j)) ≥ 0. The target is at rest, bit for bit.
 *
 * <p><b>Empty cells of the target.</b> Where μ = 0 there is no flux: mass that starts there stays there for ever, as
 * the flow wants it (the discriminator is certain, its gradient vanishes). Mass also cannot cross such cells.
 * {@link #parts} tells how much it is.
 *
 * <p>Not thread-safe; a step allocates nothing.
 */
public final class ImplicitFlow implements Evolution {

    private static final int MOST_HALVINGS = 60;

    private final GradientFlow flow;
    private final ImplicitScheme scheme;
    private final FlowGrid grid;
    private final ImplicitEuler euler;
    private final StepControl control;
    private final CellMeasure masses;
    private final State state;
    private double[][] now;
    private double[][] first;

    /** The memory of the published masses, which are filled anew at the end of each step; empty if not needed. */
    private final double[][] second;

    private final double total;
    private double time;
    private double defect;
    private double limit = 1;
    private int newtonIterations;
    private int linearIterations;
    private long steps;
    private long rejections;

    /**
     * Starts from a law.
     *
     * @param flow what to solve; its storage must be convex
     * @param mesh divides the domain of the flow
     * @param scheme how to step
     * @param initial one law, no scalars
     * @param start initial time, finite
     * @throws IllegalArgumentException if these do not fit together
     */
    public ImplicitFlow(GradientFlow flow, Mesh mesh, ImplicitScheme scheme, Initial initial, double start) {
        this(flow, scheme, initial.laws().get(0).onto(mesh), start);
        if (!initial.scalars().isEmpty() || initial.laws().size() != 1) {
            throw new IllegalArgumentException("initial: " + initial.laws().size() + " laws, "
                    + initial.scalars().size() + " scalars: one law and no scalars are allowed");
        }
    }

    /**
     * Starts from masses.
     *
     * @param initial masses, copied; finite and not negative
     * @param time time of these data, finite
     */
    public ImplicitFlow(GradientFlow flow, ImplicitScheme scheme, CellMeasure initial, double time) {
        if (!Double.isFinite(time)) {
            throw new IllegalArgumentException("time = " + time + ": a finite number is allowed");
        }
        if (!flow.storage().isConvex()) {
            throw new IllegalArgumentException(
                    "storage of " + flow.name() + " is not convex: a convex one is allowed for implicit steps");
        }
        this.flow = flow;
        this.scheme = scheme;
        this.time = time;
        Mesh mesh = initial.mesh();
        grid = new FlowGrid(flow, mesh);
        euler = new ImplicitEuler(
                grid, flow.storage(), mesh.dimension() == 1 ? new LineSystem(grid) : new MeshSystem(grid));
        masses = initial.copy();
        state = new State(List.of(masses), new double[0]);
        now = mesh.newRows();
        first = mesh.newRows();
        second = scheme.isAdaptive() || scheme.method() == ImplicitScheme.Method.EXTRAPOLATED
                ? masses.rows()
                : new double[0][];
        total = take(initial.rows());
        control = new StepControl(scheme, scheme.isAdaptive() ? grid.rate(now, flow.storage()) / total : 0);
        grid.parts.remember(now);
    }

    private double take(double[][] rows) {
        double sum = 0;
        for (int k = 0; k < rows.length; k++) {
            for (int i = 0; i < rows[k].length; i++) {
                double m = rows[k][i];
                double ratio = grid.target[k][i] > 0 ? m / grid.target[k][i] * FlowGrid.SCALE : 0;
                int cell = k * rows[k].length + i;
                if (!(m >= 0 && m < Double.POSITIVE_INFINITY)) {
                    throw new IllegalArgumentException("mass of " + species() + " in cell " + cell + " = " + m
                            + ": a finite number, at least 0, is allowed");
                }
                if (!(ratio < 1e300)) {
                    throw new IllegalArgumentException("mass of " + species() + " in cell " + cell + " = " + m
                            + ", the target's = " + grid.target[k][i] / FlowGrid.SCALE
                            + ": a target of 0, where mass stays, or of more than 1e-300 of the mass is allowed");
                }
                now[k][i] = m * FlowGrid.SCALE;
                sum += now[k][i];
            }
        }
        return sum;
    }

    private String species() {
        return flow.species().get(0).name();
    }

    @Override
    public double time() {
        return time;
    }

    @Override
    public State state() {
        return state;
    }

    /** The masses: a view, valid until the next step. */
    public CellMeasure measure() {
        return masses;
    }

    @Override
    public long steps() {
        return steps;
    }

    @Override
    public long rejections() {
        return rejections;
    }

    @Override
    public void transfer(Tape tape) {
        tape.part("implicit finite volumes");
        time = tape.number(time);
        steps = tape.whole(steps);
        rejections = tape.whole(rejections);
        defect = tape.number(defect);
        limit = tape.number(limit);
        newtonIterations = tape.integer(newtonIterations);
        linearIterations = tape.integer(linearIterations);
        control.transfer(tape);
        tape.numbers(now);
        if (tape.plays()) {
            publish();
        }
    }

    /** What the masses can reach. */
    public FlowParts parts() {
        return FlowParts.of(grid, now);
    }

    /** A bound of the L¹ distance of the implicit equations of the last step from being solved exactly. */
    public double defect() {
        return defect / FlowGrid.SCALE;
    }

    /** Newton iterations of the last accepted step: the most that one of its implicit equations took. */
    public int newtonIterations() {
        return newtonIterations;
    }

    /** The most iterations of the linear solver in a Newton iteration of the last accepted step; zero for elimination. */
    public int linearIterations() {
        return linearIterations;
    }

    /** θ of the last extrapolated step, see {@link Extrapolation}; 1 for implicit Euler. */
    public double extrapolation() {
        return limit;
    }

    @Override
    public double step(double end) {
        double remaining = remaining(end);
        double dt = control.first(remaining);
        for (int halvings = 0; ; halvings++) {
            double next = dt >= remaining ? end : time + dt;
            if (!(next > time) || halvings == MOST_HALVINGS) {
                publish();
                throw new StepFailure(
                        StepFailure.Cause.NOT_FINITE,
                        time,
                        species(),
                        -1,
                        "implicit equations solved to " + defect / total + " of the mass with step " + dt + ": at most "
                                + scheme.accuracy() + " is allowed");
            }
            double error = attempt(dt);
            if (error < Double.POSITIVE_INFINITY && error <= scheme.stepTolerance()) {
                control.accept(dt, error);
                accept();
                time = next;
                steps++;
                return dt;
            }
            rejections++;
            dt = Double.isFinite(error) ? control.reject(dt, error) : 0.5 * dt;
        }
    }

    /** Tries a step into {@code first}; returns the estimate of its error, infinite if it was not solved. */
    private double attempt(double dt) {
        defect = 0;
        newtonIterations = 0;
        linearIterations = 0;
        if (second.length == 0) {
            return solve(now, dt, first) ? 0 : Double.POSITIVE_INFINITY;
        }
        if (!solve(now, 0.5 * dt, second) || !solve(second, 0.5 * dt, first) || !solve(now, dt, second)) {
            return Double.POSITIVE_INFINITY;
        }
        double error = 0;
        for (int k = 0; k < first.length; k++) {
            for (int i = 0; i < first[k].length; i++) {
                error += Math.abs(first[k][i] - second[k][i]);
            }
        }
        if (scheme.method() == ImplicitScheme.Method.EXTRAPOLATED) {
            limit = Extrapolation.apply(now, second, first, grid.target);
            grid.parts.restore(second);
            for (int k = 0; k < first.length; k++) {
                System.arraycopy(second[k], 0, first[k], 0, first[k].length);
            }
        }
        return error / total;
    }

    private boolean solve(double[][] from, double dt, double[][] to) {
        boolean solved = euler.step(from, dt, scheme.accuracy() * total, to);
        defect += euler.defect();
        newtonIterations = Math.max(newtonIterations, euler.newtonIterations());
        linearIterations = Math.max(linearIterations, euler.mostLinearIterations());
        return solved;
    }

    /** Takes over {@code first}. */
    private void accept() {
        double[][] result = first;
        first = now;
        now = result;
        publish();
    }

    private void publish() {
        for (int k = 0; k < now.length; k++) {
            double[] out = masses.rows()[k];
            for (int i = 0; i < out.length; i++) {
                out[i] = now[k][i] * (1 / FlowGrid.SCALE);
            }
        }
    }
}
