package org.dualflow.validation.claim;

import java.util.function.Function;

/**
 * A claim on anything but an order, as a value: numbers with the intervals in which they must lie.
 *
 * @param id name in kebab case
 * @param title a line for people
 * @param statement what is measured
 * @param expected what must come out
 * @param why a citation or a derivation
 * @param suite the smallest suite that runs it
 * @param computation measures and judges
 */
public record BoundClaim(
        String id,
        String title,
        String statement,
        String expected,
        String why,
        Suite suite,
        Function<ClaimProgress, ClaimResult> computation)
        implements Claim {

    @Override
    public ClaimResult check(ClaimProgress progress) {
        return computation.apply(progress);
    }
}
