package org.dualflow.particle;

import org.dualflow.time.StepFailure;

/** A trial step that is not acceptable: what becomes a {@link StepFailure} if smaller steps do not help. */
final class StepRejection extends Exception {

    private static final long serialVersionUID = 1L;

    private final StepFailure.Cause reason;
    private final String species;
    private final int index;

    private StepRejection(StepFailure.Cause reason, String species, int index, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
        this.species = species;
        this.index = index;
    }

    /** Particle {@code i} would be displaced by {@code value} along axis {@code d}. */
    static StepRejection of(StepFailure.Cause reason, String species, int i, int d, double displacement, double limit) {
        return new StepRejection(
                reason,
                species,
                i,
                "displacement " + displacement + " along axis " + d + ": at most the length of the axis, " + limit
                        + ", is allowed");
    }

    /** The scalar unknown {@code name} would change by {@code value}. */
    static StepRejection ofScalar(String name, double value) {
        return new StepRejection(
                StepFailure.Cause.NOT_FINITE, name, -1, "change " + value + ": a finite number is allowed");
    }

    /** The weight of particle {@code i} would grow by the factor e^{exponent}. */
    static StepRejection ofWeight(String species, int i, double exponent) {
        return new StepRejection(
                StepFailure.Cause.NOT_FINITE,
                species,
                i,
                "growth of its weight by e^" + exponent + ": a finite weight is allowed");
    }

    StepFailure at(double time, double step) {
        return new StepFailure(reason, time, species, index, getMessage() + " (smallest step tried " + step + ")");
    }
}
