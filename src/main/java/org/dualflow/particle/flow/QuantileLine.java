package org.dualflow.particle.flow;

import org.dualflow.measure.LineLaw;
import org.dualflow.measure.SmoothLaw;
import org.dualflow.mesh.Domain;
import org.hipparchus.util.FastMath;

/**
 * The discrete energy of equal particles in order on a line, and its derivatives. Interval k = 0 … n lies between particle
 * k-1 and particle k; it holds the mass m_k = 1/n of the particles and the mass δ_k of the data law. The first and last one
 * reach to a wall and hold m_k = 1/(2n), or are one and the same interval across the ends of a circle.
 *
 * <pre>  J(X) = Σ_k ½ [ m_k log(2 m_k/(m_k + δ_k)) + δ_k log(2 δ_k/(m_k + δ_k)) ],     ∂J/∂δ = ½ log(2δ/(m + δ))</pre>
 */
final class QuantileLine {

    private static final double LOG2 = FastMath.log(2);

    private final SmoothLaw data;
    private final LineLaw masses;
    final Domain.Side side;
    final int n;
    final double weight;
    final boolean periodic;
    /** Data masses of the intervals, {@code [n + 1]}. */
    final double[] delta;
    /** ∂J/∂δ of the intervals. */
    final double[] slope;
    /** ∂²J/∂δ² of the intervals. */
    final double[] curvature;
    /** Data density at the particles. */
    final double[] density;
    /** Derivative of the data density at the particles. */
    final double[] derivative;

    private final double[][] place;

    QuantileLine(SmoothLaw data, Domain.Side side, int n) {
        this.data = data;
        this.masses = LineMasses.of(data, side);
        this.side = side;
        this.n = n;
        this.weight = 1.0 / n;
        this.periodic = side.isPeriodic();
        this.delta = new double[n + 1];
        this.slope = new double[n + 1];
        this.curvature = new double[n + 1];
        this.density = new double[n];
        this.derivative = new double[n];
        this.place = new double[1][n];
    }

    /** Mass of interval {@code k} in particles. */
    double mass(int k) {
        return !periodic && (k == 0 || k == n) ? 0.5 * weight : weight;
    }

    /** Value of the particle below interval {@code k}; {@code wall} if there is a wall. */
    double before(double[] values, int k, double wall) {
        return k > 0 ? values[k - 1] : periodic ? values[n - 1] : wall;
    }

    /** Value of the particle above interval {@code k}; {@code wall} if there is a wall. */
    double after(double[] values, int k, double wall) {
        return k < n ? values[k] : periodic ? values[0] : wall;
    }

    /** Length of interval {@code k}. */
    double gap(double[] x, int k) {
        double gap = after(x, k, side.upper()) - before(x, k, side.lower());
        return periodic && (k == 0 || k == n) ? gap + side.length() : gap;
    }

    /** Whether every interval has a positive length. */
    boolean ordered(double[] x) {
        boolean ok = true;
        for (int k = 0; k <= n; k++) {
            ok &= gap(x, k) > 0;
        }
        return ok;
    }

    /** Evaluates the energy of positions in order. */
    double energy(double[] x) {
        masses(x);
        double sum = 0;
        for (int k = 0; k < (periodic ? n : n + 1); k++) {
            sum += divergence(mass(k), delta[k]);
        }
        return sum;
    }

    private static double divergence(double m, double d) {
        double particles = m * FastMath.log(2 * m / (m + d));
        return 0.5 * (d > 0 ? particles + d * FastMath.log(2 * d / (m + d)) : particles);
    }

    /** Fills masses, slopes and curvatures of the intervals, density and its derivative at the particles. */
    void evaluate(double[] x) {
        masses(x);
        for (int k = 0; k <= n; k++) {
            double m = mass(k);
            slope[k] = 0.5 * (LOG2 - FastMath.log1p(m / delta[k]));
            curvature[k] = 0.5 * m / (delta[k] * (m + delta[k]));
        }
        for (int i = 0; i < n; i++) {
            place[0][i] = side.wrap(x[i]);
        }
        data.fillDensity(place, n, density);
        data.fillScore(0, place, n, derivative);
        for (int i = 0; i < n; i++) {
            derivative[i] *= density[i];
        }
    }

    private void masses(double[] x) {
        for (int k = 1; k < n; k++) {
            delta[k] = between(x[k - 1], x[k]);
        }
        if (periodic) {
            delta[0] = between(x[n - 1], x[0] + side.length());
            delta[n] = delta[0];
        } else {
            delta[0] = masses.mass(Double.NEGATIVE_INFINITY, x[0]);
            delta[n] = masses.mass(x[n - 1], Double.POSITIVE_INFINITY);
        }
    }

    private double between(double from, double to) {
        if (!periodic) {
            return masses.mass(from, to);
        }
        double a = side.wrap(from);
        double b = a + (to - from);
        return b <= side.upper()
                ? masses.mass(a, b)
                : masses.mass(a, side.upper()) + masses.mass(side.lower(), b - side.length());
    }
}
