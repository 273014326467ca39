package org.dualflow.movement;

import java.util.List;

/**
 * Two gradient flows that drive each other: x descends E₁(·; y) in its metric space and y descends E₂(·; x) in another, at once,
 *
 * <pre>  x' = -γ₁ ∇E₁(x; y),      y' = -γ₂ ∇E₂(y; x),</pre>
 *
 * each projected on the tangent cone of its space. In a zero-sum game E₂ = -E₁. With the norm |x|²/γ₁ + |y|²/γ₂ of pairs,
 * A = (γ₁∇E₁, γ₂∇E₂) is monotone up to μ: ⟨A(z) - A(z'), z - z'⟩ ≥ μ |z - z'|².
 *
 * <p>Source of the frame: G. Turinici, <i>Convergence dynamics of Generative Adversarial Networks: the dual metric flows</i>,
 * 2021, arXiv 2012.10410.
 *
 * @param first the player called x
 * @param second the player called y
 * @param monotonicity μ, the largest number known; -∞ if none is
 * @param <E> energies of the first player
 * @param <F> energies of the second one
 */
public record DualFlow<E extends Energy, F extends Energy>(Player<E> first, Player<F> second, double monotonicity) {

    /**
     * The Nikaido–Isoda gap: what both players together could gain if each alone moved to where it is best off,
     *
     * <pre>  E₁(x; y) - min E₁(·; y) + E₂(y; x) - min E₂(·; x) ≥ 0,</pre>
     *
     * zero at equilibria only. Each minimum is certified; energies must be λ-convex with λ &gt; 0.
     *
     * @throws MovementFailure if a minimum cannot be certified
     * @see <a href="https://doi.org/10.2140/pjm.1955.5.807">Nikaido, Isoda 1955</a>
     */
    public double gap(double[] x, double[] y) {
        return regret(first, x, y) + regret(second, y, x);
    }

    private static <G extends Energy> double regret(Player<G> player, double[] own, double[] other) {
        G energy = player.energy(other);
        double[] best = own.clone();
        player.space().mover().rest(energy, best);
        return energy.value(own) - energy.value(best);
    }

    /** The product distance: (|x - x'|²/γ₁ + |y - y'|²/γ₂)^½. */
    public double distance(List<double[]> a, List<double[]> b) {
        double dx = first.space().distance(a.get(0), b.get(0));
        double dy = second.space().distance(a.get(1), b.get(1));
        return Math.sqrt(dx * dx / first.speed() + dy * dy / second.speed());
    }
}
