package org.dualflow.particle;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What particles do that meet. */
public enum Sticking {
    /** They pass through each other. */
    NONE("none"),
    /**
     * On a line, they stay together for ever: the order of the particles is kept, and whoever would overtake shares
     * one position from then on, the weighted mean of where the group would have been (weighted isotonic regression of
     * the new positions). Nobody is removed: merged particles keep index and weight, their positions agree to the last
     * bit, and the centre of mass stays.
     *
     * <p>For the aggregation equation with W = |x| the projection commutes with the flow, so that Euler's method is
     * exact for every step size (Y. Brenier, W. Gangbo, G. Savaré, M. Westdickenberg, J. Math. Pures Appl. 99, 2013,
     * doi:10.1016/j.matpur.2012.09.013). For other interactions a collision costs O(step) at the particles involved.
     *
     * <p>If the field is steady, a particle also sticks to sinks: where the velocity reverses along its way in a step,
     * the sink in between is located by bisection and the particle put on it; on a line no solution crosses one.
     */
    STICKY("sticky");

    private final String label;

    Sticking(String label) {
        this.label = label;
    }

    /** The rule that case files call {@code label}. */
    public static Sticking named(String label) {
        for (Sticking rule : values()) {
            if (rule.label.equals(label)) {
                return rule;
            }
        }
        throw new IllegalArgumentException("sticking = " + label + ": one of "
                + Arrays.stream(values()).map(s -> s.label).collect(Collectors.joining(", ")) + " is allowed");
    }

    /** What case files call the rule. */
    public String label() {
        return label;
    }
}
