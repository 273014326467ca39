package org.dualflow.validation.io;

import java.util.Locale;
import org.dualflow.movement.DualScheme;
import org.dualflow.run.Movements;
import org.dualflow.validation.io.schema.Key;
import org.dualflow.validation.io.schema.NumberKind;
import org.dualflow.validation.io.schema.RecordKind;
import org.dualflow.validation.io.schema.Values;
import org.dualflow.validation.io.schema.WordKind;

/**
 * Minimising movements, as a case file says it.
 *
 * @param count particles of the critic
 * @param scheme a name of {@link SchemeNames#MOVEMENTS}
 * @param step τ
 */
public record MovementSpec(int count, String scheme, double step) {

    /** The keys of the section. */
    public static final RecordKind KIND = RecordKind.of(
            Key.required("count", NumberKind.integer(1, 100_000_000), "particles of the critic"),
            Key.optional("scheme", new WordKind(SchemeNames.MOVEMENTS), "implicit", "how the two players step"),
            Key.required("step", NumberKind.positive(), "τ, the learning rate"));

    /** Takes values that {@link #KIND} has read. */
    static MovementSpec of(Values values) {
        return new MovementSpec(values.integer("count"), values.text("scheme"), values.number("step"));
    }

    /** The discretisation. */
    Movements movements() {
        return new Movements(count, DualScheme.valueOf(scheme.toUpperCase(Locale.ROOT)), step);
    }

    /** In words. */
    public String describe() {
        return "minimising movements, " + count + " particles, " + scheme + " steps of " + step;
    }
}
