package org.dualflow.validation.claim;

import java.util.List;
import org.dualflow.fv.implicit.ImplicitFlow;
import org.dualflow.fv.implicit.ImplicitScheme;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.Divergences;
import org.dualflow.mesh.Mesh;
import org.dualflow.run.Grid.Grading;
import org.dualflow.run.ImplicitGrid;
import org.dualflow.validation.exact.DiagonalFlow;
import org.dualflow.validation.exact.ExactFlow;
import org.dualflow.validation.exact.FlowSolutions;
import org.dualflow.validation.study.OrderExpectation;

/** Orders of implicit finite volumes for gradient flows, against exact solutions. */
final class FlowClaims {

    private static final String SPACE =
            "Cell masses of the target are exact and the two-point flux is the flux up to a relative O(h²) with a smooth"
                    + " coefficient (jensen-shannon.md); the step contracts L¹, so errors only add up.";

    private static final String TIME =
            "Implicit Euler contracts L¹ and has a local error of O(τ²), so the error is O(τ).";

    private static final String EXTRAPOLATED =
            "2 U₂ - U₁ removes the O(τ) term of implicit Euler; θ = 1 for small τ (jensen-shannon.md).";

    private FlowClaims() {}

    static List<Claim> all() {
        ExactFlow circle = FlowSolutions.circle(1, 1.2);
        ExactFlow walls = FlowSolutions.halfPeriod(1, 1.2);
        return List.of(
                space("jensen-shannon-circle-second-order", circle, Grading.UNIFORM),
                space("jensen-shannon-walls-second-order", walls, Grading.UNIFORM),
                space("jensen-shannon-graded-second-order", walls, Grading.TOWARDS_ENDS),
                space("ornstein-uhlenbeck-second-order", FlowSolutions.ornsteinUhlenbeck(1, 0.75), Grading.UNIFORM),
                space(
                        "ornstein-uhlenbeck-graded-second-order",
                        FlowSolutions.ornsteinUhlenbeck(1, 0.75),
                        Grading.TOWARDS_ENDS),
                diagonal("jensen-shannon-plane-second-order", 2, 20, 28, 40, 56, 80),
                diagonal("jensen-shannon-space-second-order", 3, 16, 24, 32, 48, 64)
                        .inFullSuite(),
                time("jensen-shannon-euler-first-order-in-time", 1, TIME),
                time("jensen-shannon-extrapolated-second-order-in-time", 2, EXTRAPOLATED));
    }

    private static Claim space(String id, ExactFlow exact, Grading grading) {
        double length = exact.model().domain().side(0).length();
        return new OrderClaim(
                id,
                "extrapolated implicit Euler with 40 steps per 80 cells, " + exact.name()
                        + (grading == Grading.UNIFORM ? "" : ", cells graded 1 : 3"),
                "L¹ of cell masses at t = 1",
                Ladder.cells(length, 80, 160, 320, 640),
                n -> {
                    ImplicitGrid grid = ImplicitGrid.of(ImplicitScheme.extrapolated(2.0 / n), n)
                            .graded(grading);
                    CellMeasure masses = (CellMeasure)
                            Runs.solve(exact.model(), exact.initial(), grid, 1).measure(0);
                    return ErrorSample.exact(Divergences.l1(masses, exact.at(1).onto(masses.mesh())));
                },
                OrderExpectation.exactly(2, 0.1, SPACE + " " + EXTRAPOLATED));
    }

    private static OrderClaim diagonal(String id, int dimension, Integer... cells) {
        DiagonalFlow exact = new DiagonalFlow(dimension, 1.8);
        return new OrderClaim(
                id,
                "extrapolated implicit Euler, Jensen–Shannon flow in " + dimension + "D, a wave along the diagonal",
                "L¹ of cell masses at t = ½",
                Ladder.cells(2 * Math.PI, cells),
                n -> {
                    Mesh mesh = Mesh.uniform(exact.model().domain(), n);
                    ImplicitFlow flow = new ImplicitFlow(
                            exact.model(),
                            ImplicitScheme.extrapolated(2.0 / n).withAccuracy(1e-10),
                            exact.masses(mesh, 0),
                            0);
                    flow.advanceTo(0.5);
                    return ErrorSample.exact(Divergences.l1(flow.measure(), exact.masses(mesh, 0.5)));
                },
                OrderExpectation.exactly(2, 0.1, SPACE + " " + EXTRAPOLATED));
    }

    private static Claim time(String id, int order, String why) {
        ExactFlow exact = FlowSolutions.circle(1, 1.2);
        return new OrderClaim(
                id,
                (order == 1 ? "implicit Euler" : "extrapolated implicit Euler")
                        + ", Jensen–Shannon flow on a circle, 64 cells",
                "L¹ of cell masses at t = 1, to 4096 extrapolated steps on the same mesh,",
                Ladder.steps(1, 16, 32, 64, 128),
                n -> {
                    CellMeasure fine = run(exact, ImplicitScheme.extrapolated(1.0 / 4096));
                    CellMeasure coarse = run(
                            exact, order == 1 ? ImplicitScheme.euler(1.0 / n) : ImplicitScheme.extrapolated(1.0 / n));
                    return ErrorSample.exact(Divergences.l1(coarse, fine));
                },
                OrderExpectation.exactly(order, 0.1, why));
    }

    private static CellMeasure run(ExactFlow exact, ImplicitScheme scheme) {
        Mesh mesh = Mesh.uniform(exact.model().domain(), 64);
        ImplicitFlow flow = new ImplicitFlow(exact.model(), mesh, scheme, exact.initial(), 0);
        flow.advanceTo(1);
        return flow.measure();
    }
}
