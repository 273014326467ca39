package org.dualflow.validation.claim;

import java.util.List;
import org.dualflow.measure.Divergences;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.dualflow.validation.manufactured.ManufacturedFlow;
import org.dualflow.validation.study.OrderExpectation;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.util.FastMath;

/** The Jensen–Shannon flow with a source that makes a chosen solution exact, between walls, towards a data law that varies. */
final class ManufacturedFlowClaims {

    private static final double END = 0.5;

    private static final String SPACE =
            "The two-point flux is right to a relative h² with a smooth coefficient, masses and sources"
                    + " are exact to h⁴; a step contracts L¹ (jensen-shannon.md).";

    private ManufacturedFlowClaims() {}

    static List<Claim> all() {
        return List.of(
                space("jensen-shannon-manufactured-plane", 2, 16, 24, 32, 48),
                space("jensen-shannon-manufactured-space", 3, 8, 12, 16, 24).inFullSuite(),
                time("jensen-shannon-manufactured-plane-euler", 2),
                time("jensen-shannon-manufactured-space-euler", 3).inFullSuite());
    }

    /** d = ∏ (1 + ½ cos πx), w = 1 + ½ e^{-t/2} ∏ cos πx + ¼ sin t cos 2πx_1. */
    static ManufacturedFlow problem(int dimension) {
        return new ManufacturedFlow(
                Domain.cube(dimension, 0, 1, Boundary.NO_FLUX),
                x -> {
                    DerivativeStructure d = cosine(x[0], 1).multiply(0.5).add(1);
                    for (int k = 1; k < x.length; k++) {
                        d = d.multiply(cosine(x[k], 1).multiply(0.5).add(1));
                    }
                    return d;
                },
                (t, x) -> {
                    DerivativeStructure wave = t.multiply(-0.5).exp().multiply(0.5);
                    for (DerivativeStructure y : x) {
                        wave = wave.multiply(cosine(y, 1));
                    }
                    return wave.add(t.sin().multiply(0.25).multiply(cosine(x[0], 2)))
                            .add(1);
                });
    }

    private static DerivativeStructure cosine(DerivativeStructure x, int k) {
        return x.multiply(k * FastMath.PI).cos();
    }

    private static OrderClaim space(String id, int dimension, Integer... cells) {
        ManufacturedFlow problem = problem(dimension);
        return new OrderClaim(
                id,
                "extrapolated implicit Euler with a step per two cells, manufactured solution of the Jensen–Shannon flow in "
                        + dimension + "D",
                "L¹ of cell masses at t = ½",
                Ladder.cells(1, cells),
                n -> {
                    Mesh mesh = Mesh.uniform(problem.domain(), n);
                    return ErrorSample.exact(
                            Divergences.l1(problem.solve(mesh, END, n / 2, 2), problem.masses(mesh, END)));
                },
                OrderExpectation.exactly(2, 0.15, SPACE + " 2 U₂ - U₁ has order 2 in time."));
    }

    private static OrderClaim time(String id, int dimension) {
        ManufacturedFlow problem = problem(dimension);
        return new OrderClaim(
                id,
                "implicit Euler, 2 √N cells per axis for N steps, manufactured solution of the Jensen–Shannon flow in "
                        + dimension + "D",
                "L¹ of cell masses at t = ½",
                Ladder.steps(END, 16, 36, 64, 144),
                n -> {
                    Mesh mesh = Mesh.uniform(problem.domain(), 2 * (int) FastMath.round(FastMath.sqrt(n)));
                    return ErrorSample.exact(Divergences.l1(problem.solve(mesh, END, n, 1), problem.masses(mesh, END)));
                },
                OrderExpectation.exactly(
                        1,
                        0.15,
                        SPACE
                                + " Implicit Euler contracts L¹ and has a local error of O(τ²); h² is proportional to τ."));
    }
}
