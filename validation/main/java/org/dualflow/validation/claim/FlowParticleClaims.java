package org.dualflow.validation.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.dualflow.field.GaussianSum;
import org.dualflow.gan.JensenShannonFlow;
import org.dualflow.measure.NormalMixture;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.measure.QuantileFunction;
import org.dualflow.measure.Wasserstein;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Initial;
import org.dualflow.particle.AdversarialSettings;
import org.dualflow.particle.AdversarialTraining;
import org.dualflow.particle.Bandwidth;
import org.dualflow.particle.DiscriminatorVelocity;
import org.dualflow.particle.ParticleScheme;
import org.dualflow.particle.QuadraticFeatures;
import org.dualflow.run.FlowMethod;
import org.dualflow.run.FlowParticles;
import org.dualflow.time.StepFailure;
import org.dualflow.validation.agreement.MonteCarlo;
import org.dualflow.validation.exact.ExactFlow;
import org.dualflow.validation.exact.FlowSolutions;
import org.dualflow.validation.study.OrderExpectation;
import org.hipparchus.util.FastMath;

/** Particle methods for the Jensen–Shannon flow. Derivations: docs page jensen-shannon-particles. */
final class FlowParticleClaims {

    private static final ExactFlow WALLS = FlowSolutions.halfPeriod(1, 2);
    private static final long SEED = 20260301;
    private static final int REPEATS = 800;

    private FlowParticleClaims() {}

    static List<Claim> all() {
        return List.of(
                quantilesInSpace(),
                quantilesInTime(),
                quantilesOfTheData(),
                blobs(),
                fastSums(),
                discriminator(),
                fittingSteps());
    }

