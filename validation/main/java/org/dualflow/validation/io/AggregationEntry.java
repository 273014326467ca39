package org.dualflow.validation.io;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.dualflow.field.InteractionKernel;
import org.dualflow.field.Kernels;
import org.dualflow.measure.Law;
import org.dualflow.measure.LineLaw;
import org.dualflow.model.Aggregation;
import org.dualflow.model.Initial;
import org.dualflow.validation.certificate.Attraction;
import org.dualflow.validation.exact.ExactSolution;
import org.dualflow.validation.exact.KnownSolutions;
import org.dualflow.validation.io.schema.Key;
import org.dualflow.validation.io.schema.NumberKind;
import org.dualflow.validation.io.schema.Problems;
import org.dualflow.validation.io.schema.RecordKind;
import org.dualflow.validation.io.schema.TaggedKind;
import org.dualflow.validation.io.schema.Values;

/** The aggregation equation, on a line or in a plane. */
final class AggregationEntry {

    private AggregationEntry() {}

    static ModelEntry entry() {
        Key strength = Key.optional("strength", NumberKind.any(), 1.0, "factor of W; negative repels");
        Key width = Key.required("width", NumberKind.positive(), "length scale of W");
        Key dimension = Key.optional("dimension", NumberKind.integer(1, 2), 1.0, "number of coordinates");
        Map<String, RecordKind> kernels = new LinkedHashMap<>();
        kernels.put("distance", RecordKind.of(strength, dimension).and(TransportEntry.box()));
        kernels.put("quadratic", RecordKind.of(strength, dimension).and(TransportEntry.box()));
        kernels.put("gaussian", RecordKind.of(strength, width, dimension).and(TransportEntry.box()));
        return new ModelEntry(
                "aggregation",
                "Masses attract each other by a potential W: the velocity is -∇W * ρ. W = |x|, x²/2 or a Gaussian well.",
                new TaggedKind("kernel", "the potential W", kernels),
                RecordKind.of(Key.required("density", Laws.KIND, "where the mass starts")),
                AggregationEntry::build);
    }

    private static Optional<Setup> build(Values parameters, Values initial, Problems problems) {
        int dimension = parameters.integer("dimension");
        InteractionKernel kernel = kernel(parameters);
        return TransportEntry.domain(parameters, dimension, problems)
                .flatMap(box -> Laws.read(initial.choice("density"), dimension, "initial.density", problems)
                        .map(law -> setup(new Aggregation(box, kernel), parameters, law)));
    }

    private static Setup setup(Aggregation model, Values parameters, Law law) {
        String kernel = parameters.text("kernel");
        double strength = parameters.number("strength");
        Optional<ExactSolution> solution = Optional.empty();
        Certification certification = Certification.NONE;
        if (law instanceof LineLaw line && kernel.equals("distance")) {
            solution = KnownSolutions.attraction(model, strength, line);
            certification = strength == 1 ? Certification.by(Attraction.POINTY) : Certification.NONE;
        }
        if (law instanceof LineLaw line && kernel.equals("quadratic")) {
            solution = KnownSolutions.contraction(model, strength, line);
            certification = strength == 1 ? Certification.by(Attraction.QUADRATIC) : Certification.NONE;
        }
        return new Setup(model, Initial.of(law), References.exact(solution), certification);
    }

    private static InteractionKernel kernel(Values parameters) {
        double strength = parameters.number("strength");
        switch (parameters.text("kernel")) {
            case "distance":
                return Kernels.distance(strength);
            case "quadratic":
                return Kernels.quadratic(strength);
            default:
                return Kernels.gaussian(strength, parameters.number("width"));
        }
    }
}
