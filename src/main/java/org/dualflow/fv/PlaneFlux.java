package org.dualflow.fv;

/**
 * Fluxes along both axes of a plane, row by row. Each flux is twice the physical one.
 */
interface PlaneFlux {

    /** Starts a block of columns {@code from ≤ i < to} at the lower faces of its first row. */
    void start(double[][] m, MeshVelocity a, int from, int to);

    /** Makes the fluxes of row {@code j} that are not those of the row below. */
    void fill(double[][] m, MeshVelocity a, int j, int from, int to);

    /** Makes the upper faces of the current row the lower ones of the next. */
    void shift();

    /** Fluxes through the western faces; face n included if it was reached. */
    double[] west();

    /** Fluxes through the eastern faces. */
    double[] east();

    /** Fluxes through the lower faces of the current row. */
    double[] lower();

    /** Fluxes through the upper faces of the current row. */
    double[] upper();
}
