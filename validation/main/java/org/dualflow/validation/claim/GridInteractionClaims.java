package org.dualflow.validation.claim;

import java.util.ArrayList;
import java.util.List;
import org.dualflow.field.Kernels;
import org.dualflow.measure.NormalLaw;
import org.dualflow.mesh.Mesh;
import org.dualflow.movement.GridInteraction;
import org.dualflow.movement.GridMovements;
import org.dualflow.validation.exact.ExactFlow;
import org.dualflow.validation.exact.FlowSolutions;
import org.dualflow.validation.study.ConvergenceTable;
import org.dualflow.validation.study.OrderExpectation;
import org.dualflow.validation.study.Resolution;
import org.hipparchus.util.FastMath;

/** Interactions by movements in P₂ of a mesh. */
final class GridInteractionClaims {

    private GridInteractionClaims() {}

    static List<Claim> all() {
        return List.of(interaction());
    }

    private static Claim interaction() {
        double end = 0.5;
        double c = 0.5;
        Ladder ladder = new Ladder(Resolution.MOVEMENT_STEP, List.of(10, 20, 40, 80), end);
        return new BoundClaim(
                "grid-movement-interaction-orders",
                "movements of ∫ x²/2 du + ∫ u log u + ½ ∬ |x-x'|²/4 du du on cells of [-9, 9], width 2.8 τ, from N(1, 0.8²)",
                "L¹ distance at t = " + end + ", in " + ladder.sizes()
                        + " steps, from the flow and from as many exact movements of normal laws whose interaction is taken at their start; the"
                        + " whole energy",
                "orders 1 and 2 within 0.15; the energy never rises",
                "The flow is that of Ornstein and Uhlenbeck of rate 1 for the mean and k = 3/2 for the rest; movements multiply the mean by"
                        + " (1+τ/2)/(1+kτ) and take s to the positive root of (1+kτ)s⁺² - s s⁺ = τ (Euler–Lagrange equation); "
                        + GridMovementClaims.ORDER_TWO
                        + "; the linear interaction lies above the quadratic one",
                Claim.Suite.FAST,
                progress -> {
                    ExactFlow problem = FlowSolutions.ornsteinUhlenbeck(1, 0.8);
                    WorstOf worst = new WorstOf();
                    List<GridMovements> runs = new ArrayList<>();
                    double mean = FastMath.exp(-end);
                    double k = 1 + c;
                    double sd = FastMath.sqrt(1 / k + (0.64 - 1 / k) * FastMath.exp(-2 * k * end));
                    var continuous = new ConvergenceTable(
                            "flow",
                            "L¹",
                            ladder.resolution(),
                            ladder.climb(
                                    n -> {
                                        Mesh mesh = Mesh.uniform(problem.model().domain(), (int) (12.8 * n));
                                        var force = new GridInteraction(Kernels.polynomial(0, c / 2), mesh);
                                        var run = new GridMovements(
                                                problem.model(), mesh, end / n, problem.initial(), 0, force);
                                        for (int i = 0; i < n; i++) {
                                            double before = run.energy() + force.energy(run.measure());
                                            run.step(end);
                                            double after = run.energy() + force.energy(run.measure());
                                            worst.atMost("rise of the energy in a step", after - before, 0);
                                        }
                                        runs.add(run);
                                        return GridMovementClaims.error(run, new NormalLaw(mean, sd));
                                    },
                                    progress),
                            OrderExpectation.exactly(1, 0.15, GridMovementClaims.ORDER_ONE));
                    var movements = new ConvergenceTable(
                            "exact movements",
                            "L¹",
                            ladder.resolution(),
                            ladder.climb(
                                    n -> {
                                        double tau = end / n;
                                        double m = 1;
                                        double s = 0.8;
                                        for (int i = 0; i < n; i++) {
                                            m *= (1 + c * tau) / (1 + k * tau);
                                            s = (s + FastMath.sqrt(s * s + 4 * tau * (1 + k * tau)))
                                                    / (2 * (1 + k * tau));
                                        }
                                        return GridMovementClaims.error(
                                                runs.get(ladder.sizes().indexOf(n)), new NormalLaw(m, s));
                                    },
                                    progress),
                            OrderExpectation.exactly(2, 0.15, GridMovementClaims.ORDER_TWO));
                    return ClaimResult.of(List.of(continuous, movements), worst.bounds());
                });
    }
}
