package org.dualflow.particle;

import java.util.ArrayList;
import java.util.List;
import org.dualflow.measure.Measure;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.model.Coupling;
import org.dualflow.model.Growth;
import org.dualflow.model.State;
import org.dualflow.model.TransportModel;
import org.dualflow.parallel.Team;
import org.dualflow.restart.Tape;
import org.dualflow.time.Evolution;
import org.dualflow.time.StepFailure;

/**
 * A {@link TransportModel} solved with particles, X_i' = Π b[t, ρ, y](X_i), ρ = Σ w_i δ(X_i), together with its scalar
 * unknowns, by one explicit Runge–Kutta method. The coupling is frozen anew in every stage.
 *
 * <p><b>Mass.</b> Without growth weights never change, so mass is conserved exactly; only what goes through an open end gets
 * weight zero, stays on that end, and is counted as outflow at the end of the step. With a {@linkplain Growth growth rate} c
 * weights follow w_i' = c(t, X_i) w_i, by the same method in log w, and what they gain is counted as inflow.
 *
 * <p><b>Walls</b> (clipped and no-flux ends). Every stage and the new value are clipped to the box: Moreau's catching-up
 * scheme for the field projected on the tangent cone, with stage velocities left as they are. Where the field is
 * constant during the step this is exact, contact included: the clip of the sum of monotone increments is the limit of
 * many small clipped ones. A particle that reaches a wall with nonzero speed loses no order: beyond contact at time θh
 * before the end of the step the stages see the field at the wall instead of O(θh) outside, which moves the unclipped
 * end by O(θh²), less than the O(θh) that is clipped. A particle that is released within a step, since the velocity
 * reverses there, misses the part of the integral between the extremum and the ends of the step, O(h²), once per
 * release; a contact of an atom in a coupled model is a kink in the other unknowns' right-hand side, O(h²) as well.
 * Hence the order is that of the method between contacts, and at least min(order, 2) with finitely many of them.
 *
 * <p><b>Steps.</b> {@code step(end)} divides what is left to {@code end} evenly into steps of at most
 * {@link ParticleScheme#maxStep}, and of what the model's own scale allows ({@link Coupling#fastestRate}), up to rounding, and
 * makes one. A trial in which any stage displaces a particle by
 * more than the length of an axis, or by NaN or infinity, or changes a scalar unknown so, is rejected and halved, down
 * to 2⁻²⁰ of the largest step; then {@link StepFailure} names the particle. A step allocates nothing.
 *
 * <p>Not thread-safe.
 */
public final class ParticleTransport implements Evolution {

    private static final double SMALLEST = 0x1p-20;

    private final ParticleScheme scheme;
    private final Coupling coupling;
    private final List<Cloud> clouds = new ArrayList<>();
    private final ScalarUnknowns scalars;
    private final State current;
    private final State trial;
    private double time;
    private long steps;
    private long rejections;

    /**
     * Starts at time 0.
     *
     * @see #ParticleTransport(TransportModel, List, double[], ParticleScheme, double)
     */
    public ParticleTransport(
            TransportModel model, List<ParticleMeasure> start, double[] scalars, ParticleScheme scheme) {
        this(model, start, scalars, scheme, 0);
    }

    /**
     * @param model the equations; sources with their growth rate only
     * @param start particles of every species, inside its domain, copied
     * @param scalars initial values of the scalar unknowns, copied
     * @param scheme the method
     * @param time the time at which it starts
     */
    public ParticleTransport(
            TransportModel model, List<ParticleMeasure> start, double[] scalars, ParticleScheme scheme, double time) {
        if (start.size() != model.species().size()) {
            throw new IllegalArgumentException("start: particles of " + start.size() + " species: of "
                    + model.species().size() + " is allowed");
        }
        if (!Double.isFinite(time)) {
            throw new IllegalArgumentException("time = " + time + ": a finite number is allowed");
        }
        this.scheme = scheme;
        this.time = time;
        this.coupling = model.couple();
        List<Measure> now = new ArrayList<>();
        List<Measure> next = new ArrayList<>();
        for (int s = 0; s < start.size(); s++) {
            Cloud cloud = new Cloud(model.species().get(s), start.get(s), scheme, Growth.forParticles(model, s));
            clouds.add(cloud);
            now.add(cloud.current());
            next.add(cloud.trial());
        }
        this.scalars =
                new ScalarUnknowns(model.numbers(), scalars, scheme.method().stages());
        this.current = new State(List.copyOf(now), this.scalars.current());
        this.trial = new State(List.copyOf(next), this.scalars.trial());
    }

    @Override
    public void workWith(Team team) {
        coupling.workWith(team);
        for (Cloud cloud : clouds) {
            cloud.workWith(team);
        }
    }

    @Override
    public double time() {
        return time;
    }

    @Override
    public State state() {
        return current;
    }

    @Override
    public void transfer(Tape tape) {
        tape.part("particles");
        time = tape.number(time);
        steps = tape.whole(steps);
        rejections = tape.whole(rejections);
        clouds.forEach(cloud -> cloud.transfer(tape));
        tape.numbers(scalars.current());
        coupling.transfer(tape);
    }

    @Override
    public double step(double end) {
        double rest = remaining(end);
        evaluate(0, 0, current);
        double first = evenStep(end, Math.min(scheme.maxStep(), 1 / coupling.fastestRate()));
        double smallest = Math.min(first, SMALLEST * scheme.maxStep());
        for (double h = first; ; h *= 0.5) {
            double next = h == rest ? end : time + h;
            try {
                attempt(h);
            } catch (StepRejection rejection) {
                rejections++;
                if (0.5 * h < smallest || time + 0.5 * h == time) {
                    throw rejection.at(time, h);
                }
                continue;
            }
            time = next;
            steps++;
            return h;
        }
    }

    private void attempt(double h) throws StepRejection {
        ExplicitRungeKutta method = scheme.method();
        for (int s = 1; s < method.stages(); s++) {
            move(h, method.stage(s));
            evaluate(s, h, trial);
        }
        move(h, method.weights());
        for (int c = 0; c < clouds.size(); c++) {
            clouds.get(c).stick(coupling.field(c), coupling.isSteady(), h);
        }
        for (int c = 0; c < clouds.size(); c++) {
            clouds.get(c).commit();
        }
        scalars.commit();
    }

    /** The right-hand side in stage {@code s}. */
    private void evaluate(int s, double h, State at) {
        double t = time + scheme.method().node(s) * h;
        coupling.freeze(t, at);
        coupling.rates(scalars.rates(s));
        for (int c = 0; c < clouds.size(); c++) {
            clouds.get(c).evaluate(coupling.field(c), t, s);
        }
    }

    private void move(double h, double[] weights) throws StepRejection {
        for (int c = 0; c < clouds.size(); c++) {
            clouds.get(c).move(h, weights);
        }
        scalars.move(h, weights);
    }

    @Override
    public double outflow(int s) {
        return clouds.get(s).outflow();
    }

    @Override
    public double inflow(int s) {
        return clouds.get(s).inflow();
    }

    @Override
    public long steps() {
        return steps;
    }

    @Override
    public long rejections() {
        return rejections;
    }
}
