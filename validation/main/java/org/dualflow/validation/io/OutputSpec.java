package org.dualflow.validation.io;

import java.util.List;
import org.dualflow.validation.io.schema.Key;
import org.dualflow.validation.io.schema.ListKind;
import org.dualflow.validation.io.schema.NumberKind;
import org.dualflow.validation.io.schema.RecordKind;
import org.dualflow.validation.io.schema.Values;
import org.dualflow.validation.io.schema.WordKind;

/**
 * What a run records and writes.
 *
 * @param every time between outputs
 * @param snapshots number of states kept besides the first
 * @param fields formats in which these states are written: {@code vtk}, {@code hdf5}
 * @param checkpoint seconds between checkpoints
 */
public record OutputSpec(double every, int snapshots, List<String> fields, double checkpoint) {

    /** The keys of {@code output}. */
    static final RecordKind KIND = RecordKind.of(
            Key.absent("every", NumberKind.positive(), "time between outputs, a 200th of the time by default"),
            Key.optional("snapshots", NumberKind.integer(1, 10_000), 100.0, "states kept besides the first"),
            Key.optional(
                    "fields",
                    ListKind.of(WordKind.of("vtk", "hdf5"), 0, 2),
                    List.of(),
                    "formats in which the kept states are written"),
            Key.optional(
                    "checkpoint",
                    NumberKind.atLeast(0),
                    60.0,
                    "seconds between checkpoints for run --resume; 0: after every step"));

    /** Copies the list. */
    public OutputSpec {
        fields = List.copyOf(fields);
    }

    /** @param every time between outputs, written or not */
    static OutputSpec of(Values output, double every) {
        return new OutputSpec(
                every,
                output.integer("snapshots"),
                output.list("fields").stream().map(String.class::cast).toList(),
                output.number("checkpoint"));
    }
}
