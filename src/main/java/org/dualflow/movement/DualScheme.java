package org.dualflow.movement;

/**
 * How two players step by τ from (x, y) to (x⁺, y⁺). Prox is the movement argmin |·-x|²/(2τ) + E, P the projection on the space.
 * All are of first order but the last.
 */
public enum DualScheme {
    /** x⁺ = P(x - τ∇E₁(x; y)), y⁺ = P(y - τ∇E₂(y; x)). */
    EXPLICIT,
    /** x⁺ = Prox E₁(·; y) from x, y⁺ = Prox E₂(·; x) from y. */
    SIMULTANEOUS,
    /** x⁺ = Prox E₁(·; y) from x, y⁺ = Prox E₂(·; x⁺) from y. */
    ALTERNATING,
    /** x⁺ = Prox E₁(·; y⁺) from x, y⁺ = Prox E₂(·; x⁺) from y: the resolvent of the game. */
    IMPLICIT,
    /**
     * (x̂, ŷ) by EXPLICIT, then x⁺ = P(x - τ∇E₁(x̂; ŷ)), y⁺ = P(y - τ∇E₂(ŷ; x̂)): G. M. Korpelevich, Ekonomika i
     * Matematicheskie Metody 12 (1976) 747–756.
     */
    EXTRAGRADIENT,
    /**
     * x⁺ = argmin |·-x|²/τ - |·-x⁻|²/(4τ) + E₁(·; y⁺) with x⁻ the point before x, and y⁺ likewise: by completing the square IMPLICIT
     * with step 2τ/3 from (4x - x⁻)/3. The first step is IMPLICIT. Order 2; constant steps only.
     *
     * @see <a href="https://doi.org/10.1051/m2an/2018045">Matthes, Plazotta 2019</a>
     */
    BDF2
}
