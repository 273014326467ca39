package org.dualflow.validation.io;

import java.util.List;
import java.util.Locale;
import org.dualflow.gan.KernelGan;
import org.dualflow.model.GradientFlow;
import org.dualflow.model.Model;
import org.dualflow.movement.DualScheme;
import org.dualflow.run.Discretisation;
import org.dualflow.run.MovementGrid;
import org.dualflow.run.Movements;
import org.dualflow.validation.io.schema.Key;
import org.dualflow.validation.io.schema.NumberKind;
import org.dualflow.validation.io.schema.Problems;
import org.dualflow.validation.io.schema.RecordKind;
import org.dualflow.validation.io.schema.Values;
import org.dualflow.validation.io.schema.WordKind;

/**
 * Minimising movements, as a case file says it: of two players, one of them {@code count} particles, or of a gradient flow on
 * {@code cells}.
 *
 * @param count particles of the critic or the generated law; 0 on cells
 * @param cells per axis, or one number for all axes; empty for two players
 * @param scheme a name of {@link SchemeNames#MOVEMENTS}; on cells always {@code implicit}
 * @param step τ
 */
public record MovementSpec(int count, List<Integer> cells, String scheme, double step) {

    private static final String IMPLICIT = "implicit";
    private static final String ALTERNATING = "alternating";

    /** The keys of the section. */
    public static final RecordKind KIND = RecordKind.of(
            Key.absent(
                    "count",
                    NumberKind.integer(1, 100_000_000),
                    "two-point-gan: particles of the critic; kernel-gan on a line: of the generated law"),
            Key.absent(
                    "cells",
                    GridSpec.CELLS,
                    "jensen-shannon-flow, porous-medium: cells per axis; one number for all axes, or a list"),
            Key.absent(
                    "scheme",
                    new WordKind(SchemeNames.MOVEMENTS),
                    "how two players step; default implicit, for kernel-gan alternating"),
            Key.required("step", NumberKind.positive(), "τ, the learning rate"));

    /** Copies the list. */
    public MovementSpec {
        cells = List.copyOf(cells);
    }

    /** Takes values that {@link #KIND} has read and checks what only makes sense together. */
    static MovementSpec of(Values values, Model model, Problems problems) {
        boolean flow = model instanceof GradientFlow;
        String needed = flow ? "cells" : "count";
        String other = flow ? "count" : "cells";
        if (values.has(other)) {
            problems.add("movement." + other, "given for " + model.name(), needed + " is allowed");
        } else if (!values.has(needed)) {
            problems.add("movement", "no " + needed, needed + " must be given for " + model.name());
        }
        String usual = model instanceof KernelGan ? ALTERNATING : IMPLICIT;
        String scheme = values.has("scheme") ? values.text("scheme") : usual;
        if (flow && !scheme.equals(IMPLICIT)) {
            problems.add("movement.scheme", scheme, IMPLICIT + " is allowed for " + model.name());
        }
        int dimension = model.species().get(0).domain().dimension();
        return new MovementSpec(
                values.has("count") ? values.integer("count") : 0,
                values.has("cells") ? GridSpec.cells(values, "movement", dimension, problems) : List.of(),
                scheme,
                values.number("step"));
    }

    /** The discretisation. */
    Discretisation movements() {
        return cells.isEmpty()
                ? new Movements(count, DualScheme.valueOf(scheme.toUpperCase(Locale.ROOT)), step)
                : new MovementGrid(cells, step);
    }

    /** In words. */
    public String describe() {
        return cells.isEmpty()
                ? "minimising movements, " + count + " particles, " + scheme + " steps of " + step
                : "minimising movements, " + cells + " cells, steps of " + step;
    }
}
