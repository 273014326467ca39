package org.dualflow.validation.exact;

import java.util.ArrayList;
import java.util.List;
import org.dualflow.gan.TwoPointGan;
import org.dualflow.run.Event;
import org.hipparchus.util.FastMath;

/** Goes from event to event. */
final class TwoPointSolver {

    /** Depth of contact below which a return to a wall is tangential: some thousand times the error in c. */
    private static final double TANGENT = 1e-10;

    private static final String SPECIES = "critic";

    private final TwoPointGan gan;
    private final List<TwoPointPiece> pieces = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private int firstOfOrbit = -1;

    TwoPointSolver(TwoPointGan gan) {
        this.gan = gan;
    }

    TwoPointSolver run(TwoPointState start, double end) {
        double t = 0;
        TwoPointState state = start;
        while (t < end) {
            TwoPointPiece piece = nextPiece(t, state);
            pieces.add(piece.integrate(end));
            t = piece.endTime();
            state = t < end ? transition(piece) : piece.end();
        }
        return this;
    }

    /** Finds out what holds the support at the start of a piece. */
    private TwoPointPiece nextPiece(double t, TwoPointState state) {
        int direction = (int) FastMath.signum(state.generator() == 0 ? state.mean() : state.generator());
        TwoPointPiece.Held held = TwoPointPiece.Held.NONE;
        if (direction > 0 && state.lower() == -1) {
            held = TwoPointPiece.Held.LOWER;
        } else if (direction < 0 && state.upper() == 1) {
            held = TwoPointPiece.Held.UPPER;
        }
        double swing = FastMath.sqrt(2 * gan.energy(state.mean(), state.generator()));
        boolean reachesLower = state.lower() - (swing + state.mean()) < -1 - TANGENT;
        boolean reachesUpper = state.upper() + (swing - state.mean()) > 1 + TANGENT;
        if (held != TwoPointPiece.Held.NONE) {
            if (pieces.isEmpty()) {
                reportContact(t, state, held);
            }
            firstOfOrbit = -1;
        } else if (!reachesLower && !reachesUpper) {
            firstOfOrbit = firstOfOrbit < 0 ? pieces.size() : firstOfOrbit;
        }
        return new TwoPointPiece(gan, t, state, direction, held, direction > 0 ? reachesLower : reachesUpper);
    }

    /** What happens at the end of a piece: the state from which the next one starts. */
    private TwoPointState transition(TwoPointPiece piece) {
        double t = piece.endTime();
        TwoPointState state = piece.end();
        boolean lower = piece.direction() > 0;
        if (piece.endsWithTurn()) {
            if (piece.held() != TwoPointPiece.Held.NONE) {
                events.add(Event.at(
                        t,
                        Event.Kind.DETACHMENT,
                        SPECIES,
                        "atom of mass "
                                + (state.isCollapsed() ? 1 : lower ? state.atomLower() : state.atomUpper()) + " leaves "
                                + (lower ? -1 : 1)));
            }
            return state.withGenerator(0);
        }
        if (piece.held() != TwoPointPiece.Held.NONE) {
            events.add(Event.at(t, Event.Kind.COLLAPSE, SPECIES, "all mass at " + (lower ? -1 : 1)));
            return state.collapsedAt(lower ? -1 : 1);
        }
        TwoPointState touching = lower ? state.withLower(-1) : state.withUpper(1);
        reportContact(t, touching, lower ? TwoPointPiece.Held.LOWER : TwoPointPiece.Held.UPPER);
        return touching;
    }

    private void reportContact(double t, TwoPointState state, TwoPointPiece.Held held) {
        boolean lower = held == TwoPointPiece.Held.LOWER;
        String where = lower ? "x0 = -1.0" : "x0 = 1.0";
        events.add(Event.at(t, Event.Kind.BOUNDARY_CONTACT, SPECIES, where));
        if (!state.isCollapsed() && (lower ? state.atomLower() : state.atomUpper()) == 0) {
            events.add(Event.at(t, Event.Kind.ATOM, SPECIES, "begins to grow on " + where));
        }
    }

    TwoPointGan gan() {
        return gan;
    }

    List<TwoPointPiece> pieces() {
        return List.copyOf(pieces);
    }

    List<Event> events() {
        return List.copyOf(events);
    }

    /** Index of the first piece after the last contact, -1 while contacts are to come. */
    int firstOfOrbit() {
        return firstOfOrbit;
    }
}
