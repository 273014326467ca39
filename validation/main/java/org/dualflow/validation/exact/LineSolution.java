package org.dualflow.validation.exact;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import org.dualflow.measure.LineLaw;
import org.dualflow.model.Initial;
import org.dualflow.model.TransportModel;

/** An exact solution without scalar unknowns, put together from its parts. */
record LineSolution(
        String name,
        String source,
        TransportModel model,
        LineLaw start,
        double end,
        OptionalDouble blowUp,
        List<Double> kinks,
        DoubleFunction<LineLaw> law)
        implements ExactLineSolution {

    @Override
    public Initial initial() {
        return Initial.of(start);
    }

    @Override
    public LineLaw at(double t) {
        if (!isKnownAt(t)) {
            throw new IllegalArgumentException("t = " + t + ": a time in [0, " + end + "] is allowed");
        }
        return t == 0 ? start : law.apply(t);
    }
}
