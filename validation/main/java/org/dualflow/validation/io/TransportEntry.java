package org.dualflow.validation.io;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dualflow.measure.Law;
import org.dualflow.measure.LineLaw;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Initial;
import org.dualflow.model.PrescribedTransport;
import org.dualflow.model.Transports;
import org.dualflow.validation.exact.ExactSolution;
import org.dualflow.validation.exact.KnownSolutions;
import org.dualflow.validation.io.schema.Key;
import org.dualflow.validation.io.schema.ListKind;
import org.dualflow.validation.io.schema.NumberKind;
import org.dualflow.validation.io.schema.Problems;
import org.dualflow.validation.io.schema.RecordKind;
import org.dualflow.validation.io.schema.TaggedKind;
import org.dualflow.validation.io.schema.Values;
import org.dualflow.validation.io.schema.WordKind;

/** Transport of one species in a field in closed form. */
final class TransportEntry {

    private static final Map<String, Boundary> BOUNDARIES = Map.of(
            "no-flux", Boundary.NO_FLUX,
            "clipped", Boundary.CLIPPED,
            "periodic", Boundary.PERIODIC,
            "open", Boundary.OPEN);

    private TransportEntry() {}

    static ModelEntry entry() {
        Map<String, RecordKind> fields = new LinkedHashMap<>();
        fields.put(
                "constant",
                RecordKind.of(Key.required(
                                "velocity", new ListKind(NumberKind.any(), 1, 3, true), "one number per dimension"))
                        .and(box()));
        fields.put("sign", RecordKind.of().and(box()));
        fields.put(
                "linear",
                RecordKind.of(Key.required("rate", NumberKind.any(), "velocity rate · x"))
                        .and(box()));
        fields.put("sine", RecordKind.of());
        fields.put("rotation", RecordKind.of().and(box()));
        fields.put(
                "swirl",
                RecordKind.of(Key.required("period", NumberKind.positive(), "back at the start at this time")));
        return new ModelEntry(
                "transport",
                "Transport by a field in closed form: constant, -sign(x), rate·x, sin x on the circle, solid rotation, LeVeque's swirl.",
                new TaggedKind("field", "the velocity field", fields),
                RecordKind.of(Key.required("density", Laws.KIND, "where the mass starts")),
                TransportEntry::build);
    }

    /** Keys of a box with one boundary. */
    static List<Key> box() {
        return List.of(
                Key.required("domain", ListKind.of(NumberKind.any(), 2, 2), "[a, b], the same along every axis"),
                Key.optional(
                        "boundary",
                        WordKind.of("no-flux", "clipped", "periodic", "open"),
                        "no-flux",
                        "what happens at the ends"));
    }

    private static Optional<Setup> build(Values parameters, Values initial, Problems problems) {
        String field = parameters.text("field");
        Optional<PrescribedTransport> model = model(field, parameters, problems);
        if (model.isEmpty()) {
            return Optional.empty();
        }
        int dimension = model.get().species().get(0).domain().dimension();
        return Laws.read(initial.choice("density"), dimension, "initial.density", problems)
                .map(law -> new Setup(
                        model.get(),
                        Initial.of(law),
                        References.exact(solution(field, parameters, model.get(), law)),
                        field.equals("sign") ? Certification.of(model.get(), 0) : Certification.of(model.get())));
    }

    private static Optional<ExactSolution> solution(
            String field, Values parameters, PrescribedTransport model, Law law) {
        if (field.equals("swirl")) {
            return KnownSolutions.swirl(model, parameters.number("period"), law);
        }
        if (!(law instanceof LineLaw line)) {
            return Optional.empty();
        }
        switch (field) {
            case "constant":
                return KnownSolutions.constant(model, parameters.numbers("velocity")[0], line);
            case "sign":
                return KnownSolutions.sink(model, line);
            case "linear":
                return KnownSolutions.linear(model, parameters.number("rate"), line);
            default:
                return KnownSolutions.sine(model, line);
        }
    }

    private static Optional<PrescribedTransport> model(String field, Values parameters, Problems problems) {
        switch (field) {
            case "constant":
                double[] velocity = parameters.numbers("velocity");
                return domain(parameters, velocity.length, problems).map(box -> Transports.constant(box, velocity));
            case "sign":
                return domain(parameters, 1, problems).map(Transports::sink);
            case "linear":
                double rate = parameters.number("rate");
                return domain(parameters, 1, problems).map(box -> Transports.linear(box, rate));
            case "rotation":
                return domain(parameters, 2, problems).map(Transports::rotation);
            case "sine":
                return Optional.of(Transports.sine());
            default:
                return Optional.of(Transports.swirl(parameters.number("period")));
        }
    }

    /** The box that was written, or a problem. */
    static Optional<Domain> domain(Values parameters, int dimension, Problems problems) {
        double[] ends = parameters.numbers("domain");
        if (!(ends[0] < ends[1])) {
            problems.add("parameters.domain", "[" + ends[0] + ", " + ends[1] + "]", "[a, b] with a < b is allowed");
            return Optional.empty();
        }
        Boundary boundary = BOUNDARIES.get(parameters.text("boundary"));
        return Optional.of(Domain.cube(dimension, ends[0], ends[1], boundary == null ? Boundary.NO_FLUX : boundary));
    }
}
