package org.dualflow.movement;

import java.util.Arrays;
import org.dualflow.restart.Restartable;
import org.dualflow.restart.Tape;

/**
 * A {@link DualFlow} under way: makes the steps of a {@link DualScheme}. A step that fails leaves both players where they were.
 *
 * @param <E> energies of the first player
 * @param <F> energies of the second one
 */
public final class DualMovement<E extends Energy, F extends Energy> implements Restartable {

    /** How much a step of BDF2 may be larger than the one before: variable steps are stable up to 1 + √2 (Grigorieff 1983, doi:10.1007/BF01396176). */
    public static final double MOST_GROWTH = 2;

    /** By what an even division of a time may exceed the longest step; see {@link org.dualflow.time.Evolution#evenStep}. */
    private static final double ROUNDING = 1e-11;

    private final DualFlow<E, F> flow;
    private final DualScheme scheme;
    private final LearningRate rate;
    private final Corner<E> first;
    private final Corner<F> second;
    private final Resolvent<E, F> resolvent;
    private double time;
    private long steps;
    private double bound;
    private double last = Double.NaN;

    /**
     * @param flow the players
     * @param scheme how they step
     * @param rate the steps
     * @param x where the first player starts, a point of its space
     * @param y where the second player starts, a point of its space
     */
    public DualMovement(DualFlow<E, F> flow, DualScheme scheme, LearningRate rate, double[] x, double[] y) {
        if (scheme == DualScheme.BDF2 && !rate.isConstant()) {
            throw new IllegalArgumentException("rate = " + rate + ": a constant one is allowed for BDF2");
        }
        this.flow = flow;
        this.scheme = scheme;
        this.rate = rate;
        this.first = new Corner<>(flow.first(), x);
        this.second = new Corner<>(flow.second(), y);
        this.resolvent = new Resolvent<>(flow, first, second);
    }

    /** The first player's coordinates, a view valid until the next step. */
    public double[] first() {
        return first.at;
    }

    /** The second player's coordinates, a view valid until the next step. */
    public double[] second() {
        return second.at;
    }

    /** The sum of all steps so far. */
    public double time() {
        return time;
    }

    /** Number of steps so far. */
    public long steps() {
        return steps;
    }

    /**
     * The sum over all steps of the certified distances to their exact outcome, in the product norm; 0 for explicit schemes. For
     * μ ≥ 0 IMPLICIT steps do not expand, and this bounds what inexact solving has done altogether.
     */
    public double bound() {
        return bound;
    }

    @Override
    public void transfer(Tape tape) {
        time = tape.number(time);
        steps = tape.whole(steps);
        bound = tape.number(bound);
        last = tape.number(last);
        first.transfer(tape);
        second.transfer(tape);
    }

    /** The longest step of at most {@code step} that the scheme can make next: one of BDF2 grows by {@link #MOST_GROWTH} at most. */
    double longest(double step) {
        return scheme == DualScheme.BDF2 && steps > 0 ? Math.min(step, MOST_GROWTH * last) : step;
    }

    /** Makes the next step of the learning rate. */
    public void step() {
        step(rate.step(steps));
    }

    /** Makes steps until {@code count} have been made. */
    public void run(long count) {
        while (steps < count) {
            step();
        }
    }

    /**
     * Makes one step of a given size.
     *
     * @throws MovementFailure if a movement cannot be certified
     */
    public void step(double tau) {
        if (!(tau > 0) || tau == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("tau = " + tau + ": a positive finite number is allowed");
        }
        if (!(tau <= longest(tau) * (1 + ROUNDING))) {
            throw new IllegalArgumentException("tau = " + tau + " after " + last + ": at most " + MOST_GROWTH
                    + " times the step before is allowed for BDF2");
        }
        switch (scheme) {
            case EXPLICIT -> {
                first.explicit(first.at, second.at, tau);
                second.explicit(second.at, first.at, tau);
            }
            case SIMULTANEOUS -> add(first.move(second.at, tau), second.move(first.at, tau));
            case ALTERNATING -> {
                Movement x = first.move(second.at, tau);
                add(x, second.move(first.next, tau));
            }
            case EXTRAGRADIENT -> extragradient(tau);
            case IMPLICIT -> bound += resolvent.solve(first.at, second.at, tau);
            case BDF2 -> bound += bdf2(tau);
        }
        first.accept();
        second.accept();
        time += tau;
        last = tau;
        steps++;
    }

    private void add(Movement x, Movement y) {
        bound += Math.sqrt(x.bound() * x.bound() / flow.first().speed()
                + y.bound() * y.bound() / flow.second().speed());
    }

    private void extragradient(double tau) {
        first.explicit(first.at, second.at, tau);
        second.explicit(second.at, first.at, tau);
        double[] x = first.next.clone();
        double[] y = second.next.clone();
        first.explicit(x, y, tau);
        second.explicit(y, x, tau);
    }

    /** With ω = τ/τ_before: the implicit step of τ (1+ω)/(1+2ω) from x + ω²/(1+2ω) (x - x_before); 2τ/3 and ⅓ for equal steps. */
    private double bdf2(double tau) {
        if (steps == 0) {
            return resolvent.solve(first.at, second.at, tau);
        }
        double growth = tau / last;
        double share = growth * growth / (1 + 2 * growth);
        return resolvent.solve(
                first.extrapolated(share), second.extrapolated(share), tau * (1 + growth) / (1 + 2 * growth));
    }

    /** One player with its place, the place before and the next one. */
    static final class Corner<G extends Energy> implements Restartable {
        final Player<G> player;
        final Mover<G> mover;
        double[] at;
        double[] next;
        double[] before;
        final double[] slope;

        Corner(Player<G> player, double[] start) {
            player.space().require(start);
            this.player = player;
            this.mover = player.space().mover();
            this.at = start.clone();
            this.next = start.clone();
            this.before = start.clone();
            this.slope = new double[start.length];
        }

        /** next ← P(at - γτ ∇E(where; other)). */
        void explicit(double[] where, double[] other, double tau) {
            player.gradient(where, other, slope);
            for (int i = 0; i < at.length; i++) {
                next[i] = at[i] - player.speed() * tau * slope[i];
            }
            Mover.guard(next, 0, 0);
            player.space().project(next);
        }

        /** next ← the movement from where the player is. */
        Movement move(double[] other, double tau) {
            return move(at, other, tau);
        }

        Movement move(double[] from, double[] other, double tau) {
            System.arraycopy(at, 0, next, 0, at.length);
            return mover.move(player.energy(other), from, player.speed() * tau, next);
        }

        @Override
        public void transfer(Tape tape) {
            tape.numbers(at);
            tape.numbers(before);
        }

        double[] extrapolated(double share) {
            double[] y = new double[at.length];
            Arrays.setAll(y, i -> at[i] + (at[i] - before[i]) * share);
            return y;
        }

        void accept() {
            double[] old = before;
            before = at;
            at = next;
            next = old;
        }
    }
}
