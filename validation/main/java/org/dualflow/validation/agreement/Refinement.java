package org.dualflow.validation.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;
import org.dualflow.run.Discretisation;
import org.dualflow.validation.study.OrderExpectation;
import org.dualflow.validation.study.Resolution;
import org.hipparchus.util.FastMath;

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

    /** Three differences of neighbouring levels. */
    public static final int FEWEST_LEVELS = 4;

    /** Checks the ladder. */
    public Refinement {
        h = List.copyOf(h);
        if (h.size() < FEWEST_LEVELS) {
            throw new IllegalArgumentException("levels = " + h.size() + ": at least " + FEWEST_LEVELS + " are allowed");
        }
        for (int k = 1; k < h.size(); k++) {
            if (!(h.get(k) < h.get(k - 1) && h.get(k) > 0)) {
                throw new IllegalArgumentException("h = " + h + ": decreasing positive numbers are allowed");
            }
        }
    }

    /**
     * Cells or particles, halved from level to level; the small parameter is 1/number. Numbers keep their parity: a sink in
     * the middle of a domain lies on a cell's point if the number of cells is odd, on a face if it is even, and the two make errors
     * of different size whose differences settle on no order.
     *
     * @param finest number of the run under examination
     * @param levels wanted
     * @return nothing if so few cells or particles cannot be halved often enough
     */
    public static Optional<Refinement> ofNumber(
            String name,
            Resolution resolution,
            int finest,
            int levels,
            IntFunction<Discretisation> at,
            OrderExpectation expectation) {
        List<Double> h = new ArrayList<>();
        for (int k = levels - 1; k >= 0; k--) {
            int n = number(finest, k);
            if (h.isEmpty() || 1.0 / n < h.get(h.size() - 1)) {
                h.add(1.0 / n);
            }
        }
        return h.size() < FEWEST_LEVELS
                ? Optional.empty()
                : Optional.of(new Refinement(
                        name, resolution, h, width -> at.apply((int) Math.round(1 / width)), expectation));
    }

    /** The number of the given parity nearest to {@code finest / 2^k}, at least 2. */
    static int number(int finest, int k) {
        int odd = finest % 2;
        return Math.max(2 + odd, (int) (2 * Math.round((finest / FastMath.pow(2, k) - odd) / 2)) + odd);
    }

    /** Time steps, doubled from level to level above the finest, that of the run under examination. */
    public static Refinement ofStep(
            String name, double finest, int levels, DoubleFunction<Discretisation> at, OrderExpectation expectation) {
        List<Double> h = new ArrayList<>();
        for (int k = levels - 1; k >= 0; k--) {
            h.add(finest * FastMath.pow(2, k));
        }
        return new Refinement(name, Resolution.TIME_STEP, h, at, expectation);
    }

    /** The finest level. */
    public Discretisation finest() {
        return at.apply(h.get(h.size() - 1));
    }
}
