package org.dualflow.validation.claim;

import java.util.IntSummaryStatistics;
import java.util.List;
import org.dualflow.fv.implicit.ImplicitFlow;
import org.dualflow.fv.implicit.ImplicitScheme;
import org.dualflow.gan.JensenShannonFlow;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.GaussRule;
import org.dualflow.measure.NormalLaw;
import org.dualflow.measure.NormalMixture;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.Initial;
import org.dualflow.model.State;
import org.dualflow.validation.exact.ExactFlow;
import org.dualflow.validation.exact.FlowSolutions;
import org.dualflow.validation.study.OrderExpectation;
import org.hipparchus.util.FastMath;

/** How the Jensen–Shannon flow comes to rest: rates, the global bound, dissipation, vanishing gradients; solver's counts. */
final class FlowDecayClaims {

    private static final Domain LINE = Domain.line(-8, 8, Boundary.NO_FLUX);

    private FlowDecayClaims() {}

    static List<Claim> all() {
        return List.of(
                modes(),
                global(),
                dissipation(),
                separation(),
                counts("multigrid-counts", Claim.Suite.FAST, 64, 128, 256),
                counts("multigrid-counts-large", Claim.Suite.FULL, 128, 256, 512, 1024, 2048));
    }

    private static Claim modes() {
        return new BoundClaim(
                "jensen-shannon-normal-modes",
                "decay of small perturbations of a normal target",
                "-log(a(1)/a(0)) of the Hermite moments a = Σ m He_n of r = 1 + 10⁻⁶ He_n, n = 1, 2, 3, 400 cells",
                "n/4 within 1 %",
                "Linearised at r = 1 the generator is a quarter of Langevin's, whose eigenvalues for N(0,1) are n; the scheme"
                        + " adds O(h² + τ²) = 2e-3.",
                Claim.Suite.FAST,
                progress -> ClaimResult.of(List.of(), List.of(mode(1), mode(2), mode(3))));
    }

    private static Bound mode(int n) {
        JensenShannonFlow flow = new JensenShannonFlow(LINE, NormalMixture.normal(1, 0));
        CellMeasure start = flow.target().onto(Mesh.uniform(LINE, 400));
        double before = perturb(start, n);
        ImplicitFlow solver = new ImplicitFlow(flow, ImplicitScheme.extrapolated(0.02), start, 0);
        solver.advanceTo(1);
        double rate = -FastMath.log(moment(solver.measure(), n) / before);
        return Bound.near("rate of mode " + n, rate, n / 4.0, 0.01 * n / 4);
    }

    private static double perturb(CellMeasure masses, int n) {
        double[] row = masses.rows()[0];
        for (int i = 0; i < row.length; i++) {
            row[i] *= 1 + 1e-6 * hermite(n, masses.mesh().axis(0).point(i));
        }
        return moment(masses, n);
    }

    private static double moment(CellMeasure masses, int n) {
        double sum = 0;
        for (int i = 0; i < masses.size(); i++) {
            sum += masses.rows()[0][i] * hermite(n, masses.mesh().axis(0).point(i));
        }
        // The moment of the target itself is O(h²) but constant, and is left out: He_n is orthogonal to it up to that.
        return sum - rest(masses.mesh(), n);
    }

    private static double rest(Mesh mesh, int n) {
        CellMeasure target = NormalMixture.normal(1, 0).onto(mesh);
        double sum = 0;
        for (int i = 0; i < target.size(); i++) {
            sum += target.rows()[0][i] * hermite(n, mesh.axis(0).point(i));
        }
        return sum;
    }

    private static double hermite(int n, double x) {
        return n == 1 ? x : n == 2 ? x * x - 1 : x * (x * x - 3);
    }

