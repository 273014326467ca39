package org.dualflow.validation.claim;

/** Something this project says about its numbers, with a reason, and a computation that decides whether it is so. */
public interface Claim {

    /** When a claim is run. */
    enum Suite {
        /** In every build: a few seconds at most. */
        FAST,
        /** Only when asked for. */
        FULL;

        /** Whether a run of this suite includes claims of another one: the full suite includes the fast one. */
        public boolean includes(Suite other) {
            return this == FULL || other == FAST;
        }
    }

    /** Name in kebab case, unique, never reused: {@code upwind-dirac-half-order}. */
    String id();

    /** A line for people. */
    String title();

    /** What is measured, on what ladder, in what norm. */
    String statement();

    /** What must come out. */
    String expected();

    /** Why: a citation or a derivation. */
    String why();

    /** The smallest suite that runs this claim. */
    Suite suite();

    /**
     * Computes and judges. An exception counts as FAIL.
     *
     * @param progress is told how far it has come
     */
    ClaimResult check(ClaimProgress progress);

    /** {@link #check(ClaimProgress)} in silence. */
    default ClaimResult check() {
        return check(ClaimProgress.SILENT);
    }
}
