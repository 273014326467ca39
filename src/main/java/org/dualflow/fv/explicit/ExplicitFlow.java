package org.dualflow.fv.explicit;

import java.util.List;
import org.dualflow.measure.CellMeasure;
import org.dualflow.mesh.Axis;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.GradientFlow;
import org.dualflow.model.Initial;
import org.dualflow.model.State;
import org.dualflow.model.Storage;
import org.dualflow.restart.Tape;
import org.dualflow.time.Evolution;
import org.dualflow.time.StepFailure;

/**
 * Explicit finite volumes for ∂t u = div(u ∇ξ), ξ = κ log(u/(u+d)), the Jensen–Shannon flow for κ = ½, in one to three dimensions
 * without flux through walls or periodic: upwind fluxes of the velocity -∇ξ, see {@link UpwindFluxes}.
 *
 * <p><b>Steps.</b> With n axes and h the width of the cell that a face of speed v empties, a step keeps every mass positive if
 *
 * <pre>  τ ≤ min h/(2 n |v|):</pre>
 *
 * a cell mean is the mean of its 2n face values of weight 1/(2n) each, and through a face goes at most its own value. The
 * diffusion u ξ'(u) = κ d/(u+d) ≤ κ asks for τ ≤ h²/(2 n κ) besides. A step that breaks the first limit in its second
 * stage is taken back and halved. Kept: mass, positivity. Not kept for certain: bounds of u/d, order, L¹ contraction, decay of
 * every convex entropy; for semi-discrete fluxes the energy decays (Carrillo, Chertock, Huang). Where u = 0, ξ is not defined:
 * such data are refused.
 *
 * <p><b>Order</b> in space, for smooth positive u and d: 1 if densities are constant in cells, since v is that of the middle of the face
 * up to h² and u up to h; 2 if they are linear, since at extrema O(1) cells are constant, with errors O(h²) of fluxes. In
 * time 1 and 2, with steps O(h²).
 *
 * @see <a href="https://doi.org/10.4208/cicp.160214.010814a">Carrillo, Chertock, Huang 2015</a>
 */
public final class ExplicitFlow implements Evolution {

    private static final int MOST_HALVINGS = 60;

    private final GradientFlow flow;
    private final ExplicitScheme scheme;
    private final UpwindFluxes fluxes;
    private final CellMeasure masses;
    private final State state;
    private final double stable;
    private final int axes;
    private double[] now;
    private double[] next;
    private final double[] stage;
    private final double[] change;
    private double time;
    private long steps;
    private long rejections;

    /**
     * Starts from a law.
     *
     * @param flow its storage must be r = e^w - 1
     * @param mesh divides the domain of the flow
     * @param scheme how to step
     * @param initial one law with mass in every cell, no scalars
     * @param start initial time, finite
     * @throws IllegalArgumentException if these do not fit together
     */
    public ExplicitFlow(GradientFlow flow, Mesh mesh, ExplicitScheme scheme, Initial initial, double start) {
        if (flow.storage() != Storage.EXPONENTIAL) {
            throw new IllegalArgumentException(
                    "storage of " + flow.name() + ": that of the Jensen-Shannon flow is allowed for explicit steps");
        }
        if (!initial.scalars().isEmpty() || initial.laws().size() != 1) {
            throw new IllegalArgumentException("initial: " + initial.laws().size() + " laws, "
                    + initial.scalars().size() + " scalars: one law and no scalars are allowed");
        }
        if (!mesh.domain().equals(flow.domain())) {
            throw new IllegalArgumentException("mesh divides " + mesh.domain() + ": " + flow.domain() + " is allowed");
        }
        this.flow = flow;
        this.scheme = scheme;
        time = start;
        axes = mesh.dimension();
        masses = initial.laws().get(0).onto(mesh).copy();
        state = new State(List.of(masses), new double[0]);
        fluxes = new UpwindFluxes(flow.target().onto(mesh), flow.mobility(), scheme.reconstructed());
        now = new double[mesh.size()];
        next = new double[now.length];
        stage = new double[now.length];
        change = new double[now.length];
        int row = mesh.rowLength();
        for (int c = 0; c < now.length; c++) {
            now[c] = masses.rows()[c / row][c % row];
            if (!(now[c] > 0 && now[c] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("mass of " + species() + " in cell " + c + " = " + now[c]
                        + ": a positive finite number is allowed for explicit steps, implicit ones take 0");
            }
        }
        double least = Double.POSITIVE_INFINITY;
        for (int d = 0; d < axes; d++) {
            least = Math.min(least, closed(mesh.axis(d)).minWidth());
        }
        stable = least * least / (2 * axes * flow.mobility());
    }

    private static Axis closed(Axis axis) {
        for (Boundary boundary :
                new Boundary[] {axis.side().atLower(), axis.side().atUpper()}) {
            if (boundary != Boundary.NO_FLUX && boundary != Boundary.PERIODIC) {
                throw new IllegalArgumentException(
                        "boundary = " + boundary + ": NO_FLUX or PERIODIC is allowed for a gradient flow");
            }
        }
        return axis;
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
        tape.part("explicit finite volumes");
        time = tape.number(time);
        steps = tape.whole(steps);
        rejections = tape.whole(rejections);
        tape.numbers(now);
        if (tape.plays()) {
            publish();
        }
    }

    /** The largest step that keeps masses positive, for the last fluxes. */
    private double positive() {
        return 1 / (2 * axes * fluxes.rate());
    }

    @Override
    public double step(double end) {
        double remaining = remaining(end);
        fluxes.fill(now, change);
        double most = Math.min(scheme.maxStep(), scheme.cfl() * Math.min(stable, positive()));
        double dt = remaining <= most ? remaining : remaining < 2 * most ? 0.5 * remaining : most;
        for (int halvings = 0; halvings < MOST_HALVINGS; halvings++) {
            double after = dt >= remaining ? end : time + dt;
            if (!(after > time)) {
                break;
            }
            if (attempt(dt)) {
                accept();
                time = after;
                steps++;
                return dt;
            }
            rejections++;
            dt *= 0.5;
            fluxes.fill(now, change);
        }
        throw new StepFailure(
                StepFailure.Cause.CFL,
                time,
                species(),
                -1,
                "no step keeps masses positive: the Courant number per time is " + fluxes.rate());
    }

    /** Tries a step into {@code next}, from the fluxes of {@code now}. */
    private boolean attempt(double dt) {
        if (!add(now, dt, next)) {
            return false;
        }
        if (scheme.reconstructed()) {
            fluxes.fill(next, change);
            if (!(dt <= positive()) || !add(next, dt, stage)) {
                return false;
            }
            for (int c = 0; c < next.length; c++) {
                next[c] = 0.5 * (now[c] + stage[c]);
            }
        }
        return true;
    }

    private boolean add(double[] from, double dt, double[] to) {
        boolean good = true;
        for (int c = 0; c < to.length; c++) {
            to[c] = Math.fma(dt, change[c], from[c]);
            good &= to[c] > 0 && to[c] < Double.POSITIVE_INFINITY;
        }
        return good;
    }

    private void accept() {
        double[] result = next;
        next = now;
        now = result;
        publish();
    }

    private void publish() {
        int row = masses.mesh().rowLength();
        for (int r = 0; r < masses.rows().length; r++) {
            System.arraycopy(now, r * row, masses.rows()[r], 0, row);
        }
    }
}