    private static Claim global() {
        return new BoundClaim(
                "jensen-shannon-global-decay",
                "global bound of the distance to rest",
                "‖r - 1‖ in L²(d) at t = 1, 2, 4 over its bound, on a circle, implicit Euler with steps of ¼",
                "at most 1",
                "d/dt ½‖r - 1‖² = -½ ∫ d |∇r|²/(1 + r) ≤ -‖r - 1‖²/(2 C_P (1 + sup r₀)) as r ≤ sup r₀, C_P = (L/2π)², so the norm"
                        + " is below exp(-t/(2 C_P (1 + sup r₀))); an implicit step divides it by 1 + τ/(2 C_P (1 + sup r₀))"
                        + " at least, where C_P of n equal cells is (h/(2 sin(π/n)))².",
                Claim.Suite.FAST,
                progress -> {
                    ExactFlow exact = FlowSolutions.circle(1, 1.2);
                    Mesh mesh = Mesh.uniform(exact.model().domain(), 100);
                    CellMeasure target = exact.model().target().onto(mesh);
                    double tau = 0.25;
                    ImplicitFlow solver =
                            new ImplicitFlow(exact.model(), mesh, ImplicitScheme.euler(tau), exact.initial(), 0);
                    double start = distance(solver.measure(), target);
                    double rate = 1 / (2 * poincare(mesh) * (1 + greatest(solver.measure(), target)));
                    WorstOf worst = new WorstOf();
                    for (int t : new int[] {1, 2, 4}) {
                        solver.advanceTo(t);
                        double bound = start * FastMath.pow(1 + tau * rate, -t / tau);
                        worst.share("share of the bound", distance(solver.measure(), target), bound);
                    }
                    return ClaimResult.of(List.of(), worst.bounds());
                });
    }

    private static double poincare(Mesh mesh) {
        double h = mesh.axis(0).width(0);
        return FastMath.pow(h / (2 * FastMath.sin(FastMath.PI / mesh.size())), 2);
    }

    private static double distance(CellMeasure u, CellMeasure d) {
        double sum = 0;
        for (int i = 0; i < u.size(); i++) {
            double mu = d.rows()[0][i];
            sum += FastMath.pow(u.rows()[0][i] - mu, 2) / mu;
        }
        return FastMath.sqrt(sum);
    }

    private static double greatest(CellMeasure u, CellMeasure d) {
        double most = 0;
        for (int i = 0; i < u.size(); i++) {
            most = FastMath.max(most, u.rows()[0][i] / d.rows()[0][i]);
        }
        return most;
    }

    private static Claim dissipation() {
        return new OrderClaim(
                "jensen-shannon-dissipation",
                "extrapolated implicit Euler, circle, trapezium rule in time",
                "|J(0) - J(1) - ∫ ¼ ∫ d |∇r|²/(r (1+r)²) dt|",
                Ladder.cells(2 * FastMath.PI, 40, 80, 160, 320),
                n -> {
                    ExactFlow exact = FlowSolutions.circle(1, 1.5);
                    JensenShannonFlow model = (JensenShannonFlow) exact.model();
                    Mesh mesh = Mesh.uniform(model.domain(), n);
                    ImplicitFlow solver =
                            new ImplicitFlow(model, mesh, ImplicitScheme.extrapolated(2.0 / n), exact.initial(), 0);
                    double before = observe(model, "jsd", solver.state());
                    double rate = observe(model, "dissipation", solver.state());
                    double integral = 0;
                    while (solver.time() < 1) {
                        double dt = solver.step(1);
                        double next = observe(model, "dissipation", solver.state());
                        integral += 0.5 * dt * (rate + next);
                        rate = next;
                    }
                    return ErrorSample.exact(FastMath.abs(before - observe(model, "jsd", solver.state()) - integral));
                },
                OrderExpectation.exactly(
                        2,
                        0.2,
                        "dJ/dt = -¼ ∫ d |∇r|²/(r (1+r)²); scheme, quotient of r on faces and trapezium rule have order 2."));
    }

