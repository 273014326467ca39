package org.dualflow.fv;

import java.util.ArrayList;
import java.util.List;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.Measure;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.Coupling;
import org.dualflow.model.Initial;
import org.dualflow.model.State;
import org.dualflow.model.TransportModel;
import org.dualflow.parallel.Team;
import org.dualflow.restart.Tape;
import org.dualflow.time.Evolution;
import org.dualflow.time.SspRungeKutta;
import org.dualflow.time.StepFailure;
import org.jspecify.annotations.Nullable;

/**
 * Finite volumes for a {@link TransportModel}: any number of species in one to three dimensions, unsplit, with the
 * model's scalar unknowns in the same Runge–Kutta stages.
 *
 * <p>Unknown is the mass of each cell. One flux per face, hence mass is conserved up to rounding; what leaves through
 * open ends is in {@link #outflow}, what a source brings in {@link #inflow}.
 *
 * <p><b>Boundaries.</b> No flux: nothing crosses the outermost face. Clipped: the wall is the point of the outermost cell
 * (see {@link org.dualflow.mesh.Axis}); the velocity there is projected on the tangent cone, and mass that leaves the
 * wall does so with the exact mean speed. Periodic: the two outermost faces are one. Open: outflow only. Slopes are zero
 * in cells at an end that is not periodic.
 *
 * <p><b>Steps.</b> Δt is cfl over the rate at which upwind would empty a cell in the field at the start of the step, and no
 * more than the model's own scale allows ({@link Coupling#fastestRate}). The step is rejected, rolled back and halved if the field of a later stage, or of the end of the step, breaks the scheme's
 * Courant bound, or a mass becomes negative or not finite. (A field that vanishes for an instant, as the critic's does when
 * the generator swings through zero, would otherwise allow a step of any size.) With {@code cfl ≤ }{@link TransportScheme#largestCfl()} every stage of upwind and MUSCL
 * is positive as computed, rounding included; WENO5 is proven so up to Courant number 1/12 and otherwise relies on
 * rejection. A source may be negative where there is mass to take; where it would make a mass negative, the step fails
 * with {@link StepFailure.Cause#NEGATIVE}.
 *
 * <p><b>Memory.</b> min(stages, 2) + 1 levels of masses, and one velocity per dimension: 5 numbers per cell in 2D with
 * SSP-RK2, roll-back included; one more with a source. A step allocates nothing.
 *
 * <p>A step depends on time and state only, so a run that is restarted from them continues with the same bits. Not
 * thread-safe.
 */
public final class FiniteVolumeTransport implements Evolution {

    /** Keeps the Courant number below its bound as computed: rounding of rates and fluxes is at most 20 units of 2⁻⁵³. */
    private static final double ROUNDING = 1 - 0x1p-47;

    private static final int MOST_HALVINGS = 40;

    private final TransportModel model;
    private final TransportScheme scheme;
    private final SspRungeKutta method;
    private final Coupling coupling;
    private final SpeciesGrid[] species;
    private final State[] states;
    private final double[][] scalars;
    private final double[] rates;
    private final int[] level;
    private Team team = Team.single();
    private double time;
    private double emptyingRate;
    private boolean filled;
    private boolean ready;
    private long steps;
    private long rejections;

    /** Starts at time 0 from laws; see {@link #FiniteVolumeTransport(TransportModel, List, TransportScheme, Initial, double)}. */
    public FiniteVolumeTransport(TransportModel model, List<Mesh> meshes, TransportScheme scheme, Initial initial) {
        this(model, meshes, scheme, initial, 0);
    }

    /**
     * Starts from laws.
     *
     * @param model what to solve
     * @param meshes one per species; each must divide the domain of its species
     * @param scheme how to solve it
     * @param initial one law per species, one value per scalar unknown
     * @param start initial time, finite
     * @throws IllegalArgumentException if numbers or domains do not match, or the scheme does not allow a mesh
     */
    public FiniteVolumeTransport(
            TransportModel model, List<Mesh> meshes, TransportScheme scheme, Initial initial, double start) {
        this(model, scheme, project(model, meshes, initial), initial.scalars(), start);
    }

