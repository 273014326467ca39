package org.dualflow.validation.report;

import java.util.Set;

/**
 * The names of two solutions that are compared.
 *
 * @param first name of a {@link org.dualflow.run.Solution}
 * @param second name of another
 */
public record SolutionPair(String first, String second) {

    /** For people and in {@code summary.json}: {@code grid – particles}. */
    public String label() {
        return first + " – " + second;
    }

    /** In the name of a file: {@code grid-particles}. */
    public String fileName() {
        return first + "-" + second;
    }

    /** Both. */
    Set<String> names() {
        return Set.of(first, second);
    }
}
