package org.dualflow.validation.claim;

import java.util.List;
import org.dualflow.fv.explicit.ExplicitScheme;
import org.dualflow.fv.implicit.ImplicitScheme;
import org.dualflow.gan.JensenShannonFlow;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.Divergences;
import org.dualflow.measure.NormalMixture;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Initial;
import org.dualflow.run.Discretisation;
import org.dualflow.run.ExplicitGrid;
import org.dualflow.run.ImplicitGrid;
import org.dualflow.validation.exact.DiagonalFlow;
import org.dualflow.validation.exact.ExactFlow;
import org.dualflow.validation.exact.FlowSolutions;
import org.dualflow.validation.study.OrderExpectation;

/** Explicit upwind schemes for the Jensen–Shannon flow, against exact solutions and against the implicit scheme. */
final class ExplicitFlowClaims {

    private static final String UPWIND =
            "The velocity is right to h², the density at a face to h/2 times its slope, a smooth error;"
                    + " Euler's method with steps O(h²) adds O(h²).";

    private static final String MUSCL =
            "Velocity and density at a face are right to h² but in O(1) cells at extrema, where their errors are O(h²) and not"
                    + " smooth, O(h²) in L¹; Heun's method with steps O(h²) adds O(h⁴).";

    private ExplicitFlowClaims() {}

    static List<Claim> all() {
        ExactFlow circle = FlowSolutions.circle(1, 1.2);
        ExactFlow walls = FlowSolutions.halfPeriod(1, 1.2);
        return List.of(
                line("explicit-upwind-circle-first-order", circle, ExplicitScheme.upwind(), 1, UPWIND),
                line("explicit-muscl-circle-second-order", circle, ExplicitScheme.muscl(), 2, MUSCL),
                line("explicit-muscl-walls-second-order", walls, ExplicitScheme.muscl(), 2, MUSCL),
                plane("explicit-upwind-plane-first-order", ExplicitScheme.upwind(), 1, UPWIND),
                plane("explicit-muscl-plane-second-order", ExplicitScheme.muscl(), 2, MUSCL),
                againstImplicit());
    }

    private static Claim line(String id, ExactFlow exact, ExplicitScheme scheme, int order, String why) {
        return new OrderClaim(
                id,
                (order == 1 ? "explicit upwind, " : "explicit MUSCL, ") + exact.name(),
                "L¹ of cell masses at t = 1",
                Ladder.cells(exact.model().domain().side(0).length(), 40, 80, 160, 320),
                n -> {
                    CellMeasure masses =
                            (CellMeasure) Runs.solve(exact.model(), exact.initial(), ExplicitGrid.of(scheme, n), 1)
                                    .measure(0);
                    return ErrorSample.exact(Divergences.l1(masses, exact.at(1).onto(masses.mesh())));
                },
                OrderExpectation.exactly(order, 0.15, why));
    }

    private static Claim plane(String id, ExplicitScheme scheme, int order, String why) {
        DiagonalFlow exact = new DiagonalFlow(2, 1.8);
        return new OrderClaim(
                id,
                (order == 1 ? "explicit upwind" : "explicit MUSCL")
                        + ", Jensen–Shannon flow in 2D, a wave along the diagonal",
                "L¹ of cell masses at t = ½",
                Ladder.cells(2 * Math.PI, 40, 56, 80, 112, 160),
                n -> {
                    CellMeasure masses = (CellMeasure)
                            Runs.solve(exact.model(), Initial.of(exact.start()), ExplicitGrid.of(scheme, n), 0.5)
                                    .measure(0);
                    return ErrorSample.exact(Divergences.l1(masses, exact.masses(masses.mesh(), 0.5)));
                },
                OrderExpectation.exactly(order, 0.15, why));
    }

    private static Claim againstImplicit() {
        Domain domain = Domain.line(-6, 6, Boundary.NO_FLUX);
        JensenShannonFlow flow = new JensenShannonFlow(
                domain,
                new NormalMixture(new double[] {0.4, 0.6}, new double[][] {{-0.8, 0.7}}, new double[][] {{0.6, 0.75}}));
        Initial start = Initial.of(NormalMixture.normal(0.7, 0.1));
        return new OrderClaim(
                "explicit-muscl-against-implicit",
                "explicit MUSCL against extrapolated implicit Euler, a normal law flows into two clusters",
                "L¹ of cell masses at t = 1, of one to the other,",
                Ladder.cells(12, 135, 200, 300, 450),
                n -> ErrorSample.exact(Divergences.l1(
                        at(flow, start, ExplicitGrid.of(ExplicitScheme.muscl(), n)),
                        at(flow, start, ImplicitGrid.of(ImplicitScheme.extrapolated(3.0 / n), n)))),
                OrderExpectation.exactly(
                        2, 0.2, MUSCL + " The implicit scheme has order 2 in both (jensen-shannon.md)."));
    }

    private static CellMeasure at(JensenShannonFlow flow, Initial start, Discretisation grid) {
        return (CellMeasure) Runs.solve(flow, start, grid, 1).measure(0);
    }
}
