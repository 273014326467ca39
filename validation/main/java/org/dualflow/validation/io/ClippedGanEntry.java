package org.dualflow.validation.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dualflow.field.Activation;
import org.dualflow.gan.ClippedWassersteinGan;
import org.dualflow.gan.Modes;
import org.dualflow.gan.NodeRule;
import org.dualflow.measure.Law;
import org.dualflow.measure.NormalLaw;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.measure.ProductLaw;
import org.dualflow.mesh.Domain;
import org.dualflow.validation.io.schema.Choice;
import org.dualflow.validation.io.schema.Key;
import org.dualflow.validation.io.schema.ListKind;
import org.dualflow.validation.io.schema.NumberKind;
import org.dualflow.validation.io.schema.Problems;
import org.dualflow.validation.io.schema.RecordKind;
import org.dualflow.validation.io.schema.Values;
import org.dualflow.validation.io.schema.WordKind;

/** The clipped Wasserstein GAN with laws of neurons for both players. */
final class ClippedGanEntry {

    private static final String HERMITE = "gauss-hermite";
    private static final String QUANTILES = "quantiles";

    private static final WordKind ACTIVATION = WordKind.of(
            Arrays.stream(Activation.values()).map(Activation::label).toArray(String[]::new));

    /** Points of a start that are looked at to see whether a law fits its box. */
    private static final int PROBES = 4096;

    private ClippedGanEntry() {}

    static ModelEntry entry() {
        return new ModelEntry(
                "clipped-wasserstein-gan",
                "The clipped Wasserstein GAN (arXiv 2405.18673): laws of neurons of two networks, generator (α, β, c) and critic"
                        + " (a, b, c); grids for data and latents in 1 dimension, particles and training in any.",
                parameters(),
                RecordKind.of(
                        Key.required(
                                "generator",
                                Laws.KIND,
                                "law of the generator's neurons: data + latent + 1 coordinates, outer weights first"),
                        Key.required(
                                "critic",
                                Laws.KIND,
                                "law of the critic's neurons: data + 2 coordinates, outer weight first")),
                ClippedGanEntry::build);
    }

    private static RecordKind parameters() {
        Map<String, String> rules = new LinkedHashMap<>();
        rules.put(HERMITE, "uneven weights, exact for polynomials");
        rules.put(QUANTILES, "equal weights, so that the generated law reads like a sample");
        return RecordKind.of(
                Key.required("target", Laws.KIND, "the data law; csv for data of your own"),
                Key.optional(
                        "targetNodes",
                        NumberKind.integer(1, 1 << 20),
                        64.0,
                        "points that stand for a target that is not made of atoms"),
                Key.section(
                        "latent",
                        RecordKind.of(
                                Key.optional("dimension", NumberKind.integer(1, 14), 1.0, "of the standard normal law"),
                                Key.optional("nodes", NumberKind.integer(1, 4096), 32.0, "points per dimension"),
                                Key.optional("rule", new WordKind(rules), HERMITE, "where they are")),
                        "points that stand for the latent law"),
                Key.section(
                        "activation",
                        RecordKind.of(
                                Key.optional("generator", ACTIVATION, Activation.TANH.label(), "s of the generator"),
                                Key.optional("critic", ACTIVATION, Activation.TANH.label(), "s of the critic")),
                        "activations"),
                Key.optional("criticSpeed", NumberKind.above(0, 1e6), 1.0, "speed-up of the critic, gamma"),
                Key.optional("box", NumberKind.positive(), 1.0, "half-width r to which the critic is clipped"),
                Key.optional(
                        "generatorBox",
                        NumberKind.positive(),
                        4.0,
                        "half-width of the box that the generator must not reach; see generatorAtWall"),
                Key.absent(
                        "modes",
                        ListKind.of(new ListKind(NumberKind.any(), 1, Domain.MAX_DIMENSION, true), 2, Modes.MOST),
                        "centres of the modes of the data, in its coordinates, to observe how they are covered"));
    }

