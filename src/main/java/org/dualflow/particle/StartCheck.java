package org.dualflow.particle;

import org.dualflow.measure.ParticleMeasure;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Species;

/** Checks the particles that a run starts from. */
public final class StartCheck {

    private StartCheck() {}

    /** A copy of the start, wrapped around periodic axes; every fault is an IllegalArgumentException. */
    public static ParticleMeasure accept(Species species, ParticleMeasure start) {
        Domain domain = species.domain();
        if (start.dimension() != domain.dimension()) {
            throw new IllegalArgumentException(species.name() + ": dimension = " + start.dimension()
                    + ": that of the domain, " + domain.dimension() + ", is allowed");
        }
        ParticleMeasure copy = start.copy();
        for (int d = 0; d < domain.dimension(); d++) {
            Domain.Side side = domain.side(d);
            double[] x = copy.x(d);
            if (side.isPeriodic()) {
                Walls.move(side, start.x(d), new double[x.length], x, x.length);
            }
            for (int i = 0; i < x.length; i++) {
                double asked = start.x(d)[i];
                if (!(x[i] >= side.lower() && x[i] <= side.upper()) || !Double.isFinite(asked)) {
                    throw new IllegalArgumentException(species.name() + ": coordinate " + d + " of particle " + i
                            + " = " + asked + ": a number in [" + side.lower() + ", " + side.upper()
                            + "] is allowed");
                }
            }
        }
        double[] w = copy.weights();
        for (int i = 0; i < w.length; i++) {
            if (!(w[i] >= 0) || Double.isInfinite(w[i])) {
                throw new IllegalArgumentException(species.name() + ": weight of particle " + i + " = " + w[i]
                        + ": a finite number, at least 0, is allowed");
            }
        }
        if (!(copy.mass() > 0)) {
            throw new IllegalArgumentException(species.name() + ": mass = " + copy.mass() + " of " + w.length
                    + " particles: more than 0 is allowed");
        }
        return copy;
    }
}
