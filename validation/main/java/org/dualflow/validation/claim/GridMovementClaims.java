package org.dualflow.validation.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.dualflow.fv.implicit.ImplicitScheme;
import org.dualflow.gan.JensenShannonFlow;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.Divergences;
import org.dualflow.measure.Law;
import org.dualflow.measure.NormalLaw;
import org.dualflow.measure.NormalMixture;
import org.dualflow.measure.QuantileFunction;
import org.dualflow.measure.UniformBox;
import org.dualflow.measure.Wasserstein;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.FokkerPlanck;
import org.dualflow.model.GradientFlow;
import org.dualflow.model.Initial;
import org.dualflow.model.PorousMedium;
import org.dualflow.movement.GridMovements;
import org.dualflow.movement.GridMover;
import org.dualflow.run.Discretisation;
import org.dualflow.run.FlowMethod;
import org.dualflow.run.FlowParticles;
import org.dualflow.run.ImplicitGrid;
import org.dualflow.run.MovementGrid;
import org.dualflow.time.Evolution;
import org.dualflow.validation.exact.ExactFlow;
import org.dualflow.validation.exact.FlowSolutions;
import org.dualflow.validation.exact.NormalMovement;
import org.dualflow.validation.study.ConvergenceTable;
import org.dualflow.validation.study.OrderExpectation;
import org.dualflow.validation.study.Resolution;

/** Movements in P₂ of a mesh. Derivations: docs page dual-flows. */
final class GridMovementClaims {

    static final String ORDER_ONE = "implicit Euler in P₂, and centred densities err by h² ~ τ² (dual-flows.md)";
    static final String ORDER_TWO =
            "one interval of time with the mean of the densities before and after errs by τ³ in a movement (dual-flows.md)";

    private GridMovementClaims() {}

    static List<Claim> all() {
        return List.of(line(), plane(), saturating(), certificate(), threeWays());
    }

    private static Claim line() {
        ExactFlow problem = FlowSolutions.ornsteinUhlenbeck(1, 0.8);
        return normal(
                "grid-movement-line-orders",
                "movements of ∫ x²/2 du + ∫ u log u on cells of [-9, 9], width 2.8 τ, from N(1, 0.8²)",
                new Ladder(Resolution.MOVEMENT_STEP, List.of(10, 20, 40, 80), 0.5),
                Claim.Suite.FAST,
                problem.model(),
                problem.initial(),
                64.0 / 5,
                law -> new NormalLaw(law[0], law[1]));
    }

    private static Claim plane() {
        return normal(
                "grid-movement-plane-orders",
                "movements of ∫ |x|²/2 du + ∫ u log u on cells of [-8, 8]², width 3.3 τ, from N((1, ½), 0.8²)",
                new Ladder(Resolution.MOVEMENT_STEP, List.of(6, 9, 12, 18, 24), 0.4),
                Claim.Suite.FULL,
                new FokkerPlanck(square(8), NormalMixture.normal(1, 0, 0)),
                Initial.of(NormalMixture.normal(0.8, 1, 0.5)),
                12,
                law -> NormalMixture.normal(law[1], law[0], 0.5 * law[0]));
    }

