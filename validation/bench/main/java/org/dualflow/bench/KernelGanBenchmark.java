package org.dualflow.bench;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.dualflow.field.SpectralKernel;
import org.dualflow.field.Waves;
import org.dualflow.fv.FiniteVolumeTransport;
import org.dualflow.fv.Limiter;
import org.dualflow.fv.TransportScheme;
import org.dualflow.gan.KernelGan;
import org.dualflow.gan.Mobility;
import org.dualflow.gan.Regulariser;
import org.dualflow.measure.ConditionedLaw;
import org.dualflow.measure.NormalLaw;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.Coupling;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;

/** The kernel GAN on a line, 4 long, with R2: a step on a grid, the right-hand side at particles. */
@org.openjdk.jmh.annotations.State(Scope.Benchmark)
public class KernelGanBenchmark {

    /** Cells or particles. */
    @Param("512")
    public int n;

    /** Wave vectors; twice as many features. */
    @Param("128")
    public int waves;

    private KernelGan gan = model(1);
    private FiniteVolumeTransport run = run(16);
    private Coupling coupling = gan.couple();
    private org.dualflow.model.State state = new org.dualflow.model.State(List.of(), new double[0]);
    private double[][] x = {};
    private double[][] velocity = {};
    private double[] rates = {};

    private static KernelGan model(int waves) {
        Domain line = Domain.line(-2, 2, Boundary.PERIODIC);
        return KernelGan.of(
                        line,
                        new ParticleMeasure(new double[][] {{0.5}}, new double[] {1}),
                        Waves.lattice(new SpectralKernel(SpectralKernel.Shape.GAUSSIAN, 0.05), line, waves))
                .withMobility(new Mobility(0.5, 0.5))
                .withPenalty(Regulariser.R2, 1);
    }

    private FiniteVolumeTransport run(int cells) {
        return new FiniteVolumeTransport(
                gan,
                List.of(Mesh.uniform(gan.domain(), cells)),
                TransportScheme.muscl(Limiter.VAN_LEER),
                gan.initial(new ConditionedLaw(new NormalLaw(0.2, 0.5), -2, 2)));
    }

    /** The data that the C program has. */
    @Setup
    public void start() {
        gan = model(waves);
        run = run(n);
        coupling = gan.couple();
        SplittableRandom random = new SplittableRandom(1);
        x = new double[1][n];
        velocity = new double[1][n];
        for (int i = 0; i < n; i++) {
            x[0][i] = 4 * random.nextDouble() - 2;
        }
        double[] w = new double[n];
        Arrays.fill(w, 1.0 / n);
        double[] c = new double[2 * waves];
        for (int j = 0; j < c.length; j++) {
            c[j] = 1.0 / (1 + j);
        }
        rates = new double[2 * waves];
        state = new org.dualflow.model.State(List.of(new ParticleMeasure(x, w)), c);
    }

    /** One step on a grid. */
    @Benchmark
    public double step() {
        return run.step(1e9);
    }

    /** Slopes at particles and sums over them. */
    @Benchmark
    public double rightHandSide() {
        coupling.freeze(0, state);
        coupling.rates(rates);
        coupling.field(0).fill(x, n, velocity);
        return velocity[0][0];
    }
}
