package org.dualflow.validation.claim;

/**
 * A claim that was run.
 *
 * @param claim what was claimed
 * @param result what came out
 * @param seconds wall-clock time
 */
public record ClaimOutcome(Claim claim, ClaimResult result, double seconds) {

    /** Whether the verdict lets a build pass. */
    public boolean passes() {
        return result.verdict().passes();
    }
}
