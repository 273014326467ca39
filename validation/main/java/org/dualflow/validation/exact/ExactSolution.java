package org.dualflow.validation.exact;

import java.util.List;
import java.util.OptionalDouble;
import org.dualflow.measure.Law;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.model.Initial;
import org.dualflow.model.Model;

/**
 * A solution of a {@link Model} with one species that is known in closed form, or to rounding. It can be tested
 * against its own equation, see {@link WeakResidual}.
 */
public interface ExactSolution {

    /** What lists and case files call it. */
    String name();

    /** Where it comes from. */
    String source();

    /** The equation that it solves. */
    Model model();

    /** Where it starts, at t = 0. */
    Initial initial();

    /** The law of the species at time {@code t}; see {@link #isKnownAt}. */
    Law at(double t);

    /** The scalar unknowns at time {@code t}; none by default. */
    default double[] scalars(double t) {
        return new double[0];
    }

    /** The solution is known on [0, end]; may be infinite. */
    double end();

    /** Whether {@link #at} gives the law at time {@code t}: by default wherever 0 ≤ t ≤ end. */
    default boolean isKnownAt(double t) {
        return t >= 0 && t <= end();
    }

    /**
     * The first time after which part of the mass is an atom although the initial law has a density, so that every L^p
     * norm, p &gt; 1, is infinite; empty if that never happens or the initial law is atomic.
     */
    OptionalDouble blowUp();

    /** Times, besides the blow-up, at which the solution is not a smooth function of time; in any order. */
    default List<Double> kinks() {
        return List.of();
    }

    /** Error of places and masses: rounding by default. */
    default double accuracy() {
        return 1e-14;
    }

    /**
     * A quadrature of the law at time {@code t}, 0 ≤ t ≤ end: weighted points that integrate smooth functions, at a rate
     * that grows with {@code panels}. Points of one {@code panels} belong together at different times.
     */
    ParticleMeasure nodes(double t, int panels);
}