    /** Ornstein–Uhlenbeck from a normal law with mean 1 and standard deviation 0.8 along the first axis. */
    private static Claim normal(
            String id,
            String problem,
            Ladder ladder,
            Claim.Suite suite,
            GradientFlow model,
            Initial initial,
            double cellsPerStep,
            Function<double[], Law> law) {
        double end = ladder.extent();
        return new BoundClaim(
                id,
                problem,
                "L¹ distance at t = " + end + ", in " + ladder.sizes()
                        + " steps, from the flow and from as many exact movements of normal laws; the energy; mass",
                "orders 1 and 2 within 0.15; the energy never rises; mass to two roundings per step; Σ of the certified bounds at"
                        + " most steps · 1e-10",
                ORDER_ONE + "; " + ORDER_TWO,
                suite,
                progress -> {
                    KeptByMovements kept = new KeptByMovements("");
                    List<GridMovements> runs = new ArrayList<>();
                    var flow = new ConvergenceTable(
                            "flow",
                            "L¹",
                            ladder.resolution(),
                            ladder.climb(
                                    k -> {
                                        int cells = (int) (cellsPerStep * k);
                                        GridMovements run = run(model, initial, end, k, cells, kept);
                                        runs.add(run);
                                        return error(run, law.apply(NormalMovement.flow(1, 0.8, end)));
                                    },
                                    progress),
                            OrderExpectation.exactly(1, 0.15, ORDER_ONE));
                    var movements = new ConvergenceTable(
                            "exact movements",
                            "L¹",
                            ladder.resolution(),
                            ladder.climb(
                                    k -> error(runs.get(ladder.sizes().indexOf(k)), law.apply(moved(1, 0.8, end, k))),
                                    progress),
                            OrderExpectation.exactly(2, 0.15, ORDER_TWO));
                    return ClaimResult.of(List.of(flow, movements), kept.bounds());
                });
    }

    private static double[] moved(double mean, double sd, double end, int steps) {
        double[] law = {mean, sd};
        for (int k = 0; k < steps; k++) {
            law = NormalMovement.step(law[0], law[1], end / steps);
        }
        return law;
    }

    static ErrorSample error(GridMovements run, Law exact) {
        return ErrorSample.exact(
                Divergences.l1(run.measure(), exact.onto(run.measure().mesh())));
    }

    private static GridMovements run(
            GradientFlow flow, Initial initial, double end, int steps, int cells, KeptByMovements kept) {
        GridMovements run = new GridMovements(flow, Mesh.uniform(flow.domain(), cells), end / steps, initial, 0);
        kept.steps(run, end, steps);
        return run;
    }

    private static Domain square(double reach) {
        Domain.Side side = new Domain.Side(-reach, reach, Boundary.NO_FLUX, Boundary.NO_FLUX);
        return new Domain(List.of(side, side));
    }

    private static Claim saturating() {
        double end = 2;
        Ladder ladder = new Ladder(Resolution.MOVEMENT_STEP, List.of(10, 20, 40, 80), end);
        return new BoundClaim(
                "grid-movement-jensen-shannon-order",
                "movements of the Jensen–Shannon divergence to a uniform law on a half period, θ₀ = 1.3, cells of width 0.79 τ",
                "L¹ distance at t = " + end + " in " + ladder.sizes() + " steps from the exact solution",
                "order 1 within 0.15; the rest as in grid-movement-line-orders",
                ORDER_ONE,
                Claim.Suite.FAST,
                progress -> {
                    ExactFlow problem = FlowSolutions.halfPeriod(1, 1.3);
                    KeptByMovements kept = new KeptByMovements("");
                    var table = new ConvergenceTable(
                            "flow",
                            "L¹",
                            ladder.resolution(),
                            ladder.climb(
                                    k -> error(
                                            run(problem.model(), problem.initial(), end, k, 2 * k, kept),
                                            problem.at(end)),
                                    progress),
                            OrderExpectation.exactly(1, 0.15, ORDER_ONE));
                    return ClaimResult.of(List.of(table), kept.bounds());
                });
    }

    private static Claim certificate() {
        return new BoundClaim(
                "grid-movement-certificate",
                "one movement of τ = ½ in the plane, relative entropy, Jensen–Shannon divergence and (from empty cells) ∫ u², solved to 1, 10⁻² … 10⁻⁸",
                "L¹ distance from the movement solved to 10⁻¹¹, over its bound (8 gap Σ μ/f'')^½",
                "at most 1",
                "The gap of a convex problem bounds the Bregman divergence of its strongly convex part (GridMover).",
                Claim.Suite.FAST,
                progress -> {
                    WorstOf worst = new WorstOf();
                    Domain box = square(6);
                    for (GradientFlow flow : List.of(
                            new FokkerPlanck(box, NormalMixture.normal(0.8, 0, 0)),
                            new JensenShannonFlow(box, NormalMixture.normal(0.8, 0, 0)),
                            new PorousMedium(box, 2))) {
                        CellMeasure exact = once(flow, 1e-11, new double[1]);
                        for (double accuracy : new double[] {1, 1e-2, 1e-4, 1e-6, 1e-8}) {
                            double[] bound = new double[1];
                            CellMeasure found = once(flow, accuracy, bound);
                            worst.share("distance over its bound", Divergences.l1(found, exact), bound[0]);
                        }
                    }
                    return ClaimResult.of(List.of(), worst.bounds());
                });
    }