    /**
     * Starts, or starts again, from masses.
     *
     * @param model what to solve
     * @param scheme how to solve it
     * @param initial masses of each species, copied; finite and not negative
     * @param scalars values of the scalar unknowns
     * @param time time of these data, finite
     * @throws IllegalArgumentException if numbers or domains do not match, or the scheme does not allow a mesh
     */
    public FiniteVolumeTransport(
            TransportModel model,
            TransportScheme scheme,
            List<CellMeasure> initial,
            List<Double> scalars,
            double time) {
        requireCount("measures", initial.size(), model.species().size());
        requireCount("scalars", scalars.size(), model.numbers().size());
        if (!Double.isFinite(time)) {
            throw new IllegalArgumentException("time = " + time + ": a finite number is allowed");
        }
        this.model = model;
        this.scheme = scheme;
        this.time = time;
        method = scheme.time();
        coupling = model.couple();
        int levels = Math.min(method.stages(), 2) + 1;
        species = new SpeciesGrid[initial.size()];
        for (int s = 0; s < species.length; s++) {
            species[s] = new SpeciesGrid(model, s, initial.get(s), scheme, levels);
        }
        this.scalars = new double[levels][scalars.size()];
        for (int i = 0; i < scalars.size(); i++) {
            this.scalars[0][i] = scalars.get(i);
        }
        requireFinite(this.scalars[0]);
        rates = new double[scalars.size()];
        states = new State[levels];
        level = new int[levels];
        for (int l = 0; l < levels; l++) {
            List<Measure> measures = new ArrayList<>();
            for (SpeciesGrid one : species) {
                measures.add(one.level(l));
            }
            states[l] = new State(List.copyOf(measures), this.scalars[l]);
            level[l] = l;
        }
    }

    private static List<CellMeasure> project(TransportModel model, List<Mesh> meshes, Initial initial) {
        requireCount("meshes", meshes.size(), model.species().size());
        requireCount("laws", initial.laws().size(), meshes.size());
        List<CellMeasure> measures = new ArrayList<>();
        for (int s = 0; s < meshes.size(); s++) {
            measures.add(initial.laws().get(s).onto(meshes.get(s)));
        }
        return measures;
    }

    private static void requireCount(String what, int given, int allowed) {
        if (given != allowed) {
            throw new IllegalArgumentException(what + ": " + given + " are given, " + allowed + " are allowed");
        }
    }

    private void requireFinite(double[] y) {
        for (int i = 0; i < y.length; i++) {
            if (!Double.isFinite(y[i])) {
                throw new IllegalArgumentException(
                        model.numbers().get(i) + " = " + y[i] + ": a finite number is allowed");
            }
        }
    }

    @Override
    public void workWith(Team other) {
        team = other;
        coupling.workWith(team);
        for (SpeciesGrid one : species) {
            one.velocity.workWith(team);
        }
    }

    @Override
    public double time() {
        return time;
    }

    @Override
    public State state() {
        return states[level[0]];
    }

    /** The masses of species {@code s}: a view, valid until the next step. */
    public CellMeasure measure(int s) {
        return species[s].level(level[0]);
    }

    @Override
    public double outflow(int s) {
        return species[s].outflow(level[0]);
    }

    @Override
    public double inflow(int s) {
        return species[s].inflow(level[0]);
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
        tape.part("finite volumes");
        time = tape.number(time);
        steps = tape.whole(steps);
        rejections = tape.whole(rejections);
        tape.numbers(scalars[level[0]]);
        for (SpeciesGrid one : species) {
            one.transfer(tape, level[0]);
        }
        coupling.transfer(tape);
        ready &= !tape.plays();
    }

    @Override
    public double step(double end) {
        double remaining = remaining(end);
        if (!ready) {
            freezeStart();
        }
        double dt = firstStep(remaining);
        @Nullable StepFailure failure = null;
        for (int halvings = 0; ; halvings++) {
            double next = dt >= remaining ? end : time + dt;
            if (!(next > time)) {
                throw failure == null ? worst(method.stageStep() * dt, scheme.cfl()) : failure;
            }
            failure = attempt(dt, next);
            if (failure == null) {
                time = next;
                steps++;
                return dt;
            }
            rejections++;
            ready = false;
            if (halvings == MOST_HALVINGS) {
                throw failure;
            }
            dt *= 0.5;
            freezeStart();
        }
    }

