package org.dualflow.validation.exact;

import java.util.Optional;
import org.dualflow.gan.TwoPointGan;
import org.hipparchus.ode.DenseOutputModel;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.hipparchus.util.FastMath;
import org.jspecify.annotations.Nullable;

/**
 * The smooth motion between two events: the sign of g, hence the direction of the critic, and the end that is held on a
 * wall stay what they are.
 */
final class TwoPointPiece implements OrdinaryDifferentialEquation {

    /** Which end of the support a wall holds. */
    enum Held {
        NONE,
        LOWER,
        UPPER
    }

    /** Local error of a step, absolute and relative: two digits above rounding. */
    private static final double TOLERANCE = 1e-14;

    private final TwoPointGan gan;
    private final TwoPointState start;
    private final double startTime;
    private final Held held;
    private final int direction;
    private final boolean reachesWall;
    private final DenseOutputModel dense = new DenseOutputModel();
    private final boolean resting;
    private TwoPointState end;
    private double endTime;
    private @Nullable ODEStateAndDerivative extremum;

    /**
     * @param direction sign of g on the piece, opposite to the motion of the critic
     * @param held the end that a wall holds
     * @param reachesWall whether the free end in front will touch its wall before g turns
     */
    TwoPointPiece(
            TwoPointGan gan, double startTime, TwoPointState start, int direction, Held held, boolean reachesWall) {
        this.gan = gan;
        this.startTime = startTime;
        this.start = start;
        this.direction = direction;
        this.held = held;
        this.reachesWall = reachesWall;
        this.resting = direction == 0;
        this.end = start;
        this.endTime = startTime;
    }

    /** Integrates to the next event, or to {@code until}. */
    TwoPointPiece integrate(double until) {
        if (resting) {
            endTime = until;
            return this;
        }
        var integrator =
                new DormandPrince853Integrator(1e-12 * FastMath.max(1, until), until - startTime, TOLERANCE, TOLERANCE);
        integrator.addStepHandler(dense);
        integrator.addEventDetector(TwoPointDetector.stopping(this::distanceToEvent, gan.criticSpeed()));
        integrator.addEventDetector(TwoPointDetector.recording(
                y -> TwoPointState.of(y, start.density()).mean(), gan.criticSpeed(), at -> extremum = at));
        ODEStateAndDerivative last = integrator.integrate(this, new ODEState(startTime, start.toArray()), until);
        endTime = last.getTime();
        end = TwoPointState.of(last.getPrimaryState(), start.density());
        return this;
    }

    /** Positive until the first event of the piece, negative for half a period after it. */
    private double distanceToEvent(double[] y) {
        return FastMath.min(direction * y[0], distanceToContact(y));
    }

    /** How far the critic may still move before a wall or a collapse changes its motion. */
    private double distanceToContact(double[] y) {
        if (held != Held.NONE) {
            return start.isCollapsed() ? Double.POSITIVE_INFINITY : y[2] - y[1];
        }
        if (!reachesWall) {
            return Double.POSITIVE_INFINITY;
        }
        return direction > 0 ? y[1] + 1 : 1 - y[2];
    }

    /** Whether g has come to zero at the end, rather than the critic to a wall or a collapse. */
    boolean endsWithTurn() {
        double[] y = end.toArray();
        return direction * y[0] <= distanceToContact(y);
    }

    @Override
    public int getDimension() {
        return 5;
    }

    @Override
    public double[] computeDerivatives(double t, double[] y) {
        double speed = gan.weightSpeed(y[0]);
        boolean one = start.isCollapsed();
        double[] dy = new double[5];
        dy[0] = TwoPointGan.density(y[0]) * TwoPointState.of(y, start.density()).mean();
        dy[1] = held == Held.LOWER || one && held == Held.UPPER ? 0 : speed;
        dy[2] = held == Held.UPPER || one && held == Held.LOWER ? 0 : speed;
        if (!one && held == Held.LOWER) {
            dy[3] = -start.density() * speed;
        } else if (!one && held == Held.UPPER) {
            dy[4] = start.density() * speed;
        }
        return dy;
    }

    TwoPointState at(double t) {
        if (t <= startTime || resting) {
            return start;
        }
        if (t >= endTime) {
            return end;
        }
        double[] y = dense.getInterpolatedState(t).getPrimaryState();
        if (start.isCollapsed()) {
            y[2] = y[1];
        }
        return TwoPointState.of(y, start.density());
    }

    double startTime() {
        return startTime;
    }

    double endTime() {
        return endTime;
    }

    TwoPointState start() {
        return start;
    }

    TwoPointState end() {
        return end;
    }

    Held held() {
        return held;
    }

    int direction() {
        return direction;
    }

    /** The state in which |g| was largest, if g turned back during the piece. */
    Optional<TwoPointState> extremum() {
        return Optional.ofNullable(extremum).map(state -> TwoPointState.of(state.getPrimaryState(), start.density()));
    }
}
