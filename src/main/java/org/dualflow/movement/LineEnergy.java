package org.dualflow.movement;

/**
 * An energy of probability measures on the line in the coordinates of a {@link QuantileSpace}: places of n particles in order. Its
 * second derivatives are a tridiagonal matrix less c w wᵀ.
 */
public interface LineEnergy extends Energy {

    /**
     * The tridiagonal part of the second derivatives, added to what the arrays hold.
     *
     * @param diagonal receives the diagonal, {@code [n]}
     * @param coupling receives in {@code [i]} the element beside the diagonal of rows i-1 and i; {@code [0]} is not used
     */
    void addCurvature(double[] x, double[] diagonal, double[] coupling);

    /** c: how strongly places are attracted to the mean of all; 0 if they are not. */
    default double attraction() {
        return 0;
    }

    /** Whether the energy is infinite where two particles meet, and elements beside the diagonal may not be zero. */
    default boolean keepsApart() {
        return false;
    }

    /**
     * M such that |D³E[h,h,h]| ≤ 2 M (D²E[h,h])^{3/2} everywhere: E is self-concordant; 0 for quadratic E, infinite if not known.
     *
     * @see <a href="https://doi.org/10.1137/1.9781611970791">Nesterov, Nemirovskii 1994</a>
     */
    default double concordance() {
        return Double.POSITIVE_INFINITY;
    }
}
