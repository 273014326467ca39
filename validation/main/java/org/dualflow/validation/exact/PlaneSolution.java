package org.dualflow.validation.exact;

import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.DoublePredicate;
import org.dualflow.measure.Law;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.model.Initial;
import org.dualflow.model.TransportModel;

/** An exact solution in the plane, given by the flow of its field. */
record PlaneSolution(
        String name,
        String source,
        TransportModel model,
        Law start,
        double end,
        double accuracy,
        DoublePredicate known,
        DoubleFunction<Law> law,
        Flow flow)
        implements ExactSolution {

    /** Points per axis that stand for the law: the residual of a flow vanishes point by point. */
    private static final int POINTS = 6;

    /** Moves the points of a measure for the time {@code t}. */
    interface Flow {
        ParticleMeasure move(ParticleMeasure start, double t);
    }

    @Override
    public Initial initial() {
        return Initial.of(start);
    }

    @Override
    public boolean isKnownAt(double t) {
        return ExactSolution.super.isKnownAt(t) && known.test(t);
    }

    @Override
    public Law at(double t) {
        if (!isKnownAt(t)) {
            throw new IllegalArgumentException("t = " + t + ": a time at which " + name + " is known is allowed");
        }
        return law.apply(t);
    }

    @Override
    public OptionalDouble blowUp() {
        return OptionalDouble.empty();
    }

    /** {@inheritDoc} A few quantile points of the initial law, moved by the flow, whatever {@code panels} is. */
    @Override
    public ParticleMeasure nodes(double t, int panels) {
        return flow.move(start.quantiles(POINTS * POINTS), t);
    }
}
