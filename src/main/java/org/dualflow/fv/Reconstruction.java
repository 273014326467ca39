package org.dualflow.fv;

import org.dualflow.mesh.Mesh;

/**
 * Turns rows of cell values into the two rows from which fluxes are made: what a cell shows to its lower and to its upper
 * face. The flux through a face is then a sum of one term of each of its two cells.
 *
 * <p>Works along every axis: a stencil is a list of rows, neighbours along the axis at the same index.
 */
final class Reconstruction {

    private final RowKernels kernels;
    private final TransportScheme scheme;
    private final int reach;
    private final boolean upwind;

    Reconstruction(TransportScheme scheme, RowKernels kernels) {
        this.kernels = kernels;
        this.scheme = scheme;
        this.upwind = scheme.faces() == FaceFlux.UPWIND;
        this.reach = switch (scheme.flux()) {
            case UPWIND, UPWIND_AT_FACES -> 0;
            case MUSCL -> scheme.limiter() == Limiter.NONE ? 0 : 1;
            case WENO5 -> 2;
        };
    }

    /** Rejects a mesh on which the scheme is not defined. */
    static void require(TransportScheme scheme, Mesh mesh) {
        if (scheme.flux() == TransportScheme.Flux.WENO5 && !mesh.isUniform()) {
            throw new IllegalArgumentException("mesh: an axis is graded: with weno5, only uniform axes are allowed");
        }
    }

    /** Number of neighbours on either side that a cell needs. */
    int reach() {
        return reach;
    }

    /** Whether a cell shows its own value to both faces, so that no rows need be filled. */
    boolean isIdentity() {
        return reach == 0 && !scheme.isCentred();
    }

    /** Whether velocities belong to cells. */
    boolean isCentred() {
        return scheme.isCentred();
    }

    /**
     * Fills both rows.
     *
     * @param stencil rows of the cell's neighbours, the cell itself at index {@code reach}
     * @param a velocities at the points of the cells, used only if they belong to cells
     * @param g the axis
     * @param alpha width ratios of a graded axis, see {@link AxisGeometry}; not used on a uniform one
     */
    void fill(
            double[][] stencil,
            double[] a,
            AxisGeometry g,
            double[] alpha,
            double[] beta,
            double[] low,
            double[] high,
            int from,
            int to) {
        Limiter limiter = scheme.limiter();
        if (scheme.isCentred()) {
            kernels.donor(stencil[0], a, low, high, from, to);
        } else if (reach == 2) {
            kernels.weno(stencil, low, high, from, to);
        } else if (g.uniform) {
            kernels.limited(limiter, stencil[0], stencil[1], stencil[2], low, high, from, to);
        } else {
            kernels.limited(limiter, stencil[0], stencil[1], stencil[2], alpha, beta, low, high, from, to);
        }
    }

    /**
     * Twice the flux through faces, from what their two cells show them and the velocity at the faces.
     *
     * @param inner faces {@code from ≤ i < inner} are at an end of the axis: they have a cell on one side only, and nothing comes from
     *     the other
     */
    void flux(double[] below, double[] above, double[] a, double[] f, int from, int inner, int to) {
        if (scheme.isCentred()) {
            kernels.add(below, above, f, from, to);
        } else if (upwind) {
            kernels.upwind(below, above, a, f, from, to);
        } else {
            ownFlux(below, above, a, f, from, inner, to);
        }
    }

    private void ownFlux(double[] below, double[] above, double[] a, double[] f, int from, int inner, int to) {
        kernels.upwind(below, above, a, f, from, inner);
        scheme.faces().rows().fill(below, above, a, f, inner, to);
        kernels.scale(f, 2, f, inner, to);
    }
}
