package org.dualflow.validation.claim;

import java.util.List;
import java.util.function.DoubleSupplier;
import org.dualflow.fv.implicit.ImplicitFlow;
import org.dualflow.fv.implicit.ImplicitScheme;
import org.dualflow.gan.JensenShannonFlow;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.NormalMixture;
import org.dualflow.measure.QuantileFunction;
import org.dualflow.measure.Wasserstein;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.Initial;
import org.dualflow.model.State;
import org.dualflow.particle.ParticleScheme;
import org.dualflow.particle.flow.Bandwidth;
import org.dualflow.particle.flow.QuantileFlow;
import org.dualflow.run.FlowMethod;
import org.dualflow.run.FlowParticles;
import org.dualflow.time.Evolution;
import org.dualflow.validation.exact.ExactFlow;
import org.dualflow.validation.exact.FlowSolutions;

/** Particles of the Jensen–Shannon flow against implicit cells. Derivations: docs page jensen-shannon-particles. */
final class FlowComparisonClaims {

    private static final Domain LINE = Domain.line(-8, 8, Boundary.NO_FLUX);

    private static final JensenShannonFlow APART = new JensenShannonFlow(LINE, NormalMixture.normal(0.5, -1));
    private static final NormalMixture START = NormalMixture.normal(0.5, 1);

    private FlowComparisonClaims() {}

    static List<Claim> all() {
        return List.of(overTime(), separation());
    }

    private static Claim overTime() {
        int n = 200;
        return new BoundClaim(
                "jensen-shannon-particles-against-cells",
                "quantile scheme and blobs of width 3 N^(-0.9), N = " + n
                        + ", against 800 implicit cells on a half period",
                "W₁ between particles and cells at t = ¼, ½, 1, 2, times 4N over the length of the line",
                "1 within 0.01",
                "Every atom is the median of its slab of mass 1/N, so that W₁ is L/(4N) (1 + O(N^(-2))) for a smooth positive density on"
                        + " a line of length L. W₁ is least there: positions that are off by e change it by about u e², a share"
                        + " (2uNe)²/(uL) or less, and e = O(N^(-2)) and O(ε²) = O(N^(-1.8)), Ne below 3e-2; the cells err by O(h²).",
                Claim.Suite.FAST,
                progress -> {
                    ExactFlow problem = FlowSolutions.halfPeriod(1, 2);
                    Bandwidth rule = new Bandwidth(3, 0.9);
                    Evolution quantiles = FlowParticles.quantiles(n, FlowMethod.quantiles(1.0 / 2000))
                            .begin(problem.model(), problem.initial(), 0);
                    Evolution blobs = FlowParticles.quantiles(
                                    n,
                                    FlowMethod.blobs(
                                            rule, ParticleScheme.rungeKutta4(2 * rule.width(n) * rule.width(n))))
                            .begin(problem.model(), problem.initial(), 0);
                    Mesh mesh = Mesh.uniform(problem.model().domain(), 800);
                    ImplicitFlow cells = new ImplicitFlow(
                            problem.model(), mesh, ImplicitScheme.extrapolated(1.0 / 400), problem.initial(), 0);
                    double scale = 4 * n / problem.model().domain().side(0).length();
                    WorstOf worst = new WorstOf();
                    for (double t : new double[] {0.25, 0.5, 1, 2}) {
                        cells.advanceTo(t);
                        quantiles.advanceTo(t);
                        blobs.advanceTo(t);
                        worst.near("quantiles", scale * distance(quantiles, cells.measure()), 1, 0.01);
                        worst.near("blobs", scale * distance(blobs, cells.measure()), 1, 0.01);
                    }
                    return ClaimResult.of(List.of(), worst.bounds());
                });
    }

    private static double distance(Evolution particles, CellMeasure cells) {
        return Wasserstein.W1.between(
                QuantileFunction.ofAtoms(particles.state().measure(0)), QuantileFunction.ofSlabs(cells));
    }

    private static Claim separation() {
        return new BoundClaim(
                "jensen-shannon-quantiles-vanishing-gradient",
                "separated supports: quantile scheme against cells",
                "time to half the divergence from N(1, ¼) to N(-1, ¼): its relative distance from 640 cells, with 100 and 200 particles"
                        + " over that with half as many",
                "less than 1",
                "The scheme converges where u and d are smooth, in the tails without a rate (jensen-shannon-particles.md).",
                Claim.Suite.FULL,
                progress -> {
                    double cells = cells();
                    double coarse = Math.abs(halfTime(50, cells / 2000) / cells - 1);
                    double middle = Math.abs(halfTime(100, cells / 2000) / cells - 1);
                    double fine = Math.abs(halfTime(200, cells / 2000) / cells - 1);
                    WorstOf worst = new WorstOf();
                    worst.atMost("relative distance, N over N/2", middle / coarse, Math.nextDown(1.0));
                    worst.atMost("relative distance, N over N/2", fine / middle, Math.nextDown(1.0));
                    return ClaimResult.of(List.of(), worst.bounds());
                });
    }

    private static double halfTime(int n, double tau) {
        QuantileFlow solver = new QuantileFlow(APART.species().get(0), APART.target(), START.quantiles(n), tau, 0);
        return halfTime(solver, solver::energy, tau);
    }

    private static double cells() {
        ImplicitFlow solver = new ImplicitFlow(
                APART, Mesh.uniform(LINE, 640), ImplicitScheme.euler(1e9).adaptive(1e-4), Initial.of(START), 0);
        return halfTime(solver, () -> divergence(solver.state()), 1e12);
    }

    /** When a decaying number has halved, between two steps of at most {@code longest} by a straight line. */
    private static double halfTime(Evolution solver, DoubleSupplier number, double longest) {
        double now = number.getAsDouble();
        double half = 0.5 * now;
        double before = now;
        double time = solver.time();
        while (now > half) {
            time = solver.time();
            before = now;
            solver.step(time + longest);
            now = number.getAsDouble();
        }
        return time + (solver.time() - time) * (before - half) / (before - now);
    }

    private static double divergence(State state) {
        return APART.observables().stream()
                .filter(observable -> observable.name().equals("jsd"))
                .findFirst()
                .orElseThrow()
                .value()
                .applyAsDouble(state);
    }
}
