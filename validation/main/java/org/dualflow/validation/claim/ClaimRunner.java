package org.dualflow.validation.claim;

import java.util.ArrayList;
import java.util.List;

/** Runs claims one after the other. A check that throws has failed; it stops no other one. */
public final class ClaimRunner {

    /** Is told what happens. All methods do nothing unless overridden. */
    public interface Listener {
        /** Tells nobody. */
        Listener SILENT = new Listener() {};

        /**
         * A claim is about to be checked.
         *
         * @param claim the claim
         * @param index its number, from 0
         * @param total number of claims of this run
         */
        default void started(Claim claim, int index, int total) {}

        /** A claim has come so far. */
        default void progressed(Claim claim, double fraction, String what) {}

        /** A claim has been judged. */
        default void finished(ClaimOutcome outcome) {}
    }

    private final Listener listener;

    /** A runner that reports to {@code listener}. */
    public ClaimRunner(Listener listener) {
        this.listener = listener;
    }

    /** Runs the given claims in their order. */
    public List<ClaimOutcome> run(List<Claim> claims) {
        List<ClaimOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            listener.started(claims.get(i), i, claims.size());
            ClaimOutcome outcome = run(claims.get(i));
            outcomes.add(outcome);
            listener.finished(outcome);
        }
        return outcomes;
    }

    /** Runs one claim. */
    public ClaimOutcome run(Claim claim) {
        long start = System.nanoTime();
        ClaimResult result = check(claim);
        return new ClaimOutcome(claim, result, 1e-9 * (System.nanoTime() - start));
    }

    private ClaimResult check(Claim claim) {
        try {
            return claim.check((fraction, what) -> listener.progressed(claim, fraction, what));
        } catch (RuntimeException | AssertionError | StackOverflowError | OutOfMemoryError broken) {
            return ClaimResult.failure(broken);
        }
    }
}