    private static CellMeasure once(GradientFlow flow, double accuracy, double[] bound) {
        Mesh mesh = Mesh.uniform(flow.domain(), 24);
        Law law = flow instanceof PorousMedium ? new UniformBox(square(0.8)) : NormalMixture.normal(0.7, 0.5, -0.3);
        double[][] start = law.onto(mesh).rows();
        double[][] p = mesh.newRows();
        double[][] out = mesh.newRows();
        GridMover mover = new GridMover(flow, mesh);
        mover.prepare(start, 0.5, p);
        bound[0] = mover.withAccuracy(accuracy).move(start, 0.5, p, out).bound();
        return new CellMeasure(mesh, out);
    }

    private static Claim threeWays() {
        double end = 2;
        return new BoundClaim(
                "jensen-shannon-movement-three-ways",
                "a normal law on its way to two clusters: implicit cells, quantile particles, movements",
                "W₁ at t = " + end + " between each two, over the sum of their stated errors",
                "at most 1",
                "A method's stated error is Σ 2^{-kp}, k ≥ 0, times W₁ between its results with these and with half the parameters, p its"
                        + " order: 1 for movements (width and step) and for atoms of 1/N, 2 for the extrapolated scheme.",
                Claim.Suite.FAST,
                progress -> {
                    Domain line = Domain.line(-8, 8, Boundary.NO_FLUX);
                    JensenShannonFlow flow = new JensenShannonFlow(
                            line,
                            new NormalMixture(
                                    new double[] {0.5, 0.5}, new double[][] {{-1, 1.5}}, new double[][] {{0.7, 0.6}}));
                    Initial initial = Initial.of(NormalMixture.normal(0.8, 0.5));
                    List<Way> ways = List.of(
                            new Way(1, part -> MovementGrid.of(0.1 / part, 160 * part)),
                            new Way(2, part -> ImplicitGrid.of(ImplicitScheme.extrapolated(0.1 / part), 160 * part)),
                            new Way(1, part -> FlowParticles.quantiles(100 * part, FlowMethod.quantiles(0.02 / part))));
                    List<QuantileFunction> results = new ArrayList<>();
                    List<Double> errors = new ArrayList<>();
                    for (Way way : ways) {
                        QuantileFunction coarse = way.result(flow, initial, end, 1);
                        QuantileFunction fine = way.result(flow, initial, end, 2);
                        results.add(coarse);
                        errors.add(Wasserstein.W1.between(coarse, fine) / (1 - Math.pow(2, -way.order())));
                    }
                    WorstOf worst = new WorstOf();
                    for (int i = 0; i < 3; i++) {
                        int j = (i + 1) % 3;
                        worst.atMost(
                                "distance over the stated errors",
                                Wasserstein.W1.between(results.get(i), results.get(j))
                                        / (errors.get(i) + errors.get(j)),
                                1);
                    }
                    return ClaimResult.of(List.of(), worst.bounds());
                });
    }

    private record Way(int order, IntFunction<Discretisation> method) {

        QuantileFunction result(GradientFlow flow, Initial initial, double end, int part) {
            Evolution run = method.apply(part).begin(flow, initial, 0);
            run.advanceTo(end);
            return run.state().measure(0) instanceof CellMeasure cells
                    ? QuantileFunction.ofSlabs(cells)
                    : QuantileFunction.ofAtoms(run.state().measure(0));
        }
    }
}
