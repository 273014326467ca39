package org.dualflow.validation.claim;

import java.util.ArrayList;
import java.util.List;
import org.dualflow.fv.TransportScheme;
import org.dualflow.gan.TwoPointGan;
import org.dualflow.measure.QuantileFunction;
import org.dualflow.measure.UniformLaw;
import org.dualflow.measure.Wasserstein;
import org.dualflow.movement.DualMovement;
import org.dualflow.movement.DualScheme;
import org.dualflow.movement.LearningRate;
import org.dualflow.movement.LineEnergy;
import org.dualflow.movement.SmoothEnergy;
import org.dualflow.movement.TwoPointDuel;
import org.dualflow.particle.ParticleScheme;
import org.dualflow.run.Grid;
import org.dualflow.run.Particles;
import org.dualflow.time.Evolution;
import org.dualflow.validation.certificate.CertifiedEvolution;
import org.dualflow.validation.certificate.Reconstruction;
import org.dualflow.validation.certificate.TwoPointField;
import org.dualflow.validation.exact.TwoPointGanReference;
import org.dualflow.validation.study.ConvergenceTable;
import org.dualflow.validation.study.OrderExpectation;
import org.dualflow.validation.study.Resolution;
import org.hipparchus.util.FastMath;

/** The two-point GAN as a dual flow, and the same trajectory by finite volumes and by particles. */
final class DuelClaims {

    private static final TwoPointGan GAN = TwoPointGan.criticSpeed(1);
    private static final double LOWER = -0.6;
    private static final double UPPER = 0.4;
    private static final double START = 1.5;

    /** An error that movements state counts up to here: who states more explains nothing. */
    private static final double MOST_STATED = 0.02;

    private DuelClaims() {}

    static List<Claim> all() {
        return List.of(orders(), criticSpeed(), threeWays());
    }

    /** A place of the trajectory. */
    private record Place(double generator, QuantileFunction critic) {
        double distance(Place other) {
            return Wasserstein.W1.between(critic, other.critic) + FastMath.abs(generator - other.generator);
        }
    }

    private static DualMovement<SmoothEnergy, LineEnergy> duel(TwoPointGan gan, DualScheme scheme, double tau, int n) {
        double[] critic = new UniformLaw(LOWER, UPPER).quantiles(n).x(0);
        return new DualMovement<>(
                TwoPointDuel.of(gan, n), scheme, LearningRate.constant(tau), new double[] {START}, critic);
    }

    private static Place place(DualMovement<SmoothEnergy, LineEnergy> run) {
        return new Place(run.first()[0], QuantileFunction.ofSample(run.second()));
    }

    private static Claim orders() {
        int n = 200;
        double end = 4;
        Ladder ladder = new Ladder(Resolution.MOVEMENT_STEP, List.of(20, 40, 80, 160, 320), end);
        return new BoundClaim(
                "duel-movement-orders",
                "the two-point GAN by minimising movements, 200 critic particles, ν uniform on [-0.6, 0.4], g = 1.5",
                "W₁ + |g - g'| from the same particles with 8000 Runge–Kutta steps at t = 4, when the critic has met the wall and collapsed"
                        + " there, in " + ladder.sizes() + " steps of every scheme",
                "order 1, of BDF2 2, within 0.07",
                "While g > 0 the critic moves one way: its particles are max(-1, ω + U) with one displacement U, so that the flow is one of (g, U)"
                        + " with c(U) Lipschitz and piecewise linear, its slope jumping by 1/200. A movement of the critic is an explicit"
                        + " step, clipped (Moreau's catching-up scheme), and what it clips stays clipped: implicit and explicit Euler and"
                        + " BDF2 in (g, U).",
                Claim.Suite.FAST,
                progress -> {
                    Evolution exact = particles(GAN, n, end / 8000);
                    exact.advanceTo(end);
                    Place place = place(exact);
                    List<ConvergenceTable> tables = new ArrayList<>();
                    for (DualScheme scheme : DualScheme.values()) {
                        tables.add(new ConvergenceTable(
                                scheme.name(),
                                "W₁ + |g - g'|",
                                ladder.resolution(),
                                ladder.climb(
                                        steps -> {
                                            var run = duel(GAN, scheme, end / steps, n);
                                            run.run(steps);
                                            return ErrorSample.exact(place(run).distance(place));
                                        },
                                        progress),
                                OrderExpectation.exactly(
                                        scheme == DualScheme.BDF2 ? 2 : 1, 0.07, "implicit, explicit Euler, BDF2")));
                    }
                    return ClaimResult.of(tables, List.of());
                });
    }

