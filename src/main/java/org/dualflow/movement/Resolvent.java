package org.dualflow.movement;

/**
 * The implicit step of two players: x = Prox E₁(·; y), y = Prox E₂(·; x). Solved for y by fixed-point iteration with Anderson's
 * acceleration of depth one, and certified by the residual of the pair: after x = Prox E₁(·; ȳ) and y = Prox E₂(·; x) all that is
 * left of it is ∇E₁(x; y) - ∇E₁(x; ȳ), and the operator (z - z_n)/τ + A(z) is (1/τ + μ)-monotone, hence
 *
 * <pre>  |z - z*| ≤ |residual|/(1/τ + μ).</pre>
 *
 * @see <a href="https://doi.org/10.1145/321296.321305">Anderson 1965</a>
 */
final class Resolvent<E extends Energy, F extends Energy> {

    private final DualFlow<E, F> flow;
    private final DualMovement.Corner<E> first;
    private final DualMovement.Corner<F> second;
    private final double[] guess;
    private final double[] oldStep;
    private final double[] oldImage;
    private final double[] slope;

    Resolvent(DualFlow<E, F> flow, DualMovement.Corner<E> first, DualMovement.Corner<F> second) {
        this.flow = flow;
        this.first = first;
        this.second = second;
        int n = second.at.length;
        this.guess = new double[n];
        this.oldStep = new double[n];
        this.oldImage = new double[n];
        this.slope = new double[first.at.length];
    }

    /** Leaves the outcome in {@code next} of both players; returns the certified distance to the exact one. */
    double solve(double[] fromX, double[] fromY, double tau) {
        double monotonicity = 1 / tau + flow.monotonicity();
        if (!(monotonicity > 0)) {
            throw Mover.notConvex(second.at, flow.monotonicity(), 1 / tau);
        }
        System.arraycopy(second.at, 0, guess, 0, guess.length);
        double bound = Double.POSITIVE_INFINITY;
        double goal = 0;
        for (int k = 0; k < Mover.PATIENCE; k++) {
            Movement x = first.move(fromX, guess, tau);
            Movement y = second.move(fromY, first.next, tau);
            double rx = Math.sqrt(flow.first().speed()) * (x.residual() + change());
            double ry = Math.sqrt(flow.second().speed()) * y.residual();
            bound = Math.sqrt(rx * rx + ry * ry) / monotonicity;
            goal = first.mover.goal(flow.first().space(), fromX, first.next)
                    + second.mover.goal(flow.second().space(), fromY, second.next);
            if (bound <= goal) {
                return bound;
            }
            accelerate(k > 0);
        }
        throw Mover.notCertified(second.next, bound, goal);
    }

    /** |∇E₁(x; y) - ∇E₁(x; ȳ)| in the norm of the first player. */
    private double change() {
        flow.first().gradient(first.next, second.next, first.slope);
        flow.first().gradient(first.next, guess, slope);
        for (int i = 0; i < slope.length; i++) {
            slope[i] -= first.slope[i];
        }
        return flow.first().space().norm(slope);
    }

    private void accelerate(boolean hasOld) {
        double[] w = flow.second().space().weights();
        double product = 0;
        double square = 0;
        for (int i = 0; hasOld && i < guess.length; i++) {
            double step = second.next[i] - guess[i];
            double difference = step - oldStep[i];
            product += w[i] * step * difference;
            square += w[i] * difference * difference;
        }
        double share = square > 0 ? product / square : 0;
        for (int i = 0; i < guess.length; i++) {
            double image = second.next[i];
            oldStep[i] = image - guess[i];
            guess[i] = image - share * (image - oldImage[i]);
            oldImage[i] = image;
        }
        flow.second().space().project(guess);
    }
}
