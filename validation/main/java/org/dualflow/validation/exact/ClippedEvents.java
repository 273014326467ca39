package org.dualflow.validation.exact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dualflow.gan.Displacement;
import org.dualflow.run.Event;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.util.FastMath;

/** What happens to the support of a law under clipped transport, located on each monotone piece of U. */
final class ClippedEvents {

    /** A contact less deep than this is a tangential return to where the support once was: rounding of U. */
    private static final double TANGENT = 1e-12;

    private static final String SPECIES = "weights";

    private final ClippedTransportReference reference;
    private final Displacement displacement;
    private final List<Event> events = new ArrayList<>();

    ClippedEvents(ClippedTransportReference reference) {
        this.reference = reference;
        this.displacement = reference.displacement();
    }

    /** The events between the first and the last node; U is monotone between neighbouring nodes. */
    List<Event> find(double[] nodes) {
        double low = reference.initial().quantile(Double.MIN_NORMAL);
        double high = reference.initial().quantile(1 - 0x1p-53);
        boolean held = false;
        for (int i = 1; i < nodes.length; i++) {
            double from = nodes[i - 1];
            double move = displacement.at(nodes[i]) - displacement.at(from);
            int wall = move < 0 ? -1 : 1;
            if (held) {
                events.add(Event.at(from, Event.Kind.DETACHMENT, SPECIES, "from " + -wall));
            }
            double near = reference.position(wall > 0 ? high : low, from);
            double far = reference.position(wall > 0 ? low : high, from);
            held = FastMath.abs(move) - distance(near, wall) > TANGENT;
            if (held) {
                double at = meeting(from, nodes[i], wall - near);
                String where = "x0 = " + (double) wall;
                events.add(Event.at(at, Event.Kind.BOUNDARY_CONTACT, SPECIES, where));
                if (near != far) {
                    events.add(Event.at(at, Event.Kind.ATOM, SPECIES, "begins to grow on " + where));
                }
            }
            if (held && near != far && FastMath.abs(move) >= distance(far, wall)) {
                events.add(Event.at(
                        meeting(from, nodes[i], wall - far), Event.Kind.COLLAPSE, SPECIES, "all mass at " + wall));
            }
        }
        events.sort(Comparator.comparingDouble(Event::time));
        return List.copyOf(events);
    }

    private static double distance(double x, int wall) {
        return FastMath.abs(wall - x);
    }

    /** The time in [from, to] at which U has changed by {@code change} since {@code from}. */
    private double meeting(double from, double to, double change) {
        if (change == 0) {
            return from;
        }
        double before = displacement.at(from);
        if (FastMath.abs(displacement.at(to) - before) <= FastMath.abs(change)) {
            return to;
        }
        return new BracketingNthOrderBrentSolver(1e-15, 1e-15, 0, 5)
                .solve(200, t -> displacement.at(t) - before - change, from, to);
    }
}
