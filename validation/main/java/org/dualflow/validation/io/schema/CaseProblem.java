package org.dualflow.validation.io.schema;

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

    /** One line: {@code where:line: path = value: allowed}. */
    @Override
    public String toString() {
        return where + (line > 0 ? ":" + line : "") + ": " + (path.isEmpty() ? "" : path + " = ") + value + ": "
                + allowed;
    }
}
