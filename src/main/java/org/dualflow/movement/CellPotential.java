package org.dualflow.movement;

import org.dualflow.measure.CellMeasure;

/** A potential V on cells that holds during one movement: it may depend on where the movement starts. */
@FunctionalInterface
public interface CellPotential {

    /** No potential. */
    CellPotential NONE = (start, out) -> {};

    /**
     * Evaluates V.
     *
     * @param start the masses at the start of the movement; not to be changed
     * @param out receives V in every cell, {@code [row][i]}, finite; zero before the first movement
     */
    void fill(CellMeasure start, double[][] out);
}
