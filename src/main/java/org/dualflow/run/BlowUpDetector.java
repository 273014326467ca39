package org.dualflow.run;

import java.util.ArrayList;
import java.util.List;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Species;
import org.dualflow.model.State;
import org.hipparchus.util.FastMath;

/**
 * Finds contact with clipped walls, atoms on them and their departure, and total collapse.
 *
 * <p>All thresholds are resolutions, so that they mean the same for cells and for particles and vanish under
 * refinement. With n points per axis: a wall is touched when it holds half of an average point's share, 1/(2n); it
 * carries an atom when it holds {@value #ATOM_SHARE} of all mass; the species has collapsed when its standard deviation
 * is below two average spacings, 2 length/n, and no more than {@value #ATOM_SHARE} of the mass it began with has left:
 * what is left behind an outflow is no collapse. Each of these is bracketed by the step in which its threshold is
 * crossed and placed inside it by linear interpolation.
 *
 * <p>An atom has left a wall when less than half of the largest share seen there is left. It began to leave in the step
 * after the last one that did not lower the share: the moment is the middle of that step, and the bracket reaches from
 * there to the loss of half. Particles leave a wall together, in one step; on a grid an atom smears while it leaves.
 */
final class BlowUpDetector implements Detector {

    /** Share of all mass on a wall that counts as an atom. */
    static final double ATOM_SHARE = 0.01;

    private final int index;
    private final Species species;
    private final Moments moments;
    private final List<Wall> walls = new ArrayList<>();
    private final Crossing collapse = new Crossing();
    private final boolean open;
    private double before = Double.NaN;
    private double atStart = Double.NaN;

    private record Wall(int axis, boolean upper, WallDetector detector) {}

    BlowUpDetector(int index, Species species) {
        this.index = index;
        this.species = species;
        this.moments = new Moments(species.domain());
        boolean outflow = false;
        for (int d = 0; d < species.domain().dimension(); d++) {
            Domain.Side side = species.domain().side(d);
            outflow |= side.atLower() == Boundary.OPEN || side.atUpper() == Boundary.OPEN;
            if (side.atLower() == Boundary.CLIPPED) {
                walls.add(new Wall(d, false, new WallDetector(species.name(), "x" + d + " = " + side.lower())));
            }
            if (side.atUpper() == Boundary.CLIPPED) {
                walls.add(new Wall(d, true, new WallDetector(species.name(), "x" + d + " = " + side.upper())));
            }
        }
        open = outflow;
    }

    @Override
    public void look(double time, State state, List<Event> events) {
        moments.of(state.measure(index));
        double mass = moments.mass();
        if (Double.isNaN(atStart)) {
            atStart = mass;
        }
        Domain domain = species.domain();
        double perAxis = FastMath.pow(state.measure(index).size(), 1.0 / domain.dimension());
        for (Wall wall : walls) {
            double on = wall.upper() ? moments.onUpper(wall.axis()) : moments.onLower(wall.axis());
            wall.detector().look(time, on / mass, 1 / perAxis, events);
        }
        double longest =
                domain.sides().stream().mapToDouble(Domain.Side::length).max().orElse(0);
        double resolution = 2 * longest / perAxis;
        boolean there = mass > 0 && !(open && mass < (1 - ATOM_SHARE) * atStart);
        if (collapse.rises(there ? resolution - moments.spread() : Double.NaN)) {
            double from = Double.isNaN(before) ? time : before;
            double at = Math.min(time, from + collapse.fraction() * (time - from));
            String detail = "spread " + moments.spread() + " below " + resolution;
            events.add(new Event(at, from, time, Event.Kind.COLLAPSE, species.name(), detail));
        }
        before = time;
    }
}
