package org.dualflow.validation.io;

import org.dualflow.validation.io.schema.Key;
import org.dualflow.validation.io.schema.NumberKind;
import org.dualflow.validation.io.schema.RecordKind;
import org.dualflow.validation.io.schema.TextKind;
import org.dualflow.validation.io.schema.Values;
import org.dualflow.validation.io.schema.WordKind;

/**
 * A convergence ladder and what is expected of it.
 *
 * @param refine {@code cells} or {@code particles}
 * @param from coarsest level
 * @param levels number of levels
 * @param ratio of neighbouring levels
 * @param metric {@code W1}, {@code W2} or {@code L1}
 * @param reading how cells are read: {@code atoms} at their points, or {@code slabs}
 * @param order expected order
 * @param tolerance half width of the expected band, or margin below a lower bound
 * @param atLeast whether the order is a lower bound only
 * @param reason why that order
 */
public record LadderSpec(
        String refine,
        int from,
        int levels,
        double ratio,
        String metric,
        String reading,
        double order,
        double tolerance,
        boolean atLeast,
        String reason) {

    /** The keys of one ladder. */
    public static final RecordKind KIND = RecordKind.of(
            Key.required("refine", WordKind.of("cells", "particles"), "what is refined"),
            Key.required("from", NumberKind.integer(1, 10_000_000), "coarsest level"),
            Key.optional("levels", NumberKind.integer(3, 20), 5.0, "number of levels"),
            Key.optional("ratio", NumberKind.above(1, 10), 2.0, "ratio of neighbouring levels"),
            Key.optional("metric", WordKind.of("W1", "W2", "L1"), "W1", "distance to the exact solution"),
            Key.optional(
                    "reading",
                    WordKind.of("atoms", "slabs"),
                    "atoms",
                    "how W1 and W2 read cells: as atoms at their points, or as slabs"),
            Key.required("order", NumberKind.above(0, 10), "order that theory expects"),
            Key.optional("tolerance", NumberKind.above(0, 1), 0.1, "half width of the expected band"),
            Key.optional(
                    "bound",
                    WordKind.of("two-sided", "lower"),
                    "two-sided",
                    "whether theory gives the order, or a lower bound only"),
            Key.required("reason", new TextKind(), "why that order: a citation or a derivation"));

    /** Takes values that {@link #KIND} has read. */
    static LadderSpec of(Values values) {
        return new LadderSpec(
                values.text("refine"),
                values.integer("from"),
                values.integer("levels"),
                values.number("ratio"),
                values.text("metric"),
                values.text("reading"),
                values.number("order"),
                values.number("tolerance"),
                values.text("bound").equals("lower"),
                values.text("reason"));
    }

    /** The same ladder with another number of levels. */
    public LadderSpec withLevels(int n) {
        return new LadderSpec(refine, from, n, ratio, metric, reading, order, tolerance, atLeast, reason);
    }

    /** The number of cells or particles of a level, 0 the coarsest. */
    public int size(int level) {
        return (int) Math.round(from * Math.pow(ratio, level));
    }
}
