package org.dualflow.validation.claim;

import java.util.ArrayList;
import java.util.List;
import org.dualflow.fv.GridScheme;
import org.dualflow.fv.Limiter;
import org.dualflow.fv.TransportScheme;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.CompensatedSum;
import org.dualflow.measure.Divergences;
import org.dualflow.mesh.Mesh;
import org.dualflow.run.Grid;
import org.dualflow.validation.exact.ExactSolution;
import org.dualflow.validation.exact.LineSolutions;
import org.dualflow.validation.exact.PlaneSolutions;
import org.dualflow.validation.manufactured.ManufacturedProblem;
import org.dualflow.validation.manufactured.ManufacturedProblems;
import org.dualflow.validation.study.OrderExpectation;
import org.hipparchus.util.FastMath;

/**
 * Orders for smooth data: upwind, MUSCL and WENO5 on a circle, in the plane and with manufactured
 * sources. Errors are L¹ distances of cell masses to the exact ones, so that no reading of cells enters.
 */
final class SmoothClaims {

    private static final String SECOND =
            "Limited linear reconstruction is exact for linear data away from extrema, and SSP-RK2 has order 2; at extrema O(1)"
                    + " cells per level are clipped to first order, which costs O(h²) in L¹ (Osher, Chakravarthy 1984).";

    private static final String FASTER =
            " The part of the extrema falls faster than the rest on coarse meshes and exceeds it"
                    + " there, so that the order is approached from above; away from extrema it is 2"
                    + " (muscl-van-leer-off-extrema-second-order).";

    private SmoothClaims() {}

    static List<Claim> all() {
        List<Claim> claims = new ArrayList<>();
        claims.add(onCircle(
                "upwind-smooth-first-order",
                "upwind",
                cells -> TransportScheme.upwind(),
                OrderExpectation.exactly(1, 0.1, "The modified equation adds a diffusion of order h (1-ν) |a| / 2."),
                320,
                640,
                1280,
                2560));
        for (Limiter limiter : List.of(Limiter.MINMOD, Limiter.VAN_LEER, Limiter.MC)) {
            claims.add(onCircle(
                    "muscl-" + limiter.label() + "-second-order",
                    "MUSCL with " + limiter.label() + " and SSP-RK2",
                    cells -> TransportScheme.muscl(limiter),
                    OrderExpectation.exactly(2, 0.2, SECOND),
                    320,
                    640,
                    1280,
                    2560));
        }
        claims.add(onCircle(
                "weno5-fifth-order",
                "WENO5 with SSP-RK3, Δt ∝ h^{5/3}",
                cells -> TransportScheme.weno5().withMaxStep(0.4 * FastMath.pow(2 * FastMath.PI / cells, 5.0 / 3)),
                OrderExpectation.exactly(
                        5,
                        0.25,
                        "WENO-Z reconstruction of order 5 (Jiang, Shu 1996; Borges et al. 2008), time error O(Δt³) = O(h⁵)."),
                80,
                160,
                320,
                640));
        claims.add(plane(
                "swirl-muscl-second-order",
                PlaneSolutions.swirl(1),
                1,
                OrderExpectation.atLeast(
                        2,
                        0.25,
                        SECOND
                                + " All errors of order h² are odd in the velocity and cancel when the swirl turns back"
                                + " (swirl-at-turn-second-order holds where they have not): what is left falls faster, so theory gives a"
                                + " bound only."),
                64,
                128,
                256));
        claims.add(plane(
                        "rotation-muscl-second-order",
                        PlaneSolutions.rotation(1.0 / 6),
                        0.5 * FastMath.PI,
                        OrderExpectation.exactly(2, 0.25, SECOND),
                        128,
                        256,
                        384,
                        512)
                .inFullSuite());
        claims.add(swirlAtTurn().inFullSuite());
        claims.add(offExtrema(Limiter.VAN_LEER));
        claims.add(offExtrema(Limiter.MC));
        for (ManufacturedProblem problem : ManufacturedProblems.all()) {
            if (problem.sinks().isEmpty()) {
                OrderClaim claim = manufactured(problem);
                claims.add(problem.domain().dimension() == 1 ? claim : claim.inFullSuite());
            }
        }
        return claims;
    }

    private interface SchemeFor {
        GridScheme at(int cells);
    }

    private static Claim onCircle(
            String id, String scheme, SchemeFor schemes, OrderExpectation expectation, Integer... cells) {
        ExactSolution exact = LineSolutions.sine();
        return new OrderClaim(
                id,
                scheme + ", a = sin x on the circle",
                "L¹ of cell masses at t = 1",
                Ladder.cells(2 * FastMath.PI, cells),
                n -> ErrorSample.exact(error(exact, Grid.of(schemes.at(n), n), 1)),
                expectation);
    }