    private static Optional<Setup> build(Values parameters, Values initial, Problems problems) {
        int d = Laws.dimension(parameters.choice("target"));
        int l = parameters.values("latent").integer("dimension");
        if (d + l + 1 > Domain.MAX_DIMENSION) {
            problems.add(
                    "parameters.latent.dimension",
                    "" + l,
                    "at most " + (Domain.MAX_DIMENSION - 1 - d) + " for data in " + d + " dimensions is allowed");
            return Optional.empty();
        }
        Optional<ParticleMeasure> target = Laws.read(parameters.choice("target"), d, "parameters.target", problems)
                .map(law -> law.rule(parameters.integer("targetNodes")));
        Optional<ParticleMeasure> latent = latent(parameters.values("latent"), problems);
        Optional<Modes> modes = modes(parameters, d, problems);
        Optional<Law> generator =
                neurons(initial, "generator", d + l + 1, "data " + d + " + latent " + l + " + 1", problems);
        Optional<Law> critic = neurons(initial, "critic", d + 2, "data " + d + " + 2", problems);
        boolean complete = target.isPresent()
                && latent.isPresent()
                && generator.isPresent()
                && critic.isPresent()
                && modes.isPresent() == parameters.has("modes");
        if (!complete) {
            return Optional.empty();
        }
        Values activation = parameters.values("activation");
        ClippedWassersteinGan plain = ClippedWassersteinGan.of(target.get(), latent.get())
                .withCriticSpeed(parameters.number("criticSpeed"))
                .withCriticBox(parameters.number("box"))
                .withGeneratorBox(parameters.number("generatorBox"))
                .withActivations(
                        Activation.named(activation.text("generator")), Activation.named(activation.text("critic")));
        ClippedWassersteinGan gan = modes.map(plain::withModes).orElse(plain);
        boolean inside = isInside(generator.get(), gan.generatorBox(), "generator", problems)
                & isInside(critic.get(), gan.criticBox(), "critic", problems);
        return inside
                ? Optional.of(
                        new Setup(gan, gan.initial(generator.get(), critic.get()), (start, end) -> Optional.empty()))
                : Optional.empty();
    }

    private static Optional<ParticleMeasure> latent(Values latent, Problems problems) {
        int dimension = latent.integer("dimension");
        int nodes = latent.integer("nodes");
        double count = Math.pow(nodes, dimension);
        if (count > 1 << 20) {
            problems.add(
                    "parameters.latent.nodes",
                    nodes + " in " + dimension + " dimensions",
                    "at most " + (1 << 20) + " points in all are allowed");
            return Optional.empty();
        }
        if (latent.text("rule").equals(QUANTILES)) {
            NormalLaw normal = new NormalLaw(0, 1);
            return Optional.of(
                    dimension == 1
                            ? normal.quantiles(nodes)
                            : new ProductLaw(java.util.Collections.nCopies(dimension, normal)).quantiles((int) count));
        }
        if (nodes > NodeRule.MOST_NODES) {
            problems.add(
                    "parameters.latent.nodes",
                    "" + nodes,
                    "at most " + NodeRule.MOST_NODES + " for rule " + HERMITE + " is allowed");
            return Optional.empty();
        }
        return Optional.of(NodeRule.gaussHermite(dimension, nodes));
    }

    static Optional<Modes> modes(Values parameters, int dimension, Problems problems) {
        if (!parameters.has("modes")) {
            return Optional.empty();
        }
        List<double[]> centres = new ArrayList<>();
        for (Object centre : parameters.list("modes")) {
            double[] x = Choice.numbers((List<?>) centre);
            if (x.length != dimension) {
                problems.add(
                        "parameters.modes[" + centres.size() + "]",
                        x.length + " coordinates",
                        "as many as the target has, " + dimension + ", are allowed");
                return Optional.empty();
            }
            centres.add(x);
        }
        try {
            return Optional.of(Modes.at(centres.toArray(new double[0][])));
        } catch (IllegalArgumentException e) {
            problems.add("parameters.modes", "refused", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static Optional<Law> neurons(
            Values initial, String player, int dimension, String count, Problems problems) {
        int given = Laws.dimension(initial.choice(player));
        if (given != dimension) {
            problems.add(
                    "initial." + player,
                    given + (given == 1 ? " coordinate" : " coordinates"),
                    "a law of " + dimension + " coordinates = " + count + " is allowed");
            return Optional.empty();
        }
        return Laws.read(initial.choice(player), dimension, "initial." + player, problems);
    }

    /** Looks at the law's own points, the outermost quantiles among them; the solvers look at their own again. */
    private static boolean isInside(Law law, double box, String player, Problems problems) {
        ParticleMeasure points = law.rule(PROBES);
        for (int i = 0; i < points.size(); i++) {
            for (int d = 0; d < points.dimension(); d++) {
                double x = points.x(d)[i];
                if (Math.abs(x) > box) {
                    problems.add(
                            "initial." + player,
                            "mass at " + x + " in coordinate " + (d + 1),
                            "a law on [" + -box + ", " + box + "] is allowed; {normal: {mean, sd, between: [a, b]}}"
                                    + " cuts a normal law off");
                    return false;
                }
            }
        }
        return true;
    }
}
