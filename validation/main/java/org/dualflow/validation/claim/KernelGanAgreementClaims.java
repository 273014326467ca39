package org.dualflow.validation.claim;

import java.util.List;
import org.dualflow.field.SpectralKernel;
import org.dualflow.field.Waves;
import org.dualflow.fv.Limiter;
import org.dualflow.fv.TransportScheme;
import org.dualflow.gan.KernelGan;
import org.dualflow.gan.Mobility;
import org.dualflow.gan.Regulariser;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.CircularWasserstein;
import org.dualflow.measure.Law;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.measure.ProductLaw;
import org.dualflow.measure.QuantileFunction;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Initial;
import org.dualflow.model.State;
import org.dualflow.particle.ParticleScheme;
import org.dualflow.run.Discretisation;
import org.dualflow.run.Grid;
import org.dualflow.run.Particles;
import org.dualflow.time.Evolution;
import org.dualflow.time.SspRungeKutta;
import org.dualflow.validation.exact.WavyLaw;
import org.dualflow.validation.study.OrderExpectation;
import org.hipparchus.util.FastMath;

/** Grid and particles solve one kernel GAN, far from its data, and come to the same laws and the same discriminator. */
final class KernelGanAgreementClaims {

    private static final double END = 1.5;
    private static final SpectralKernel KERNEL = new SpectralKernel(SpectralKernel.Shape.MATERN_5_2, 0.8);

    private static final Domain CIRCLE = Domain.line(-FastMath.PI, FastMath.PI, Boundary.PERIODIC);
    private static final KernelGan LINE = KernelGan.of(
                    CIRCLE,
                    new ParticleMeasure(new double[][] {{-1.3, 0.4, 1.1}}, new double[] {0.3, 0.5, 0.2}),
                    Waves.lattice(KERNEL, CIRCLE, 8))
            .withMobility(new Mobility(0.7, 0.5))
            .withPenalty(Regulariser.MEAN, 0.5);
    private static final Initial LINE_START = LINE.initial(new WavyLaw(0.8, 1, 0.3));

    private static final Domain TORUS = Domain.cube(2, -FastMath.PI, FastMath.PI, Boundary.PERIODIC);
    private static final KernelGan PLANE = KernelGan.of(
                    TORUS,
                    new ParticleMeasure(
                            new double[][] {{-1.3, 0.4, 1.1}, {0.2, -0.9, 0.8}}, new double[] {0.3, 0.5, 0.2}),
                    Waves.lattice(KERNEL, TORUS, 5, 5))
            .withMobility(new Mobility(0.7, 0.5))
            .withPenalty(Regulariser.MEAN, 0.5);

    private KernelGanAgreementClaims() {}

    static List<Claim> all() {
        return List.of(line(), particles(), plane());
    }

    private static State end(KernelGan gan, Initial start, Discretisation how) {
        Evolution run = how.begin(gan, start, 0);
        run.advanceTo(END);
        return run.state();
    }

    /** The finest cloud, made when it is first needed. */
    private static final class Fine {
        static final QuantileFunction CLOUD = cloud(1 << 16);
    }

    private static Discretisation particles(int count) {
        return Particles.quantiles(count, ParticleScheme.rungeKutta4(0.05));
    }

    /** Steps in proportion to the cells, so that both errors of time and space are of the same or a higher order. */
    private static Discretisation grid(int cells) {
        return Grid.of(
                TransportScheme.muscl(Limiter.VAN_LEER)
                        .withTime(SspRungeKutta.SSP3)
                        .withMaxStep(4.0 / cells),
                cells);
    }

    private static QuantileFunction cloud(int count) {
        return QuantileFunction.ofAtoms(end(LINE, LINE_START, particles(count)).measure(0));
    }

    private static double distance(QuantileFunction a, QuantileFunction b) {
        return CircularWasserstein.on(CIRCLE.side(0)).between(a, b);
    }

    private static Claim line() {
        return new OrderClaim(
                "kernel-gan-agreement-line",
                "kernel GAN on a circle, 8 Matérn waves, three data points, smooth start, time 1.5: MUSCL van Leer, SSP-RK3, Δt = 4/cells, against 65536"
                        + " particles",
                "W₁ of the generated law on the circle",
                Ladder.cells(2 * FastMath.PI, 32, 48, 72, 108, 162),
                cells -> {
                    State state = end(LINE, LINE_START, grid(cells));
                    return ErrorSample.exact(
                            distance(QuantileFunction.ofSlabs((CellMeasure) state.measure(0)), Fine.CLOUD));
                },
                OrderExpectation.exactly(
                        2,
                        0.3,
                        "Smooth positive density in a smooth field: MUSCL with SSP-RK3 and Δt = 4/cells has order 2 in L¹ and W₁, sums over the points of"
                                + " cells err by O(h²). Particles at quantiles are 2π/(4N) = 2.4e-5 away."));
    }

    private static Claim particles() {
        return new OrderClaim(
                "kernel-gan-particles-line",
                "kernel GAN on a circle, as above: N particles at quantiles against 65536",
                "W₁ of the generated law on the circle",
                Ladder.particles(16, 32, 64, 128, 256),
                count -> ErrorSample.exact(distance(cloud(count), Fine.CLOUD)),
                OrderExpectation.exactly(
                                1,
                                0.1,
                                "N particles solve the equations exactly from N atoms at quantiles, W₁ of order 1/N from the start, and"
                                        + " the flow is Lipschitz in W₁ for a kernel with bounded second derivatives (Dobrushin's"
                                        + " estimate). Particles stay at the quantiles (i + ½)/N up to O(1/N²), where a quantile"
                                        + " function that rises by one turn, 2π, is 2π/(4N) away; curvature and shifts within a piece of"
                                        + " the quantile function change that by O(1/N²) of itself, 1e-3 for 32.")
                        .withConstant(1, 0.5 * FastMath.PI, 1e-3));
    }

    private static Claim plane() {
        Law start = new ProductLaw(List.of(new WavyLaw(0.8, 1, 0.3), new WavyLaw(-0.7, 1, 0.1)));
        Initial initial = PLANE.initial(start);
        return new OrderClaim(
                "kernel-gan-agreement-plane",
                "kernel GAN on a torus, 5 x 5 Matérn waves, three data points, smooth start, time 1.5: MUSCL van Leer, SSP-RK3, Δt = 4/cells, against 96 x 96"
                        + " particles",
                "relative distance of the discriminators, in the norm Σ c²/w of the kernel",
                Ladder.cells(2 * FastMath.PI, 18, 24, 32, 43, 57),
                cells -> {
                    double[] grid = end(PLANE, initial, grid(cells)).scalars();
                    double[] cloud = end(PLANE, initial, particles(96 * 96)).scalars();
                    return ErrorSample.exact(distance(PLANE.waves(), grid, cloud));
                },
                OrderExpectation.exactly(
                        2,
                        0.3,
                        "As on the circle; the lattice of quantiles of a smooth positive density on a torus integrates smooth functions"
                                + " to O(1/96²), a hundredth of the finest grid's error or less."));
    }

    private static double distance(Waves waves, double[] a, double[] b) {
        double difference = 0;
        double size = 0;
        for (int i = 0; i < a.length; i++) {
            double w = waves.weight(i % waves.size());
            difference += (a[i] - b[i]) * (a[i] - b[i]) / w;
            size += b[i] * b[i] / w;
        }
        return FastMath.sqrt(difference / size);
    }
}
