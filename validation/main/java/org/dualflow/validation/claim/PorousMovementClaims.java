package org.dualflow.validation.claim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.dualflow.measure.Divergences;
import org.dualflow.measure.Law;
import org.dualflow.measure.LineLaw;
import org.dualflow.measure.QuantileFunction;
import org.dualflow.measure.Wasserstein;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.Initial;
import org.dualflow.model.PorousMedium;
import org.dualflow.movement.GridMovements;
import org.dualflow.validation.exact.Barenblatt;
import org.dualflow.validation.study.ConvergenceTable;
import org.dualflow.validation.study.OrderExpectation;
import org.dualflow.validation.study.Resolution;

/** The porous medium by movements in P₂ of a mesh, against Barenblatt's solutions. Derivations: docs page dual-flows. */
final class PorousMovementClaims {

    private static final double START = 1;
    private static final double TIME = 1;

    private PorousMovementClaims() {}

    static List<Claim> all() {
        return List.of(line(), plane());
    }

    private static Claim line() {
        Ladder ladder = new Ladder(Resolution.MOVEMENT_STEP, List.of(20, 40, 80, 160), TIME);
        return new BoundClaim(
                "porous-medium-movement-line-orders",
                "movements of ∫ u^m/(m-1), m = 2 and 3/2, on cells of [-6, 6], width 1.2 τ, from Barenblatt's solution at t = 1",
                "W₁ distance at t = 2, in " + ladder.sizes()
                        + " steps, from Barenblatt's solution and from as many exact movements; the energy; mass",
                "order 1 within 0.1 with the constant within 5 %; order 2 within 0.15; the energy never rises; mass to two roundings per step;"
                        + " Σ of the certified bounds at most steps · 1e-10",
                "Exact movements are dilations and lag by τ (p-1)/(2p) log 2, p = m + 1 (Barenblatt); those on cells err by O(τ³) where the"
                        + " density is smooth, and at the edge by moving a mass of O(τ²), Lipschitz densities in a layer of O(τ), by O(τ)"
                        + " (dual-flows.md)",
                Claim.Suite.FAST,
                progress -> {
                    List<ConvergenceTable> tables = new ArrayList<>();
                    List<Bound> bounds = new ArrayList<>();
                    for (double m : new double[] {2, 1.5}) {
                        Barenblatt exact = new Barenblatt(1, m);
                        KeptByMovements kept = new KeptByMovements("m = " + m + ", ");
                        List<GridMovements> runs = new ArrayList<>();
                        double constant = exact.lag(START, START + TIME) * exact.speedW1(START + TIME);
                        tables.add(new ConvergenceTable(
                                "flow, m = " + m,
                                "W₁",
                                ladder.resolution(),
                                ladder.climb(
                                        k -> {
                                            GridMovements run = run(exact, 6, k, 10 * k, kept);
                                            runs.add(run);
                                            return transported(run, exact, exact.scale(START + TIME));
                                        },
                                        progress),
                                OrderExpectation.exactly(1, 0.1, "implicit Euler in the scale")
                                        .withConstant(1, constant, 0.05)));
                        tables.add(new ConvergenceTable(
                                "exact movements, m = " + m,
                                "W₁",
                                ladder.resolution(),
                                ladder.climb(
                                        k -> transported(runs.get(ladder.sizes().indexOf(k)), exact, moved(exact, k)),
                                        progress),
                                OrderExpectation.exactly(2, 0.15, "one interval of time, mean densities")));
                        bounds.addAll(kept.bounds());
                    }
                    return ClaimResult.of(tables, bounds);
                });
    }

    private static Claim plane() {
        Ladder ladder = new Ladder(Resolution.MOVEMENT_STEP, List.of(8, 12, 16, 24, 32), TIME);
        return new BoundClaim(
                "porous-medium-movement-plane-order",
                "movements of ∫ u² on cells of [-3, 3]², width 0.75 τ, from Barenblatt's solution at t = 1",
                "L¹ distance at t = 2, in " + ladder.sizes() + " steps, from Barenblatt's solution; the energy; mass",
                "order 1 within 0.1 with the constant within 10 %; the rest as in porous-medium-movement-line-orders",
                "Exact movements are dilations and lag by τ (3/8) log 2 (Barenblatt); the distance on cells from them is of second order (dual-flows.md), a few % of the first on this ladder",
                Claim.Suite.FULL,
                progress -> {
                    KeptByMovements kept = new KeptByMovements("");
                    Barenblatt exact = new Barenblatt(2, 2);
                    double end = START + TIME;
                    var table = new ConvergenceTable(
                            "flow",
                            "L¹",
                            ladder.resolution(),
                            ladder.climb(
                                    k -> {
                                        GridMovements run = run(exact, 3, k, 8 * k, kept);
                                        Law law = exact.ofScale(
                                                exact.scale(end),
                                                run.measure().mesh().domain());
                                        return ErrorSample.exact(Divergences.l1(
                                                run.measure(),
                                                law.onto(run.measure().mesh())));
                                    },
                                    progress),
                            OrderExpectation.exactly(1, 0.1, "implicit Euler in the scale")
                                    .withConstant(1, exact.lag(START, end) * exact.speedL1(end), 0.1));
                    return ClaimResult.of(List.of(table), kept.bounds());
                });
    }

    private static GridMovements run(Barenblatt exact, double reach, int steps, int cells, KeptByMovements kept) {
        Domain.Side side = new Domain.Side(-reach, reach, Boundary.NO_FLUX, Boundary.NO_FLUX);
        Domain box = new Domain(Collections.nCopies(exact.dimension(), side));
        PorousMedium flow = new PorousMedium(box, exact.exponent());
        Initial initial = Initial.of(exact.ofScale(exact.scale(START), box));
        GridMovements run = new GridMovements(flow, Mesh.uniform(box, cells), TIME / steps, initial, 0);
        kept.steps(run, TIME, steps);
        return run;
    }

    private static ErrorSample transported(GridMovements run, Barenblatt exact, double scale) {
        LineLaw law = (LineLaw) exact.ofScale(scale, run.measure().mesh().domain());
        return ErrorSample.exact(Wasserstein.W1.between(
                QuantileFunction.ofSlabs(run.measure()),
                QuantileFunction.ofSlabs(law.onto(run.measure().mesh()))));
    }

    private static double moved(Barenblatt exact, int steps) {
        double scale = exact.scale(START);
        for (int k = 0; k < steps; k++) {
            scale = exact.moved(scale, TIME / steps);
        }
        return scale;
    }
}
