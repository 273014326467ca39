package org.dualflow.fv;

import java.util.Locale;

/**
 * Slope limiters of MUSCL schemes: φ(x, y) of the differences x to the cell below and y to the cell above; zero if
 * their signs differ, and |φ(x, y)| ≤ 2 min(|x|, |y|), which is what positivity and the TVD property need.
 *
 * @see <a href="https://doi.org/10.1137/0721062">Sweby 1984</a>
 */
public enum Limiter {
    /** φ = 0: the scheme is first-order upwind with velocities at faces. */
    NONE(1),
    /** The one of smaller modulus. Clips extrema most. */
    MINMOD(2.0 / 3),
    /** Harmonic mean 2xy/(x + y) of van Leer 1974: smooth where the signs agree. */
    VAN_LEER(0.5),
    /** Monotonised central: minmod of (x + y)/2, 2x and 2y. */
    MC(0.5),
    /** Roe's superbee: the largest φ of the second-order TVD region. Steepens slopes into jumps. */
    SUPERBEE(0.5);

    private final double largestCourant;

    Limiter(double largestCourant) {
        this.largestCourant = largestCourant;
    }

    /** The limiter that case files call {@code van-leer} and so on. */
    public static Limiter named(String name) {
        for (Limiter limiter : values()) {
            if (limiter.label().equals(name)) {
                return limiter;
            }
        }
        throw new IllegalArgumentException(
                "limiter = \"" + name + "\": none, minmod, van-leer, mc or superbee is allowed");
    }

    /** What case files call the limiter. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The largest Courant number at which an Euler step is positive and, on a line with a constant velocity, TVD: if
     * |φ| ≤ 2θ min(|x|, |y|), a face value is at most (1 + θ) times the cell's, so 1/(1 + θ) is safe: θ = ½ for
     * minmod, 1 for the others.
     */
    double largestCourant() {
        return largestCourant;
    }
}
