package org.dualflow.validation.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.dualflow.field.SpectralKernel;
import org.dualflow.field.Waves;
import org.dualflow.fv.Limiter;
import org.dualflow.fv.TransportScheme;
import org.dualflow.gan.KernelGan;
import org.dualflow.gan.Mobility;
import org.dualflow.gan.Modes;
import org.dualflow.gan.Regulariser;
import org.dualflow.measure.LineLaw;
import org.dualflow.measure.MixtureLaw;
import org.dualflow.measure.NormalLaw;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.particle.ParticleScheme;
import org.dualflow.run.Discretisation;
import org.dualflow.run.Grid;
import org.dualflow.run.Particles;
import org.dualflow.run.Simulation;
import org.hipparchus.util.FastMath;

/**
 * Where two modes collapse: data ½N(-1, 0.2²) + ½N(1, 0.2²) on a line, G₁ + G₂ = 1, and the share s = G₂ of the mobility that all
 * points have in common. A run has collapsed if the mean of ln 2 + Σ p ln p over its second half is more than half of ln 2. Between a
 * share that covers and one that collapses the boundary is bisected, for every seed on its own; a seed draws the mean of the start,
 * normal with deviation 0.3, from [0.05, 0.25], and the particles.
 *
 * @param kernel of the discriminator
 * @param rate η of the discriminator
 * @param penalty λ, of R1
 * @param end final time
 */
record CollapseStudy(SpectralKernel kernel, double rate, double penalty, double end) {

    private static final Domain LINE = Domain.line(-4, 4, Boundary.PERIODIC);
    private static final LineLaw DATA =
            new MixtureLaw(new double[] {0.5, 0.5}, List.of(new NormalLaw(-1, 0.2), new NormalLaw(1, 0.2)));
    private static final int OUTPUTS = 200;

    /** Largest wave number of a kernel whose spectrum has a long tail. */
    private static final int MOST_WAVES = 32;

    /** Number of cells, and of particles. */
    static final int CELLS = 128;

    static final int PARTICLES = 256;

    /**
     * The boundary found from several seeds.
     *
     * @param values one per seed
     */
    record Boundaries(List<Double> values) {

        double mean() {
            return values.stream().mapToDouble(v -> v).average().orElse(Double.NaN);
        }

        /** The standard error of the mean. */
        double error() {
            double mean = mean();
            double sum =
                    values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
            int n = values.size();
            return FastMath.sqrt(sum / (n * (n - 1.0)));
        }

        /** Seed by seed. */
        Boundaries minus(Boundaries other) {
            List<Double> differences = new ArrayList<>();
            for (int i = 0; i < values.size(); i++) {
                differences.add(values.get(i) - other.values.get(i));
            }
            return new Boundaries(differences);
        }
    }

    private Waves waves() {
        Waves all = Waves.lattice(kernel, LINE);
        return all.size() <= MOST_WAVES ? all : Waves.lattice(kernel, LINE, MOST_WAVES);
    }

    private KernelGan gan(double share) {
        return KernelGan.of(LINE, DATA.rule(64), waves())
                .withMobility(new Mobility(1 - share, share))
                .withDiscriminatorRate(rate)
                .withPenalty(Regulariser.R1, penalty)
                .withModes(Modes.at(new double[] {-1}, new double[] {1}));
    }

    /** The mean of ln 2 + Σ p ln p over the second half of a run. */
    double divergence(double share, boolean grid, int seed) {
        KernelGan gan = gan(share);
        double centre = new SplittableRandom(seed).nextDouble(0.05, 0.25);
        Discretisation how = grid
                ? Grid.of(TransportScheme.muscl(Limiter.VAN_LEER), CELLS)
                : Particles.random(PARTICLES, seed, ParticleScheme.rungeKutta4(0.1));
        return Simulation.of(gan, gan.initial(new NormalLaw(centre, 0.3)))
                .until(end)
                .every(end / OUTPUTS)
                .solve(how)
                .observable("modeDivergenceAverage");
    }

    /** Bisects the boundary to within {@code width} for seeds 1 … seeds; a share of 0 or 1 if there is none between. */
    Boundaries boundaries(boolean grid, int seeds, double width, ClaimProgress progress) {
        List<Double> found = new ArrayList<>();
        for (int seed = 1; seed <= seeds; seed++) {
            progress.report((seed - 1.0) / seeds, "seed " + seed);
            found.add(boundary(grid, seed, width));
        }
        return new Boundaries(List.copyOf(found));
    }

    private double boundary(boolean grid, int seed, double width) {
        double low = 0.2;
        double high = 0.995;
        if (collapses(low, grid, seed)) {
            return 0;
        }
        if (!collapses(high, grid, seed)) {
            return 1;
        }
        while (high - low > width) {
            double middle = 0.5 * (low + high);
            if (collapses(middle, grid, seed)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return 0.5 * (low + high);
    }

    private boolean collapses(double share, boolean grid, int seed) {
        return divergence(share, grid, seed) > 0.5 * FastMath.log(2);
    }
}
