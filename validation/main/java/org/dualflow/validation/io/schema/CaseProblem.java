package org.dualflow.validation.io.schema;

import java.util.Locale;

/**
 * One thing that is wrong with the input.
 *
 * @param where the file as the user named it, or the command-line option
 * @param line line in the file, first is 1; 0 if no line is to blame
 * @param path keys from the top joined by dots; empty for the whole input
 * @param value what stands there, or what is wrong with it
 * @param allowed what is allowed instead
 */
public record CaseProblem(String where, int line, String path, String value, String allowed) {

    /** Of a longer value the beginning is shown. */
    private static final int LONGEST = 200;

    /**
     * One line: {@code where:line: path = value: allowed}. Characters that would control a terminal are shown as their
     * numbers, long values by their beginning.
     */
    @Override
    public String toString() {
        return plain(where + (line > 0 ? ":" + line : "") + ": " + (path.isEmpty() ? "" : shortened(path) + " = ")
                + shortened(value) + ": " + allowed);
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }

    private static String plain(String text) {
        if (text.chars().noneMatch(Character::isISOControl)) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        text.chars()
                .forEach(c -> plain.append(
                        Character.isISOControl(c)
                                ? String.format(Locale.ROOT, "\\u%04x", c)
                                : String.valueOf((char) c)));
        return plain.toString();
    }
}
