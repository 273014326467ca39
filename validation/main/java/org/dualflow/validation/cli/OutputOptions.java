package org.dualflow.validation.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.dualflow.validation.io.ResultFolder;
import org.dualflow.validation.io.ResultWriter;
import org.dualflow.validation.io.schema.BadCaseException;
import org.dualflow.validation.report.Json;
import org.dualflow.validation.report.LadderPage;
import org.dualflow.validation.report.Provenance;
import org.dualflow.validation.report.Summary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
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

    /** Writes what ladders have shown, tells the terminal and gives the exit code. */
    int finish(
            Path folder,
            LadderPage page,
            String title,
            String subtitle,
            String name,
            Provenance provenance,
            CommandLine line)
            throws IOException {
        Map<String, Object> summary = Summary.ofClaims(name, "completed", provenance, page.lines());
        ResultWriter.write(folder, page.report(title, subtitle, provenance), summary)
                .ifPresent(line.getErr()::println);
        if (json) {
            line.getOut().print(Json.indented(summary));
        } else {
            line.getOut().print(page.toText());
            line.getOut().println("Results: " + folder.resolve("report.html"));
        }
        line.getOut().flush();
        return page.passes() ? Dualflow.SUCCESS : Dualflow.FAILED;
    }

    boolean json() {
        return json;
    }
}
