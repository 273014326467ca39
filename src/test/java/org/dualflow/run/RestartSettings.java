package org.dualflow.run;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.dualflow.field.Kernels;
import org.dualflow.field.SpectralKernel;
import org.dualflow.field.Waves;
import org.dualflow.fv.GridScheme;
import org.dualflow.fv.Limiter;
import org.dualflow.fv.TransportScheme;
import org.dualflow.fv.explicit.ExplicitScheme;
import org.dualflow.fv.implicit.ImplicitScheme;
import org.dualflow.fv.remap.RemapReconstruction;
import org.dualflow.fv.remap.SemiLagrangianScheme;
import org.dualflow.gan.ClippedWassersteinGan;
import org.dualflow.gan.JensenShannonFlow;
import org.dualflow.gan.KernelGan;
import org.dualflow.gan.Mobility;
import org.dualflow.gan.NodeRule;
import org.dualflow.gan.TwoPointGan;
import org.dualflow.measure.NormalMixture;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.measure.UniformBox;
import org.dualflow.measure.UniformLaw;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Aggregation;
import org.dualflow.model.Coupling;
import org.dualflow.model.Growth;
import org.dualflow.model.Initial;
import org.dualflow.model.Model;
import org.dualflow.model.Species;
import org.dualflow.model.TransportModel;
import org.dualflow.model.Transports;
import org.dualflow.movement.DualScheme;
import org.dualflow.particle.ExplicitRungeKutta;
import org.dualflow.particle.ParticleScheme;
import org.dualflow.particle.Sticking;
import org.dualflow.particle.adversarial.AdversarialSettings;
import org.dualflow.particle.adversarial.QuadraticFeatures;
import org.dualflow.particle.flow.Bandwidth;
import org.dualflow.training.TrainingScheme;

/** Every solver once, small: what is to be solved, and how. */
final class RestartSettings {

    /**
     * A simulation of one solver.
     *
     * @param simulation what
     * @param discretisation how
     */
    record Setting(Simulation simulation, Discretisation discretisation) {}

    private static final Domain OPEN = Domain.line(0, 2, Boundary.OPEN);
    private static final Domain SQUARE = Domain.cube(2, -6, 6, Boundary.NO_FLUX);
    private static final Domain LINE = Domain.line(-6, 6, Boundary.NO_FLUX);

    private final Map<String, Setting> all = new LinkedHashMap<>();

    private RestartSettings() {
        transport();
        particles();
        flows();
        games();
    }

    /** Name → setting. */
    static Map<String, Setting> all() {
        return new RestartSettings().all;
    }

    private void add(String name, Model model, Initial initial, double end, Discretisation how) {
        add(name, Simulation.of(model, initial).until(end).every(end / 9).keep(4), how);
    }

    private void add(String name, Simulation simulation, Discretisation how) {
        all.put(name, new Setting(simulation, how));
    }

    private void transport() {
        TwoPointGan gan = TwoPointGan.criticSpeed(2);
        Initial start = gan.uniformCritic(-0.6, 0.4, 1.5);
        GridScheme moments = SemiLagrangianScheme.of(RemapReconstruction.MOMENTS);
        add("muscl", gan, start, 12, Grid.of(TransportScheme.muscl(Limiter.VAN_LEER), 40));
        add("moments", gan, start, 12, Grid.of(moments, 40).graded(Grid.Grading.TOWARDS_ENDS));
        TransportModel leaving = Transports.constant(OPEN, 1);
        Initial slab = Initial.of(new UniformLaw(0.2, 1));
        add("upwind, open", leaving, slab, 1.5, Grid.of(TransportScheme.upwind(), 50));
        add("parabolas, open", leaving, slab, 1.5, Grid.of(SemiLagrangianScheme.of(RemapReconstruction.PARABOLIC), 50));
        Domain plane = Domain.cube(2, -2, 2, Boundary.CLIPPED);
        Model attraction = new Aggregation(plane, Kernels.powers(2, 1.5, 1, 1));
        Initial box = Initial.of(new UniformBox(Domain.cube(2, -1.9, 0.5, Boundary.NO_FLUX)));
        add("weno5, plane", attraction, box, 0.4, Grid.of(TransportScheme.weno5(), 8));
        Domain circle = Domain.line(-6, 6, Boundary.PERIODIC);
        KernelGan kernel = kernelGan(circle);
        Initial bump = kernel.initial(NormalMixture.normal(0.4, 0.3));
        add("kernel gan", kernel, bump, 1, Grid.of(TransportScheme.muscl(Limiter.MINMOD), 48));
        add("kernel gan particles", kernel, bump, 1, Particles.quantiles(50, ParticleScheme.rungeKutta4(0.03)));
    }

    private static KernelGan kernelGan(Domain circle) {
        SpectralKernel shape = new SpectralKernel(SpectralKernel.Shape.GAUSSIAN, 0.8);
        ParticleMeasure atoms = new ParticleMeasure(new double[][] {{-1, 1}}, new double[] {0.5, 0.5});
        return KernelGan.of(circle, atoms, Waves.lattice(shape, circle)).withDiscriminatorRate(1.7);
    }

