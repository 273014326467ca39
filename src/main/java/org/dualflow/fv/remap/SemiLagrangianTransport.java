package org.dualflow.fv.remap;

import java.util.List;
import java.util.Optional;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.CompensatedSum;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.Coupling;
import org.dualflow.model.Initial;
import org.dualflow.model.Source;
import org.dualflow.model.State;
import org.dualflow.model.TransportModel;
import org.dualflow.parallel.Team;
import org.dualflow.restart.Tape;
import org.dualflow.time.Evolution;
import org.dualflow.time.StepFailure;
import org.jspecify.annotations.Nullable;

/**
 * A {@link TransportModel} solved by a {@link SemiLagrangianScheme}: mass to round-off and positivity for any step.
 *
 * <p>One step of size Δt: the state at Δt/2 is predicted with the field frozen at the beginning; the field is frozen
 * there; the step is repeated with it from the beginning, axes in Strang's order, half of the source before and half
 * after. Scalar unknowns take the midpoint rule with the same two freezes. A steady field is frozen once.
 *
 * <p>The step aims at the Courant number of the scheme by the velocities at the points of the cells, and divides what is
 * left to {@code end} evenly. It is rejected and halved if feet of faces cross, if a face goes farther than one and a
 * half times the Courant number, if a source makes a mass negative, or if anything is not finite; after {@value
 * #HALVINGS} halvings {@link StepFailure} names the cell.
 *
 * <p>With {@link RemapReconstruction#MOMENTS} the measures of the state have points of their own: the centres of mass of
 * the cells, so that the means that a model takes are not spoilt by the position in the cell, and the wall itself for a
 * cell at a clipped wall that holds an atom there.
 *
 * <p>A step allocates nothing. Not thread-safe.
 */
public final class SemiLagrangianTransport implements Evolution {

    private static final int HALVINGS = 40;

    private final SemiLagrangianScheme scheme;
    private final List<String> names;
    private final List<String> scalarNames;
    private final Coupling coupling;
    private final RemapSweep[][] sweeps;
    private final @Nullable RemapSource[] sources;
    private final RemapSpeed speed;
    private final CompensatedSum[] outflow;
    private final CompensatedSum[] inflow;
    private final double[] leaving;
    private final double[] entering;
    private final double[] rates;
    private final boolean once;
    private SemiLagrangianState current;
    private SemiLagrangianState next;
    private boolean frozen;
    private double time;
    private long steps;
    private long rejections;
    private String culprit = "";
    private int culpritCell;

    /**
     * Starts from cell masses, spread evenly over their cells.
     *
     * @param model the equations
     * @param start masses, one mesh measure per species, copied
     * @param scalars initial values of the scalar unknowns, copied
     * @param scheme the method
     * @param time the time at which it starts
     */
    public SemiLagrangianTransport(
            TransportModel model, List<CellMeasure> start, double[] scalars, SemiLagrangianScheme scheme, double time) {
        this(model, start.stream().map(CellMeasure::mesh).toList(), scalars, time, scheme);
        for (int s = 0; s < start.size(); s++) {
            SemiLagrangianStart.spread(current, s, start.get(s));
        }
        begin();
    }

    /**
     * Starts from laws; with {@link RemapReconstruction#MOMENTS} atoms and fronts then start where they are in their
     * cells: exactly on a line, to an eighth of a cell in more dimensions.
     *
     * @param model the equations
     * @param meshes one mesh per species, of its domain
     * @param initial the initial data
     * @param scheme the method
     * @param time the time at which it starts
     */
    public static SemiLagrangianTransport start(
            TransportModel model, List<Mesh> meshes, Initial initial, SemiLagrangianScheme scheme, double time) {
        double[] scalars =
                initial.scalars().stream().mapToDouble(Double::doubleValue).toArray();
        SemiLagrangianTransport transport = new SemiLagrangianTransport(model, meshes, scalars, time, scheme);
        if (initial.laws().size() != meshes.size()) {
            throw new IllegalArgumentException(
                    "initial: " + initial.laws().size() + " laws: " + meshes.size() + " are allowed");
        }
        for (int s = 0; s < meshes.size(); s++) {
            SemiLagrangianStart.fill(
                    transport.current, s, meshes.get(s), initial.laws().get(s));
        }
        transport.begin();
        return transport;
    }

