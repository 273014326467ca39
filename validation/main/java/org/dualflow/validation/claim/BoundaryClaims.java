package org.dualflow.validation.claim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.dualflow.fv.FiniteVolumeTransport;
import org.dualflow.fv.Limiter;
import org.dualflow.fv.TransportScheme;
import org.dualflow.fv.remap.RemapReconstruction;
import org.dualflow.fv.remap.SemiLagrangianScheme;
import org.dualflow.gan.ClippedTransport;
import org.dualflow.gan.Displacement;
import org.dualflow.measure.AtomicLaw;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.UniformLaw;
import org.dualflow.measure.Wasserstein;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.Initial;
import org.dualflow.model.Transports;
import org.dualflow.particle.ParticleScheme;
import org.dualflow.run.Discretisation;
import org.dualflow.run.Grid;
import org.dualflow.run.Particles;
import org.dualflow.time.Evolution;
import org.dualflow.validation.study.OrderExpectation;
import org.hipparchus.util.FastMath;

/** What happens at the ends of the domain, on a line in a constant field of either sign, and in a field that turns. */
final class BoundaryClaims {

    private static final int CELLS = 101;
    private static final int SHIFT = 7;
    private static final long SEED = 20260104;
    private static final int PARTICLES = 1000;
    private static final Discretisation UPWIND =
            Grid.of(TransportScheme.upwind().withCfl(0.5), CELLS);
    private static final Discretisation MUSCL = Grid.of(TransportScheme.muscl(Limiter.VAN_LEER), CELLS);
    private static final Discretisation REMAP =
            Grid.of(SemiLagrangianScheme.of(RemapReconstruction.MOMENTS).withMaxStep(0.037), CELLS);
    private static final Discretisation CLOUD = Particles.quantiles(PARTICLES, ParticleScheme.rungeKutta4(0.03));

    private BoundaryClaims() {}

    static List<Claim> all() {
        return List.of(walls(), openEnds(), seam(), turning());
    }

    private static Claim walls() {
        Map<String, Discretisation> methods = new LinkedHashMap<>();
        methods.put("upwind", UPWIND);
        methods.put("semi-Lagrangian", REMAP);
        methods.put("particles", CLOUD);
        return new BoundClaim(
                "wall-collects-everything",
                "a slab pushed onto a clipped wall, by grid and particles",
                "W₁ to the atom on the wall at t = 4 in the constant fields 1 and -1 on [-1, 1], a slab on the other half",
                "round-off: 1e-14",
                "Mass moves until it is on the wall and stays there, exactly: wall points are the ends of the box. Upwind is a"
                        + " random walk of 8/h steps, a move with probability 1/2 each, of which at most 2/h are needed: late"
                        + " with probability below exp(-2 (8/h) (1/4)²) = exp(-1/h) = 2e-22 (Hoeffding). Masses of 101"
                        + " cells in 400 steps are rounded, but stay on the wall.",
                Claim.Suite.FAST,
                progress -> {
                    WorstOf worst = new WorstOf();
                    for (int sign = -1; sign <= 1; sign += 2) {
                        var model = Transports.constant(Domain.line(-1, 1, Boundary.CLIPPED), sign);
                        Initial start = Initial.of(sign > 0 ? new UniformLaw(-1, 0) : new UniformLaw(0, 1));
                        var wall = AtomicLaw.dirac(sign).quantiles(1);
                        for (Map.Entry<String, Discretisation> method : methods.entrySet()) {
                            var end = Runs.solve(model, start, method.getValue(), 4)
                                    .measure(0);
                            double distance = Wasserstein.W1.between(end, wall);
                            worst.atMost(method.getKey(), distance, 1e-14);
                        }
                    }
                    return ClaimResult.of(List.of(), worst.bounds());
                });
    }

