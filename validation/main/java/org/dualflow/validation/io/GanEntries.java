package org.dualflow.validation.io;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.dualflow.gan.ClippedTransport;
import org.dualflow.gan.Displacement;
import org.dualflow.gan.TwoPointGan;
import org.dualflow.measure.LineLaw;
import org.dualflow.model.Initial;
import org.dualflow.validation.io.schema.Key;
import org.dualflow.validation.io.schema.NumberKind;
import org.dualflow.validation.io.schema.Problems;
import org.dualflow.validation.io.schema.RecordKind;
import org.dualflow.validation.io.schema.TaggedKind;
import org.dualflow.validation.io.schema.Values;

/** The clipped Wasserstein GAN on two points, and its critic's transport alone. */
final class GanEntries {

    private GanEntries() {}

    static ModelEntry twoPointGan() {
        return new ModelEntry(
                "two-point-gan",
                "The clipped Wasserstein GAN on two data points (arXiv 2405.18673): g' = φ(g) c, critic weights on [-1, 1].",
                RecordKind.of(
                        Key.optional("criticSpeed", NumberKind.above(0, 1e6), 1.0, "speed-up of the critic, gamma")),
                RecordKind.of(
                        Key.required(
                                "generator",
                                new NumberKind(-TwoPointGan.MAX_GENERATOR, false, TwoPointGan.MAX_GENERATOR, false),
                                "the generator's parameter g"),
                        Key.required("critic", Laws.KIND, "law of the critic's weights, on [-1, 1]")),
                GanEntries::buildTwoPointGan);
    }

    private static Optional<Setup> buildTwoPointGan(Values parameters, Values initial, Problems problems) {
        TwoPointGan gan = TwoPointGan.criticSpeed(parameters.number("criticSpeed"));
        return Laws.readLine(initial.choice("critic"), "initial.critic", problems)
                .filter(law -> insideBox(law, "initial.critic", problems))
                .map(law -> new Setup(
                        gan,
                        gan.critic(law, initial.number("generator")),
                        References.twoPointGan(gan, law, initial.number("generator"))));
    }

    static ModelEntry clippedTransport() {
        Map<String, RecordKind> displacements = new LinkedHashMap<>();
        displacements.put("steady", RecordKind.of(Key.required("speed", NumberKind.any(), "U(t) = speed t")));
        displacements.put(
                "sine",
                RecordKind.of(
                        Key.required("amplitude", NumberKind.any(), "U(t) = amplitude sin(frequency t)"),
                        Key.optional("frequency", NumberKind.positive(), 1.0, "angular frequency")));
        return new ModelEntry(
                "clipped-transport",
                "One speed U'(t) for all points of [-1, 1], stopped at the walls: the two-sided Skorokhod map.",
                new TaggedKind("displacement", "how U depends on time", displacements),
                RecordKind.of(Key.required("weights", Laws.KIND, "law of the points, on [-1, 1]")),
                GanEntries::buildClippedTransport);
    }

    private static Optional<Setup> buildClippedTransport(Values parameters, Values initial, Problems problems) {
        Displacement displacement = parameters.text("displacement").equals("steady")
                ? Displacement.steady(parameters.number("speed"))
                : Displacement.sine(parameters.number("amplitude"), parameters.number("frequency"));
        ClippedTransport model = ClippedTransport.by(displacement);
        return Laws.readLine(initial.choice("weights"), "initial.weights", problems)
                .filter(law -> insideBox(law, "initial.weights", problems))
                .map(law -> new Setup(model, Initial.of(law), References.clippedTransport(model, law)));
    }

    private static boolean insideBox(LineLaw law, String path, Problems problems) {
        double outside = law.cdfBelow(-1) + (1 - law.cdf(1));
        if (outside > 0) {
            problems.add(path, "a law with mass " + outside + " outside [-1, 1]", "a law on [-1, 1] is allowed");
        }
        return !(outside > 0);
    }
}
