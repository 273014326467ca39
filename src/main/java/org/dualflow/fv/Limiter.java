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
    NONE(0),
    /** The one of smaller modulus. Clips extrema most. */
    MINMOD(0.5),
    /** Harmonic mean 2xy/(x + y) of van Leer 1974: smooth where the signs agree. */
    VAN_LEER(1),
    /** Monotonised central: minmod of (x + y)/2, 2x and 2y. */
    MC(1),
    /** Roe's superbee: the largest φ of the second-order TVD region. Steepens slopes into jumps. */
    SUPERBEE(1);

    private final double steepness;

    Limiter(double steepness) {
        this.steepness = steepness;
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

    /** θ in |φ(x, y)| ≤ 2θ min(|x|, |y|): a face value is at most (1 + θ) times that of the cell. */
    double steepness() {
        return steepness;
    }

    /**
     * The largest Courant number at which an Euler step is positive and, on a line with a constant velocity, TVD: 1/(1 + θ),
     * with θ the {@link #steepness}.
     */
    double largestCourant() {
        return 1 / (1 + steepness);
    }
}
