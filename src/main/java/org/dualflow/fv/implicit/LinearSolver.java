package org.dualflow.fv.implicit;

/** Solves the linear systems of Newton's method on a mesh. */
interface LinearSolver {

    /**
     * Solves (ground + conductances) x = side.
     *
     * @param ground positive, {@code [rows][rowLength]}
     * @param side right side
     * @param x a guess; receives the solution
     * @param allowance accepted sum of the absolute residuals
     * @return the sum of the absolute residuals that is left; zero stands for rounding
     */
    double solve(double[][] ground, double[][] side, double[][] x, double allowance);

    /** Iterations of the last solve; zero for elimination. */
    int iterations();

    /** Whether solutions are right up to rounding in every component. */
    boolean isDirect();
}
