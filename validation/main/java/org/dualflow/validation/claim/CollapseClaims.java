package org.dualflow.validation.claim;

import java.util.ArrayList;
import java.util.List;
import org.dualflow.field.SpectralKernel;
import org.dualflow.field.WaveField;
import org.dualflow.field.Waves;
import org.dualflow.gan.KernelGan;
import org.dualflow.gan.Mobility;
import org.dualflow.gan.Regulariser;
import org.dualflow.measure.NormalLaw;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.particle.ParticleScheme;
import org.dualflow.particle.ParticleTransport;
import org.dualflow.run.Particles;
import org.dualflow.time.Evolution;
import org.hipparchus.util.FastMath;

/** Mode collapse of a kernel GAN: when generated points that have come together stay so, and which parameters there are. */
final class CollapseClaims {

    private CollapseClaims() {}

    static List<Claim> all() {
        return List.of(exponent(), units());
    }

    // Two points a hair apart, R1, Gaussian kernel of width 0.7, data atoms at ±1.

    private static final Domain LINE = Domain.line(-4, 4, Boundary.PERIODIC);
    private static final double OWN = 0.5;
    private static final double APART = 1e-5;
    private static final double STEP = 0.01;
    private static final int STEPS = 500;

    /** Growth of the distance of two points, and G₁ times the mean of D″ between them, per unit of time. */
    private static double[] growth(double penalty) {
        Waves waves = Waves.lattice(new SpectralKernel(SpectralKernel.Shape.GAUSSIAN, 0.7), LINE);
        KernelGan gan = KernelGan.of(LINE, KernelGanRuns.atoms(-1, 1), waves)
                .withMobility(new Mobility(OWN, 0.5))
                .withPenalty(Regulariser.R1, penalty);
        ParticleTransport run = new ParticleTransport(
                gan,
                List.of(KernelGanRuns.atoms(0.1, 0.1 + APART)),
                new double[2 * waves.size()],
                ParticleScheme.rungeKutta4(STEP));
        double sum = 0;
        for (int i = 0; i <= STEPS; i++) {
            if (i > 0) {
                run.advanceTo(i * STEP);
            }
            double weight = i == 0 || i == STEPS ? 1 : i % 2 == 1 ? 4 : 2;
            sum += weight * curvature(waves, run) / 3;
        }
        double end = STEPS * STEP;
        return new double[] {FastMath.log(distance(run) / APART) / end, OWN * sum * STEP / end};
    }

    private static double distance(ParticleTransport run) {
        double[] x = ((ParticleMeasure) run.state().measure(0)).x(0);
        return x[1] - x[0];
    }

    /** D″ between the two points, by a difference quotient of order 2 over 2e-4. */
    private static double curvature(Waves waves, ParticleTransport run) {
        double x = ((ParticleMeasure) run.state().measure(0)).x(0)[0];
        WaveField field = new WaveField(waves);
        field.freeze(KernelGanRuns.atoms(x - 1e-4, x + 1e-4), run.state().scalars());
        return (field.gradient()[0][1] - field.gradient()[0][0]) / 2e-4;
    }

    private static Claim exponent() {
        return new BoundClaim(
                "kernel-gan-collapse-exponent",
                "kernel GAN, two points 1e-5 apart between data atoms at ±1, Gaussian kernel of width 0.7, penalty 0.5"
                        + " and 3, time 5",
                "growth rate of their distance over G₁ times the mean of D″ along their way",
                "1 within 1e-3",
                "q₁' - q₂' = G₁ (∇D(q₁) - ∇D(q₂)): what all points share cancels, and the linearisation about a body"
                        + " of points on one orbit is G₁ D″(q(t)) whatever G₂. RK4 and Simpson's rule with steps of 0.01"
                        + " err by O(1e-8) times derivatives of order 4 at rates of a few units; the difference quotient"
                        + " by 1e-8 D⁗/6, the distance of the points by 1e-5 D‴/2: together below 1e-4, at rates of at least 0.1.",
                Claim.Suite.FAST,
                progress -> {
                    WorstOf worst = new WorstOf();
                    List<String> rates = new ArrayList<>();
                    for (double penalty : new double[] {0.5, 3}) {
                        double[] rate = growth(penalty);
                        worst.near("growth/(G₁ ⟨D″⟩)", rate[0] / rate[1], 1, 1e-3);
                        rates.add("penalty " + penalty + ": growth " + rate[0] + ", G₁ ⟨D″⟩ " + rate[1]);
                    }
                    return ClaimResult.of(List.of(), worst.bounds()).withNotes(rates.toArray(String[]::new));
                });
    }

    /** Twenty points, either η, λ and time, or 4η, λ/2 and half of the time. */
    private static double[] scaled(double factor) {
        Waves waves = Waves.lattice(new SpectralKernel(SpectralKernel.Shape.MATERN_5_2, 0.7), LINE);
        KernelGan gan = KernelGan.of(LINE, KernelGanRuns.atoms(-1, 1, 1.1), waves)
                .withMobility(new Mobility(0.2, 0.8))
                .withDiscriminatorRate(0.7 * factor * factor)
                .withPenalty(Regulariser.MEAN, 0.9 / factor);
        Evolution run = Particles.quantiles(20, ParticleScheme.rungeKutta4(0.1 / factor))
                .begin(gan, gan.initial(new NormalLaw(0.1, 0.3)), 0);
        run.advanceTo(40 / factor);
        return ((ParticleMeasure) run.state().measure(0)).x(0).clone();
    }

    private static Claim units() {
        return new BoundClaim(
                "kernel-gan-one-rate",
                "kernel GAN, twenty points, mean of R1 and R2, time 40: rate η and penalty λ against 4η and λ/2 in"
                        + " half of the time",
                "largest distance of a point of one run from that of the other, over the farthest way of a point",
                "exactly 0",
                "With time in 1/√(ηκG) and D in √(η/(κG)) the equations have the penalty λ√(ηκ/G) for their only rate."
                        + " For a factor that is a power of two every number of one run, step sizes included, is a power"
                        + " of two times that of the other: rounding commutes with that.",
                Claim.Suite.FAST,
                progress -> {
                    double[] one = scaled(1);
                    double[] two = scaled(2);
                    double worst = 0;
                    double moved = 0;
                    for (int i = 0; i < one.length; i++) {
                        worst = FastMath.max(worst, FastMath.abs(one[i] - two[i]));
                        moved = FastMath.max(moved, FastMath.abs(one[i] - 0.1));
                    }
                    return ClaimResult.of(Bound.atMost("distance over the farthest way", worst / moved, 0))
                            .withNotes("farthest way of a point: " + moved);
                });
    }
}
