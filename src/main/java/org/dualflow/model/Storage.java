package org.dualflow.model;

import java.util.Arrays;

/**
 * How much a point stores at a potential: r = h(w), h strictly increasing, h(0) = 0; the nonlinearity of a
 * {@link GradientFlow}. Pure functions over arrays.
 *
 * <p>A convex h makes Newton's method for an implicit step monotone: the residual is then a convex function of w and its
 * Jacobian an M-matrix.
 */
public interface Storage {

    /** r = e^w - 1, w = log(1 + r): the Jensen–Shannon flow. */
    Storage EXPONENTIAL = new ExponentialStorage(false);

    /** r = w: Fokker–Planck equations, the Ornstein–Uhlenbeck process among them. */
    Storage LINEAR = new Storage() {
        @Override
        public void potentials(double[] r, int from, int to, double[] w) {
            System.arraycopy(r, from, w, from, to - from);
        }

        @Override
        public void ratios(double[] w, int from, int to, double[] r) {
            System.arraycopy(w, from, r, from, to - from);
        }

        @Override
        public void slopes(double[] r, int from, int to, double[] slope) {
            Arrays.fill(slope, from, to, 1);
        }

        @Override
        public boolean isConvex() {
            return true;
        }
    };

    /**
     * w = r^m, r = w^(1/m): the porous medium equation. Its slope is infinite at w = 0.
     *
     * @param exponent m &gt; 1, finite
     */
    static Storage power(double exponent) {
        return new PowerStorage(exponent);
    }

    /** {@code w[i] = h⁻¹(r[i])} for from ≤ i &lt; to; {@code 0 ≤ r[i] ≤ 10³⁰⁰}; {@code w} must not be {@code r}. */
    void potentials(double[] r, int from, int to, double[] w);

    /** {@code r[i] = h(w[i])} for from ≤ i &lt; to; {@code w[i] ≥ 0}, for linear and exponential ones
     * {@code w[i] ≥ -700}, r ≤ 10³⁰⁰; {@code r} must not be {@code w}. */
    void ratios(double[] w, int from, int to, double[] r);

    /** The same function, which may be faster, for potentials from 0 to {@code greatest}. */
    default Storage upTo(double greatest) {
        return this;
    }

    /** {@code slope[i] = h'(h⁻¹(r[i]))} for from ≤ i &lt; to; {@code r[i] ≥ 0}; may be infinite. */
    void slopes(double[] r, int from, int to, double[] slope);

    /** Whether h is convex on w ≥ 0. */
    boolean isConvex();
}