    private SemiLagrangianTransport(
            TransportModel model, List<Mesh> meshes, double[] scalars, double time, SemiLagrangianScheme scheme) {
        if (!Double.isFinite(time)) {
            throw new IllegalArgumentException("time = " + time + ": a finite number is allowed");
        }
        int species = model.species().size();
        if (meshes.size() != species) {
            throw new IllegalArgumentException("meshes = " + meshes.size() + ": " + species + " is allowed");
        }
        if (scalars.length != model.numbers().size()) {
            throw new IllegalArgumentException(
                    "scalars = " + scalars.length + ": " + model.numbers().size() + " is allowed");
        }
        for (int s = 0; s < species; s++) {
            model.require(s, meshes.get(s));
        }
        boolean moments = scheme.reconstruction() == RemapReconstruction.MOMENTS;
        this.scheme = scheme;
        this.time = time;
        names = model.species().stream().map(s -> s.name()).toList();
        scalarNames = List.copyOf(model.numbers());
        coupling = model.couple();
        once = coupling.isSteady() && scalars.length == 0;
        current = new SemiLagrangianState(meshes, scalars.length, moments);
        next = new SemiLagrangianState(meshes, scalars.length, moments);
        System.arraycopy(scalars, 0, current.scalars, 0, scalars.length);
        sweeps = new RemapSweep[species][];
        sources = new RemapSource[species];
        outflow = new CompensatedSum[species];
        inflow = new CompensatedSum[species];
        leaving = new double[species];
        entering = new double[species];
        rates = new double[scalars.length];
        for (int s = 0; s < species; s++) {
            Mesh mesh = meshes.get(s);
            if (!mesh.domain().equals(model.species().get(s).domain())) {
                throw new IllegalArgumentException("mesh of " + names.get(s) + ": domain " + mesh.domain() + ": "
                        + model.species().get(s).domain() + " is allowed");
            }
            sweeps[s] = new RemapSweep[mesh.dimension()];
            for (int d = 0; d < mesh.dimension(); d++) {
                sweeps[s][d] = new RemapSweep(mesh, d, scheme);
            }
            Optional<Source> source = Source.forMesh(model, s);
            sources[s] = source.isPresent() ? new RemapSource(mesh, source.get()) : null;
            outflow[s] = new CompensatedSum();
            inflow[s] = new CompensatedSum();
        }
        speed = new RemapSpeed(meshes);
    }

    private void begin() {
        for (int s = 0; s < names.size(); s++) {
            for (double[] row : current.mass[s]) {
                for (double mass : row) {
                    if (!(mass >= 0 && mass < Double.POSITIVE_INFINITY)) {
                        throw new IllegalArgumentException(
                                "mass of " + names.get(s) + " = " + mass + ": finite numbers ≥ 0 are allowed");
                    }
                }
            }
        }
        current.publish();
    }

    @Override
    public void workWith(Team team) {
        coupling.workWith(team);
    }

    @Override
    public double time() {
        return time;
    }

    @Override
    public State state() {
        return current.view;
    }

    @Override
    public double outflow(int s) {
        return outflow[s].value();
    }

    @Override
    public double inflow(int s) {
        return inflow[s].value();
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
        tape.part("semi-Lagrangian");
        time = tape.number(time);
        steps = tape.whole(steps);
        rejections = tape.whole(rejections);
        current.transfer(tape);
        for (int s = 0; s < names.size(); s++) {
            outflow[s].transfer(tape);
            inflow[s].transfer(tape);
        }
        coupling.transfer(tape);
    }

    @Override
    public double step(double end) {
        double left = remaining(end);
        double most = Math.min(scheme.maxStep(), courantStep());
        double parts = Math.max(1, Math.ceil(left / most * (1 - 1e-12)));
        double dt = left / parts;
        StepFailure.Cause cause = null;
        for (int halvings = 0; halvings <= HALVINGS; halvings++) {
            cause = attempt(dt);
            if (cause == null) {
                accept(dt, parts == 1 ? end : time + dt);
                return dt;
            }
            rejections++;
            dt = 0.5 * dt;
            parts = 2 * parts;
        }
        frozen = false;
        throw new StepFailure(
                cause == null ? StepFailure.Cause.CFL : cause,
                time,
                culprit,
                culpritCell,
                "step " + 2 * dt + " is still rejected after " + HALVINGS + " halvings");
    }

