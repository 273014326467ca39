package org.dualflow.validation.io;

import java.util.List;
import java.util.Optional;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Initial;
import org.dualflow.model.PorousMedium;
import org.dualflow.validation.exact.Barenblatt;
import org.dualflow.validation.io.schema.Key;
import org.dualflow.validation.io.schema.NumberKind;
import org.dualflow.validation.io.schema.Problems;
import org.dualflow.validation.io.schema.RecordKind;
import org.dualflow.validation.io.schema.Values;

/** The porous medium equation in a box between walls. */
final class PorousEntry {

    private PorousEntry() {}

    static ModelEntry entry() {
        return new ModelEntry(
                "porous-medium",
                "The porous medium equation, the gradient flow of ∫ u^m/(m-1), by minimising movements.",
                FlowEntry.BOX.and(List.of(Key.required("exponent", NumberKind.above(1, 2), "m, above 1, at most 2"))),
                RecordKind.of(
                        Key.absent("density", Laws.KIND, "where the mass starts"),
                        Key.absent(
                                "barenblatt",
                                NumberKind.positive(),
                                "t₀: starts as Barenblatt's solution at this time, which was a point at time 0; on a line or in a plane")),
                PorousEntry::build);
    }

    private static Optional<Setup> build(Values parameters, Values initial, Problems problems) {
        if (initial.has("density") == initial.has("barenblatt")) {
            problems.add(
                    "initial",
                    initial.has("density") ? "density and barenblatt" : "neither density nor barenblatt",
                    "one of them is allowed");
            return Optional.empty();
        }
        double exponent = parameters.number("exponent");
        return FlowEntry.box(parameters, problems)
                .flatMap(box -> initial.has("density")
                        ? Laws.read(initial.choice("density"), box.dimension(), "initial.density", problems)
                                .map(law ->
                                        new Setup(new PorousMedium(box, exponent), Initial.of(law), References.NONE))
                        : barenblatt(box, exponent, initial.number("barenblatt"), problems));
    }

    private static Optional<Setup> barenblatt(Domain box, double exponent, double age, Problems problems) {
        if (box.dimension() > 2) {
            problems.add(
                    "initial.barenblatt",
                    "a box in " + box.dimension() + " dimensions",
                    "a line or a plane is allowed");
            return Optional.empty();
        }
        Barenblatt exact = new Barenblatt(box.dimension(), exponent);
        double wall = box.sides().stream()
                .mapToDouble(side -> Math.min(-side.lower(), side.upper()))
                .min()
                .orElseThrow();
        if (!(exact.edge(exact.scale(age)) <= wall)) {
            problems.add(
                    "initial.barenblatt",
                    "edge at " + exact.edge(exact.scale(age)),
                    "a solution within the walls, at " + wall + " from the origin, is allowed");
            return Optional.empty();
        }
        return Optional.of(new Setup(
                new PorousMedium(box, exponent),
                Initial.of(exact.ofScale(exact.scale(age), box)),
                (start, end) -> start == 0 && exact.edge(exact.scale(age + end)) <= wall
                        ? Optional.of(
                                Reference.of("Barenblatt's solution", t -> exact.ofScale(exact.scale(age + t), box)))
                        : Optional.empty()));
    }
}