    /** Mean |X_i - Q((i+½)/N)| at t = 1 on the half period. */
    private static double error(int n, FlowMethod method, IntToDoubleFunction expected) {
        ParticleMeasure cloud =
                (ParticleMeasure) Runs.solve(WALLS.model(), WALLS.initial(), FlowParticles.quantiles(n, method), 1)
                        .measure(0);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += Math.abs(cloud.x(0)[i] - expected.applyAsDouble(i));
        }
        return sum / n;
    }

    private static Claim quantilesInSpace() {
        return new OrderClaim(
                "jensen-shannon-quantiles-second-order",
                "quantile scheme with N²/20 implicit steps, Jensen–Shannon flow on a half period",
                "mean distance of the particles from the exact quantiles at t = 1",
                Ladder.particles(20, 40, 80, 160),
                n -> ErrorSample.exact(error(
                        n, FlowMethod.quantiles(20.0 / n / n), i -> WALLS.at(1).quantile((i + 0.5) / n))),
                OrderExpectation.exactly(
                        2,
                        0.1,
                        "Central differences in the level q on a smooth quantile function, O(1/N²), and implicit Euler,"
                                + " O(τ) = O(1/N²); the right-hand side is cooperative, so sub- and supersolutions enclose the"
                                + " error (jensen-shannon-particles.md; Matthes, Osberger 2014)."));
    }

    private static Claim quantilesInTime() {
        int n = 100;
        return new OrderClaim(
                "jensen-shannon-quantiles-first-order-in-time",
                "quantile scheme with 100 particles, Jensen–Shannon flow on a half period",
                "mean distance at t = 1 from the particles after twice as many steps",
                Ladder.steps(1, 16, 32, 64, 128),
                steps -> {
                    ParticleMeasure fine = (ParticleMeasure) Runs.solve(
                                    WALLS.model(),
                                    WALLS.initial(),
                                    FlowParticles.quantiles(n, FlowMethod.quantiles(0.5 / steps)),
                                    1)
                            .measure(0);
                    return ErrorSample.exact(error(n, FlowMethod.quantiles(1.0 / steps), i -> fine.x(0)[i]));
                },
                OrderExpectation.exactly(
                        1, 0.1, "Implicit Euler: the difference of τ and τ/2 is half the error, O(τ)."));
    }

    private static Claim quantilesOfTheData() {
        return new BoundClaim(
                "jensen-shannon-quantiles-at-rest",
                "quantile scheme at the data law",
                "how far 60 particles at the quantiles of a mixture of two normal laws move in 40 steps of 0.5",
                "at most 1e-9",
                "m/δ = 1 in every interval: the discrete divergence is 0, its minimum. Quantiles are known to about 1e-14, and"
                        + " the flow is a contraction near rest.",
                Claim.Suite.FAST,
                progress -> {
                    Domain line = Domain.line(-12, 12, Boundary.NO_FLUX);
                    NormalMixture data = new NormalMixture(
                            new double[] {0.3, 0.7}, new double[][] {{-1, 1.5}}, new double[][] {{0.5, 0.7}});
                    double[] start = data.quantiles(60).x(0);
                    ParticleMeasure end = (ParticleMeasure) Runs.solve(
                                    new JensenShannonFlow(line, data),
                                    Initial.of(data),
                                    FlowParticles.quantiles(60, FlowMethod.quantiles(0.5)),
                                    20)
                            .measure(0);
                    double most = 0;
                    for (int i = 0; i < start.length; i++) {
                        most = Math.max(most, Math.abs(end.x(0)[i] - start[i]));
                    }
                    return ClaimResult.of(Bound.atMost("largest move", most, 1e-9));
                });
    }

    private static Claim blobs() {
        Bandwidth rule = new Bandwidth(3, 0.9);
        return new OrderClaim(
                "jensen-shannon-blobs-order",
                "blobs of width 3 N^(-0.9), RK4, Jensen–Shannon flow on a half period",
                "mean distance of the particles from the exact quantiles at t = 1",
                Ladder.particles(25, 50, 100, 200),
                n -> {
                    double step = Math.min(0.1, 2 * rule.width(n) * rule.width(n));
                    return ErrorSample.exact(
                            error(n, FlowMethod.blobs(rule, ParticleScheme.rungeKutta4(step)), i -> WALLS.at(1)
                                    .quantile((i + 0.5) / n)));
                },
                OrderExpectation.exactly(
                        1.8,
                        0.1,
                        "Mollification by an even kernel errs by O(ε²) = O(N^(-1.8)); sums over particles ε > h apart are exact to"
                                + " exp(-2π²ε²/h²) (jensen-shannon-particles.md; Carrillo, Craig, Patacchini 2019)."));
    }

    private static Claim fastSums() {
        return new BoundClaim(
                "gaussian-sum-fast-within-bound",
                "fast Gaussian sums in the plane",
                "largest error of 2000 sums of 2000 Gaussians of width 0.05 on the unit square, and of their moments over the"
                        + " width, relative to Σ|w|, over the tolerance",
                "at most 1 for tolerances 1e-4, 1e-7 and 1e-10",
                "Chebyshev interpolation with Cramér's bound of the derivatives of a Gaussian, and its tail"
                        + " (jensen-shannon-particles.md).",
                Claim.Suite.FAST,
                progress -> {
                    List<Bound> bounds = new ArrayList<>();
                    for (double tolerance : new double[] {1e-4, 1e-7, 1e-10}) {
                        bounds.add(Bound.atMost("error/" + tolerance, fastError(tolerance) / tolerance, 1));
                    }
                    return ClaimResult.of(List.of(), bounds);
                });
    }

    private static double fastError(double tolerance) {
        int n = 2000;
        double width = 0.05;
        SplittableRandom random = new SplittableRandom(SEED);
        double[][] x = new double[2][n];
        double[] w = new double[n];
        double mass = 0;
        for (int i = 0; i < n; i++) {
            x[0][i] = random.nextDouble();
            x[1][i] = random.nextDouble();
            w[i] = random.nextDouble(-1, 1);
            mass += Math.abs(w[i]);
        }
        double[][] fast = new double[3][n];
        new GaussianSum(2, width, tolerance, GaussianSum.Summation.FAST)
                .fill(x, w, n, x, n, fast[0], new double[][] {fast[1], fast[2]});
        double worst = 0;
        for (int i = 0; i < n; i++) {
            double[] exact = new double[3];
            for (int j = 0; j < n; j++) {
                double dx = x[0][i] - x[0][j];
                double dy = x[1][i] - x[1][j];
                double e = w[j] * FastMath.exp(-(dx * dx + dy * dy) / (2 * width * width));
                exact[0] += e;
                exact[1] += e * dx / width;
                exact[2] += e * dy / width;
            }
            worst = Math.max(worst, Math.abs(exact[0] - fast[0][i]));
            worst = Math.max(worst, Math.abs(exact[1] - fast[1][i] / width));
            worst = Math.max(worst, Math.abs(exact[2] - fast[2][i] / width));
        }
        return worst / mass;
    }

    private static Claim discriminator() {
        return new OrderClaim(
                "discriminator-velocity-half-order",
                "velocity ½ D ∇a of a logistic regression on 1, x, x²: data N(0,1), particles N(1, 0.49), " + REPEATS
                        + " repeats, seed " + SEED,
                "mean squared error on [-2, 2]",
                Ladder.particles(400, 1000, 2500),
                n -> {
                    MonteCarlo mean =
                            MonteCarlo.over(SEED + (long) n * REPEATS, REPEATS, seed -> velocityError(n, seed));
                    return new ErrorSample(mean.mean(), mean.standardError());
                },
                OrderExpectation.exactly(
                        1,
                        0.4,
                        "log d/u is a combination of the features, so the fit is a maximum likelihood estimate of three"
                                + " parameters: mean squared errors are C/N + O(1/N²) (van der Vaart 1998, theorem 5.23). The band tells"
                                + " this from the orders ½ and 3/2."));
    }

    private static double velocityError(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        NormalMixture data = NormalMixture.normal(1, 0);
        NormalMixture law = NormalMixture.normal(0.7, 1);
        ParticleMeasure samples = normal(n, 0, 1, random);
        ParticleMeasure particles = normal(n, 1, 0.7, random);
        DiscriminatorVelocity velocity = new DiscriminatorVelocity(samples, new QuadraticFeatures(1), 1e-6);
        velocity.fit(new double[][] {particles.x(0)}, particles.weights(), n);
        int points = 41;
        double[][] x = new double[1][points];
        for (int i = 0; i < points; i++) {
            x[0][i] = 0.1 * i - 2;
        }
        double[][] found = new double[1][points];
        velocity.evaluate(x, points, found);
        double[][] exact = new double[5][points];
        law.fillDensity(x, points, exact[0]);
        data.fillDensity(x, points, exact[1]);
        law.fillScore(0, x, points, exact[2]);
        data.fillScore(0, x, points, exact[3]);
        JensenShannonFlow.fillVelocity(exact[0], exact[1], exact[2], exact[3], points, exact[4]);
        double sum = 0;
        for (int i = 0; i < points; i++) {
            sum += (found[0][i] - exact[4][i]) * (found[0][i] - exact[4][i]) / points;
        }
        return sum;
    }

    private static ParticleMeasure normal(int n, double mean, double sd, SplittableRandom random) {
        double[] x = new double[n];
        double[] w = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = mean + sd * random.nextGaussian();
            w[i] = 1.0 / n;
        }
        return new ParticleMeasure(new double[][] {x}, w);
    }

    private static Claim fittingSteps() {
        return new BoundClaim(
                "gan-diverges-where-its-flow-converges",
                "Algorithm 1 with two-layer networks, N(2,1) to N(0,1), fitted by gradient steps of η = 1/λ and 2.5/λ",
                "W₁ to the data law at t = 10 over that at the start: of the flow (quantile scheme), and of the GAN after k = 1"
                        + " and 16 fitting steps per move; λ is the largest curvature of the mean squared error at the start",
                "at most ½, except for η = 2.5/λ with k = 16: more than 1, or the training fails",
                "k gradient steps move the fit by 1 - (1-ηλ)^k of the way along an eigenvector: by (0,1] of it for ηλ ≤ 1,"
                        + " by 2.5 for ηλ = 2.5, k = 1, but by -(1.5)^16 = -656 for k = 16, which no small ε repairs.",
                Claim.Suite.FAST,
                progress -> ClaimResult.of(
                        Bound.atMost("flow", flowDistance(), 0.5),
                        Bound.atMost("η λ = 1, k = 1", trained(1, 1), 0.5),
                        Bound.atMost("η λ = 1, k = 16", trained(1, 16), 0.5),
                        Bound.atMost("η λ = 2.5, k = 1", trained(2.5, 1), 0.5),
                        Bound.atLeast("η λ = 2.5, k = 16", trained(2.5, 16), 1)));
    }

    private static final JensenShannonFlow NORMAL =
            new JensenShannonFlow(Domain.line(-20, 20, Boundary.NO_FLUX), NormalMixture.normal(1, 0));

    private static double distance(ParticleMeasure cloud) {
        return Wasserstein.W1.between(
                        QuantileFunction.ofAtoms(cloud),
                        NormalMixture.normal(1, 0).line())
                / 2;
    }

    private static double flowDistance() {
        return distance((ParticleMeasure) Runs.solve(
                        NORMAL,
                        Initial.of(NormalMixture.normal(1, 2)),
                        FlowParticles.quantiles(100, FlowMethod.quantiles(0.1)),
                        10)
                .measure(0));
    }

    /** Half the distance after training, infinite if it fails. */
    private static double trained(double rate, int steps) {
        AdversarialSettings settings = new AdversarialSettings(8, 16, 20, 0.5, steps, 1, 0.1, 1);
        double curvature = training(settings).largestCurvature();
        AdversarialTraining training = training(settings.withGenerator(steps, rate / curvature));
        try {
            training.advanceTo(10);
        } catch (StepFailure diverged) {
            return Double.POSITIVE_INFINITY;
        }
        return distance((ParticleMeasure) training.state().measure(0));
    }

    private static AdversarialTraining training(AdversarialSettings settings) {
        return new AdversarialTraining(
                NORMAL.species().get(0), NORMAL.target(), NormalMixture.normal(1, 2), 100, settings, 0);
    }
}
