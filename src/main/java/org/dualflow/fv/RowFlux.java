package org.dualflow.fv;

/**
 * Fluxes along the first axis, where neighbours are at shifted indices: shifted copies of a row make them neighbours at
 * the same index, the form in which the compiler vectorises and which every other axis has by itself.
 */
interface RowFlux {

    /** Fills the fluxes of cells {@code from ≤ i < to} of a row of masses, {@code a} the velocities of the row. */
    void fill(double[] masses, double[] a, int from, int to);

    /** Twice the flux through the lower faces of the cells last filled; face n included if it was reached. */
    double[] west();

    /** Twice the flux through the upper faces. */
    double[] east();
}
