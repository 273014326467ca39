package org.dualflow.validation.agreement;

import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.Measure;
import org.dualflow.measure.QuantileFunction;
import org.dualflow.measure.Wasserstein;
import org.dualflow.mesh.Axis;
import org.dualflow.mesh.Boundary;

/** How the cells of a mesh are read as a measure on the line. Particles are atoms in either reading. */
public enum Reading {
    /** Every cell is an atom at its point. */
    ATOMS,
    /** Every cell is a slab, but the cell on a clipped wall an atom on the wall. */
    SLABS;

    /**
     * The distance between the two readings of a measure on a line: what an order of convergence or a distance may owe to the
     * place of mass within cells alone. 0 for particles.
     */
    public static double gap(Measure measure, Wasserstein metric) {
        return measure instanceof CellMeasure ? metric.between(ATOMS.of(measure), SLABS.of(measure)) : 0;
    }

    /** The measure as a quantile function. */
    public QuantileFunction of(Measure measure) {
        if (this == SLABS && measure instanceof CellMeasure cells) {
            Axis axis = cells.mesh().axis(0);
            int last = axis.cells() - 1;
            boolean lower = axis.side().atLower() == Boundary.CLIPPED;
            boolean upper = axis.side().atUpper() == Boundary.CLIPPED;
            return QuantileFunction.ofSlabs(cells, i -> i == 0 && lower || i == last && upper);
        }
        return QuantileFunction.ofAtoms(measure);
    }
}
