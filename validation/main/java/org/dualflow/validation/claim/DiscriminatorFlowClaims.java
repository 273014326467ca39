package org.dualflow.validation.claim;

import java.util.Arrays;
import java.util.List;
import org.dualflow.fv.implicit.ImplicitScheme;
import org.dualflow.gan.JensenShannonFlow;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.measure.QuantileFunction;
import org.dualflow.measure.UniformBox;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Initial;
import org.dualflow.particle.ExplicitRungeKutta;
import org.dualflow.particle.ParticleScheme;
import org.dualflow.particle.adversarial.WallCosines;
import org.dualflow.run.FlowMethod;
import org.dualflow.run.FlowParticles;
import org.dualflow.run.ImplicitGrid;
import org.dualflow.time.Evolution;
import org.dualflow.validation.agreement.MonteCarlo;
import org.dualflow.validation.exact.ExactFlow;
import org.dualflow.validation.exact.FlowSolutions;
import org.dualflow.validation.study.OrderExpectation;
import org.hipparchus.util.FastMath;

/** Flows driven by a fitted discriminator against implicit cells, over time. Derivations: docs page jensen-shannon-particles. */
final class DiscriminatorFlowClaims {

    private static final long SEED = 20260301;
    private static final double RIDGE = 1e-6;
    private static final double STEP = 0.1;
    private static final ExactFlow WALLS = FlowSolutions.halfPeriod(1, 2);

    private DiscriminatorFlowClaims() {}

    static List<Claim> all() {
        return List.of(halfOrder(), exactFits(), atRest(1, 4), atRest(2, 2), atRestOverTime());
    }

    private static Claim halfOrder() {
        return new OrderClaim(
                "discriminator-particles-half-order",
                "logistic regression on 7 cosines, N samples of the data law and N particles, Heun steps of 0.1, half period, 200 repeats,"
                        + " seed " + SEED,
                "mean squared distance of the particles from the quantiles of 800 implicit cells at t = 1",
                Ladder.particles(50, 200, 800),
                n -> {
                    MonteCarlo mean = MonteCarlo.over(
                            SEED + 200L * n,
                            200,
                            seed -> squaredDistance(
                                    FlowMethod.discriminator(
                                            n,
                                            seed,
                                            cosines(6),
                                            RIDGE,
                                            ParticleScheme.of(ExplicitRungeKutta.HEUN, STEP)),
                                    n));
                    return new ErrorSample(mean.mean(), mean.standardError());
                },
                OrderExpectation.exactly(
                        1,
                        0.2,
                        "log d/u is even about the walls and analytic in a strip of half-width above 1.9, so 7 cosines miss 2e-6 of it; what is"
                                + " left is a maximum likelihood estimate whose error, O(N^(-1/2)), the flow carries along linearly"
                                + " (jensen-shannon-particles.md)."));
    }

    private static Claim exactFits() {
        int n = 400;
        return new OrderClaim(
                "gan-exact-fits-first-order-in-time",
                "Algorithm 1 with exact inner fits: logistic regression on 7 cosines, every latent moved by itself, 400 latents and data at"
                        + " quantiles, half period",
                "root mean squared distance of the particles from the quantiles of 800 implicit cells at t = 1",
                Ladder.steps(1, 8, 16, 32, 64),
                steps -> {
                    ParticleMeasure data = new UniformBox(WALLS.model().domain()).quantiles(n);
                    FlowMethod method =
                            FlowMethod.discriminator(data, cosines(6), RIDGE, ParticleScheme.euler(1.0 / steps));
                    return ErrorSample.exact(FastMath.sqrt(squaredDistance(method, n)));
                },
                OrderExpectation.exactly(
                        1,
                        0.1,
                        "One exact inner fit per move is an Euler step of dY/dt = ½ D ∇a (jensen-shannon-particles.md)."));
    }

    private static WallCosines cosines(int highest) {
        return new WallCosines(WALLS.model().domain(), highest);
    }

