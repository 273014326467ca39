package org.dualflow.validation.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dualflow.validation.io.CaseReader;
import org.dualflow.validation.io.schema.BadCaseException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The case of a command and the values that the user replaces in it. */
final class CaseOptions {

    @Parameters(paramLabel = "CASE.yaml", description = "The case file; \"list cases\" shows those that come along.")
    private @Nullable Path file;

    @Option(
            names = "--set",
            paramLabel = "path=value",
            description = "Replace a value of the case, for example --set grid.cells=800.")
    private List<String> overrides = new ArrayList<>();

    /** Reads the case. */
    CaseReader.ReadCase read() throws BadCaseException {
        return CaseReader.read(path(), overrides);
    }

    /** What the user replaces, {@code path=value}. */
    List<String> overrides() {
        return List.copyOf(overrides);
    }

    Path path() {
        return java.util.Objects.requireNonNull(file);
    }

    /** As it was typed. */
    String command(String name) {
        StringBuilder command = new StringBuilder(name + " " + path());
        overrides.forEach(override -> command.append(" --set ").append(override));
        return command.toString();
    }
}
