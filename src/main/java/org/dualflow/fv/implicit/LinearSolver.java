package org.dualflow.fv.implicit;

/** Solves the linear systems of Newton's method on a mesh. */
interface LinearSolver {

    /**
     * Sets the ground.
     *
     * @param ground positive, {@code [rows][rowLength]}; kept, not copied
     */
    void ground(double[][] ground);

    /**
     * Solves (ground + conductances) x = side.
     *
     * @param side right side
     * @param x a guess; receives the solution
     * @param allowance accepted sum of the absolute residuals
     * @return the sum of the absolute residuals that is left; zero stands for rounding
     */
    double solve(double[][] side, double[][] x, double allowance);

    /** Iterations of the last solve; zero for elimination. */
    int iterations();

    /** Whether solutions are right up to rounding in every component. */
    boolean isDirect();
}
