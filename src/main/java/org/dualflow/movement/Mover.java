package org.dualflow.movement;

/**
 * Makes movements in a space: finds
 *
 * <pre>  argmin over x in C of  Φ(x) = ½ ρ |x - y|² + E(x),     ρ = 1/τ,</pre>
 *
 * with a certificate: Φ is (ρ + λ)-convex, hence the minimiser is no farther from x in C than |P_T(-∇Φ(x))|/(ρ + λ), P_T the
 * projection on the tangent cone of C at x. An iteration ends when that bound is at most {@code accuracy · max(1, |x|, |y|)},
 * never because it is tired: if the bound cannot be reached, it fails. Holds work arrays; one per thread.
 *
 * @param <E> the energies understood
 */
public abstract class Mover<E extends Energy> {

    /** Default accuracy of a movement. */
    public static final double ACCURACY = 1e-12;

    /** Iterations after which a certificate that has not come is not waited for. */
    static final int PATIENCE = 500;

    private static final double FAR = 1e60;

    private double accuracy = ACCURACY;

    /**
     * Asks for another accuracy.
     *
     * @param value positive
     */
    public final Mover<E> withAccuracy(double value) {
        if (!(value > 0)) {
            throw new IllegalArgumentException("accuracy = " + value + ": a positive number is allowed");
        }
        accuracy = value;
        return this;
    }

    /** The accuracy asked for. */
    public final double accuracy() {
        return accuracy;
    }

    /**
     * The movement from {@code from} by a step τ.
     *
     * @param energy E
     * @param from y, any vector of the space, a point of C or not
     * @param tau τ, positive and finite
     * @param x where the iteration starts, a point of C; receives the minimiser
     * @throws MovementFailure if there is no certified minimiser; {@code x} then holds the last iterate
     */
    public final Movement move(E energy, double[] from, double tau, double[] x) {
        if (!(tau > 0) || tau == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("tau = " + tau + ": a positive finite number is allowed");
        }
        return minimise(energy, from, 1 / tau, x);
    }

    /**
     * The minimiser of E alone: the limit of movements as τ → ∞, for λ &gt; 0.
     *
     * @param x where the iteration starts; receives the minimiser
     */
    public final Movement rest(E energy, double[] x) {
        return minimise(energy, x.clone(), 0, x);
    }

    /** Solves for any rate ρ ≥ 0. */
    abstract Movement minimise(E energy, double[] from, double rate, double[] x);

    /** The bound that ends an iteration. */
    final double goal(Space<E> space, double[] from, double[] x) {
        return accuracy * Math.max(1, Math.max(space.norm(from), space.norm(x)));
    }

    /** Throws if an iterate has run away or is not a number. */
    static void guard(double[] x, double value, double pull) {
        double size = 0;
        for (double xi : x) {
            size = Math.max(size, Math.abs(xi));
        }
        if (size > FAR || value < -FAR) {
            throw new MovementFailure(
                    MovementFailure.Cause.UNBOUNDED_BELOW,
                    x,
                    Double.POSITIVE_INFINITY,
                    "value " + value + " at distance " + size
                            + ", descending: an energy for which d²/(2τ) + E is bounded below" + " is allowed");
        }
        if (!(Math.abs(pull) <= Double.MAX_VALUE)) {
            throw new MovementFailure(
                    MovementFailure.Cause.NOT_FINITE,
                    x,
                    Double.NaN,
                    "gradient of norm " + pull + ": finite numbers are allowed");
        }
    }

    static MovementFailure notConvex(double[] x, double modulus, double rate) {
        return new MovementFailure(
                MovementFailure.Cause.NOT_CONVEX,
                x,
                Double.POSITIVE_INFINITY,
                "tau = " + 1 / rate + " for lambda = " + modulus + ": 1/tau + lambda > 0 is allowed");
    }

    static MovementFailure notCertified(double[] x, double bound, double goal) {
        return new MovementFailure(
                MovementFailure.Cause.NOT_CERTIFIED,
                x,
                bound,
                "distance to the minimiser at most " + bound + ": at most " + goal + " is allowed");
    }
}
