package org.dualflow.validation.claim;

import java.util.List;
import org.dualflow.fv.GridScheme;
import org.dualflow.fv.TransportScheme;
import org.dualflow.fv.remap.RemapReconstruction;
import org.dualflow.fv.remap.SemiLagrangianScheme;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.Divergences;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.dualflow.validation.manufactured.ManufacturedProblem;
import org.dualflow.validation.manufactured.ManufacturedProblems;
import org.dualflow.validation.study.OrderExpectation;
import org.hipparchus.util.FastMath;

/** WENO5 and the semi-Lagrangian scheme on manufactured solutions: fields and sources that vary in space and time. */
final class ManufacturedClaims {

    private static final double END = 0.5;
    private static final String REMAP = "Faces are traced to order 2, the field is taken at the middle of the step, the"
            + " reconstruction is linear: order 2 with Δt ∝ h. Extrema are clipped, O(h²) in O(1) cells: a part of the error that falls faster than"
            + " the rest, so that the order is approached from above.";

    private ManufacturedClaims() {}

    static List<Claim> all() {
        return List.of(
                weno(),
                semiLagrangian("semi-lagrangian-circle-second-order", ManufacturedProblems.circle(), 2.5),
                semiLagrangian("semi-lagrangian-walls-second-order", ManufacturedProblems.walls(), 1));
    }

    private static Claim weno() {
        return claim(
                "weno5-circle-fifth-order",
                "weno5 with Δt = h^{5/3}, manufactured solution \"circle\"",
                ManufacturedProblems.circle(),
                n -> TransportScheme.weno5().withMaxStep(0.2 * FastMath.pow(2 * Math.PI / n, 5.0 / 3)),
                OrderExpectation.exactly(
                        5,
                        0.25,
                        "Order 5 in space where the weights are near their ideal ones, the source by a Gauss rule of order 6,"
                                + " SSP-RK3 with Δt³ ∝ h⁵."),
                20,
                40,
                80,
                160);
    }

    private static Claim semiLagrangian(String id, ManufacturedProblem problem, double stepTimesCells) {
        return claim(
                id,
                "semi-Lagrangian, linear reconstruction, manufactured solution \"" + problem.name() + "\"",
                problem,
                n -> SemiLagrangianScheme.of(RemapReconstruction.LINEAR)
                        .withCourant(9)
                        .withMaxStep(stepTimesCells / n),
                OrderExpectation.atLeast(2, 0.25, REMAP),
                40,
                80,
                160,
                320);
    }

    private static Claim claim(
            String id,
            String title,
            ManufacturedProblem problem,
            Schemes schemes,
            OrderExpectation expectation,
            Integer... cells) {
        Domain.Side side = problem.domain().side(0);
        return new OrderClaim(
                id,
                title,
                "L¹ of cell masses at t = 0.5",
                Ladder.cells(side.length(), cells),
                n -> ErrorSample.exact(error(problem, schemes.with(n), n)),
                expectation);
    }

    /** A scheme for every number of cells. */
    @FunctionalInterface
    private interface Schemes {
        GridScheme with(int cells);
    }

    private static double error(ManufacturedProblem problem, GridScheme scheme, int cells) {
        Mesh mesh = Mesh.uniform(problem.domain(), cells);
        var solver = scheme.begin(problem.model(), List.of(mesh), problem.initial(), 0);
        solver.advanceTo(END);
        return Divergences.l1((CellMeasure) solver.state().measure(0), problem.masses(mesh, END));
    }
}