    private static Claim criticSpeed() {
        TwoPointGan fast = TwoPointGan.criticSpeed(3);
        int n = 50;
        double end = 1;
        Ladder ladder = new Ladder(Resolution.MOVEMENT_STEP, List.of(20, 40, 80, 160), end);
        return new BoundClaim(
                "duel-critic-speed",
                "the two-point GAN with a critic three times as fast, by minimising movements, 50 critic particles",
                "W₁ + |g - g'| from the same particles with 4000 Runge–Kutta steps at t = 1 in " + ladder.sizes()
                        + " steps",
                "order 1 within 0.07 for explicit, simultaneous and implicit steps",
                "As in duel-movement-orders: the critic's steps are γτ.",
                Claim.Suite.FAST,
                progress -> {
                    Evolution exact = particles(fast, n, end / 4000);
                    exact.advanceTo(end);
                    Place place = place(exact);
                    List<ConvergenceTable> tables = new ArrayList<>();
                    for (DualScheme scheme :
                            List.of(DualScheme.EXPLICIT, DualScheme.SIMULTANEOUS, DualScheme.IMPLICIT)) {
                        tables.add(new ConvergenceTable(
                                scheme.name(),
                                "W₁ + |g - g'|",
                                ladder.resolution(),
                                ladder.climb(
                                        steps -> {
                                            var run = duel(fast, scheme, end / steps, n);
                                            run.run(steps);
                                            return ErrorSample.exact(place(run).distance(place));
                                        },
                                        progress),
                                OrderExpectation.exactly(1, 0.07, "implicit and explicit Euler")));
                    }
                    return ClaimResult.of(tables, List.of());
                });
    }

    private static Claim threeWays() {
        int n = 1000;
        int cells = 401;
        int perUnit = 200;
        return new BoundClaim(
                "duel-three-ways",
                "one trajectory of the two-point GAN by finite volumes, by particles and by minimising movements, ν uniform on"
                        + " [-0.6, 0.4], g = 1.5",
                "W₁ + |g - g'| of each pair, and of each from the event-located reference, at t = 1, 2, 3, 4, over the sum of the stated"
                        + " errors; with " + cells + " cells, " + n + " particles, τ = 1/" + perUnit,
                "at most 1, where what movements state counts up to " + MOST_STATED,
                "Stated errors. Grid: the certificate of the run. Particles: 1/(4n) of the start, grown by at most e^{0.65 t} (φ(0) + φ(1)"
                        + " bounds the growth of W₁ + |g|), and the difference of two steps, Δt and Δt/2. Movements: the same start,"
                        + " the certified errors of their inner solves, and twice the difference of τ and τ/2, for a first-order scheme"
                        + " twice the error of the finer one.",
                Claim.Suite.FAST,
                progress -> {
                    TwoPointGanReference reference = TwoPointGanReference.uniformCritic(GAN, LOWER, UPPER, START, 4);
                    CertifiedEvolution grid = new CertifiedEvolution(
                            Grid.of(TransportScheme.upwind().withCfl(0.5), cells)
                                    .begin(GAN, GAN.uniformCritic(LOWER, UPPER, START), 0),
                            new TwoPointField(GAN),
                            new UniformLaw(LOWER, UPPER),
                            Reconstruction.SLABS,
                            false);
                    Evolution coarse = particles(GAN, n, 0.02);
                    Evolution fine = particles(GAN, n, 0.01);
                    var large = duel(GAN, DualScheme.IMPLICIT, 1.0 / perUnit, n);
                    var small = duel(GAN, DualScheme.IMPLICIT, 0.5 / perUnit, n);
                    WorstOf worst = new WorstOf();
                    for (int t = 1; t <= 4; t++) {
                        grid.advanceTo(t);
                        coarse.advanceTo(t);
                        fine.advanceTo(t);
                        large.run((long) t * perUnit);
                        small.run(2L * t * perUnit);
                        double growth = FastMath.exp((TwoPointGan.density(0) + TwoPointGan.density(1)) * t);
                        double start = growth * (UPPER - LOWER) / (4 * n);
                        Place cellsPlace = new Place(grid.state().scalar(0), grid.reading());
                        Place cloudPlace = place(fine);
                        Place movedPlace = place(small);
                        double gridError = grid.bound();
                        double cloudError = start + cloudPlace.distance(place(coarse));
                        double moved = start + growth * small.bound() + 2 * movedPlace.distance(place(large));
                        double movedError = Math.min(moved, MOST_STATED);
                        String two = "distance over the stated errors";
                        worst.share(two, cellsPlace.distance(cloudPlace), gridError + cloudError);
                        worst.share(two, cellsPlace.distance(movedPlace), gridError + movedError);
                        worst.share(two, cloudPlace.distance(movedPlace), cloudError + movedError);
                        worst.share("error over the stated one, grid", error(reference, cellsPlace, t), gridError);
                        worst.share(
                                "error over the stated one, particles", error(reference, cloudPlace, t), cloudError);
                        worst.share(
                                "error over the stated one, movements", error(reference, movedPlace, t), movedError);
                    }
                    return ClaimResult.of(List.of(), worst.bounds());
                });
    }

    private static Evolution particles(TwoPointGan gan, int n, double step) {
        return Particles.quantiles(n, ParticleScheme.rungeKutta4(step))
                .begin(gan, gan.uniformCritic(LOWER, UPPER, START), 0);
    }

    private static Place place(Evolution run) {
        return new Place(
                run.state().scalar(0), QuantileFunction.ofAtoms(run.state().measure(0)));
    }

    private static double error(TwoPointGanReference reference, Place place, double t) {
        return Wasserstein.W1.between(place.critic(), reference.critic(t))
                + FastMath.abs(place.generator() - reference.at(t).generator());
    }
}
