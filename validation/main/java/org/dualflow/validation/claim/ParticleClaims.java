package org.dualflow.validation.claim;

import java.util.List;
import java.util.SplittableRandom;
import org.dualflow.measure.AtomicLaw;
import org.dualflow.measure.CompensatedSum;
import org.dualflow.measure.Law;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.measure.ProductLaw;
import org.dualflow.measure.QuantileFunction;
import org.dualflow.measure.UniformLaw;
import org.dualflow.measure.Wasserstein;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Initial;
import org.dualflow.model.PrescribedTransport;
import org.dualflow.model.Transports;
import org.dualflow.particle.ExplicitRungeKutta;
import org.dualflow.particle.ParticleScheme;
import org.dualflow.run.Particles;
import org.dualflow.validation.agreement.MonteCarlo;
import org.dualflow.validation.manufactured.ManufacturedProblem;
import org.dualflow.validation.manufactured.ManufacturedProblems;
import org.dualflow.validation.study.OrderExpectation;
import org.hipparchus.util.FastMath;

/** Particles: Runge–Kutta orders, deterministic and independent starts. Derivations: docs page on orders. */
final class ParticleClaims {

    private static final UniformLaw UNIT = new UniformLaw(0, 1);
    private static final int REPEATS = 3000;
    private static final long SEED = 20260101;

    private ParticleClaims() {}

    static List<Claim> all() {
        return List.of(
                rungeKutta(ExplicitRungeKutta.EULER, 1),
                rungeKutta(ExplicitRungeKutta.HEUN, 2),
                rungeKutta(ExplicitRungeKutta.SSP3, 3),
                rungeKutta(ExplicitRungeKutta.CLASSICAL4, 4),
                quantileStart(),
                independentSecond(),
                independentFirst(),
                growth());
    }

    /** One particle that is turned once by the solid rotation in the plane. */
    private static Claim rungeKutta(ExplicitRungeKutta method, int order) {
        PrescribedTransport rotation = Transports.rotation(Domain.cube(2, -2, 2, Boundary.NO_FLUX));
        double turn = 2 * FastMath.PI;
        Law start = new ProductLaw(List.of(AtomicLaw.dirac(1), AtomicLaw.dirac(0)));
        return new OrderClaim(
                "particles-runge-kutta-" + order,
                "particles, one turn of the solid rotation, " + method,
                "distance",
                order == 1 ? Ladder.steps(turn, 256, 512, 1024, 2048) : Ladder.steps(turn, 64, 128, 256, 512),
                steps -> {
                    var how = Particles.quantiles(1, ParticleScheme.of(method, turn / steps));
                    ParticleMeasure end = Runs.particles(rotation, Initial.of(start), how, turn);
                    return ErrorSample.exact(FastMath.hypot(end.x(0)[0] - 1, end.x(1)[0]));
                },
                OrderExpectation.exactly(
                        order, 0.1, "The field is smooth: the order is that of the Runge-Kutta method."));
    }

    private static Claim quantileStart() {
        return new OrderClaim(
                "particles-quantile-start",
                "particles at the quantiles of U[0,1]",
                "W₁",
                Ladder.particles(10, 100, 1000, 10_000),
                n -> ErrorSample.exact(Wasserstein.W1.between(
                        QuantileFunction.ofAtoms(UNIT.quantiles(n)), QuantileFunction.ofLaw(UNIT, 1))),
                OrderExpectation.exactly(1, 0.001, "Each slab of mass 1/N is moved to its middle: W₁ = 1/(4N).")
                        .withConstant(1, 0.25, 1e-6));
    }

    private static Claim independentSecond() {
        return new OrderClaim(
                "particles-independent-start-w2",
                "independent particles of U[0,1], " + REPEATS + " repeats, seed " + SEED,
                "E W₂²",
                Ladder.particles(32, 128, 512),
                n -> mean(n, Wasserstein.W2, 2),
                OrderExpectation.exactly(
                                1,
                                0.1,
                                "E W₂² = ∫ E|F_N⁻¹ - q|² dq = 1/(6N) exactly for U[0,1] (Bobkov, Ledoux, Memoirs AMS 1259, 2019).")
                        .withConstant(1, 1.0 / 6, 0.08));
    }

    private static Claim independentFirst() {
        double limit = FastMath.sqrt(2 / FastMath.PI) * FastMath.PI / 8;
        return new OrderClaim(
                "particles-independent-start-w1",
                "independent particles of U[0,1], " + REPEATS + " repeats, seed " + SEED,
                "E W₁",
                Ladder.particles(32, 128, 512),
                n -> mean(n, Wasserstein.W1, 1),
                OrderExpectation.exactly(
                                0.5,
                                0.05,
                                "√N W₁ tends in law to ∫|B|, B the Brownian bridge, with mean ∫ sqrt(2x(1-x)/π) dx = 0.313329.")
                        .withConstant(0.5, limit, 0.06));
    }

    /**
     * Weights that grow along characteristics. With θ = x - t and ρ = (1 + ½ sin θ)/2π, ∫ ρ e^{ix} dx = ¼ i e^{it}. N quantiles are a midpoint rule in
     * the mass coordinate, periodic and analytic, so that the number of particles leaves no error but round-off.
     */
    private static Claim growth() {
        ManufacturedProblem problem = ManufacturedProblems.circle();
        double end = 1;
        return new OrderClaim(
                "particles-growth-fourth-order",
                "128 particles with growing weights, manufactured solution \"circle\", classical Runge-Kutta method",
                "error of ∫ e^{ix} dρ",
                Ladder.steps(end, 8, 16, 32, 64),
                steps -> {
                    var how = Particles.quantiles(128, ParticleScheme.of(ExplicitRungeKutta.CLASSICAL4, end / steps));
                    ParticleMeasure cloud = Runs.particles(problem.model(), problem.initial(), how, end);
                    CompensatedSum cosine = new CompensatedSum();
                    CompensatedSum sine = new CompensatedSum();
                    for (int i = 0; i < cloud.size(); i++) {
                        cosine.add(cloud.weights()[i] * FastMath.cos(cloud.x(0)[i]));
                        sine.add(cloud.weights()[i] * FastMath.sin(cloud.x(0)[i]));
                    }
                    return ErrorSample.exact(FastMath.hypot(
                            cosine.value() + 0.25 * FastMath.sin(end), sine.value() - 0.25 * FastMath.cos(end)));
                },
                OrderExpectation.exactly(
                        4,
                        0.2,
                        "X' = b(t, X), (log w)' = S/ρ (t, X) is a smooth system of ordinary differential equations: the order is"
                                + " that of the method."));
    }

    /** Mean of W_p^power over independent clouds; no two levels share a seed. */
    private static ErrorSample mean(int n, Wasserstein distance, int power) {
        QuantileFunction exact = QuantileFunction.ofLaw(UNIT, 1);
        MonteCarlo mean = MonteCarlo.over(SEED + (long) n * REPEATS, REPEATS, seed -> {
            ParticleMeasure cloud = UNIT.sample(n, new SplittableRandom(seed));
            return FastMath.pow(distance.between(QuantileFunction.ofAtoms(cloud), exact), power);
        });
        return new ErrorSample(mean.mean(), mean.standardError());
    }
}