    private double courantStep() {
        if (scheme.courant() == Double.POSITIVE_INFINITY) {
            return Double.POSITIVE_INFINITY;
        }
        freeze(time, current);
        double rate = speed.largest(coupling, once);
        double dt = rate > 0 ? scheme.courant() / rate : Double.POSITIVE_INFINITY;
        return Math.min(dt, 1 / coupling.fastestRate());
    }

    private void freeze(double t, SemiLagrangianState state) {
        if (!once || !frozen) {
            coupling.freeze(t, state.view);
            frozen = true;
        }
    }

    private void accept(double dt, double end) {
        SemiLagrangianState old = current;
        current = next;
        next = old;
        for (int s = 0; s < names.size(); s++) {
            outflow[s].add(leaving[s]);
            inflow[s].add(entering[s]);
        }
        current.publish();
        time = end;
        steps++;
    }

    /** Computes the state at time + dt in {@link #next}. */
    private StepFailure.@Nullable Cause attempt(double dt) {
        freeze(time, current);
        if (!once) {
            StepFailure.Cause cause = predict(0.5 * dt);
            if (cause != null) {
                return cause;
            }
            freeze(time + 0.5 * dt, next);
        }
        next.copy(current);
        StepFailure.Cause cause = advanceScalars(dt);
        for (int s = 0; cause == null && s < names.size(); s++) {
            leaving[s] = 0;
            entering[s] = 0;
            cause = correct(s, dt);
        }
        return cause;
    }

    private StepFailure.@Nullable Cause predict(double dt) {
        next.copy(current);
        StepFailure.Cause cause = advanceScalars(dt);
        for (int s = 0; cause == null && s < names.size(); s++) {
            cause = supply(s, time, dt);
            for (int d = 0; cause == null && d < sweeps[s].length; d++) {
                cause = sweep(s, d, dt);
            }
        }
        next.publish();
        return cause;
    }

    private StepFailure.@Nullable Cause correct(int s, double dt) {
        int last = sweeps[s].length - 1;
        StepFailure.Cause cause = supply(s, time, 0.5 * dt);
        for (int d = 0; cause == null && d < last; d++) {
            cause = sweep(s, d, 0.5 * dt);
        }
        cause = cause == null ? sweep(s, last, dt) : cause;
        for (int d = last - 1; cause == null && d >= 0; d--) {
            cause = sweep(s, d, 0.5 * dt);
        }
        return cause == null ? supply(s, time + dt, 0.5 * dt) : cause;
    }

    private StepFailure.@Nullable Cause sweep(int s, int d, double dt) {
        RemapSweep sweep = sweeps[s][d];
        StepFailure.Cause cause = sweep.advance(next, s, coupling.field(s), dt);
        leaving[s] += sweep.outflow();
        if (cause != null) {
            blame(names.get(s), sweep.culprit());
        } else if (sweep.courant() > 1.5 * scheme.courant()) {
            blame(names.get(s), -1);
            cause = StepFailure.Cause.CFL;
        }
        return cause;
    }

    private StepFailure.@Nullable Cause supply(int s, double t, double dt) {
        RemapSource source = sources[s];
        if (source == null) {
            return null;
        }
        StepFailure.Cause cause = source.add(next, s, t, dt);
        entering[s] += source.added();
        if (cause != null) {
            blame(names.get(s), source.culprit());
        }
        return cause;
    }

    private StepFailure.@Nullable Cause advanceScalars(double dt) {
        if (rates.length == 0) {
            return null;
        }
        coupling.rates(rates);
        for (int i = 0; i < rates.length; i++) {
            next.scalars[i] += dt * rates[i];
            if (!Double.isFinite(next.scalars[i])) {
                blame(scalarNames.get(i), -1);
                return StepFailure.Cause.NOT_FINITE;
            }
        }
        return null;
    }

    private void blame(String name, int cell) {
        culprit = name;
        culpritCell = cell;
    }
}
