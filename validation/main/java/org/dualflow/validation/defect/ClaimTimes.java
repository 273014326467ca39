package org.dualflow.validation.defect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dualflow.validation.claim.Claim;

/** What claims take on the sound library, and so what to expect of defective ones. */
final class ClaimTimes {

    /** A claim on a defective library may take this many times what it takes on the sound one, and {@link #GRACE} more. */
    private static final double PATIENCE = 20;

    private static final double GRACE = 120;
    /** Seconds, about, to compile a defect and to load the library again. */
    private static final double LOADING = 0.5;

    private final Map<String, Double> seconds = new LinkedHashMap<>();

    ClaimTimes(List<SoundClaim> sound) {
        sound.forEach(claim ->
                seconds.put(claim.outcome().claim().id(), claim.outcome().seconds()));
    }

    private double of(Claim claim) {
        return seconds.getOrDefault(claim.id(), 0.0);
    }

    /** Seconds after which a claim is given up. */
    double limit(Claim claim) {
        return GRACE + PATIENCE * of(claim);
    }

    /** Seconds, about, that a plan takes. */
    double cost(MatrixPlan plan) {
        return plan.rows().values().stream().mapToDouble(this::cost).sum();
    }

    /** Seconds, about, that a row takes. */
    double cost(List<Claim> row) {
        return (row.isEmpty() ? 0 : LOADING)
                + row.stream().mapToDouble(this::of).sum();
    }
}
