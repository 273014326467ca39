package org.dualflow.fv;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Slope limiters of MUSCL schemes: φ(x, y) of the differences x to the cell below and y to the cell above; zero if
 * their signs differ, and |φ(x, y)| ≤ 2θ min(|x|, |y|) with θ ≤ 1, which is what positivity and the TVD property need. A cell of
 * value m shows m + φ(x, y)/2 to its upper and m - φ(y, x)/2 to its lower face; the limiters that come along are symmetric, so
 * that the two lie on one line.
 *
 * <p>A limiter of one's own is a function on rows of differences:
 *
 * <pre>{@code
 * Limiter koren = Limiter.of("koren", 1, (x, y, phi, from, to) -> {
 *     for (int i = from; i < to; i++) {
 *         double up = Math.max(0, Math.min(2 * Math.min(x[i], y[i]), (x[i] + 2 * y[i]) / 3));
 *         double down = Math.min(0, Math.max(2 * Math.max(x[i], y[i]), (x[i] + 2 * y[i]) / 3));
 *         phi[i] = up + down;
 *     }
 * });
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1137/0721062">Sweby 1984</a>
 */
public final class Limiter {
    /** φ = 0: the scheme is first-order upwind with velocities at faces. */
    public static final Limiter NONE = new Limiter("none", Rule.NONE, 0);
    /** The one of smaller modulus. Clips extrema most. */
    public static final Limiter MINMOD = new Limiter("minmod", Rule.MINMOD, 0.5);
    /** Harmonic mean 2xy/(x + y) of van Leer 1974: smooth where the signs agree. */
    public static final Limiter VAN_LEER = new Limiter("van-leer", Rule.VAN_LEER, 1);
    /** Monotonised central: minmod of (x + y)/2, 2x and 2y. */
    public static final Limiter MC = new Limiter("mc", Rule.MC, 1);
    /** Roe's superbee: the largest φ of the second-order TVD region. Steepens slopes into jumps. */
    public static final Limiter SUPERBEE = new Limiter("superbee", Rule.SUPERBEE, 1);

    /** Which loop of the kernels makes the slopes. */
    enum Rule {
        NONE,
        MINMOD,
        VAN_LEER,
        MC,
        SUPERBEE,
        OWN
    }

    /** A limiter as a function on rows. Holds no state: several threads may call it at once. */
    @FunctionalInterface
    public interface Slopes {
        /**
         * Fills {@code phi[i] = φ(x[i], y[i])} for {@code from ≤ i < to}; the three rows are different arrays.
         *
         * @param x differences to the cells below, not to be changed
         * @param y differences to the cells above, not to be changed
         * @param phi receives the slopes
         */
        void fill(double[] x, double[] y, double[] phi, int from, int to);
    }

    private final String label;
    private final Rule rule;
    private final double steepness;
    private final Slopes slopes;

    private Limiter(String label, Rule rule, double steepness) {
        this(label, rule, steepness, (x, y, phi, from, to) -> {
            throw new IllegalStateException("limiter " + label + " has a kernel of its own");
        });
    }

    private Limiter(String label, Rule rule, double steepness, Slopes slopes) {
        this.label = label;
        this.rule = rule;
        this.steepness = steepness;
        this.slopes = slopes;
    }

    /**
     * A limiter of one's own. Whether it keeps its promise is watched: masses are inspected in every stage, and a step that
     * makes one negative is rejected. On graded axes φ is taken of differences scaled as in a uniform mesh, and bounded by θ.
     *
     * @param label what tables call it
     * @param steepness θ in |φ(x, y)| ≤ 2θ min(|x|, |y|), more than 0 and at most 1; the largest Courant number is 1/(1 + θ)
     * @param slopes φ
     */
    public static Limiter of(String label, double steepness, Slopes slopes) {
        if (!(steepness > 0 && steepness <= 1)) {
            throw new IllegalArgumentException("steepness = " + steepness + ": more than 0 and at most 1 is allowed");
        }
        return new Limiter(label, Rule.OWN, steepness, slopes);
    }

    /** The limiters that come along. */
    public static List<Limiter> all() {
        return List.of(NONE, MINMOD, VAN_LEER, MC, SUPERBEE);
    }

    /** The limiter that case files call {@code van-leer} and so on. */
    public static Limiter named(String name) {
        return all().stream()
                .filter(limiter -> limiter.label.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("limiter = \"" + name + "\": one of "
                        + all().stream().map(Limiter::label).collect(Collectors.joining(", ")) + " is allowed"));
    }

    /** What case files call the limiter. */
    public String label() {
        return label;
    }

    @Override
    public String toString() {
        return label;
    }

    Rule rule() {
        return rule;
    }

    Slopes slopes() {
        return slopes;
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
