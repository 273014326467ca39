package org.dualflow.validation.claim;

import java.util.List;
import org.dualflow.fv.GridScheme;
import org.dualflow.fv.Limiter;
import org.dualflow.fv.RemapReconstruction;
import org.dualflow.fv.SemiLagrangianScheme;
import org.dualflow.fv.TransportScheme;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.DensityLaw;
import org.dualflow.measure.Divergences;
import org.dualflow.measure.Law;
import org.dualflow.measure.ProductLaw;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.Initial;
import org.dualflow.model.Transports;
import org.dualflow.run.Grid;
import org.dualflow.validation.manufactured.ManufacturedProblem;
import org.dualflow.validation.manufactured.ManufacturedProblems;
import org.dualflow.validation.study.OrderExpectation;
import org.hipparchus.util.FastMath;

/** Grid schemes on manufactured solutions: fields that vary in space and time, walls, open ends, two dimensions, sources. */
final class ManufacturedClaims {

    private static final double END = 0.5;
    private static final String CLIPPED = " Extrema are clipped, O(h²) in O(1) cells: a part of the error that falls faster than"
            + " the rest, so that the order is approached from above.";
    private static final String MUSCL = "Linear reconstruction and SSP-RK2 are of order 2." + CLIPPED;
    private static final String REMAP = "Faces are traced to order 2, the field is taken at the middle of the step, the"
            + " reconstruction is linear: order 2 with Δt ∝ h." + CLIPPED;

    private ManufacturedClaims() {}

    static List<Claim> all() {
        return List.of(
                muscl("muscl-circle-second-order", ManufacturedProblems.circle(), Limiter.VAN_LEER, 40, 80, 160, 320),
                muscl("muscl-mc-circle-second-order", ManufacturedProblems.circle(), Limiter.MC, 80, 160, 320, 640),
                muscl("muscl-walls-second-order", ManufacturedProblems.walls(), Limiter.VAN_LEER, 40, 80, 160, 320),
                muscl("muscl-outflow-second-order", ManufacturedProblems.outflow(), Limiter.VAN_LEER, 40, 80, 160, 320),
                muscl("muscl-vortices-second-order", ManufacturedProblems.vortices(), Limiter.VAN_LEER, 16, 32, 64, 128)
                        .inFullSuite(),
                plane(),
                weno(),
                semiLagrangian("semi-lagrangian-circle-second-order", ManufacturedProblems.circle(), 2.5),
                semiLagrangian("semi-lagrangian-walls-second-order", ManufacturedProblems.walls(), 1));
    }

    private static OrderClaim muscl(String id, ManufacturedProblem problem, Limiter limiter, Integer... cells) {
        return claim(
                id,
                "muscl with " + limiter.label() + ", manufactured solution \"" + problem.name() + "\"",
                problem,
                n -> TransportScheme.muscl(limiter),
                OrderExpectation.atLeast(2, 0.25, MUSCL),
                cells);
    }

    /** Without a source, so that the loops for two dimensions run; different waves and velocities along the axes. */
    private static Claim plane() {
        var model = Transports.constant(Domain.cube(2, 0, 1, Boundary.PERIODIC), 1, -2);
        Law law = waves(0, 0);
        Law moved = waves(0.25, -0.5);
        return new OrderClaim(
                "muscl-plane-second-order",
                "muscl with van-leer, a product of waves in the field (1, -2) on a torus",
                "L¹ of cell masses at t = 1/4",
                Ladder.cells(1, 48, 68, 96, 136, 192),
                n -> {
                    Grid grid = Grid.of(TransportScheme.muscl(Limiter.VAN_LEER), n);
                    CellMeasure end = Runs.cells(model, Initial.of(law), grid, 0.25);
                    return ErrorSample.exact(Divergences.l1(end, moved.onto(end.mesh())));
                },
                OrderExpectation.atLeast(2, 0.25, MUSCL));
    }

    private static Law waves(double dx, double dy) {
        return ProductLaw.of(
                new DensityLaw(x -> 1 + 0.5 * FastMath.cos(2 * Math.PI * (x - dx)), 0, 1),
                new DensityLaw(y -> 1 + 0.3 * FastMath.sin(2 * Math.PI * (y - dy)), 0, 1));
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

    private static OrderClaim claim(
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
        int[] perAxis = new int[problem.domain().dimension()];
        java.util.Arrays.fill(perAxis, cells);
        Mesh mesh = Mesh.uniform(problem.domain(), perAxis);
        var solver = scheme.begin(problem.model(), List.of(mesh), problem.initial(), 0);
        solver.advanceTo(END);
        return Divergences.l1((CellMeasure) solver.state().measure(0), problem.masses(mesh, END));
    }
}
