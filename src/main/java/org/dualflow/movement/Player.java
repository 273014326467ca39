package org.dualflow.movement;

import java.util.function.Function;

/**
 * One of two players: a space, and an energy on it that depends on where the other player is.
 *
 * @param name for people
 * @param space where the player moves
 * @param given the energy, given the other player's coordinates (which it may keep: they do not change while it is in use)
 * @param speed γ, positive and finite: this player's steps are γτ, as if its squared distances were divided by γ
 * @param <E> the energies of the space
 */
public record Player<E extends Energy>(
        String name, Space<E> space, Function<double[], ? extends E> given, double speed) {

    /** Checks the speed. */
    public Player {
        if (!(speed > 0) || speed == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "speed of " + name + " = " + speed + ": a positive finite number is allowed");
        }
    }

    /** A player of speed one. */
    public static <E extends Energy> Player<E> of(String name, Space<E> space, Function<double[], ? extends E> given) {
        return new Player<>(name, space, given, 1);
    }

    /** The same player at another speed. */
    public Player<E> withSpeed(double other) {
        return new Player<>(name, space, given, other);
    }

    /** The energy, given the other player. */
    E energy(double[] other) {
        return given.apply(other);
    }

    /** {@code out ← ∇E(x; other)}, the gradient in the metric of the space. */
    void gradient(double[] x, double[] other, double[] out) {
        energy(other).gradient(x, out);
        space.raise(out);
    }
}
