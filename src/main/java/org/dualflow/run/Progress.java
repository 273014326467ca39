package org.dualflow.run;

/** Is told how far a solution has come, and may stop it. Called after every step. */
@FunctionalInterface
public interface Progress {

    /** Neither shows nor stops anything. */
    Progress SILENT = (time, end, step, steps) -> true;

    /**
     * @param time time reached
     * @param end time to reach
     * @param step size of the last step
     * @param steps accepted steps so far
     * @return whether to go on; if not, the solution ends here with status interrupted
     */
    boolean report(double time, double end, double step, long steps);
}
