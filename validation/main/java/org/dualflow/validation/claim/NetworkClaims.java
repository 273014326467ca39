package org.dualflow.validation.claim;

import java.util.Arrays;
import java.util.List;
import org.dualflow.gan.ClippedWassersteinGan;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.model.State;
import org.dualflow.particle.ParticleTransport;
import org.dualflow.particle.Starts;
import org.dualflow.validation.study.OrderExpectation;
import org.hipparchus.util.FastMath;

/**
 * What the equations of the clipped GAN say of any two solutions, and of the energy along one. Derivations: docs page on the
 * clipped GAN.
 */
final class NetworkClaims {

    private NetworkClaims() {}

    static List<Claim> all() {
        return List.of(stability(), fastestSeparation(), energyBalance());
    }

    private static Claim stability() {
        return new BoundClaim(
                "network-gan-stability",
                "clipped GAN, 3D × 3D, two clouds of 216 + 216 neurons that start 0.02 apart",
                "log of the coupled distance over that at the start, at 60 times up to 3, against ∫C from stabilityRate() near the solution,"
                        + " which is never above that for all states",
                "never above ∫C; before the first contact with the box never below -∫C",
                "Couplings carried along obey |½ (D²)'| ≤ C D² as long as no projection acts, since C bounds the absolute value of"
                        + " every term; projections only bring points together. ∫C is an upper sum over the times.",
                Claim.Suite.FAST,
                progress -> {
                    Separation separation = new Separation(
                            NetworkStudy.GAN,
                            Starts.quantiles(NetworkStudy.INITIAL, 216),
                            Separation.moved(Starts.quantiles(NetworkStudy.INITIAL, 216), 0.02));
                    separation.run(3, 60);
                    return ClaimResult.of(
                                    Bound.atMost("excess over ∫C near the solution", separation.excessOverNear(), 0),
                                    Bound.atMost("shortfall below -∫C before contact", separation.shortfall(), 0))
                            .withNotes("log of the final ratio " + separation.growth() + ", ∫C near "
                                    + separation.near() + ", for all " + separation.all()
                                    + ", contact at " + separation.contact());
                });
    }

    /** One critic neuron at the saddle of a(s(c) - s(3b + c)): perturbed along (1, -1, 0) it leaves at the rate 3. */
    private static Claim fastestSeparation() {
        double far = 3;
        double end = 1;
        double apart = 1e-3;
        ClippedWassersteinGan gan =
                ClippedWassersteinGan.of(atom(far), atom(0)).withCriticBox(0.1).withGeneratorBox(0.1);
        return new BoundClaim(
                "network-gan-stability-is-sharp",
                "clipped GAN, a critic neuron at a saddle: data at 3, generated point 0, r = R = 0.1",
                "rate at which a neuron " + apart + " away leaves, over time " + end + ", against stabilityRate()",
                "3 up to (3b)² ≤ 0.002, and between one half of C and C",
                "Linearised at 0 the critic obeys a' = -3b, b' = -3a, c' = 0, with s'' = 0 there; the relative error is (3b)²"
                        + " at most, 3b ≤ 3·10⁻³ e³/√2. C is the sum of the bounds of the Hessians at both points, λ(r, 1) + λ(r, √10) ≤"
                        + " (1 + √10)(1 + S₂ r √10) up to the generator's outputs, of order R²: less than twice 3.",
                Claim.Suite.FAST,
                progress -> {
                    double side = apart / FastMath.sqrt(2);
                    List<ParticleMeasure> still = List.of(atom(0, 0, 0), atom(0, 0, 0));
                    List<ParticleMeasure> leaving = List.of(atom(0, 0, 0), atom(side, -side, 0));
                    Separation separation = new Separation(gan, still, leaving);
                    separation.run(end, 50);
                    double rate = separation.growth() / end;
                    return ClaimResult.of(
                            Bound.near("rate", rate, far, 0.002 * far),
                            new Bound("rate / C", rate / gan.stabilityRate(), 0.5, 1),
                            new Bound("rate / C near the solution", separation.growth() / separation.near(), 0.5, 1));
                });
    }

    private static ParticleMeasure atom(double... place) {
        double[][] x = new double[place.length][];
        Arrays.setAll(x, d -> new double[] {place[d]});
        return new ParticleMeasure(x, new double[] {1});
    }

    private static Claim energyBalance() {
        double end = 0.8;
        return new OrderClaim(
                "network-gan-energy-balance",
                "clipped GAN, 3D × 3D, γ = 2, 216 + 216 neurons, Runge–Kutta 4, before contact",
                "energy against the integral of -∫|θ'|² dμ + ∫|ω'|² dν / γ by Simpson's rule",
                Ladder.steps(end, 4, 8, 16, 32),
                steps -> ErrorSample.exact(FastMath.abs(energyDefect(steps, end))),
                OrderExpectation.exactly(
                        4,
                        0.25,
                        "θ' = -∇δE/δμ and ω' = γ∇δE/δν, so the chain rule gives dE/dt = -∫|θ'|² dμ + ∫|ω'|² dν / γ along every"
                                + " solution; the method's error and that of Simpson's rule are both O(Δt⁴)."));
    }

    private static double energyDefect(int steps, double end) {
        var gan = NetworkStudy.GAN;
        ParticleTransport run = NetworkStudy.flow(gan, Starts.quantiles(NetworkStudy.INITIAL, 216), end / steps);
        State state = run.state();
        double before = gan.energy(state);
        double sum = NetworkStudy.power(gan, state);
        for (int k = 1; k <= steps; k++) {
            run.advanceTo(k == steps ? end : end * k / steps);
            double weight = k == steps ? 1 : k % 2 == 1 ? 4 : 2;
            sum += weight * NetworkStudy.power(gan, run.state());
        }
        return gan.energy(run.state()) - before - sum * end / steps / 3;
    }
}
