package org.dualflow.fv;

/**
 * Fluxes along the second or third axis, row by row: each flux is computed once and serves the two rows that it
 * separates. A line of rows is one plane's rows for the second axis, and one row of every plane for the third, whose lines
 * advance side by side, each in its own slot. Cell {@code i} of a line is row {@code base + stride i}.
 */
interface TransverseFlux {

    /** Starts a line at its first face. */
    void start(int slot, double[][] m, int base, double[][] a, int velocityBase, int from, int to);

    /** Makes the upper flux of row {@code index}. */
    void advance(int slot, int index, double[][] m, int base, double[][] a, int velocityBase, int from, int to);

    /** Makes the upper face the lower one of the next row. */
    void shift(int slot);

    /** Twice the flux through the lower face of the current row of a slot. */
    double[] lower(int slot);

    /** Twice the flux through the upper face of the row advanced to last. */
    double[] upper();
}
