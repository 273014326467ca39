package org.dualflow.validation.io;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.dualflow.fv.GridScheme;
import org.dualflow.fv.TransportScheme;
import org.dualflow.fv.explicit.ExplicitScheme;
import org.dualflow.fv.implicit.ImplicitScheme;
import org.dualflow.fv.remap.RemapReconstruction;
import org.dualflow.fv.remap.SemiLagrangianScheme;
import org.dualflow.gan.ClippedWassersteinGan;
import org.dualflow.model.GradientFlow;
import org.dualflow.model.Model;
import org.dualflow.particle.ParticleScheme;
import org.dualflow.particle.Sticking;
import org.dualflow.particle.flow.Bandwidth;
import org.dualflow.run.Discretisation;
import org.dualflow.run.ExplicitGrid;
import org.dualflow.run.FlowMethod;
import org.dualflow.run.FlowParticles;
import org.dualflow.run.Grid;
import org.dualflow.run.ImplicitGrid;
import org.dualflow.run.Particles;
import org.dualflow.time.Evolution;
import org.dualflow.training.MiniBatches;
import org.dualflow.validation.io.schema.Problems;

/** Turns the sections {@code grid}, {@code particles}, {@code training} and {@code movement} of a case file into discretisations. */
public final class Discretisations {

    private Discretisations() {}

    /** Reports what the library refuses, and what this machine has no memory for. Computes nothing. */
    static void check(CaseFile file, Setup setup, Problems problems) {
        double available = Runtime.getRuntime().maxMemory();
        double needed = Estimate.of(file, setup).bytes();
        if (needed > available) {
            problems.add(
                    file.grid().isPresent()
                            ? "grid.cells"
                            : file.particles().isPresent()
                                    ? "particles.count"
                                    : file.training().isPresent() ? "training.neurons" : "movement.count",
                    "about " + Math.round(needed / 1e6) + " MB of memory",
                    "at most " + Math.round(available / 1e6) + " MB is allowed here (java -Xmx)");
            return;
        }
        file.grid()
                .filter(spec -> fits(spec, setup.model(), problems))
                .ifPresent(spec -> attempt("grid", () -> grid(spec), file, setup, problems));
        file.particles().ifPresent(spec -> attempt("particles", () -> particles(spec, file), file, setup, problems));
        file.training()
                .filter(spec -> fits(spec, setup.model(), problems))
                .ifPresent(spec -> attempt("training", spec::training, file, setup, problems));
        file.movement().ifPresent(spec -> attempt("movement", spec::movements, file, setup, problems));
    }

    /** Whether the scheme is one for equations of the model's kind. */
    private static boolean fits(GridSpec spec, Model model, Problems problems) {
        boolean flow = model instanceof GradientFlow;
        if (flow == SchemeNames.isForFlows(spec.scheme())) {
            return true;
        }
        List<String> allowed = SchemeNames.SCHEMES.keySet().stream()
                .filter(name -> SchemeNames.isForFlows(name) == flow)
                .toList();
        problems.add(
                "grid.scheme",
                spec.scheme(),
                "for " + model.name() + " " + String.join(", ", allowed) + " are allowed");
        return false;
    }

    /** Whether the model can be trained, with batches no larger than its data. */
    private static boolean fits(TrainingSpec spec, Model model, Problems problems) {
        if (!(model instanceof ClippedWassersteinGan gan)) {
            problems.add("training", "for " + model.name(), "clipped-wasserstein-gan is allowed");
            return false;
        }
        int data = MiniBatches.most(gan.target());
        if (spec.dataPerBatch().orElse(0) > data) {
            problems.add(
                    "training.batch",
                    spec.dataPerBatch().orElse(0) + " data",
                    "at most the number of data points, " + data + ", is allowed");
            return false;
        }
        return true;
    }

    private static void attempt(
            String section,
            java.util.function.Supplier<Discretisation> discretisation,
            CaseFile file,
            Setup setup,
            Problems problems) {
        try {
            Evolution evolution = discretisation.get().begin(setup.model(), setup.initial(), file.start());
            if (setup.model() instanceof GradientFlow flow) {
                Reach.of(evolution, flow).ifPresent(reach -> problems.warn("initial.generator", reach, Reach.MEANING));
            }
        } catch (IllegalArgumentException e) {
            problems.add(section, "refused", String.valueOf(e.getMessage()));
        }
    }

