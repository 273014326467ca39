package org.dualflow.fv.remap;

import java.util.Locale;

/**
 * How the mass of a cell is spread over it before a conservative remap cuts it.
 *
 * <p>Every choice conserves mass and keeps it nonnegative for any step. Let h be the width of a cell, Δt the step.
 */
public enum RemapReconstruction {
    /**
     * Evenly. Monotone: ordered masses stay ordered. Order 1: where the Courant number is below one this is the upwind
     * scheme.
     */
    CONSTANT(1),
    /** A linear density with the monotonised central slope (van Leer, J. Comput. Phys. 23, 1977). Order 2. */
    LINEAR(2),
    /**
     * A parabola between interpolated edge values with the monotone limiter of Colella and Woodward (PPM, J. Comput.
     * Phys. 54, 1984, doi:10.1016/0021-9991(84)90143-8). Order 3.
     */
    PARABOLIC(3),
    /**
     * Each cell also carries the centre and the variance of its mass, and the mass is laid down again as the slab that
     * has these moments, with atoms at the ends of the cell where no slab inside the cell has them (after Egan and
     * Mahoney, J. Appl. Meteorol. 11, 1972, who cut the variance there instead). Where the velocity is constant in
     * space, mass, mean and variance of the solution are exact, and a step or an isolated atom is moved exactly: there
     * is no numerical diffusion, however many steps are made. Order 2 for smooth data, without the factor 1/Δt.
     * Needs two more numbers per cell and dimension.
     */
    MOMENTS(2);

    private final int order;

    RemapReconstruction(int order) {
        this.order = order;
    }

    /** Order in h of the W₁ error for smooth data at a fixed Courant number. */
    public int order() {
        return order;
    }

    /** What case files call it: the name in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The reconstruction that case files call so. */
    public static RemapReconstruction named(String label) {
        for (RemapReconstruction reconstruction : values()) {
            if (reconstruction.label().equals(label)) {
                return reconstruction;
            }
        }
        throw new IllegalArgumentException(
                "reconstruction = \"" + label + "\": constant, linear, parabolic or moments is allowed");
    }
}
