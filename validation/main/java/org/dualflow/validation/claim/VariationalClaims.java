package org.dualflow.validation.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.dualflow.fv.TransportScheme;
import org.dualflow.gan.TwoPointGan;
import org.dualflow.measure.QuantileFunction;
import org.dualflow.measure.UniformLaw;
import org.dualflow.measure.Wasserstein;
import org.dualflow.movement.DualMovement;
import org.dualflow.movement.DualScheme;
import org.dualflow.movement.LearningRate;
import org.dualflow.movement.QuadraticSaddle;
import org.dualflow.movement.QuantileSpace;
import org.dualflow.movement.TwoPointDuel;
import org.dualflow.particle.ParticleScheme;
import org.dualflow.run.Grid;
import org.dualflow.run.Particles;
import org.dualflow.time.Evolution;
import org.dualflow.validation.certificate.VariationalDefect;
import org.dualflow.validation.study.ConvergenceTable;
import org.dualflow.validation.study.OrderExpectation;
import org.dualflow.validation.study.Resolution;
import org.hipparchus.util.FastMath;

/** The evolution variational inequality along computed trajectories, for random test measures. */
final class VariationalClaims {

    private static final long SEED = 20261126;
    private static final int TESTS = 100;
    private static final int ATOMS = 8;
    private static final TwoPointGan GAN = TwoPointGan.criticSpeed(1);
    private static final double END = 4;

    private VariationalClaims() {}

    static List<Claim> all() {
        return List.of(saddle(), duel(), wrongModulus());
    }

