package org.dualflow.validation.certificate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.LineLaw;
import org.dualflow.measure.QuantileFunction;
import org.dualflow.measure.Wasserstein;
import org.dualflow.mesh.Axis;
import org.dualflow.restart.Tape;
import org.dualflow.time.Evolution;
import org.hipparchus.util.FastMath;
import org.jspecify.annotations.Nullable;

/**
 * A solution on a line that carries a guaranteed bound of its own W₁ error, whatever scheme computes it: only the masses before
 * and after each step are looked at.
 *
 * <p>From them a cumulative distribution F_h(t,x) is built ({@link Reconstruction} in space, {@link Defect linear or
 * quadratic} in time; atoms at clipped walls and at the given sinks as long as the field holds them there). With e = ∂tF_h + b
 * ∂xF_h, w = F_h - F solves ∂t w + b ∂x w = e, and since ∂x b ≤ L,
 *
 * <pre>  W₁(ρ, ρ_h)(T) = ‖w(T)‖ ≤ e^{∫L} ‖w(0)‖ + ∫ e^{∫_t^T L} ‖e(t)‖ dt,   norms in L¹.</pre>
 *
 * At a downward jump of b every selection of its Filippov interval serves: the jump only helps. A change of
 * reading between two steps adds the distance of the two. Integrals in x are those of {@link Integral}. Rounding is
 * not part of the bound, nor are sources and outflow: the bound is infinite as soon as either is not zero.
 */
public final class CertifiedEvolution extends WrappedEvolution {

    private final CertifiedField field;
    private final Reconstruction reconstruction;
    private final boolean linearInTime;
    private final Samples samples;
    private final List<Site> sites = new ArrayList<>();
    private final Defect defect;
    private final double[] work = new double[Samples.PER_CELL];
    private final double[][] velocities;
    private final double[] middle;
    private @Nullable Site[] active;
    private Profile before;
    private Profile after;
    private double bound;
    private double offset;

    /**
     * @param evolution the run, one species on a mesh of one dimension, at its initial state
     * @param field its field, with its growth rate
     * @param initial the exact initial law
     * @param reconstruction of F_h in space
     * @param linearInTime whether F_h is linear in time in every step, even where quadratic would be sharper
     * @param sinks places inside the domain where the field vanishes and holds atoms
     */
    public CertifiedEvolution(
            Evolution evolution,
            CertifiedField field,
            LineLaw initial,
            Reconstruction reconstruction,
            boolean linearInTime,
            double... sinks) {
        super(evolution);
        this.field = field;
        this.reconstruction = reconstruction;
        this.linearInTime = linearInTime || !field.isPrescribed();
        CellMeasure cells = cells();
        if (cells.dimension() != 1 || state().measures().size() != 1) {
            throw new IllegalArgumentException("species = " + state().measures().size() + ", dimension = "
                    + cells.dimension() + ": one species on a line is allowed");
        }
        Axis axis = cells.mesh().axis(0);
        samples = new Samples(axis);
        defect = new Defect(samples);
        velocities = new double[3][samples.x.length];
        middle = new double[samples.x.length];
        addSites(axis, sinks);
        active = new @Nullable Site[samples.cells];
        before = new Profile(samples);
        after = new Profile(samples);
        activate(holding(time(), time(), scalars(), scalars()));
        before.read(row(), 0, active, reconstruction);
        bound = initialDistance(initial);
    }

    /** The sharper of time readings, in the given reconstruction. */
    public static CertifiedEvolution of(
            Evolution evolution,
            CertifiedField field,
            LineLaw initial,
            Reconstruction reconstruction,
            double... sinks) {
        return new CertifiedEvolution(evolution, field, initial, reconstruction, false, sinks);
    }

    private void addSites(Axis axis, double[] sinks) {
        if (Site.isClipped(axis.side().atLower())) {
            sites.add(Site.wallAtLower(axis));
        }
        for (double sink : sinks) {
            sites.add(Site.sink(axis, sink));
        }
        if (Site.isClipped(axis.side().atUpper())) {
            sites.add(Site.wallAtUpper(axis));
        }
    }

    private double initialDistance(LineLaw initial) {
        double slabs = Wasserstein.W1.between(reading(), initial) + sinksOffPoint();
        if (reconstruction == Reconstruction.SLABS) {
            return slabs;
        }
        double through = slabs + before.distanceToSlabs(active, work);
        return initial.atoms().length > 0 ? through : Math.min(through, direct(initial) + sinksOffPoint());
    }

    private double direct(LineLaw initial) {
        double sum = 0;
        for (int i = 0; i < samples.cells; i++) {
            for (int k = 0; k < Samples.PER_CELL; k++) {
                int s = i * Samples.PER_CELL + k;
                work[k] = before.cumulative[s] - initial.cdf(samples.x[s]);
            }
            sum += Integral.absolute(work, Samples.INTERVALS, samples.cellWidth(i) / Samples.INTERVALS);
        }
        return sum;
    }

