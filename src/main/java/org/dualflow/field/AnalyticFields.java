package org.dualflow.field;

import org.dualflow.mesh.Domain;
import org.hipparchus.util.FastMath;

/**
 * Velocity fields in closed form, with their sharp one-sided Lipschitz constants.
 */
public final class AnalyticFields {

    private AnalyticFields() {}

    /** One component of a field with its loop over the batch. */
    @FunctionalInterface
    private interface Filler {
        void fill(int component, double[][] x, int n, double[] out);
    }

    private record Analytic(int dimension, double oneSidedLipschitz, Filler filler) implements VelocityField {
        @Override
        public void fill(int component, double[][] x, int n, double[] out) {
            filler.fill(component, x, n, out);
        }

        /** Itself: it holds no work arrays. */
        @Override
        public VelocityField twin() {
            return this;
        }
    }

    /** b = (v_1 … v_d); one-sided Lipschitz constant 0. */
    public static VelocityField constant(double... velocity) {
        if (velocity.length < 1 || velocity.length > Domain.MAX_DIMENSION) {
            throw new IllegalArgumentException(
                    "velocity: " + velocity.length + " components: 1 to " + Domain.MAX_DIMENSION + " are allowed");
        }
        double[] v = velocity.clone();
        for (int d = 0; d < v.length; d++) {
            requireFinite("velocity[" + d + "]", v[d]);
        }
        return new Analytic(v.length, 0, (component, x, n, out) -> java.util.Arrays.fill(out, 0, n, v[component]));
    }

    /** b = -sign(x) on a line, exactly 0 at 0; one-sided Lipschitz constant 0. */
    public static VelocityField sink() {
        return new Analytic(1, 0, (component, x, n, out) -> {
            double[] at = x[0];
            for (int i = 0; i < n; i++) {
                out[i] = 0.0 - Math.signum(at[i]);
            }
        });
    }

    /**
     * b = rate · x in any dimension; one-sided Lipschitz constant {@code rate}. A negative rate contracts.
     *
     * @param dimension 1 to {@value Domain#MAX_DIMENSION}
     * @param rate finite
     */
    public static VelocityField linear(int dimension, double rate) {
        requireFinite("rate", rate);
        if (dimension < 1 || dimension > Domain.MAX_DIMENSION) {
            throw new IllegalArgumentException(
                    "dimension = " + dimension + ": 1 to " + Domain.MAX_DIMENSION + " is allowed");
        }
        return new Analytic(dimension, rate, (component, x, n, out) -> {
            double[] at = x[component];
            for (int i = 0; i < n; i++) {
                out[i] = rate * at[i];
            }
        });
    }

    /** b = sin x on a line or on the circle of length 2π; one-sided Lipschitz constant 1. */
    public static VelocityField sine() {
        return new Analytic(1, 1, (component, x, n, out) -> {
            double[] at = x[0];
            for (int i = 0; i < n; i++) {
                out[i] = FastMath.sin(at[i]);
            }
        });
    }

    /** b = (-y, x) about the origin, period 2π; one-sided Lipschitz constant 0, since the gradient is skew. */
    public static VelocityField rotation() {
        return new Analytic(2, 0, (component, x, n, out) -> {
            double[] at = x[1 - component];
            double factor = component == 0 ? -1 : 1;
            for (int i = 0; i < n; i++) {
                out[i] = factor * at[i];
            }
        });
    }

    /**
     * amplitude · (sin²πx sin 2πy, -sin²πy sin 2πx) on the unit square: divergence-free, zero on its boundary.
     *
     * <p>The gradient has the diagonal ±π sin 2πx sin 2πy and the symmetric off-diagonal
     * π (sin²πx cos 2πy - sin²πy cos 2πx) = (π/2)(cos 2πy - cos 2πx); the largest eigenvalue of this traceless matrix is
     * π sqrt((1-c²)(1-c'²) + (c'-c)²/4) with c = cos 2πx, c' = cos 2πy. The radicand is at most 1 - (c²+c'²)/2 + c²c'² ≤ 1,
     * attained at x = 0, y = ½: the one-sided Lipschitz constant is π |amplitude|.
     *
     * <p>Source: R. J. LeVeque, SIAM J. Numer. Anal. 33 (1996), doi:10.1137/0733033.
     */
    public static VelocityField swirl(double amplitude) {
        requireFinite("amplitude", amplitude);
        return new Analytic(
                2,
                FastMath.PI * Math.abs(amplitude),
                (component, x, n, out) -> fillSwirl(amplitude, component, x, n, out));
    }

    /** The kernel of {@link #swirl}, for amplitudes that depend on time. */
    public static void fillSwirl(double amplitude, int component, double[][] x, int n, double[] out) {
        double[] along = x[component];
        double[] across = x[1 - component];
        double factor = component == 0 ? amplitude : -amplitude;
        for (int i = 0; i < n; i++) {
            double s = FastMath.sin(FastMath.PI * along[i]);
            out[i] = factor * s * s * FastMath.sin(2 * FastMath.PI * across[i]);
        }
    }

    private static void requireFinite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " = " + value + ": a finite number is allowed");
        }
    }
}
