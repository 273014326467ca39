package org.dualflow.validation.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.dualflow.field.SpectralKernel;
import org.dualflow.field.Waves;
import org.dualflow.gan.KernelGan;
import org.dualflow.gan.Mobility;
import org.dualflow.gan.Modes;
import org.dualflow.gan.Regulariser;
import org.dualflow.measure.Law;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.dualflow.validation.io.schema.Key;
import org.dualflow.validation.io.schema.ListKind;
import org.dualflow.validation.io.schema.NumberKind;
import org.dualflow.validation.io.schema.Problems;
import org.dualflow.validation.io.schema.RecordKind;
import org.dualflow.validation.io.schema.Values;
import org.dualflow.validation.io.schema.WordKind;
import org.hipparchus.util.FastMath;

/** Generated points that climb a discriminator with a kernel. */
final class KernelGanEntry {

    private static final ListKind POINT = new ListKind(NumberKind.any(), 1, Domain.MAX_DIMENSION, true);

    /** Points of a start that are looked at to see whether a law fits its box. */
    private static final int PROBES = 4096;

    private KernelGanEntry() {}

    static ModelEntry entry() {
        return new ModelEntry(
                "kernel-gan",
                "Effective dynamics of a GAN (arXiv 2212.04580): generated points climb a discriminator whose tangent"
                        + " kernel is K; grids in 1 to 3 dimensions, particles in any.",
                parameters(),
                RecordKind.of(Key.required("generator", Laws.KIND, "where the generated law starts; D = 0")),
                KernelGanEntry::build);
    }

    private static RecordKind parameters() {
        return RecordKind.of(
                Key.required("lower", POINT, "lower ends of the box, one number per coordinate"),
                Key.required("upper", POINT, "upper ends of the box, one number per coordinate"),
                Key.required("target", Laws.KIND, "the data law; csv for data of your own"),
                Key.optional(
                        "targetNodes",
                        NumberKind.integer(1, 1 << 20),
                        64.0,
                        "points that stand for a target that is not made of atoms"),
                Key.section(
                        "kernel",
                        RecordKind.of(
                                Key.optional(
                                        "shape",
                                        WordKind.of(Arrays.stream(SpectralKernel.Shape.values())
                                                .map(SpectralKernel.Shape::label)
                                                .toArray(String[]::new)),
                                        SpectralKernel.Shape.GAUSSIAN.label(),
                                        "from smooth to rough"),
                                Key.optional("width", NumberKind.positive(), 0.5, "length scale of K, of height 1"),
                                Key.absent(
                                        "waves",
                                        new ListKind(NumberKind.integer(1, Waves.MOST), 1, Mesh.MAX_DIMENSION, true),
                                        "largest wave number along every axis of the periodic box; by default as many"
                                                + " as the kernel has"),
                                Key.absent(
                                        "random",
                                        RecordKind.of(
                                                Key.required(
                                                        "count", NumberKind.integer(1, Waves.MOST), "number of waves"),
                                                Key.optional(
                                                        "seed",
                                                        NumberKind.integer(0, Long.MAX_VALUE),
                                                        1.0,
                                                        "of their draw")),
                                        "random waves in a box with walls instead, for particles in any dimension")),
                        "tangent kernel of the discriminator"),
                Key.absent(
                        "discriminatorRate",
                        NumberKind.positive(),
                        "learning rate of the discriminator, eta; 1 by default"),
                Key.absent(
                        "frequency",
                        NumberKind.positive(),
                        "sqrt(eta kappa G) instead, kappa the kernel's curvature at 0, G = G1 + G2: one unit of time"
                                + " for all kernels"),
                Key.absent("penalty", NumberKind.atLeast(0), "factor of the gradient penalty, lambda; 1 by default"),
                Key.absent(
                        "damping",
                        NumberKind.atLeast(0),
                        "lambda/lambda_c instead, lambda_c = 2 sqrt(G/(eta kappa)) the critical one of a single data"
                                + " point"),
                Key.optional(
                        "regulariser",
                        WordKind.of(Arrays.stream(Regulariser.values())
                                .map(Regulariser::label)
                                .toArray(String[]::new)),
                        Regulariser.R1.label(),
                        "law of the penalty: r1 data, r2 generated, mean of both"),
                Key.section(
                        "mobility",
                        RecordKind.of(
                                Key.optional("mean", NumberKind.positive(), 1.0, "G1 + G2"),
                                Key.optional("shared", NumberKind.atLeast(0), 0.0, "G2/(G1 + G2), less than 1")),
                        "mobility of a law of generated points"),
                Key.absent(
                        "points",
                        RecordKind.of(
                                Key.required("count", NumberKind.integer(1, 1 << 24), "number N of generated points"),
                                Key.optional("rate", NumberKind.positive(), 1.0, "learning rate of the generator"),
                                Key.optional("g1", NumberKind.positive(), 1.0, "tangent kernel of one latent"),
                                Key.optional("g2", NumberKind.any(), 0.0, "of two latents, in [0, g1)")),
                        "mobility of N points, G1 = rate (g1 - g2)/N and G2 = rate g2, instead"),
                Key.absent(
                        "modes",
                        ListKind.of(new ListKind(NumberKind.any(), 1, Domain.MAX_DIMENSION, true), 2, Modes.MOST),
                        "centres of the modes of the data, to observe how they are covered"));
    }

