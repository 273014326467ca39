package org.dualflow.validation.claim;

import java.util.Arrays;
import java.util.List;
import org.dualflow.field.Kernels;
import org.dualflow.gan.ClippedTransport;
import org.dualflow.gan.Displacement;
import org.dualflow.measure.NormalLaw;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.measure.QuantileFunction;
import org.dualflow.measure.UniformLaw;
import org.dualflow.measure.Wasserstein;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Aggregation;
import org.dualflow.model.Initial;
import org.dualflow.model.TransportModel;
import org.dualflow.particle.ParticleScheme;
import org.dualflow.particle.Sticking;
import org.dualflow.run.Particles;
import org.dualflow.validation.study.OrderExpectation;
import org.hipparchus.util.FastMath;

/** Particles against the exact solutions of clipped transport and of attraction by |x| and by x²/2. */
final class KnownTransportClaims {

    private static final int PARTICLES = 1000;
    private static final double STEP = 0.01;
    private static final double AMPLITUDE = 1.3;
    private static final TransportModel SWINGING = ClippedTransport.by(Displacement.sine(AMPLITUDE, 1));
    private static final Initial EVERYWHERE = Initial.of(new UniformLaw(-1, 1));

    private KnownTransportClaims() {}

    static List<Claim> all() {
        return List.of(clipped(), clippedCollapse(), attractedNormal(), contraction());
    }

    private static ParticleMeasure clipped(int particles, double step, double end) {
        return Runs.particles(
                SWINGING, EVERYWHERE, Particles.quantiles(particles, ParticleScheme.rungeKutta4(step)), end);
    }

    /** U turns once, at π/2, which is the end of a step. */
    private static Claim clipped() {
        double end = 0.75 * FastMath.PI;
        return new OrderClaim(
                "clipped-transport-fourth-order",
                "clipped transport by U = 1.3 sin t, 100 particles, the turn of U at the end of a step",
                "W₁ to the two-sided Skorokhod map of the particles at t = 3π/4",
                Ladder.steps(end, 6, 12, 24, 48),
                steps -> {
                    ParticleMeasure cloud = clipped(100, end / steps, end);
                    double[] exact = new double[cloud.size()];
                    for (int i = 0; i < exact.length; i++) {
                        double up = FastMath.min(1, -1 + (2 * i + 1.0) / exact.length + AMPLITUDE);
                        exact[i] = FastMath.max(-1, up + AMPLITUDE * (FastMath.sin(end) - 1));
                    }
                    return ErrorSample.exact(
                            Wasserstein.W1.between(QuantileFunction.ofAtoms(cloud), QuantileFunction.ofSample(exact)));
                },
                OrderExpectation.exactly(
                        4,
                        0.1,
                        "While U is monotone a clip after each step is the exact map of the displacement of the step;"
                                + " the classical Runge-Kutta method for x' = U'(t) is Simpson's rule, of order 4."));
    }

    private static Claim clippedCollapse() {
        double collapse = FastMath.PI - FastMath.asin((AMPLITUDE - 2) / AMPLITUDE);
        return new BoundClaim(
                "clipped-transport-collapse",
                "clipped transport by U = 1.3 sin t, " + PARTICLES + " particles from the uniform law",
                "spread of the particles at t = 3 and around t = π - asin((1.3 - 2)/1.3) = 3.710203, steps of " + STEP,
                "2 - osc U at t = 3 and 0.02 before the collapse, within 2/N; 0 after it",
                "The spread of the two-sided Skorokhod map from the uniform law on [-1, 1] is (2 - osc U)₊, osc U the"
                        + " largest less the smallest value so far. The outermost of N particles start 1/N inside. A turn"
                        + " of U in the middle of a step is missed by U''h²/8 at most: 1.6e-5 here, and 2/N is 2e-3.",
                Claim.Suite.FAST,
                progress -> ClaimResult.of(
                        spread("spread at t = 3", 3),
                        spread("spread before the collapse", collapse - 0.02),
                        Bound.atMost("spread after the collapse", spread(collapse + 0.02), 0)));
    }

