package org.dualflow.validation.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dualflow.gan.JensenShannonFlow;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Initial;
import org.dualflow.validation.io.schema.Key;
import org.dualflow.validation.io.schema.ListKind;
import org.dualflow.validation.io.schema.NumberKind;
import org.dualflow.validation.io.schema.Problems;
import org.dualflow.validation.io.schema.RecordKind;
import org.dualflow.validation.io.schema.Values;

/** The Jensen–Shannon flow to normal clusters in a box between walls. */
final class FlowEntry {

    private static final ListKind POINT = new ListKind(NumberKind.any(), 1, 3, true);

    /** Keys of a box between walls. */
    static final RecordKind BOX = RecordKind.of(
            Key.required("lower", POINT, "lower ends of the box, one number per coordinate"),
            Key.required("upper", POINT, "upper ends of the box, one number per coordinate"));

    private FlowEntry() {}

    static ModelEntry entry() {
        return new ModelEntry(
                "jensen-shannon-flow",
                "The gradient flow of the Jensen-Shannon divergence to a data law: normal clusters, smoothed samples, a uniform law,"
                        + " or any density on cells; grids with implicit or explicit schemes, particles.",
                BOX.and(TargetLaws.keys()),
                RecordKind.of(Key.required("generator", Laws.KIND, "where the generated law starts")),
                FlowEntry::build);
    }

    private static Optional<Setup> build(Values parameters, Values initial, Problems problems) {
        return box(parameters, problems).flatMap(box -> TargetLaws.read(parameters, box, problems)
                .flatMap(law -> Laws.read(initial.choice("generator"), box.dimension(), "initial.generator", problems)
                        .map(start -> new Setup(new JensenShannonFlow(box, law), Initial.of(start), References.NONE))));
    }

    /** The box between walls that {@link #BOX} describes. */
    static Optional<Domain> box(Values parameters, Problems problems) {
        double[] lower = parameters.numbers("lower");
        double[] upper = parameters.numbers("upper");
        int dimension = lower.length;
        if (upper.length != dimension) {
            problems.add(
                    "parameters.upper",
                    upper.length + " numbers",
                    "as many as in lower, " + dimension + ", are allowed");
            return Optional.empty();
        }
        List<Domain.Side> sides = new ArrayList<>();
        for (int d = 0; d < dimension; d++) {
            if (!(lower[d] < upper[d])) {
                problems.add("parameters.upper", Arrays.toString(upper), "numbers above those of lower are allowed");
                return Optional.empty();
            }
            sides.add(new Domain.Side(lower[d], upper[d], Boundary.NO_FLUX, Boundary.NO_FLUX));
        }
        return Optional.of(new Domain(sides));
    }
}