    /** The grid of a case. */
    public static Discretisation grid(GridSpec spec) {
        if (spec.isImplicit()) {
            return ImplicitGrid.of(implicit(spec), spec.cells().toArray(Integer[]::new));
        }
        if (spec.isExplicitFlow()) {
            return ExplicitGrid.of(explicit(spec), spec.cells().toArray(Integer[]::new));
        }
        return Grid.of(scheme(spec), spec.cells().toArray(Integer[]::new));
    }

    /** Steps of the given size; without one, steps whose estimated L¹ error is at most 1e-4 of the mass. */
    private static ImplicitScheme implicit(GridSpec spec) {
        boolean euler = spec.scheme().equals(SchemeNames.IMPLICIT_EULER);
        double step = spec.step().orElse(Double.MAX_VALUE);
        ImplicitScheme scheme = euler ? ImplicitScheme.euler(step) : ImplicitScheme.extrapolated(step);
        return spec.step().isPresent()
                ? scheme.withAccuracy(1e-10)
                : scheme.withAccuracy(1e-10).adaptive(1e-4);
    }

    private static ExplicitScheme explicit(GridSpec spec) {
        ExplicitScheme scheme =
                spec.scheme().equals(SchemeNames.EXPLICIT_UPWIND) ? ExplicitScheme.upwind() : ExplicitScheme.muscl();
        scheme = spec.cfl().isPresent() ? scheme.withCfl(spec.cfl().get()) : scheme;
        return spec.step().isPresent() ? scheme.withMaxStep(spec.step().get()) : scheme;
    }

    private static GridScheme scheme(GridSpec spec) {
        if (spec.scheme().equals(SchemeNames.SEMI_LAGRANGIAN)) {
            SemiLagrangianScheme remap = SemiLagrangianScheme.of(
                    RemapReconstruction.named(spec.reconstruction().orElse("moments")));
            remap = spec.cfl().isPresent() ? remap.withCourant(spec.cfl().get()) : remap;
            return spec.step().isPresent() ? remap.withMaxStep(spec.step().get()) : remap;
        }
        TransportScheme scheme = TransportScheme.named(spec.scheme());
        if (spec.limiter().isPresent()) {
            scheme =
                    scheme.withLimiter(known(Extensions.LIMITERS, spec.limiter().get()));
        }
        if (spec.flux().isPresent()) {
            scheme = scheme.withFaces(known(Extensions.FLUXES, spec.flux().get()));
        }
        if (spec.integrator().isPresent()) {
            scheme = scheme.withTime(
                    known(Extensions.INTEGRATORS, spec.integrator().get()));
        }
        scheme = spec.cfl().isPresent() ? scheme.withCfl(spec.cfl().get()) : scheme;
        return spec.step().isPresent() ? scheme.withMaxStep(spec.step().get()) : scheme;
    }

    /** The minimising movements of a case. */
    public static Discretisation movements(MovementSpec spec) {
        return spec.movements();
    }

    /** The training of a case. */
    public static Discretisation training(TrainingSpec spec) {
        return spec.training();
    }

    /** The particles of a case. */
    public static Discretisation particles(ParticleSpec spec, CaseFile file) {
        ParticleScheme scheme = new ParticleScheme(
                known(Extensions.PARTICLE_INTEGRATORS, spec.integrator()),
                spec.step().orElse(file.defaultStep()),
                Sticking.named(spec.sticking()));
        OptionalLong seed = spec.start().equals("random") ? spec.seed() : OptionalLong.empty();
        if (spec.method().isEmpty()) {
            return new Particles(spec.count(), seed, scheme);
        }
        return new FlowParticles(spec.count(), seed, method(spec, scheme));
    }

    /** What a name means that the schema has accepted. */
    private static <T> T known(Map<String, T> all, String name) {
        return Objects.requireNonNull(all.get(name), name);
    }

    private static FlowMethod method(ParticleSpec spec, ParticleScheme scheme) {
        if (spec.bandwidth().isPresent()) {
            return FlowMethod.blobs(Bandwidth.fixed(spec.bandwidth().get()), scheme);
        }
        if (spec.discriminator().isPresent()) {
            return spec.discriminator().get().method(scheme);
        }
        return spec.gan()
                .map(gan -> gan.method(scheme.maxStep()))
                .orElseGet(() -> FlowMethod.quantiles(scheme.maxStep()));
    }
}
