package org.dualflow.validation.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.dualflow.field.GaussianSum;
import org.dualflow.gan.JensenShannonFlow;
import org.dualflow.measure.NormalMixture;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Initial;
import org.dualflow.particle.ParticleScheme;
import org.dualflow.particle.flow.Bandwidth;
import org.dualflow.run.FlowMethod;
import org.dualflow.run.FlowParticles;
import org.dualflow.validation.exact.ExactFlow;
import org.dualflow.validation.exact.FlowSolutions;
import org.dualflow.validation.study.OrderExpectation;
import org.hipparchus.util.FastMath;

/** Particle methods for the Jensen–Shannon flow. Derivations: docs page jensen-shannon-particles. */
final class FlowParticleClaims {

    private static final ExactFlow WALLS = FlowSolutions.halfPeriod(1, 2);
    private static final long SEED = 20260301;

    private FlowParticleClaims() {}

    static List<Claim> all() {
        return List.of(quantilesInSpace(), quantilesInTime(), quantilesOfTheData(), blobs(), fastSums());
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
}