    private static Bound spread(String name, double end) {
        double oscillation = AMPLITUDE * (1 - FastMath.min(0, FastMath.sin(end)));
        return Bound.near(name, spread(end), 2 - oscillation, 2.0 / PARTICLES);
    }

    private static double spread(double end) {
        double[] x = clipped(PARTICLES, STEP, end).x(0);
        double low = x[0];
        double high = x[0];
        for (double place : x) {
            low = FastMath.min(low, place);
            high = FastMath.max(high, place);
        }
        return high - low;
    }

    private static Claim attractedNormal() {
        double first = FastMath.sqrt(0.5 * FastMath.PI);
        return new BoundClaim(
                "aggregation-normal-atom",
                "sticky particles, a normal law under W = |x|, " + PARTICLES + " particles",
                "share of the heaviest atom at t = 2, and 0.02 before and after the first one forms, steps of " + STEP,
                "0.93985141 within 1/N; 1/N before, at least 2/N after t = √(π/2)",
                "The particle at the quantile q moves with speed 1 - 2q until it meets others; those meet first that"
                        + " start where the density is largest, at 1/(2 sup ρ₀). At time t the atom holds |x| < x*, x* ="
                        + " t(2Φ(x*) - 1): a share x*/t. Of N particles those are in it whose quantiles are: 1/N is all"
                        + " that can be missing. The two in the middle meet at √(π/2)(1 + π/(12N²) + …).",
                Claim.Suite.FAST,
                progress -> ClaimResult.of(
                        Bound.near("share at t = 2", heaviest(2), 0.93985141, 1.0 / PARTICLES),
                        Bound.atMost("share before", heaviest(first - 0.02), 1.5 / PARTICLES),
                        Bound.atLeast("share after", heaviest(first + 0.02), 1.5 / PARTICLES)));
    }

    private static double heaviest(double end) {
        var model = new Aggregation(Domain.line(-8, 8, Boundary.NO_FLUX), Kernels.distance(1));
        var scheme = ParticleScheme.euler(STEP).withSticking(Sticking.STICKY);
        ParticleMeasure cloud =
                Runs.particles(model, Initial.of(new NormalLaw(0, 1)), Particles.quantiles(PARTICLES, scheme), end);
        double[] x = cloud.x(0).clone();
        Arrays.sort(x);
        int run = 1;
        int longest = 1;
        for (int i = 1; i < x.length; i++) {
            run = x[i] - x[i - 1] < 1e-12 ? run + 1 : 1;
            longest = Math.max(longest, run);
        }
        return (double) longest / x.length;
    }

    private static Claim contraction() {
        int particles = 100;
        var model = new Aggregation(Domain.line(-2, 3, Boundary.NO_FLUX), Kernels.quadratic(1));
        Initial start = Initial.of(new UniformLaw(-1, 2));
        return new OrderClaim(
                "aggregation-quadratic-fourth-order",
                "attraction by W = x²/2, " + particles + " particles, classical Runge-Kutta method",
                "W₁ to the N-particle solution at t = 1",
                Ladder.steps(1, 10, 20, 40, 80, 160),
                steps -> {
                    ParticleMeasure cloud = Runs.particles(
                            model, start, Particles.quantiles(particles, ParticleScheme.rungeKutta4(1.0 / steps)), 1);
                    double[] exact = new double[particles];
                    for (int i = 0; i < particles; i++) {
                        exact[i] = 0.5 + FastMath.exp(-1.0) * 1.5 * ((2 * i + 1.0) / particles - 1);
                    }
                    return ErrorSample.exact(
                            Wasserstein.W1.between(QuantileFunction.ofAtoms(cloud), QuantileFunction.ofSample(exact)));
                },
                OrderExpectation.exactly(
                                4,
                                0.1,
                                "X = m + e^{-t}(X₀ - m). The method multiplies X - m by e^{-τ}(1 + τ⁵/120 + O(τ⁶)) per"
                                        + " step, so at t = 1 it errs by e^{-1}|X₀ - m| τ⁴/120, and the mean of |X₀ - m|"
                                        + " is 3/4 for an even number of particles.")
                        .withConstant(4, 0.75 * FastMath.exp(-1.0) / 120, 0.02));
    }
}
