package org.dualflow.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dualflow.measure.Measure;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Species;
import org.dualflow.model.State;
import org.dualflow.restart.Tape;
import org.hipparchus.util.FastMath;

/**
 * Finds contact with clipped walls, their edges and corners, atoms on them and their departure, blow-up, and total
 * collapse.
 *
 * <p>All thresholds are resolutions, so that they mean the same for cells and for particles and vanish under
 * refinement. With n points per axis: a wall is touched when it holds half of an average point's share, 1/(2n); an edge,
 * corner or any stratum of codimension k, where k walls meet, when it holds (1/(2n))^k. These are what an even density
 * has there on a mesh. A stratum carries an atom when it holds {@value #ATOM_SHARE} of all mass, and on a coarse mesh at
 * least twice what an even density has there. Walls are told apart; of the edges (and of the corners, …) the fullest
 * counts, so that there is one first contact, atom and departure of each codimension. The species has collapsed when its standard deviation
 * is below two average spacings, 2 length/n, and no more than {@value #ATOM_SHARE} of the mass it began with has left:
 * what is left behind an outflow is no collapse. Each of these is bracketed by the step in which its threshold is
 * crossed and placed inside it by linear interpolation.
 *
 * <p><b>Blow-up.</b> The density leaves every L^p, p &gt; 1, when the first mass stays on a wall, which for a support that
 * moves outwards is when it first touches one. No discretisation sees that moment. It is bracketed from before, by the last
 * state in which less than an average point's share, 1/N, was within one average spacing of any wall, and from after, by the
 * first state in which a wall holds more than twice the share of an even density (particles: one average point along an
 * axis, 1/n), which a density bounded by twice its mean cannot give. A particle stands for what is within half a spacing of it,
 * so the support cannot have arrived before it is that close; a scheme puts mass ahead of the support, not behind it.
 * Both thresholds and the steps vanish under refinement, and with them the bracket. The best estimate is the contact in between.
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
    private final Strata strata;
    private final List<Wall> walls = new ArrayList<>();
    private final List<WallDetector> corners = new ArrayList<>();
    private final Crossing approach = new Crossing();
    private final Crossing contact = new Crossing();
    private final Crossing blowUp = new Crossing();
    private final Crossing collapse = new Crossing();
    private final boolean open;
    private double before = Double.NaN;
    private double atStart = Double.NaN;
    private double[] even = {};
    private double blowUpEarliest = Double.NaN;
    private double blowUpTime = Double.NaN;

    private record Wall(int axis, boolean upper, WallDetector detector) {}

    BlowUpDetector(int index, Species species) {
        this.index = index;
        this.species = species;
        this.moments = new Moments(species.domain());
        this.strata = new Strata(species.domain());
        boolean outflow = false;
        for (int d = 0; d < species.domain().dimension(); d++) {
            Domain.Side side = species.domain().side(d);
            outflow |= side.atLower() == Boundary.OPEN || side.atUpper() == Boundary.OPEN;
            if (side.atLower() == Boundary.CLIPPED) {
                walls.add(wall(d, false, "x" + d + " = " + side.lower()));
            }
            if (side.atUpper() == Boundary.CLIPPED) {
                walls.add(wall(d, true, "x" + d + " = " + side.upper()));
            }
        }
        open = outflow;
        for (int k = 2; k <= Strata.clippedAxes(species.domain()); k++) {
            int codimension = k;
            corners.add(new WallDetector(species.name(), () -> strata.name(strata.fullest(codimension))));
        }
    }

    private Wall wall(int axis, boolean upper, String name) {
        return new Wall(axis, upper, new WallDetector(species.name(), () -> name));
    }

    /** Whether there are walls to watch. */
    boolean hasWalls() {
        return !walls.isEmpty();
    }

    @Override
    public void look(double time, State state, List<Event> events) {
        moments.of(state.measure(index));
        double mass = moments.mass();
        if (Double.isNaN(atStart)) {
            atStart = mass;
            even = evenShares(state.measure(index));
        }
        Domain domain = species.domain();
        double perAxis = FastMath.pow(state.measure(index).size(), 1.0 / domain.dimension());
        lookAtWalls(time, mass, state.measure(index).size(), perAxis, events);
        if (!corners.isEmpty()) {
            lookAtCorners(time, state, perAxis, events);
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

    @Override
    public void transfer(Tape tape) {
        tape.part("events of " + species.name());
        walls.forEach(wall -> wall.detector().transfer(tape));
        corners.forEach(corner -> corner.transfer(tape));
        approach.transfer(tape);
        contact.transfer(tape);
        blowUp.transfer(tape);
        collapse.transfer(tape);
        before = tape.number(before);
        atStart = tape.number(atStart);
        int shares = tape.integer(even.length);
        even = shares == even.length ? even : new double[shares];
        tape.numbers(even);
        blowUpEarliest = tape.number(blowUpEarliest);
        blowUpTime = tape.number(blowUpTime);
    }

    /** Share of an even density on a stratum of codimension 1, 2, …. */
    private double[] evenShares(Measure measure) {
        double[] shares = new double[species.domain().dimension() + 1];
        Arrays.setAll(shares, k -> Strata.evenShare(measure, k));
        return shares;
    }

    private static double atomic(double evenShare) {
        return Math.max(ATOM_SHARE, 2 * evenShare);
    }

    private void lookAtWalls(double time, double mass, int points, double perAxis, List<Event> events) {
        double touching = 0.5 / perAxis;
        double fullest = 0;
        double nearest = 0;
        for (Wall wall : walls) {
            double on = wall.upper() ? moments.onUpper(wall.axis()) : moments.onLower(wall.axis());
            double near = wall.upper() ? moments.nearUpper(wall.axis()) : moments.nearLower(wall.axis());
            wall.detector().look(time, on / mass, touching, atomic(even[1]), events);
            fullest = Math.max(fullest, on / mass);
            nearest = Math.max(nearest, near / mass);
        }
        double from = Double.isNaN(before) ? time : before;
        if (approach.rises(nearest - Math.min(touching, 1.0 / points))) {
            blowUpEarliest = from;
        }
        if (contact.rises(fullest - touching)) {
            blowUpTime = Math.min(time, from + contact.fraction() * (time - from));
        }
        double beyondDensity = Math.max(touching, even[1] > 0 ? 2 * even[1] : 1 / perAxis);
        if (blowUp.rises(fullest - beyondDensity)) {
            String detail = "mass " + fullest + " on a wall, more than " + beyondDensity + " of a bounded density";
            events.add(new Event(blowUpTime, blowUpEarliest, time, Event.Kind.BLOW_UP, species.name(), detail));
        }
    }

    private void lookAtCorners(double time, State state, double perAxis, List<Event> events) {
        strata.of(state.measure(index));
        double touching = 0.5 / perAxis;
        for (int c = 0; c < corners.size(); c++) {
            int k = c + 2;
            touching *= 0.5 / perAxis;
            corners.get(c).look(time, strata.shareOf(strata.fullest(k)), touching, atomic(even[k]), events);
        }
    }
}
