package org.dualflow.validation.claim;

import java.util.List;
import java.util.stream.Stream;
import org.dualflow.fv.remap.RemapReconstruction;
import org.dualflow.fv.remap.SemiLagrangianScheme;
import org.dualflow.gan.ClippedWassersteinGan;
import org.dualflow.measure.AtomicLaw;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.measure.ProductLaw;
import org.dualflow.measure.UniformLaw;
import org.dualflow.model.Initial;
import org.dualflow.particle.ParticleScheme;
import org.dualflow.run.Discretisation;
import org.dualflow.run.Grid;
import org.dualflow.run.Particles;
import org.dualflow.run.Recurrence;
import org.dualflow.run.Simulation;
import org.hipparchus.util.FastMath;

/** Smooth networks that go round for ever, on a grid and with particles. Derivations: docs page on the clipped GAN. */
final class NetworkCycleClaims {

    private static final ClippedWassersteinGan GAN = ClippedWassersteinGan.of(
                    AtomicLaw.of(new double[] {-1, 1}, new double[] {0.5, 0.5}).rule(2),
                    new ParticleMeasure(new double[][] {{0}}, new double[] {1}))
            .withCriticSpeed(4)
            .withGeneratorBox(2);

    private static final Initial INITIAL = GAN.initial(
            ProductLaw.of(new UniformLaw(0.2, 1.2), new UniformLaw(-0.5, 0.5), new UniformLaw(0.5, 1.5)),
            ProductLaw.of(new UniformLaw(-0.2, 0.5), new UniformLaw(-0.2, 0.5), new UniformLaw(-0.5, 0.5)));

    private static final Simulation SIMULATION =
            Simulation.of(GAN, INITIAL).until(80).every(0.05);

    private static final int COARSE = 16;
    private static final int FINE = 24;
    private static final int FEW = 4;
    private static final int MANY = 6;

    private NetworkCycleClaims() {}

    static List<Claim> all() {
        return List.of(new BoundClaim(
                "network-gan-limit-cycle",
                "clipped GAN, tanh networks between two data, 3D × 3D: limit cycle on a grid and with particles, to"
                        + " time 80",
                "kind and period of the generated mean, semi-Lagrangian with moments on " + COARSE + "³ and " + FINE
                        + "³ cells, " + FEW + "³ and " + MANY + "³ particles of each player",
                "the finer ones are both periodic; their periods differ by at most the stated uncertainties and what"
                        + " is left of both discretisations",
                "The uncertainties hold scatter and interpolation. What cells leave in a bounded number of cycles is"
                        + " O(h) or less (atoms are moved exactly, contacts cost O(h)), what the number of particles"
                        + " leaves is O(N^{-1/3}) or less: each at most δ/(R - 1), δ the difference of two levels whose"
                        + " widths have the ratio R.",
                Claim.Suite.FULL,
                NetworkCycleClaims::check));
    }

    private static ClaimResult check(ClaimProgress progress) {
        Recurrence few = solve(cloud(FEW), progress, 0);
        Recurrence many = solve(cloud(MANY), progress, 0.02);
        Recurrence coarse = solve(grid(COARSE), progress, 0.05);
        Recurrence fine = solve(grid(FINE), progress, 0.25);
        double cells = (double) FINE / COARSE - 1;
        double points = (double) MANY / FEW - 1;
        double period = fine.periodUncertainty()
                + many.periodUncertainty()
                + FastMath.abs(fine.period() - coarse.period()) / cells
                + FastMath.abs(many.period() - few.period()) / points;
        WorstOf worst = new WorstOf();
        worst.share(
                "difference of the periods over what is allowed", FastMath.abs(fine.period() - many.period()), period);
        long others = Stream.of(fine, many)
                .filter(run -> run.kind() != Recurrence.Kind.PERIODIC)
                .count();
        worst.atMost("runs that are not periodic", others, 0);
        return ClaimResult.of(List.of(), worst.bounds()).withNotes("" + few, "" + many, "" + coarse, "" + fine);
    }

    private static Recurrence solve(Discretisation how, ClaimProgress progress, double done) {
        progress.report(done, how.name());
        return SIMULATION.solve(how).recurrence("generatedMean");
    }

    private static Particles cloud(int each) {
        return Particles.quantiles(each * each * each, ParticleScheme.rungeKutta4(0.05));
    }

    private static Grid grid(int cells) {
        return Grid.of(SemiLagrangianScheme.of(RemapReconstruction.MOMENTS).withMaxStep(0.1), cells);
    }
}
