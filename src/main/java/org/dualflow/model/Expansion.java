package org.dualflow.model;

import java.util.ArrayList;
import java.util.List;

/**
 * A function that is unknown, D = Σ_i c_i φ_i with features φ_i of the model's own: the discriminator of a field equation. Its
 * coefficients are numbers like the scalar unknowns, advanced by the same stages; they have no names of their own.
 *
 * @param name what users and result files call the function
 * @param coefficients how many there are, at least 1
 */
public record Expansion(String name, int coefficients) {

    /** Checks the number. */
    public Expansion {
        if (coefficients < 1) {
            throw new IllegalArgumentException(
                    "coefficients of " + name + " = " + coefficients + ": at least 1 is allowed");
        }
    }

    /** {@code name[0]}, {@code name[1]}, … */
    List<String> labels() {
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < coefficients; i++) {
            labels.add(name + "[" + i + "]");
        }
        return labels;
    }
}
