package org.dualflow.validation.defect;

import java.util.List;

/** Mistakes in minimising movements and dual flows. */
final class MovementDefects {

    private MovementDefects() {}

    static List<Defect> all() {
        return List.of(
                Defect.of(
                        "movement-old-player",
                        "the second player of an alternating step answers the first one's old place",
                        "movement/DualMovement",
                        "add(x, second.move(first.next, tau));",
                        "add(x, second.move(first.at, tau));",
                        "dual-flow-bilinear-invariants",
                        "dual-flow-saddle-orders",
                        "dual-flow-measures-orders"),
                Defect.of(
                        "extragradient-without-look-ahead",
                        "the second half of an extragradient step takes the gradient where the first one did",
                        "movement/DualMovement",
                        "first.explicit(x, y, tau);",
                        "first.explicit(first.at, y, tau);",
                        "dual-flow-measures-orders"),
                Defect.of(
                        "bdf2-full-step",
                        "the second-order step takes τ instead of 2τ/3",
                        "movement/DualMovement",
                        "tau * (1 + growth) / (1 + 2 * growth)",
                        "tau",
                        "dual-flow-saddle-orders",
                        "duel-movement-orders"),
                Defect.of(
                        "missing-player-speed",
                        "explicit steps forget the player's speed",
                        "movement/DualMovement",
                        "next[i] = at[i] - player.speed() * tau * slope[i];",
                        "next[i] = at[i] - tau * slope[i];",
                        "duel-critic-speed"),
                Defect.of(
                        "resolvent-uncoupled",
                        "the residual of an implicit step leaves out the change of the first player's gradient",
                        "movement/Resolvent",
                        "(x.residual() + change())",
                        "x.residual()",
                        "dual-flow-bilinear-invariants"),
                Defect.of(
                        "decreasing-rate-constant",
                        "a decreasing rate forgets to count steps",
                        "movement/LearningRate",
                        "StrictMath.pow(1 + n / delay, power)",
                        "StrictMath.pow(1 + 0 * n / delay, power)",
                        "dual-flow-decreasing-rate-bounded"),
                Defect.of(
                        "gap-of-one-player",
                        "the Nikaido–Isoda gap counts the first player twice",
                        "movement/DualFlow",
                        "regret(first, x, y) + regret(second, y, x)",
                        "regret(first, x, y) + regret(first, x, y)",
                        "dual-flow-nikaido-isoda-gap"),
                Defect.of(
                        "movement-half-rate",
                        "movements in R^n are pulled back with half the force",
                        "movement/EuclideanMover",
                        "gradient[i] += rate * (x[i] - from[i]);",
                        "gradient[i] += 0.5 * rate * (x[i] - from[i]);",
                        "movement-normal-laws-exact",
                        "movement-normal-laws-bound",
                        "dual-flow-saddle-orders"),
                Defect.of(
                        "quantile-half-rate",
                        "movements of measures are pulled back with half the force",
                        "movement/QuantileMover",
                        "gradient[i] += rate * w[i] * (x[i] - from[i]);",
                        "gradient[i] += 0.5 * rate * w[i] * (x[i] - from[i]);",
                        "movement-diffusion-orders",
                        "evi-duel-three-ways"),
                Defect.of(
                        "curvature-weighted-twice",
                        "second derivatives of a potential carry the weight squared",
                        "movement/PotentialEnergy",
                        "diagonal[i] += w[i] * work[i];",
                        "diagonal[i] += w[i] * w[i] * work[i];",
                        "movement-counts-independent-of-step"),
                Defect.of(
                        "saddle-stiffness",
                        "the quadratic saddle of measures is twice as stiff",
                        "movement/QuadraticSaddle",
                        "Potential.quadratic(l, force)",
                        "Potential.quadratic(2 * l, force)",
                        "dual-flow-measures-orders",
                        "evi-saddle-first-order",
                        "evi-too-much-convexity-is-refused"),
                Defect.of(
                        "critic-without-data",
                        "the kernel critic is not drawn to the data by their share",
                        "movement/FeatureGame",
                        "add(x, 1.0 / data.length, target);",
                        "add(x, 1.0, target);",
                        "duel-modes-explicit-threshold",
                        "duel-mode-collapse-study"),
                Defect.of(
                        "pool-unweighted",
                        "pooled particles get the plain mean of their pools",
                        "movement/MonotoneProjection",
                        "(mean[top] - m) * (mass[top] / weight)",
                        "(mean[top] - m) * 0.5",
                        "movement-sticky-exact"),
                Defect.of(
                        "interaction-half",
                        "the pointy interaction counts each pair once",
                        "movement/InteractionEnergy",
                        "2 * pointy * weights[i]",
                        "pointy * weights[i]",
                        "movement-sticky-exact"),
                Defect.of(
                        "entropy-pressure",
                        "the pressure of the last gap acts on one side only",
                        "movement/InternalEnergy",
                        "below = above;",
                        "below = i == n - 2 ? 0 : above;",
                        "movement-mean-kept"),
                Defect.of(
                        "critic-not-clipped",
                        "the lower end of the box is not kept",
                        "movement/QuantileSpace",
                        "x[i] = Math.min(upper, Math.max(lower, x[i]));",
                        "x[i] = Math.min(upper, x[i]);",
                        "duel-movement-orders",
                        "duel-three-ways"),
                Defect.of(
                        "grid-movement-potential-not-raised",
                        "the potential of a movement on cells is not raised by the square of its slope",
                        "movement/GridDual",
                        "double height = 0.125 * tau * a[i] * drop * drop;",
                        "double height = 0.0 * tau * a[i] * drop * drop;",
                        "grid-movement-line-orders"),
                Defect.of(
                        "grid-movement-certificate-small",
                        "the bound of a movement on cells takes the gap for its square root",
                        "movement/GridMover",
                        "Math.sqrt(8 * dual.gap() * dual.softness())",
                        "8 * dual.gap() * dual.softness()",
                        "grid-movement-certificate"),
                Defect.of(
                        "grid-movement-double-step",
                        "movements on cells are twice as long as the clock says",
                        "movement/GridMovements",
                        "mover.move(masses.rows(), h, potential, next)",
                        "mover.move(masses.rows(), 2 * h, potential, next)",
                        "grid-movement-line-orders",
                        "grid-movement-plane-orders",
                        "grid-movement-jensen-shannon-order",
                        "jensen-shannon-movement-three-ways"),
                Defect.of(
                        "grid-movement-mass-not-restored",
                        "what rounding has done to the mass of cells stays, a share of the accuracy with it",
                        "movement/GridMover",
                        "double factor = total / total(dual.settled);",
                        "double factor = (1 + accuracy) * total / total(dual.settled);",
                        "grid-movement-line-orders",
                        "grid-movement-jensen-shannon-order"));
    }
}
