package org.dualflow.validation.io;

import java.util.Optional;
import org.dualflow.validation.io.schema.Kind;
import org.dualflow.validation.io.schema.Problems;
import org.dualflow.validation.io.schema.RecordKind;
import org.dualflow.validation.io.schema.Values;

/**
 * A model that case files can name. Its parameters and initial data are declared here once: they check case files,
 * document themselves in {@code explain} and make the JSON Schema.
 *
 * @param name as case files write it
 * @param doc one sentence
 * @param parameters what {@code parameters} may hold
 * @param initial what {@code initial} may hold
 * @param builder makes the model
 */
public record ModelEntry(String name, String doc, Kind parameters, RecordKind initial, Builder builder) {

    /** Makes a model of values that were found to be right one by one. */
    @FunctionalInterface
    public interface Builder {
        /**
         * @param parameters values of the parameters
         * @param initial values of the initial data
         * @param problems receives what does not fit together
         * @return nothing if there are problems
         */
        Optional<Setup> build(Values parameters, Values initial, Problems problems);
    }
}