    /** The Courant step; two equal steps instead of one and a sliver if less than two of them are left. */
    private double firstStep(double left) {
        double dt = Math.min(scheme.maxStep(), scheme.cfl() * ROUNDING / (method.stageStep() * emptyingRate));
        dt = Math.min(dt, 1 / coupling.fastestRate());
        if (dt >= left) {
            return left;
        }
        return 2 * dt > left ? 0.5 * left : dt;
    }

    private void freezeStart() {
        emptyingRate = freeze(level[0], time);
        ready = true;
        if (!Double.isFinite(emptyingRate)) {
            throw worst(0, scheme.cfl());
        }
        for (int i = 0; i < rates.length; i++) {
            if (!Double.isFinite(rates[i])) {
                throw new StepFailure(
                        StepFailure.Cause.NOT_FINITE, time, model.numbers().get(i), -1, "rate " + rates[i]);
            }
        }
    }

    /** Evaluates the right-hand side, steady fields once; returns the largest rate at which a cell is emptied. */
    private double freeze(int from, double t) {
        if (rates.length > 0 || !filled) {
            coupling.freeze(t, states[from]);
            coupling.rates(rates);
        }
        if (filled) {
            return emptyingRate;
        }
        filled = coupling.isSteady();
        double rate = 0;
        for (int s = 0; s < species.length; s++) {
            rate = Math.max(rate, species[s].freeze(coupling.field(s)));
        }
        return rate;
    }

    /** The failure of the species whose rate is the largest. */
    private StepFailure worst(double dt, double limit) {
        SpeciesGrid blamed = species[0];
        double highest = Double.NEGATIVE_INFINITY;
        for (SpeciesGrid one : species) {
            double rate = one.emptyingRate();
            if (!(rate <= highest)) {
                blamed = one;
                highest = rate;
                if (Double.isNaN(rate)) {
                    break;
                }
            }
        }
        return blamed.blame(highest, dt, limit, time);
    }

    /** Tries a step; on success the new state is the current one. */
    private @Nullable StepFailure attempt(double dt, double next) {
        double part = method.stageStep() * dt;
        int from = level[0];
        for (int s = 0; s < method.stages(); s++) {
            int to = s % 2 == 0 ? level[1] : level[2];
            double t = time + method.node(s) * dt;
            if (s > 0) {
                double rate = freeze(from, t);
                if (!(rate * part <= scheme.largestCfl())) {
                    return worst(part, scheme.largestCfl());
                }
            }
            @Nullable StepFailure failure = stage(s, from, to, t, part);
            if (failure != null) {
                return failure;
            }
            from = to;
        }
        double rate = freeze(from, next);
        if (!(rate * part <= scheme.largestCfl())) {
            return worst(part, scheme.largestCfl());
        }
        emptyingRate = rate;
        ready = true;
        int accepted = method.stages() % 2 == 0 ? 2 : 1;
        int old = level[0];
        level[0] = level[accepted];
        level[accepted] = old;
        return null;
    }

    /** Species at once; one after the other if sources, which are the model's own code, are to be evaluated. */
    private void advance(int from, int to, double weight, double t, double dt, boolean last) {
        boolean together = team.size() > 1;
        for (SpeciesGrid one : species) {
            together &= !one.hasSource();
        }
        if (together) {
            team.run(species.length, (s, worker) -> species[s].stage(from, level[0], to, weight, t, dt, last));
            return;
        }
        for (SpeciesGrid one : species) {
            one.stage(from, level[0], to, weight, t, dt, last);
        }
    }

    private @Nullable StepFailure stage(int s, int from, int to, double t, double dt) {
        double weight = method.startWeight(s);
        boolean last = s == method.stages() - 1;
        advance(from, to, weight, t, dt, last);
        for (SpeciesGrid one : species) {
            @Nullable StepFailure failure = one.check(to, time);
            if (failure != null) {
                return failure;
            }
        }
        advance(scalars[from], scalars[level[0]], weight, dt, scalars[to]);
        for (int i = 0; i < rates.length; i++) {
            if (!Double.isFinite(scalars[to][i])) {
                return new StepFailure(
                        StepFailure.Cause.NOT_FINITE, time, model.numbers().get(i), -1, "value " + scalars[to][i]);
            }
        }
        return null;
    }

    private void advance(double[] y, double[] start, double weight, double dt, double[] out) {
        for (int i = 0; i < rates.length; i++) {
            double v = y[i] + dt * rates[i];
            out[i] = v + weight * (start[i] - v);
        }
    }
}