    private static Optional<Setup> build(Values parameters, Values initial, Problems problems) {
        Optional<Domain> box = box(parameters, problems);
        if (box.isEmpty()) {
            return Optional.empty();
        }
        int dimension = box.get().dimension();
        Optional<Waves> waves = waves(parameters.values("kernel"), box.get(), problems);
        Optional<Mobility> mobility = mobility(parameters, problems);
        Optional<Law> target = Laws.read(parameters.choice("target"), dimension, "parameters.target", problems);
        Optional<Law> start = Laws.read(initial.choice("generator"), dimension, "initial.generator", problems);
        Optional<Modes> modes = ClippedGanEntry.modes(parameters, dimension, problems);
        if (waves.isEmpty()
                || mobility.isEmpty()
                || target.isEmpty()
                || start.isEmpty()
                || modes.isPresent() != parameters.has("modes")) {
            return Optional.empty();
        }
        boolean clear = clear(parameters, "frequency", "discriminatorRate", problems)
                & clear(parameters, "damping", "penalty", problems);
        if (!clear) {
            return Optional.empty();
        }
        return attempt("parameters.target", problems, () -> {
                    KernelGan plain = KernelGan.of(
                                    box.get(), target.get().rule(parameters.integer("targetNodes")), waves.get())
                            .withMobility(mobility.get());
                    KernelGan driven = drive(plain, parameters);
                    return modes.map(driven::withModes).orElse(driven);
                })
                .flatMap(gan -> attempt("parameters.upper", problems, () -> {
                    gan.requireRoom(start.get().rule(PROBES));
                    return new Setup(gan, gan.initial(start.get()), (begin, end) -> Optional.empty());
                }));
    }

    /** Whether at most one of two keys is given that say the same. */
    private static boolean clear(Values parameters, String key, String other, Problems problems) {
        boolean clear = !(parameters.has(key) && parameters.has(other));
        if (!clear) {
            problems.add("parameters." + key, "with " + other, "one of them is allowed");
        }
        return clear;
    }

    /** With η and λ, given as they are or in units of the oscillation about one data point. */
    private static KernelGan drive(KernelGan gan, Values parameters) {
        double mobility = gan.mobility().mean();
        double rate = parameters.has("discriminatorRate") ? parameters.number("discriminatorRate") : 1;
        if (parameters.has("frequency")) {
            double frequency = parameters.number("frequency");
            rate = frequency * frequency / (gan.curvature() * mobility);
        }
        double penalty = parameters.has("penalty") ? parameters.number("penalty") : 1;
        if (parameters.has("damping")) {
            penalty = 2 * parameters.number("damping") * FastMath.sqrt(mobility / (rate * gan.curvature()));
        }
        return gan.withDiscriminatorRate(rate).withPenalty(Regulariser.named(parameters.text("regulariser")), penalty);
    }

    private static <T> Optional<T> attempt(String path, Problems problems, Supplier<T> make) {
        try {
            return Optional.of(make.get());
        } catch (IllegalArgumentException e) {
            problems.add(path, "refused", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static Optional<Domain> box(Values parameters, Problems problems) {
        double[] lower = parameters.numbers("lower");
        double[] upper = parameters.numbers("upper");
        Boundary boundary = parameters.values("kernel").has("random") ? Boundary.NO_FLUX : Boundary.PERIODIC;
        if (upper.length != lower.length) {
            problems.add(
                    "parameters.upper",
                    upper.length + " numbers",
                    "as many as in lower, " + lower.length + ", are allowed");
            return Optional.empty();
        }
        List<Domain.Side> sides = new ArrayList<>();
        for (int d = 0; d < lower.length; d++) {
            if (!(lower[d] < upper[d])) {
                problems.add("parameters.upper", Arrays.toString(upper), "numbers above those of lower are allowed");
                return Optional.empty();
            }
            sides.add(new Domain.Side(lower[d], upper[d], boundary, boundary));
        }
        return Optional.of(new Domain(sides));
    }

    private static Optional<Waves> waves(Values kernel, Domain box, Problems problems) {
        SpectralKernel shape =
                new SpectralKernel(SpectralKernel.Shape.named(kernel.text("shape")), kernel.number("width"));
        if (kernel.has("random")) {
            Values random = kernel.values("random");
            if (kernel.has("waves")) {
                problems.add("parameters.kernel.random", "with waves", "one of them is allowed");
                return Optional.empty();
            }
            return Optional.of(
                    Waves.random(shape, box.dimension(), random.integer("count"), random.longInteger("seed")));
        }
        return attempt("parameters.kernel", problems, () -> {
            if (!kernel.has("waves")) {
                return Waves.lattice(shape, box);
            }
            double[] most = kernel.numbers("waves");
            int[] largest = new int[most.length == 1 ? box.dimension() : most.length];
            for (int d = 0; d < largest.length; d++) {
                largest[d] = (int) most[most.length == 1 ? 0 : d];
            }
            return Waves.lattice(shape, box, largest);
        });
    }

    private static Optional<Mobility> mobility(Values parameters, Problems problems) {
        if (parameters.has("points")) {
            Values points = parameters.values("points");
            return attempt(
                    "parameters.points.g2",
                    problems,
                    () -> Mobility.ofPoints(
                            points.integer("count"), points.number("rate"), points.number("g1"), points.number("g2")));
        }
        Values law = parameters.values("mobility");
        double shared = law.number("shared");
        if (!(shared < 1)) {
            problems.add("parameters.mobility.shared", "" + shared, "a number in [0, 1) is allowed");
            return Optional.empty();
        }
        return Optional.of(new Mobility(law.number("mean") * (1 - shared), law.number("mean") * shared));
    }
}