    private static double observe(JensenShannonFlow model, String name, State state) {
        return model.observables().stream()
                .filter(observable -> observable.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value()
                .applyAsDouble(state);
    }

    private static Claim separation() {
        return new BoundClaim(
                "jensen-shannon-vanishing-gradient",
                "separated supports: the farther, the longer nothing happens",
                "lower bound of the time to half the initial divergence from N(s/2, ¼) to N(-s/2, ¼), s = 2, 3, 4, over that time",
                "at most 1",
                "For J to fall to ½ log 2 a share of 0.29 must have crossed 0 (the two halves of the line as a channel with two"
                        + " letters), 0.13 of it from beyond a = (s-1)/2, one standard deviation left of the mean. The flux"
                        + " through [0, a] is ½ d ∂x log(1+r); divided by d and integrated over place and time:"
                        + " 0.13 ∫_0^a dx/d ≤ ½ T log(1 + sup r₀).",
                Claim.Suite.FAST,
                progress -> {
                    WorstOf worst = new WorstOf();
                    for (int s = 2; s <= 4; s++) {
                        separated(s, worst);
                    }
                    return ClaimResult.of(List.of(), worst.bounds());
                });
    }

    private static void separated(int s, WorstOf worst) {
        JensenShannonFlow flow = new JensenShannonFlow(LINE, NormalMixture.normal(0.5, -0.5 * s));
        ImplicitFlow solver = new ImplicitFlow(
                flow,
                Mesh.uniform(LINE, 320),
                ImplicitScheme.euler(1e9).adaptive(1e-3),
                Initial.of(NormalMixture.normal(0.5, 0.5 * s)),
                0);
        double ratio = observe(flow, "ratioMax", solver.state());
        double half = 0.5 * observe(flow, "jsd", solver.state());
        while (observe(flow, "jsd", solver.state()) > half) {
            solver.step(1e12);
        }
        NormalLaw target = new NormalLaw(-0.5 * s, 0.5);
        double resistance = GaussRule.of(20).integrate(x -> 1 / target.density(x), 0, 0.5 * (s - 1));
        worst.share("bound over the time", 0.13 * resistance / (0.5 * FastMath.log1p(ratio)), solver.time());
    }

    private static Claim counts(String id, Claim.Suite suite, int... cells) {
        return new BoundClaim(
                id,
                "iterations of an implicit step in the plane",
                "most Newton iterations, and most conjugate gradient iterations of one of them, in steps of 0.1 to two clusters,"
                        + " solved to 1e-8, on " + cells[0] + "² to " + cells[cells.length - 1] + "² cells",
                "at most 6 and 12, and on all meshes the same up to 1",
                "Newton's method takes as many iterations on a mesh as for the flow itself, up to one (Allgower, Böhmer, Potra,"
                        + " Rheinboldt 1986). A V-cycle with smoothing on all levels is spectrally equivalent to the inverse"
                        + " (Hackbusch 1985), so that the rate of conjugate gradients has a limit as h → 0; a count is a"
                        + " logarithm over that rate, rounded up: one of two neighbouring integers. By local Fourier analysis"
                        + " with constant conductances the rate is 0.040.",
                suite,
                progress -> {
                    IntSummaryStatistics newton = new IntSummaryStatistics();
                    IntSummaryStatistics linear = new IntSummaryStatistics();
                    for (int n : cells) {
                        ImplicitFlow solver = clusters(n);
                        solver.step(10);
                        newton.accept(solver.newtonIterations());
                        linear.accept(solver.linearIterations());
                    }
                    int spread = Math.max(newton.getMax() - newton.getMin(), linear.getMax() - linear.getMin());
                    return ClaimResult.of(
                                    Bound.atMost("Newton", newton.getMax(), 6),
                                    Bound.atMost("conjugate gradients", linear.getMax(), 12),
                                    Bound.atMost("larger spread of the two", spread, 1))
                            .withNotes("Newton " + newton.getMin() + " to " + newton.getMax() + ", conjugate gradients "
                                    + linear.getMin() + " to " + linear.getMax());
                });
    }

    private static ImplicitFlow clusters(int n) {
        Domain square = Domain.cube(2, -8, 8, Boundary.NO_FLUX);
        NormalMixture target = new NormalMixture(
                new double[] {0.5, 0.5}, new double[][] {{-1, 1}, {-1, 1}}, new double[][] {{0.8, 0.6}, {0.7, 0.9}});
        return new ImplicitFlow(
                new JensenShannonFlow(square, target),
                Mesh.uniform(square, n),
                ImplicitScheme.euler(0.1).withAccuracy(1e-8),
                Initial.of(NormalMixture.normal(1, 0.5, -0.5)),
                0);
    }
}