    /** Mean |X_i - Q_h((i+½)/N)|² at t = 1, Q_h of the cells. */
    private static double squaredDistance(FlowMethod method, int n) {
        ParticleMeasure cloud =
                (ParticleMeasure) Runs.solve(WALLS.model(), WALLS.initial(), FlowParticles.quantiles(n, method), 1)
                        .measure(0);
        double[] x = cloud.x(0).clone();
        Arrays.sort(x);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double d = x[i] - Cells.QUANTILES.value((i + 0.5) / n);
            sum += d * d / n;
        }
        return sum;
    }

    /** The solution on the grid, computed when it is first needed. */
    private static final class Cells {
        static final QuantileFunction QUANTILES = QuantileFunction.ofSlabs((CellMeasure) Runs.solve(
                        WALLS.model(), WALLS.initial(), ImplicitGrid.of(ImplicitScheme.extrapolated(1.0 / 400), 800), 1)
                .measure(0));
    }

    private static Claim atRest(int dimension, int highest) {
        int repeats = dimension == 1 ? 300 : 150;
        return new OrderClaim(
                "discriminator-particles-at-rest" + (dimension == 1 ? "" : "-plane"),
                "logistic regression on cosines, N samples of the uniform law of [0, π]"
                        + (dimension == 1 ? "" : "²") + " and a lattice of N particles, Euler steps of 0.1, " + repeats
                        + " repeats, seed " + SEED,
                "mean squared way from the lattice, the solution at rest, at t = 1",
                dimension == 1 ? Ladder.particles(64, 256, 1024) : Ladder.particles(144, 576, 2304),
                n -> {
                    MonteCarlo mean = MonteCarlo.over(
                            SEED + (long) n * repeats, repeats, seed -> ways(dimension, highest, n, seed, 1)[0]);
                    return new ErrorSample(mean.mean(), mean.standardError());
                },
                OrderExpectation.exactly(1, 0.2, REST).withConstant(1, drift(dimension, highest, 1), 0.25));
    }

    private static final String REST =
            "The density of the particles follows that of the samples in mode k at the rate |k|²/4, and the samples' modes have variance"
                    + " 1/N, so the mean squared way is Σ (1 - (1 - |k|²τ/4)^(t/τ))²/|k|² over N, up to O(1/N²)"
                    + " (jensen-shannon-particles.md).";

    private static Claim atRestOverTime() {
        int n = 1024;
        double[] times = {0.5, 1, 2, 4, 8};
        return new BoundClaim(
                "discriminator-particles-at-rest-over-time",
                "logistic regression on 4 cosines, N = 1024 samples of the uniform law of [0, π] and particles, 100 repeats",
                "mean squared way from the solution at rest at t = ½, 1, 2, 4, 8: distance from its expectation, over the interval of the"
                        + " repeats at 1 - 10⁻⁶ and 2 %",
                "at most 1",
                REST + " The second order is within (number of modes + 1)²/N = 2 %.",
                Claim.Suite.FULL,
                progress -> {
                    double[][] ways = new double[100][];
                    for (int k = 0; k < ways.length; k++) {
                        ways[k] = ways(1, 4, n, SEED + k, times);
                    }
                    WorstOf worst = new WorstOf();
                    for (int j = 0; j < times.length; j++) {
                        int at = j;
                        MonteCarlo mean = MonteCarlo.over(0, ways.length, k -> ways[(int) k][at]);
                        double expected = drift(1, 4, times[j]) / n;
                        worst.share(
                                "distance over the interval and 2 %",
                                FastMath.abs(mean.mean() - expected), mean.halfWidth() + 0.02 * expected);
                    }
                    return ClaimResult.of(List.of(), worst.bounds());
                });
    }

    /** Mean |X_i(t) - X_i(0)|² at increasing times, data and particles uniform on [0, π]^dimension. */
    private static double[] ways(int dimension, int highest, int n, long seed, double... times) {
        Domain box = Domain.cube(dimension, 0, FastMath.PI, Boundary.NO_FLUX);
        UniformBox uniform = new UniformBox(box);
        ParticleMeasure start = uniform.quantiles(n);
        Evolution run = FlowMethod.discriminator(
                        n, seed, new WallCosines(box, highest), RIDGE, ParticleScheme.euler(STEP))
                .begin(new JensenShannonFlow(box, uniform), Initial.of(uniform), start, 0);
        double[] ways = new double[times.length];
        for (int k = 0; k < times.length; k++) {
            run.advanceTo(times[k]);
            ways[k] =
                    ParticleWays.meanSquare(start, (ParticleMeasure) run.state().measure(0));
        }
        return ways;
    }

    /** Σ (1 - (1 - |k|²τ/4)^(t/τ))²/|k|² over the modes, 0 < k_d ≤ highest in any d. */
    private static double drift(int dimension, int highest, double t) {
        double sum = 0;
        for (int k = 0; k <= highest; k++) {
            for (int l = 0; l <= (dimension == 1 ? 0 : highest); l++) {
                int square = k * k + l * l;
                if (square > 0) {
                    sum += FastMath.pow(1 - FastMath.pow(1 - 0.25 * square * STEP, t / STEP), 2) / square;
                }
            }
        }
        return sum;
    }
}
