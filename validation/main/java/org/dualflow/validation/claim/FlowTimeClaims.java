package org.dualflow.validation.claim;

import java.util.List;
import java.util.function.IntFunction;
import org.dualflow.fv.implicit.ImplicitFlow;
import org.dualflow.fv.implicit.ImplicitScheme;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.Divergences;
import org.dualflow.mesh.Mesh;
import org.dualflow.validation.exact.DiagonalFlow;
import org.dualflow.validation.manufactured.ManufacturedFlow;
import org.dualflow.validation.study.OrderExpectation;

/**
 * Order 2 in time alone, of extrapolated implicit Euler in two and three dimensions: N steps against 2N on one mesh, whose
 * difference has no part from space. Derivation: docs page jensen-shannon.
 */
final class FlowTimeClaims {

    private static final String WHY =
            "2 U₂ - U₁ has the stability function 2/(1 - z/2)² - 1/(1 - z) = e^z (1 - z³/6 - z⁴/4 + …): order 2. In a mode of rate λ the"
                    + " difference of N steps from 2N is C τ² (1 - 1.75 τλ + …), whose observed order is 2 - 1.3 τλ.";

    private FlowTimeClaims() {}

    static List<Claim> all() {
        return List.of(
                diagonal("jensen-shannon-plane-second-order-in-time", 2, 16),
                diagonal("jensen-shannon-space-second-order-in-time", 3, 12).inFullSuite(),
                manufactured("jensen-shannon-manufactured-line-second-order-in-time", 1, 24),
                manufactured("jensen-shannon-manufactured-plane-second-order-in-time", 2, 12)
                        .inFullSuite(),
                manufactured("jensen-shannon-manufactured-space-second-order-in-time", 3, 6)
                        .inFullSuite());
    }

    private static OrderClaim diagonal(String id, int dimension, int cells) {
        DiagonalFlow exact = new DiagonalFlow(dimension, 1.8);
        Mesh mesh = Mesh.uniform(exact.model().domain(), cells);
        return claim(
                id,
                "extrapolated implicit Euler, Jensen–Shannon flow in " + dimension + "D, a wave along the diagonal, "
                        + cells + " cells per axis",
                steps -> {
                    ImplicitFlow flow = new ImplicitFlow(
                            exact.model(), ImplicitScheme.extrapolated(0.5 / steps), exact.masses(mesh, 0), 0);
                    flow.advanceTo(0.5);
                    return flow.measure();
                },
                Ladder.steps(0.5, 32, 64, 128, 256),
                OrderExpectation.exactly(
                        2, 0.1, WHY + " λ is below 5 in modes that matter: 0.1 at most. (jensen-shannon.md)"));
    }

    private static OrderClaim manufactured(String id, int dimension, int cells) {
        ManufacturedFlow problem = ManufacturedFlowClaims.problem(dimension);
        Mesh mesh = Mesh.uniform(problem.domain(), cells);
        return claim(
                id,
                "extrapolated implicit Euler, manufactured solution of the Jensen–Shannon flow in " + dimension + "D, "
                        + cells + " cells per axis",
                steps -> problem.solve(mesh, 0.0625, steps, 2),
                Ladder.steps(0.0625, 16, 32, 64, 128),
                OrderExpectation.exactly(
                        2,
                        0.15,
                        WHY
                                + " λ is at most ½ (2π)²/e^½ = 12 in modes that are excited: 0.06 at most. (jensen-shannon.md)"));
    }

    private static OrderClaim claim(
            String id, String title, IntFunction<CellMeasure> run, Ladder ladder, OrderExpectation expectation) {
        return new OrderClaim(
                id,
                title,
                "L¹ of cell masses at t = " + ladder.extent() + ", to twice as many steps on the same mesh,",
                ladder,
                steps -> ErrorSample.exact(Divergences.l1(run.apply(steps), run.apply(2 * steps))),
                expectation);
    }
}
