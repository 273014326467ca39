package org.dualflow.validation.claim;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.dualflow.fv.TransportScheme;
import org.dualflow.measure.NormalLaw;
import org.dualflow.measure.Wasserstein;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Initial;
import org.dualflow.model.Transports;
import org.dualflow.particle.ParticleScheme;
import org.dualflow.run.Discretisation;
import org.dualflow.run.Grid;
import org.dualflow.run.Particles;
import org.dualflow.run.Simulation;
import org.dualflow.validation.agreement.Agreement;
import org.dualflow.validation.agreement.AgreementReport;
import org.dualflow.validation.agreement.ErrorPart;
import org.dualflow.validation.agreement.LineDistance;
import org.dualflow.validation.agreement.Reading;
import org.dualflow.validation.agreement.Refinement;
import org.dualflow.validation.agreement.Triangle;
import org.dualflow.validation.study.ConvergenceTable;
import org.dualflow.validation.study.OrderExpectation;
import org.dualflow.validation.study.Resolution;
import org.hipparchus.util.FastMath;

/** Grid and particles solve one equation: their distance is explained by space, time step and number of particles. */
final class AgreementClaims {

    private static final LineDistance W1 = new LineDistance(Wasserstein.W1, Reading.SLABS);
    private static final double END = 0.5;
    private static final double LENGTH = 4;
    private static final double WIDTH = LENGTH / 320;
    private static final double GRID_STEP = END / 2000;
    private static final double PARTICLE_STEP = END / 64;
    private static final double PARTICLE = 1 / 800.0;

    private AgreementClaims() {}

    static List<Claim> all() {
        return List.of(new BoundClaim(
                "agreement-contracting-field",
                "upwind on 320 cells against 800 Euler particles, field -x, normal data",
                "W₁ of grid and particles at time 1/2, and the orders of its parts: space, two time steps, particles",
                "orders 1 within 0.15; the distance is at most the sum of the parts, each side's true error at most the sum of its own",
                "Both converge to the one solution, so by the triangle inequality their distance is at most the sum of what"
                        + " each parameter still has to lose, δ/(R^p - 1) for a last difference δ and ratio R.",
                Claim.Suite.FAST,
                AgreementClaims::check));
    }

    private static ClaimResult check(ClaimProgress progress) {
        double shrink = FastMath.exp(-END);
        Simulation simulation = Simulation.of(
                        Transports.linear(Domain.line(-2, 2, Boundary.NO_FLUX), -1),
                        Initial.of(new NormalLaw(0.4, 0.2)))
                .until(END);
        AgreementReport report = new Agreement(
                        simulation,
                        0,
                        W1,
                        grids(),
                        clouds(),
                        Optional.of(W1.from(new NormalLaw(0.4 * shrink, 0.2 * shrink))))
                .examine();
        List<ConvergenceTable> tables = Stream.concat(report.grid().stream(), report.particles().stream())
                .map(ErrorPart::table)
                .toList();
        return ClaimResult.ofKinds(tables, part -> "parts", bounds(report)).withNotes(report.toMarkdown());
    }

    private static List<Bound> bounds(AgreementReport report) {
        double grid = report.grid().stream().mapToDouble(ErrorPart::upper).sum();
        double particles =
                report.particles().stream().mapToDouble(ErrorPart::upper).sum();
        Triangle errors = report.triangle().orElseThrow();
        WorstOf shares = new WorstOf();
        shares.share("W₁ of grid and particles over the parts", report.distance(), grid + particles);
        shares.share("error of the grid over its parts", errors.gridError(), grid);
        shares.share("error of the particles over their parts", errors.particleError(), particles);
        return shares.bounds();
    }

    private static List<Double> halves(double coarsest, int levels) {
        return DoubleStream.iterate(coarsest, h -> 0.5 * h)
                .limit(levels)
                .boxed()
                .toList();
    }

    private static Discretisation grid(double h, double step) {
        return Grid.of(TransportScheme.upwind().withMaxStep(step), (int) Math.round(LENGTH / h));
    }

    private static Discretisation cloud(double n, double step) {
        return Particles.quantiles((int) Math.round(1 / n), ParticleScheme.euler(step));
    }

    private static OrderExpectation order(String reason) {
        return OrderExpectation.exactly(1, 0.15, reason);
    }

    private static List<Refinement> grids() {
        return List.of(
                new Refinement(
                        "grid, space",
                        Resolution.WIDTH,
                        halves(8 * WIDTH, 4),
                        h -> grid(h, GRID_STEP),
                        order("upwind, smooth data")),
                new Refinement(
                        "grid, time step",
                        Resolution.TIME_STEP,
                        halves(8 * GRID_STEP, 4),
                        step -> grid(WIDTH, step),
                        order("Euler")));
    }

    private static List<Refinement> clouds() {
        return List.of(
                new Refinement(
                        "particles, number",
                        Resolution.PARTICLES,
                        halves(16 * PARTICLE, 5),
                        n -> cloud(n, PARTICLE_STEP),
                        order("quantile start of a normal law: 1/N up to √log N from its tails")),
                new Refinement(
                        "particles, time step",
                        Resolution.TIME_STEP,
                        halves(8 * PARTICLE_STEP, 4),
                        step -> cloud(PARTICLE, step),
                        order("Euler")));
    }
}
