package org.dualflow.validation.agreement;

import java.util.List;
import java.util.function.DoubleFunction;
import org.dualflow.run.Discretisation;
import org.dualflow.validation.study.OrderExpectation;
import org.dualflow.validation.study.Resolution;

/**
 * One parameter of a discretisation on a ladder, all others fixed. The finest level is the run under examination.
 *
 * @param name the part of the error that this parameter makes: {@code space}, {@code time step}, {@code particles}
 * @param resolution what is refined
 * @param h small parameter of every level, decreasing, at least four levels: three differences
 * @param at the discretisation of a level
 * @param expectation order that theory gives this part
 */
public record Refinement(
        String name,
        Resolution resolution,
        List<Double> h,
        DoubleFunction<Discretisation> at,
        OrderExpectation expectation) {

    /** Checks the ladder. */
    public Refinement {
        h = List.copyOf(h);
        if (h.size() < 4) {
            throw new IllegalArgumentException("levels = " + h.size() + ": at least 4 are allowed");
        }
        for (int k = 1; k < h.size(); k++) {
            if (!(h.get(k) < h.get(k - 1) && h.get(k) > 0)) {
                throw new IllegalArgumentException("h = " + h + ": decreasing positive numbers are allowed");
            }
        }
    }

    /** The finest level. */
    public Discretisation finest() {
        return at.apply(h.get(h.size() - 1));
    }
}
