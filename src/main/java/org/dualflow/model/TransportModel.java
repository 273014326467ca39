package org.dualflow.model;

import java.util.Optional;
import org.dualflow.mesh.Mesh;

/**
 * Coupled continuity equations
 *
 * <pre>  ∂t ρ_s + div( ρ_s Π b_s[t, ρ_1 … ρ_S, y] ) = S_s,     y' = r[t, ρ_1 … ρ_S, y],</pre>
 *
 * where Π projects on the tangent cone of the domain at its clipped ends. Written once, solved by finite volumes
 * and by particles.
 */
public interface TransportModel extends Model {

    /** The source of species {@code s} as a density, S: what meshes take. None by default. */
    default Optional<Source> source(int s) {
        return Optional.empty();
    }

    /**
     * The source of species {@code s} as a rate, c = S_s/ρ_s along the solution: what particles take. None by default. A model
     * that gives a density and a rate says the same thing twice, and is solved by both discretisations.
     */
    default Optional<Growth> growth(int s) {
        return Optional.empty();
    }

    @Override
    default boolean conservesMass(int s) {
        return source(s).isEmpty() && growth(s).isEmpty();
    }

    /**
     * Looks whether the model can be solved on a mesh for species {@code s}; any mesh by default.
     *
     * @throws IllegalArgumentException if it cannot; the message says which mesh is needed
     */
    default void require(int s, Mesh mesh) {}

    /** A new workspace that evaluates the right-hand side for one solver. */
    Coupling couple();
}