    private static OrderClaim plane(
            String id, ExactSolution exact, double end, OrderExpectation expectation, Integer... cells) {
        return new OrderClaim(
                id,
                "MUSCL with van Leer and SSP-RK2, unsplit, " + exact.name(),
                "L¹ of cell masses",
                Ladder.cells(exact.model().species().get(0).domain().side(0).length(), cells),
                n -> ErrorSample.exact(error(exact, Grid.of(TransportScheme.muscl(Limiter.VAN_LEER), n), end)),
                expectation);
    }

    private static double error(ExactSolution exact, Grid grid, double end) {
        CellMeasure masses = Runs.cells(exact.model(), exact.initial(), grid, end);
        return Divergences.l1(masses, exact.at(end).onto(masses.mesh()));
    }

    private static OrderClaim manufactured(ManufacturedProblem problem) {
        int dimension = problem.domain().dimension();
        Integer[] cells = dimension == 1
                ? new Integer[] {40, 80, 160, 320}
                : dimension == 2 ? new Integer[] {48, 96, 192} : new Integer[] {12, 24, 48};
        return new OrderClaim(
                "manufactured-" + problem.name(),
                "MUSCL with van Leer and SSP-RK2, manufactured solution " + problem.name() + " in " + dimension + "D",
                "L¹ of cell masses at t = 0.5",
                Ladder.cells(problem.domain().side(0).length(), cells),
                n -> {
                    Grid grid = Grid.of(TransportScheme.muscl(Limiter.VAN_LEER), n);
                    CellMeasure masses = Runs.cells(problem.model(), problem.initial(), grid, 0.5);
                    Mesh mesh = masses.mesh();
                    return ErrorSample.exact(Divergences.l1(masses, problem.masses(mesh, 0.5)));
                },
                problem.name().equals("walls")
                        ? OrderExpectation.exactly(
                                2, 0.2, SECOND + " Here the only extrema are at the walls and stay there.")
                        : OrderExpectation.atLeast(2, 0.25, SECOND + FASTER));
    }

    /**
     * Away from extrema nothing is clipped, and every limiter with φ(1) = 1 and φ'(1) = ½ has the same leading error. The cells
     * counted lie outside 0.41 of an extremum of sin(x - t); what is clipped there lags by less than 0.07 until t = ½.
     */
    private static Claim offExtrema(Limiter limiter) {
        ManufacturedProblem problem = ManufacturedProblems.circle();
        return new OrderClaim(
                "muscl-" + limiter.label() + "-off-extrema-second-order",
                "MUSCL with " + limiter.label() + " and SSP-RK2, manufactured solution circle",
                "L¹ of cell masses at t = 0.5, over cells with |cos(x - t)| > 0.4",
                Ladder.cells(2 * FastMath.PI, 160, 320, 640, 1280),
                n -> {
                    CellMeasure masses = Runs.cells(
                            problem.model(), problem.initial(), Grid.of(TransportScheme.muscl(limiter), n), 0.5);
                    double[] row = masses.rows()[0];
                    double[] exact = problem.masses(masses.mesh(), 0.5).rows()[0];
                    CompensatedSum sum = new CompensatedSum();
                    for (int i = 0; i < row.length; i++) {
                        double theta = masses.mesh().axis(0).point(i) - 0.5;
                        sum.add(FastMath.abs(FastMath.cos(theta)) > 0.4 ? Math.abs(row[i] - exact[i]) : 0);
                    }
                    return ErrorSample.exact(sum.value());
                },
                OrderExpectation.exactly(
                        2, 0.1, "Limited linear reconstruction and SSP-RK2 are of order 2 where nothing is clipped."));
    }

    /** The swirl where it turns back: cell masses from points followed back to the start, Gauss rules of order 4. */
    private static OrderClaim swirlAtTurn() {
        ExactSolution exact = PlaneSolutions.swirl(1);
        return new OrderClaim(
                "swirl-at-turn-second-order",
                "MUSCL with van Leer and SSP-RK2, unsplit, swirl at half its period",
                "L¹ of cell masses at t = T/2",
                Ladder.cells(1, 96, 128, 160, 192),
                n -> {
                    CellMeasure masses = Runs.cells(
                            exact.model(), exact.initial(), Grid.of(TransportScheme.muscl(Limiter.VAN_LEER), n), 0.5);
                    return ErrorSample.exact(Divergences.l1(masses, PlaneSolutions.swirlMasses(1, masses.mesh(), 0.5)));
                },
                OrderExpectation.exactly(
                        2, 0.25, SECOND + " Nothing has turned back yet, so that nothing has cancelled."));
    }
}
