package org.dualflow.validation.cli;

import java.nio.file.Path;
import org.dualflow.validation.io.ResultFolder;
import org.dualflow.validation.io.schema.BadCaseException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where results go and how the terminal is told of them. */
final class OutputOptions {

    @Option(names = "--out", paramLabel = "DIR", description = "Folder for the results (default: results/NAME).")
    private @Nullable Path out;

    @Option(names = "--json", description = "Print summary.json to standard output, nothing else.")
    private boolean json;

    /** The folder, found to be writable. */
    Path folder(String name) throws BadCaseException {
        Path folder = out == null ? Path.of("results", name) : out;
        ResultFolder.check(folder);
        return folder;
    }

    boolean json() {
        return json;
    }
}
