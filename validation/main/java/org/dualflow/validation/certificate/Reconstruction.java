package org.dualflow.validation.certificate;

/** How F_h is built in space from the masses of the cells. Both agree with the cumulative masses at all faces. */
public enum Reconstruction {
    /** Linear in every cell: masses as slabs. Sharp for data with jumps and atoms. */
    SLABS,
    /**
     * A C¹ cubic in every cell (Hermite, with face densities from the fourth-degree polynomial through the five nearest
     * cumulative masses), so densities are parabolas. Its defect is of the order of the scheme for smooth
     * data, where that of slabs is always of order one.
     */
    PARABOLAS
}
