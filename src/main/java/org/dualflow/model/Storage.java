package org.dualflow.model;

import java.util.Arrays;
import org.hipparchus.util.FastMath;

/**
 * How much a point stores at a potential: r = h(w), h strictly increasing, h(0) = 0; the nonlinearity of a
 * {@link GradientFlow}. Pure functions over arrays.
 *
 * <p>A convex h makes Newton's method for an implicit step monotone: the residual is then a convex function of w and its
 * Jacobian an M-matrix.
 */
public interface Storage {

    /** r = e^w - 1, w = log(1 + r): the Jensen–Shannon flow. */
    Storage EXPONENTIAL = new Storage() {
        @Override
        public void potentials(double[] r, int n, double[] w) {
            for (int i = 0; i < n; i++) {
                w[i] = FastMath.log1p(r[i]);
            }
        }

        @Override
        public void ratios(double[] w, int n, double[] r) {
            for (int i = 0; i < n; i++) {
                r[i] = FastMath.expm1(w[i]);
            }
        }

        @Override
        public void slopes(double[] r, int n, double[] slope) {
            for (int i = 0; i < n; i++) {
                slope[i] = 1 + r[i];
            }
        }

        @Override
        public boolean isConvex() {
            return true;
        }
    };

    /** r = w: Fokker–Planck equations, the Ornstein–Uhlenbeck process among them. */
    Storage LINEAR = new Storage() {
        @Override
        public void potentials(double[] r, int n, double[] w) {
            System.arraycopy(r, 0, w, 0, n);
        }

        @Override
        public void ratios(double[] w, int n, double[] r) {
            System.arraycopy(w, 0, r, 0, n);
        }

        @Override
        public void slopes(double[] r, int n, double[] slope) {
            Arrays.fill(slope, 0, n, 1);
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

    /** {@code w[i] = h⁻¹(r[i])} for i &lt; n; {@code r[i] ≥ 0}. */
    void potentials(double[] r, int n, double[] w);

    /** {@code r[i] = h(w[i])} for i &lt; n; {@code w[i] ≥ 0}. */
    void ratios(double[] w, int n, double[] r);

    /** {@code slope[i] = h'(h⁻¹(r[i]))} for i &lt; n; {@code r[i] ≥ 0}; may be infinite. */
    void slopes(double[] r, int n, double[] slope);

    /** Whether h is convex on w ≥ 0. */
    boolean isConvex();
}
