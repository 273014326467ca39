package org.dualflow.fv;

/**
 * The numerical flux through a face: a function F(below, above, a) of the values that the two cells show there and of the velocity
 * of the face, consistent: F(ρ, ρ, a) = a ρ. It goes with every reconstruction at faces, that is with {@link TransportScheme.Flux#UPWIND_AT_FACES}
 * (cells show their own values), {@link TransportScheme.Flux#MUSCL} and {@link TransportScheme.Flux#WENO5}.
 *
 * <p>A flux of one's own is a function on rows:
 *
 * <pre>{@code
 * FaceFlux central = FaceFlux.of("central", (below, above, a, f, from, to) -> {
 *     for (int i = from; i < to; i++) {
 *         f[i] = a[i] * (below[i] + above[i]) / 2;
 *     }
 * });
 * TransportScheme scheme = TransportScheme.upwindAtFaces().withFaces(central).withTime(SspRungeKutta.SSP3);
 * }</pre>
 */
public final class FaceFlux {

    /** F = a⁺ below - a⁻ above. */
    public static final FaceFlux UPWIND = of("upwind", (below, above, a, f, from, to) -> {
        throw new IllegalStateException("upwind has a kernel of its own");
    });

    /** A numerical flux as a function on rows. Holds no state: several threads may call it at once. */
    @FunctionalInterface
    public interface Rows {
        /**
         * Fills {@code f[i] = F(below[i], above[i], a[i])} for {@code from ≤ i < to}; {@code f} is another array than the others.
         * Values are densities up to a factor common to all cells, so F must be homogeneous: F(c below, c above, a) = c F(below, above, a).
         *
         * @param below what the cells below the faces show, not to be changed
         * @param above what the cells above the faces show, not to be changed
         * @param a velocities of the faces, not to be changed
         * @param f receives the fluxes
         */
        void fill(double[] below, double[] above, double[] a, double[] f, int from, int to);
    }

    private final String label;
    private final Rows rows;

    private FaceFlux(String label, Rows rows) {
        this.label = label;
        this.rows = rows;
    }

    /**
     * A flux of one's own. It is asked for the faces between two cells; the ends of an axis that is not periodic stay closed, or
     * open for what flows out. Masses are inspected in every stage, and a step that makes one negative is rejected.
     *
     * @param label what tables call it
     * @param rows F
     */
    public static FaceFlux of(String label, Rows rows) {
        return new FaceFlux(label, rows);
    }

    /** What tables call it. */
    public String label() {
        return label;
    }

    @Override
    public String toString() {
        return label;
    }

    Rows rows() {
        return rows;
    }
}
