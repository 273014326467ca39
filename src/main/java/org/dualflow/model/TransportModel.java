package org.dualflow.model;

import java.util.Optional;

/**
 * Coupled continuity equations
 *
 * <pre>  ∂t ρ_s + div( ρ_s Π b_s[t, ρ_1 … ρ_S, y] ) = S_s,     y' = r[t, ρ_1 … ρ_S, y],</pre>
 *
 * where Π projects on the tangent cone of the domain at its clipped ends. Written once, solved by finite volumes
 * and by particles.
 */
public interface TransportModel extends Model {

    /** The source of species {@code s}; none by default. */
    default Optional<Source> source(int s) {
        return Optional.empty();
    }

    /** A new workspace that evaluates the right-hand side for one solver. */
    Coupling couple();
}
