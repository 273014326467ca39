package org.dualflow.validation.defect;

import java.util.List;

/**
 * A one-line mistake: a piece of source text that stands exactly once in a file, and what replaces it.
 *
 * @param id kebab-case name
 * @param description the mistake, in words
 * @param source path of the file below the source folder, {@code org/dualflow/…/Name.java}
 * @param original the text as it is
 * @param replacement the text as a tired programmer might have written it
 * @param caughtBy ids of claims that must not pass when the defect is planted, at least one
 */
public record Defect(
        String id, String description, String source, String original, String replacement, List<String> caughtBy) {

    /** Checks that the edit changes something and that somebody is expected to notice. */
    public Defect {
        caughtBy = List.copyOf(caughtBy);
        if (original.equals(replacement)) {
            throw new IllegalArgumentException(
                    "replacement of " + id + ": a text different from the original is allowed");
        }
        if (caughtBy.isEmpty()) {
            throw new IllegalArgumentException("caughtBy of " + id + ": at least one claim is needed");
        }
    }

    /** A defect; {@code source} is the path below the root package, without the extension. */
    static Defect of(
            String id, String description, String source, String original, String replacement, String... caughtBy) {
        return new Defect(
                id, description, "org/dualflow/" + source + ".java", original, replacement, List.of(caughtBy));
    }

    /**
     * Plants the defect in a source text.
     *
     * @throws IllegalStateException if the original does not stand exactly once in the text: the library has changed and
     *     the defect must follow it
     */
    String plant(String text) {
        int at = text.indexOf(original);
        if (at < 0 || text.indexOf(original, at + 1) >= 0) {
            throw new IllegalStateException(
                    "defect " + id + ": its original text must stand exactly once in " + source);
        }
        return text.substring(0, at) + replacement + text.substring(at + original.length());
    }
}