    @Override
    public double step(double end) {
        double t0 = time();
        double[] row0 = row().clone();
        double[] scalars0 = scalars().clone();
        double dt = super.step(end);
        double[] scalars1 = scalars();
        boolean[] holding = holding(t0, time(), scalars0, scalars1);
        if (!isActive(holding)) {
            switchReading(row0, holding);
        }
        after.read(row(), offset, active, reconstruction);
        Frame f0 = frame(t0, scalars0, before.mean(), before.cumulative);
        Frame f1 = frame(time(), scalars1, after.mean(), after.cumulative);
        Frame half = halfway(f0, f1);
        field.velocities(f0, velocities[0]);
        field.velocities(half, velocities[1]);
        field.velocities(f1, velocities[2]);
        driftOfPeriod(dt);
        defect.measure(dt, before, after, velocities, active);
        double step = linearInTime ? defect.linear(dt) : Math.min(defect.linear(dt), defect.quadratic(dt));
        double growth = Math.max(field.growth(f0), Math.max(field.growth(half), field.growth(f1)));
        double factor = FastMath.exp(growth * dt);
        bound = factor * bound + Math.max(1, factor) * (step + field.scalarDefect(f0, half, f1));
        if (Double.isInfinite(growth) || outflow(0) != 0 || inflow(0) != 0) {
            bound = Double.POSITIVE_INFINITY;
        }
        Profile spare = before;
        before = after;
        after = spare;
        return dt;
    }

    @Override
    public void transfer(Tape tape) {
        super.transfer(tape);
        bound = tape.number(bound);
        offset = tape.number(offset);
        boolean[] holding = new boolean[sites.size()];
        for (int k = 0; k < holding.length; k++) {
            holding[k] = tape.flag(active[sites.get(k).from()] != null);
        }
        if (tape.plays()) {
            activate(holding);
            before.read(row(), offset, active, reconstruction);
        }
    }

    /**
     * A bound of W₁ between the exact solution now and {@link #reading()}.
     */
    public double bound() {
        double gap = reconstruction == Reconstruction.SLABS ? 0 : before.distanceToSlabs(active, work);
        return bound + gap + sinksOffPoint();
    }

    /** A bound of W₁ between the exact solution now and any other reading of the run. */
    public double bound(QuantileFunction other) {
        return bound() + Wasserstein.W1.between(reading(), other);
    }

    /** The masses now: slabs, and atoms at the points of cells that are read as atoms. */
    public QuantileFunction reading() {
        return QuantileFunction.ofSlabs(cells(), i -> active[i] != null);
    }

    /** W₁ between atoms at cell points and at the sinks: zero unless a sink lies off the points. */
    private double sinksOffPoint() {
        double sum = 0;
        for (int i = 0; i < active.length; i++) {
            Site site = active[i];
            if (site != null) {
                sum += row()[i] * Math.abs(site.x() - samples.axis.point(i));
            }
        }
        return sum;
    }

    private boolean[] holding(double t0, double t1, double[] scalars0, double[] scalars1) {
        boolean[] holding = new boolean[sites.size()];
        Arrays.fill(holding, true);
        double[] x = new double[1];
        double[] b = new double[1];
        for (int k = 0; k < holding.length; k++) {
            x[0] = sites.get(k).x();
            Frame f0 = new Frame(t0, scalars0, 0, x, b.clone(), 1);
            Frame f1 = new Frame(t1, scalars1, 0, x, b.clone(), 1);
            for (Frame frame : List.of(f0, halfway(f0, f1), f1)) {
                field.velocities(frame, b);
                holding[k] &= sites.get(k).holds(b[0]);
            }
        }
        return holding;
    }

    private boolean isActive(boolean[] holding) {
        for (int k = 0; k < holding.length; k++) {
            if (holding[k] != (active[sites.get(k).from()] != null)) {
                return false;
            }
        }
        return true;
    }

    private void activate(boolean[] holding) {
        Arrays.fill(active, null);
        for (int k = 0; k < holding.length; k++) {
            Site site = sites.get(k);
            if (holding[k]) {
                Arrays.fill(active, site.from(), site.to(), site);
            }
        }
    }

    private void switchReading(double[] row0, boolean[] holding) {
        double cost = before.distanceToSlabs(active, work);
        for (int k = 0; k < holding.length; k++) {
            Site site = sites.get(k);
            if (holding[k] != (active[site.from()] != null)) {
                cost += site.collapse(samples.axis, row0);
            }
        }
        activate(holding);
        before.read(row0, offset, active, reconstruction);
        bound += cost + before.distanceToSlabs(active, work);
    }

    /** On a circle F_h at the base point moves with the flux through it, which is read off the field there. */
    private void driftOfPeriod(double dt) {
        if (!samples.axis.side().isPeriodic()) {
            return;
        }
        int last = samples.x.length - 1;
        double flux0 = 0.5 * (velocities[0][0] * before.density[0] + velocities[0][last] * before.density[last]);
        double flux1 = 0.5 * (velocities[2][0] * after.density[0] + velocities[2][last] * after.density[last]);
        offset -= 0.5 * dt * (flux0 + flux1);
        after.read(row(), offset, active, reconstruction);
    }

    private Frame frame(double t, double[] scalars, double mean, double[] cumulative) {
        return new Frame(t, scalars, mean, samples.x, cumulative, samples.x.length);
    }

    private Frame halfway(Frame a, Frame b) {
        double[] scalars = new double[a.scalars().length];
        for (int i = 0; i < scalars.length; i++) {
            scalars[i] = 0.5 * (a.scalars()[i] + b.scalars()[i]);
        }
        double[] cumulative = a.n() == 1 ? a.cumulative() : middle;
        for (int i = 0; i < a.n(); i++) {
            cumulative[i] = 0.5 * (a.cumulative()[i] + b.cumulative()[i]);
        }
        double time = 0.5 * (a.time() + b.time());
        return new Frame(time, scalars, 0.5 * (a.mean() + b.mean()), a.x(), cumulative, a.n());
    }

    private CellMeasure cells() {
        if (state().measure(0) instanceof CellMeasure cells) {
            return cells;
        }
        throw new IllegalArgumentException("state: particles; masses on a mesh are allowed");
    }

    private double[] row() {
        return cells().rows()[0];
    }

    private double[] scalars() {
        return state().scalars();
    }
}
