package org.dualflow.validation.claim;

/** Is told how far the check of a claim has come. */
@FunctionalInterface
public interface ClaimProgress {

    /** Tells nobody. */
    ClaimProgress SILENT = (fraction, what) -> {};

    /**
     * @param fraction between 0 and 1
     * @param what what comes next, in a few words
     */
    void report(double fraction, String what);
}
