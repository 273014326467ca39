package org.dualflow.validation.claim;

import java.util.List;
import org.dualflow.fv.TransportScheme;
import org.dualflow.gan.TwoPointGan;
import org.dualflow.measure.UniformLaw;
import org.dualflow.measure.Wasserstein;
import org.dualflow.particle.ParticleScheme;
import org.dualflow.run.Grid;
import org.dualflow.run.Particles;
import org.dualflow.run.Recurrence;
import org.dualflow.run.Simulation;
import org.dualflow.run.Solution;
import org.dualflow.validation.certificate.CertifiedEvolution;
import org.dualflow.validation.certificate.Reconstruction;
import org.dualflow.validation.certificate.TwoPointField;
import org.dualflow.validation.exact.ClosedOrbit;
import org.dualflow.validation.exact.TwoPointGanReference;
import org.hipparchus.util.FastMath;

/** The two-point GAN: what a run says of its own accuracy. */
final class TwoPointClaims {

    private static final TwoPointGan GAN = TwoPointGan.criticSpeed(1);

    private TwoPointClaims() {}

    static List<Claim> all() {
        return List.of(certificate(), recurrence());
    }

    private static Claim certificate() {
        List<Integer> cells = List.of(51, 101, 201, 401);
        double end = 1;
        return new BoundClaim(
                "gan-certificate-bounds-error",
                "certificate carried through the coupling: two-point GAN, upwind, ν uniform on [-0.6, 0.4], g = 1.5, time "
                        + end,
                "certified bound over W₁ of the critic, and W₁ + |g - g_h| over the bound, for cells: " + cells,
                "at most 4; at most 1",
                "D = W₁(ν, ν_h) + |g - g_h| obeys D' ≤ (φ(0) + φ(1)|c_h|) D + defect, for γ = 1; growth over the time 1 is at"
                        + " most e^{0.65}, less than 2, and the defect is at most twice the error as in the uncoupled claims.",
                Claim.Suite.FAST,
                progress -> {
                    TwoPointGanReference reference = TwoPointGanReference.uniformCritic(GAN, -0.6, 0.4, 1.5, end);
                    WorstOf worst = new WorstOf();
                    for (int n : cells) {
                        CertifiedEvolution run = new CertifiedEvolution(
                                Grid.of(TransportScheme.upwind().withCfl(0.5), n)
                                        .begin(GAN, GAN.uniformCritic(-0.6, 0.4, 1.5), 0),
                                new TwoPointField(GAN),
                                new UniformLaw(-0.6, 0.4),
                                Reconstruction.SLABS,
                                false);
                        run.advanceTo(end);
                        double critic = Wasserstein.W1.between(run.reading(), reference.critic(end));
                        double generator = FastMath.abs(
                                run.state().scalar(0) - reference.at(end).generator());
                        worst.atMost("bound/W₁", run.bound() / critic, 4);
                        worst.share("(W₁ + |g - g_h|)/bound", critic + generator, run.bound());
                    }
                    return ClaimResult.of(List.of(), worst.bounds());
                });
    }

    private static Claim recurrence() {
        return new BoundClaim(
                "gan-recurrence-uncertainty",
                "two-point GAN, collapsed critic swinging, 4 particles, Δt = 0.1 and 0.05, outputs every 0.25",
                "period and amplitude of the recorded generator against the closed orbit's quadrature",
                "periodic; off by at most the stated uncertainty plus the difference of the two steps",
                "The uncertainty holds scatter and interpolation; a bias common to all cycles is that of the steps, O(Δt²) at least, at"
                        + " most a third of the difference of two steps that are halved.",
                Claim.Suite.FAST,
                progress -> {
                    // A critic of one atom at 1 and g = 0: H = 1/2, never to be blocked again.
                    ClosedOrbit orbit = new ClosedOrbit(1, 0.5);
                    Recurrence coarse = record(0.1);
                    Recurrence fine = record(0.05);
                    double bias = FastMath.abs(coarse.period() - fine.period());
                    double swing = FastMath.abs(coarse.amplitude() - fine.amplitude());
                    return ClaimResult.of(
                            Bound.near("period", fine.period(), orbit.period(), fine.periodUncertainty() + bias),
                            Bound.near(
                                    "amplitude",
                                    fine.amplitude(),
                                    orbit.amplitude(),
                                    fine.amplitudeUncertainty() + swing),
                            Bound.atMost("period uncertainty / period", fine.periodUncertainty() / fine.period(), 0.01),
                            Bound.near("kind", fine.kind().ordinal(), Recurrence.Kind.PERIODIC.ordinal(), 0));
                });
    }

    private static Recurrence record(double step) {
        Solution solution = Simulation.of(GAN, GAN.uniformCritic(1 - 1e-9, 1, 0))
                .until(150)
                .every(0.25)
                .solve(Particles.quantiles(4, ParticleScheme.rungeKutta4(step)));
        return Recurrence.of(solution.times(), solution.series("generator"));
    }
}
