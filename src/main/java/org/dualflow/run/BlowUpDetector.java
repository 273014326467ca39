package org.dualflow.run;

import java.util.List;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Species;
import org.dualflow.model.State;

/**
 * Finds contact with clipped walls, atoms on them and total collapse.
 *
 * <p>All thresholds are resolutions, so that they mean the same for cells and for particles and vanish under
 * refinement. With n points per axis: a wall is touched when it holds half of an average point's share, 1/(2n); it
 * carries an atom when it holds {@value #ATOM_SHARE} of all mass; the species has collapsed when its standard deviation
 * is below two average spacings, 2 length/n. Each event is bracketed by the step in which its threshold is crossed
 * and placed inside it by linear interpolation.
 */
final class BlowUpDetector implements Detector {

    /** Share of all mass on a wall that counts as an atom. */
    static final double ATOM_SHARE = 0.01;

    private final int index;
    private final Species species;
    private final Moments moments;
    private final Crossing[] contact;
    private final Crossing[] atom;
    private final Crossing collapse = new Crossing();
    private double before = Double.NaN;

    BlowUpDetector(int index, Species species) {
        this.index = index;
        this.species = species;
        this.moments = new Moments(species.domain());
        int walls = 2 * species.domain().dimension();
        contact = new Crossing[walls];
        atom = new Crossing[walls];
        for (int i = 0; i < walls; i++) {
            contact[i] = new Crossing();
            atom[i] = new Crossing();
        }
    }

    @Override
    public void look(double time, State state, List<Event> events) {
        moments.of(state.measure(index));
        Domain domain = species.domain();
        double perAxis = Math.pow(state.measure(index).size(), 1.0 / domain.dimension());
        double longest = 0;
        double mass = moments.mass();
        for (int d = 0; d < domain.dimension(); d++) {
            Domain.Side side = domain.side(d);
            longest = Math.max(longest, side.length());
            lookAtWall(
                    2 * d,
                    side.atLower(),
                    moments.onLower(d) / mass,
                    "x" + d + " = " + side.lower(),
                    perAxis,
                    time,
                    events);
            lookAtWall(
                    2 * d + 1,
                    side.atUpper(),
                    moments.onUpper(d) / mass,
                    "x" + d + " = " + side.upper(),
                    perAxis,
                    time,
                    events);
        }
        double resolution = 2 * longest / perAxis;
        report(
                collapse,
                resolution - moments.spread(),
                Event.Kind.COLLAPSE,
                "spread " + moments.spread() + " below " + resolution,
                time,
                events);
        before = time;
    }

    private void lookAtWall(
            int wall, Boundary boundary, double share, String where, double perAxis, double time, List<Event> events) {
        if (boundary != Boundary.CLIPPED) {
            return;
        }
        report(contact[wall], share - 0.5 / perAxis, Event.Kind.BOUNDARY_CONTACT, where, time, events);
        report(atom[wall], share - ATOM_SHARE, Event.Kind.ATOM, "mass " + share + " on " + where, time, events);
    }

    private void report(
            Crossing crossing, double value, Event.Kind kind, String detail, double time, List<Event> events) {
        if (crossing.rises(value)) {
            double from = Double.isNaN(before) ? time : before;
            double at = Math.min(time, Math.max(from, from + crossing.fraction() * (time - from)));
            events.add(new Event(at, from, time, kind, species.name(), detail));
        }
    }

    /** The first time that a value, once not positive, is positive or was so from the start. */
    private static final class Crossing {
        private double last = Double.NaN;
        private double fraction;
        private boolean done;

        boolean rises(double value) {
            boolean now = !done && value >= 0;
            if (now) {
                done = true;
                fraction = Double.isNaN(last) ? 0 : last / (last - value);
            }
            last = value;
            return now;
        }

        double fraction() {
            return fraction;
        }
    }
}