    /** Random measures of equal atoms on [-1, 1], seed {@link #SEED}. */
    private static double[][] tests(int atoms) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[][] z = new double[TESTS][];
        for (int k = 0; k < TESTS; k++) {
            z[k] = random.doubles(atoms, -1, 1).sorted().toArray();
        }
        return z;
    }

    private static VariationalDefect saddleDefect(DualScheme scheme, double l, double lambda, int steps) {
        QuantileSpace line = QuantileSpace.line(ATOMS);
        var flow = QuadraticSaddle.ofMeasures(line, line, l);
        double[] x = new UniformLaw(0, 2).quantiles(ATOMS).x(0);
        double[] y = new UniformLaw(-1, 1).quantiles(ATOMS).x(0);
        var run = new DualMovement<>(flow, scheme, LearningRate.constant(2.0 / steps), x, y);
        double[][] z = tests(ATOMS);
        VariationalDefect defect = new VariationalDefect(lambda, TESTS);
        for (int n = 0; n <= steps; n++) {
            if (n > 0) {
                run.step();
            }
            var energy = flow.first().given().apply(run.second());
            double[] squares = new double[TESTS];
            double[] gains = new double[TESTS];
            for (int k = 0; k < TESTS; k++) {
                double d = line.distance(run.first(), z[k]);
                squares[k] = d * d;
                gains[k] = energy.value(run.first()) - energy.value(z[k]);
            }
            defect.sample(run.time(), squares, gains);
        }
        return defect;
    }

    private static Claim saddle() {
        double l = 0.5;
        Ladder ladder = new Ladder(Resolution.MOVEMENT_STEP, List.of(80, 160, 320, 640), 2);
        return new BoundClaim(
                "evi-saddle-first-order",
                "the game ∬ x²/4 + x y - y²/4 of measures of 8 atoms, " + TESTS + " random test measures (seed " + SEED
                        + ")",
                "largest defect of EVI with λ = l = ½ over all steps to t = 2, in " + ladder.sizes()
                        + " steps; |λ - l| for the largest λ that the trajectory allows",
                "order 1 within 0.1, every scheme of first order",
                "For quadratic E the inequality is an equality, and the left side of a step is that of the flow plus the local error over τ"
                        + " times a distance: O(τ) for schemes of first order. It changes sign with z, hence the largest is of"
                        + " that size and the estimate of λ errs alike.",
                Claim.Suite.FAST,
                progress -> {
                    List<ConvergenceTable> tables = new ArrayList<>();
                    for (DualScheme scheme : DualScheme.values()) {
                        if (scheme == DualScheme.BDF2) {
                            continue;
                        }
                        OrderExpectation expectation = OrderExpectation.exactly(1, 0.1, "local error over τ");
                        tables.add(new ConvergenceTable(
                                scheme + ", defect",
                                "defect",
                                ladder.resolution(),
                                ladder.climb(
                                        k -> ErrorSample.exact(
                                                saddleDefect(scheme, l, l, k).largest()),
                                        progress),
                                expectation));
                        tables.add(new ConvergenceTable(
                                scheme + ", λ",
                                "|λ - l|",
                                ladder.resolution(),
                                ladder.climb(
                                        k -> ErrorSample.exact(FastMath.abs(
                                                saddleDefect(scheme, l, l, k).modulus() - l)),
                                        progress),
                                expectation));
                    }
                    return ClaimResult.of(tables, List.of());
                });
    }

    private static Claim wrongModulus() {
        double l = 0.5;
        double more = 0.2;
        return new BoundClaim(
                "evi-too-much-convexity-is-refused",
                "the same game, EVI with λ = l + 0.2",
                "largest defect in 320 IMPLICIT steps over 0.1 times the largest squared distance from a test measure, and over its defect"
                        + " with λ = l",
                "at least 0.9, at most 1.1; at least 10",
                "The left side is (λ - l)/2 d² + O(τ), τ = 1/160.",
                Claim.Suite.FAST,
                progress -> {
                    double wrong =
                            saddleDefect(DualScheme.IMPLICIT, l, l + more, 320).largest();
                    double right = saddleDefect(DualScheme.IMPLICIT, l, l, 320).largest();
                    QuantileSpace line = QuantileSpace.line(ATOMS);
                    double farthest = 0;
                    double[] x = new UniformLaw(0, 2).quantiles(ATOMS).x(0);
                    for (double[] z : tests(ATOMS)) {
                        farthest = FastMath.max(farthest, FastMath.pow(line.distance(x, z), 2));
                    }
                    return ClaimResult.of(
                            new Bound("defect over 0.1 d²", wrong / (0.5 * more * farthest), 0.9, 1.1),
                            Bound.atLeast("over the defect with λ = l", wrong / right, 10));
                });
    }

    /** Both players' defects: the generator's with λ = -φ(1), the critic's with λ = 0. */
    private static final class Watch {
        private final VariationalDefect generator = new VariationalDefect(-TwoPointGan.density(1), TESTS);
        private final VariationalDefect critic = new VariationalDefect(0, TESTS);
        private final QuantileFunction[] measures = new QuantileFunction[TESTS];
        private final double[] means = new double[TESTS];
        private final double[] points = new double[TESTS];

        Watch() {
            double[][] z = tests(ATOMS);
            for (int k = 0; k < TESTS; k++) {
                measures[k] = QuantileFunction.ofSample(z[k]);
                points[k] = 2 * z[k][k % ATOMS];
                for (double x : z[k]) {
                    means[k] += x / ATOMS;
                }
            }
        }

        void sample(double t, double g, QuantileFunction nu, double c) {
            double[] squares = new double[TESTS];
            double[] gains = new double[TESTS];
            for (int k = 0; k < TESTS; k++) {
                squares[k] = (g - points[k]) * (g - points[k]);
                gains[k] = -(TwoPointGan.bias(g) - TwoPointGan.bias(points[k])) * c;
            }
            generator.sample(t, squares, gains);
            for (int k = 0; k < TESTS; k++) {
                double d = Wasserstein.W2.between(nu, measures[k]);
                squares[k] = d * d;
                gains[k] = TwoPointGan.bias(g) * (c - means[k]);
            }
            critic.sample(t, squares, gains);
        }

        double largest() {
            return FastMath.max(generator.largest(), critic.largest());
        }
    }

    private static ErrorSample movement(int steps) {
        int n = 160;
        double[] start = new UniformLaw(-0.6, 0.4).quantiles(n).x(0);
        var run = new DualMovement<>(
                TwoPointDuel.of(GAN, n),
                DualScheme.SIMULTANEOUS,
                LearningRate.constant(END / steps),
                new double[] {1.5},
                start);
        Watch watch = new Watch();
        for (int k = 0; k <= steps; k++) {
            if (k > 0) {
                run.step();
            }
            double c = 0;
            for (double x : run.second()) {
                c += x / n;
            }
            watch.sample(run.time(), run.first()[0], QuantileFunction.ofSample(run.second()), c);
        }
        return ErrorSample.exact(watch.largest());
    }

    private static ErrorSample along(Evolution run, int samples) {
        Watch watch = new Watch();
        var mean = GAN.observables().get(1);
        for (int k = 0; k <= samples; k++) {
            if (k > 0) {
                run.advanceTo(END * k / samples);
            }
            watch.sample(
                    run.time(),
                    run.state().scalar(0),
                    QuantileFunction.ofAtoms(run.state().measure(0)),
                    mean.value().applyAsDouble(run.state()));
        }
        return ErrorSample.exact(watch.largest());
    }

    private static Claim duel() {
        return new BoundClaim(
                "evi-duel-three-ways",
                "the two-point GAN by movements, particles and finite volumes, ν uniform on [-0.6, 0.4], g = 1.5, to t = 4, "
                        + TESTS + " random test measures of 8 atoms on [-1, 1] and points in [-2, 2] (seed " + SEED
                        + ")",
                "largest defect of both players' EVI, λ = -φ(1) and 0: in τ, in Δt of the particles and samples; on 25, 50, 100 cells, sampled every h, over h/4",
                "order at least 1, less 0.15; at most 1",
                "Movements: the left side is at most that of the flow plus the local error over τ. Particles: Runge–Kutta of order 4 and the"
                        + " trapezoidal rule, at least order 1 where particles meet the wall. Upwind is a random walk of exact mean: the squared"
                        + " distance from a test measure grows by the walk's variance, at most |v| h per unit time, half of it counts and"
                        + " |v| < 1/2; g makes Euler steps of at most h, ½ h g'² ≤ 0.08 h.",
                Claim.Suite.FAST,
                progress -> {
                    Ladder steps = new Ladder(Resolution.MOVEMENT_STEP, List.of(20, 40, 80, 160), END);
                    Ladder cloud = Ladder.steps(END, 20, 40, 80, 160);
                    var moved = new ConvergenceTable(
                            "movements",
                            "defect",
                            steps.resolution(),
                            steps.climb(VariationalClaims::movement, progress),
                            OrderExpectation.atLeast(1, 0.15, "local error over τ"));
                    var particles = new ConvergenceTable(
                            "particles",
                            "defect",
                            cloud.resolution(),
                            cloud.climb(
                                    k -> along(
                                            Particles.quantiles(160, ParticleScheme.rungeKutta4(END / k))
                                                    .begin(GAN, GAN.uniformCritic(-0.6, 0.4, 1.5), 0),
                                            k),
                                    progress),
                            OrderExpectation.atLeast(1, 0.15, "trapezoidal rule"));
                    WorstOf worst = new WorstOf();
                    for (int k : new int[] {25, 50, 100}) {
                        double defect = along(
                                        Grid.of(TransportScheme.upwind().withCfl(0.5), k)
                                                .begin(GAN, GAN.uniformCritic(-0.6, 0.4, 1.5), 0),
                                        2 * k)
                                .error();
                        worst.atMost("defect over h/4", defect / (0.5 / k), 1);
                    }
                    return ClaimResult.of(List.of(moved, particles), worst.bounds());
                });
    }
}