    private void particles() {
        TwoPointGan gan = TwoPointGan.criticSpeed(2);
        Initial start = gan.uniformCritic(-0.6, 0.4, 1.5);
        add("runge-kutta 4", gan, start, 12, Particles.quantiles(60, ParticleScheme.rungeKutta4(0.05)));
        add("random euler", gan, start, 12, Particles.random(60, 3, ParticleScheme.euler(0.05)));
        Model attraction = new Aggregation(Domain.line(-2, 2, Boundary.NO_FLUX), Kernels.distance(1));
        ParticleScheme sticky = ParticleScheme.euler(0.02).withSticking(Sticking.STICKY);
        add("sticky", attraction, Initial.of(new UniformLaw(-1, 0.5)), 1, Particles.random(40, 5, sticky));
        ParticleScheme heun = ParticleScheme.of(ExplicitRungeKutta.HEUN, 0.04);
        add("growing, open", new Growing(), Initial.of(new UniformLaw(0.2, 1)), 1.5, Particles.quantiles(40, heun));
    }

    private void flows() {
        JensenShannonFlow line = new JensenShannonFlow(LINE, NormalMixture.normal(0.8, 0.3));
        JensenShannonFlow plane = new JensenShannonFlow(SQUARE, NormalMixture.normal(0.8, 0.3, -0.2));
        Initial start = Initial.of(NormalMixture.normal(0.5, -1));
        Initial wide = Initial.of(NormalMixture.normal(0.7, -0.5, 0.5));
        add(
                "adaptive",
                line,
                start,
                6,
                ImplicitGrid.of(ImplicitScheme.extrapolated(1).adaptive(1e-3), 60));
        add("implicit, plane", plane, wide, 2, ImplicitGrid.of(ImplicitScheme.euler(0.07), 12, 10));
        add("explicit", line, start, 1, ExplicitGrid.of(ExplicitScheme.muscl(), 40));
        add("quantiles", line, start, 2, FlowParticles.quantiles(30, FlowMethod.quantiles(0.05)));
        ParticleScheme heun = ParticleScheme.of(ExplicitRungeKutta.HEUN, 0.03);
        add("blobs", plane, wide, 1, FlowParticles.random(30, 2, FlowMethod.blobs(Bandwidth.fixed(0.3), heun)));
        FlowMethod discriminator = FlowMethod.discriminator(50, 9, new QuadraticFeatures(1), 1e-3, heun);
        add("discriminator", line, start, 1, FlowParticles.quantiles(30, discriminator));
        FlowMethod training = FlowMethod.training(new AdversarialSettings(6, 8, 5, 0.5, 3, 0.05, 0.1, 1));
        add("adversarial", line, start, 3, FlowParticles.quantiles(40, training));
    }

    private void games() {
        SplittableRandom random = new SplittableRandom(4);
        double[][] x = new double[1][6];
        double[] w = new double[6];
        Arrays.setAll(x[0], i -> 3 * random.nextDouble() - 1.5);
        Arrays.fill(w, 1.0 / 6);
        ClippedWassersteinGan network = ClippedWassersteinGan.of(new ParticleMeasure(x, w), NodeRule.gaussHermite(1, 4))
                .withCriticBox(0.8);
        Initial start = network.normalAndUniform(0.4, 0.5);
        add("training", network, start, 1, Training.random(20, 7, TrainingScheme.miniBatch(0.02, 3)));
        add("network gan", network, start, 1, Particles.random(30, 1, ParticleScheme.rungeKutta4(0.04)));
        TwoPointGan gan = TwoPointGan.criticSpeed(1);
        Movements implicit = new Movements(30, DualScheme.IMPLICIT, 0.04);
        Domain circle = Domain.line(-6, 6, Boundary.PERIODIC);
        KernelGan kernel = kernelGan(circle).withMobility(new Mobility(0.6, 0.4));
        Movements turns = new Movements(20, DualScheme.ALTERNATING, 0.1);
        add("kernel movements", kernel, kernel.initial(NormalMixture.normal(0.4, 0.3)), 2, turns);
        add("movements", gan, gan.uniformCritic(-0.5, 0.5, 1), 8, implicit);
    }

    /** Constant speed 1, masses that double with the rate 1 - x. */
    private record Growing() implements TransportModel {

        private static final TransportModel PLAIN = Transports.constant(OPEN, 1);

        @Override
        public String name() {
            return "growing";
        }

        @Override
        public List<Species> species() {
            return PLAIN.species();
        }

        @Override
        public Optional<Growth> growth(int s) {
            return Optional.of((t, x, n, out) -> {
                for (int i = 0; i < n; i++) {
                    out[i] = 1 - x[0][i];
                }
            });
        }

        @Override
        public Coupling couple() {
            return PLAIN.couple();
        }
    }
}
