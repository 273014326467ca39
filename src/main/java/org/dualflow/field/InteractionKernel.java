package org.dualflow.field;

/**
 * An even potential W(x) = w(|x|) through which masses act on each other: the field of a measure ρ is
 * b(x) = -∫ ∇W(x - y) dρ(y) with ∇W(0) = 0, so that nothing acts on itself, be W smooth or pointy.
 *
 * <p>Immutable and stateless.
 */
public interface InteractionKernel {

    /**
     * w'(r)/r, the factor of x in ∇W(x).
     *
     * @param r2 squared distances r², {@code r2[≥ n]}; not to be changed
     * @param n number of distances
     * @param out receives the factors; any finite number at r = 0
     */
    void forces(double[] r2, int n, double[] out);

    /**
     * w(r).
     *
     * @param r2 squared distances r², {@code r2[≥ n]}; not to be changed
     * @param n number of distances
     * @param out receives the potentials
     */
    void potentials(double[] r2, int n, double[] out);

    /**
     * The largest known λ with ⟨∇W(x) - ∇W(y), x - y⟩ ≥ λ |x - y|² in all of space; negative infinity if there is none,
     * as for a pointed maximum. The field of a measure of mass M has the one-sided Lipschitz constant -λ M.
     */
    double convexity();

    /**
     * Coefficients c_1, c_2, …, c_m of w(r) = Σ c_k r^k if w is such a polynomial, which gives exact sums over sorted
     * points; otherwise empty.
     */
    default double[] polynomial() {
        return new double[0];
    }
}