    private static Claim openEnds() {
        Map<String, Discretisation> methods = new LinkedHashMap<>();
        methods.put("upwind", UPWIND);
        methods.put("muscl", MUSCL);
        methods.put("semi-Lagrangian", REMAP);
        methods.put("particles", CLOUD);
        return new BoundClaim(
                "open-ends-account-for-mass",
                "a slab that leaves through an open end, by grid and particles",
                "mass left plus outflow, and outflow at t = 1/2, in the constant fields 1 and -1, uniform on [-1, 1]",
                "1 and 1/4 up to 1e-12",
                "Every flux is booked once in the domain and once outside. A quarter of the mass passes the end, exactly,"
                        + " since the density beside it is constant: what the rear edge does reaches less than 100 cells"
                        + " far (MUSCL: but for a tail of its nonlinear stencil, hence without the second bound). Rounding: 101"
                        + " cells, 100 steps, ε each: 1e-12.",
                Claim.Suite.FAST,
                progress -> {
                    WorstOf worst = new WorstOf();
                    for (int sign = -1; sign <= 1; sign += 2) {
                        var model = Transports.constant(Domain.line(-1, 1, Boundary.OPEN), sign);
                        for (Map.Entry<String, Discretisation> method : methods.entrySet()) {
                            Evolution run = method.getValue().begin(model, Initial.of(new UniformLaw(-1, 1)), 0);
                            run.advanceTo(0.5);
                            double mass = run.state().measure(0).mass();
                            worst.near(method.getKey() + ": mass + outflow", mass + run.outflow(0), 1, 1e-12);
                            if (method.getValue() != MUSCL) {
                                worst.near(method.getKey() + ": outflow", run.outflow(0), 0.25, 1e-12);
                            }
                        }
                    }
                    return ClaimResult.of(List.of(), worst.bounds());
                });
    }

    private static Claim seam() {
        List<TransportScheme> schemes = List.of(
                TransportScheme.upwind(),
                TransportScheme.upwindAtFaces(),
                TransportScheme.muscl(Limiter.VAN_LEER),
                TransportScheme.weno5());
        return new BoundClaim(
                "periodic-seam-is-no-place",
                "finite volumes on a circle, the same data at two places",
                "largest difference of masses, shifted back, at t = 1/2: random masses in " + CELLS
                        + " cells, and the same shifted by 7 cells, in the constant field 1",
                "0, to the last bit",
                "The scheme does the same arithmetic in every cell, whether its neighbours lie across the seam or not.",
                Claim.Suite.FAST,
                progress -> {
                    WorstOf worst = new WorstOf();
                    for (TransportScheme scheme : schemes) {
                        double[] here = travelled(scheme, 0);
                        double[] there = travelled(scheme, SHIFT);
                        double largest = 0;
                        for (int i = 0; i < CELLS; i++) {
                            largest = Math.max(largest, FastMath.abs(here[i] - there[(i + SHIFT) % CELLS]));
                        }
                        worst.atMost(scheme.flux().toString(), largest, 0);
                    }
                    return ClaimResult.of(List.of(), worst.bounds());
                });
    }

    private static double[] travelled(TransportScheme scheme, int shift) {
        var model = Transports.constant(Domain.line(0, 1, Boundary.PERIODIC), 1);
        Mesh mesh = Mesh.uniform(model.species().get(0).domain(), CELLS);
        SplittableRandom random = new SplittableRandom(SEED);
        double[] masses = new double[CELLS];
        for (int i = 0; i < CELLS; i++) {
            masses[(i + shift) % CELLS] = random.nextDouble();
        }
        CellMeasure start = new CellMeasure(mesh, new double[][] {masses});
        var run = new FiniteVolumeTransport(model, scheme, List.of(start), List.of(), 0);
        run.advanceTo(0.5);
        return run.measure(0).rows()[0];
    }

    private static Claim turning() {
        double amplitude = 0.5;
        double frequency = 3;
        double end = 2;
        var model = ClippedTransport.by(Displacement.sine(amplitude, frequency));
        return new OrderClaim(
                "particles-unsteady-fourth-order",
                "one particle in a field that depends on time only, between walls it does not meet",
                "position at t = 2",
                Ladder.steps(end, 8, 16, 32, 64),
                steps -> {
                    var how = Particles.quantiles(1, ParticleScheme.rungeKutta4(end / steps));
                    double x = Runs.particles(model, Initial.of(AtomicLaw.dirac(0)), how, end)
                            .x(0)[0];
                    return ErrorSample.exact(FastMath.abs(x - amplitude * FastMath.sin(frequency * end)));
                },
                OrderExpectation.exactly(
                                4,
                                0.1,
                                "The classical Runge-Kutta method for x' = u'(t) is Simpson's rule, whose error over [0, T] is"
                                        + " h⁴/2880 (u⁗(T) - u⁗(0)), u = A sin ωt.")
                        .withConstant(
                                4,
                                amplitude
                                        * FastMath.pow(frequency, 4)
                                        * FastMath.abs(FastMath.sin(frequency * end))
                                        / 2880,
                                0.05));
    }
}
