package org.dualflow.validation.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dualflow.validation.io.CaseReader.ReadCase;
import org.dualflow.validation.io.FoundRun;
import org.dualflow.validation.io.ResultWriter;
import org.dualflow.validation.io.RunFolder;
import org.dualflow.validation.report.ClaimLine;
import org.dualflow.validation.report.DistanceTable;
import org.dualflow.validation.report.Json;
import org.dualflow.validation.report.Provenance;
import org.dualflow.validation.report.RunPage;
import org.dualflow.validation.report.RunResult;
import org.dualflow.validation.report.RunTables;
import org.dualflow.validation.report.Summary;
import org.dualflow.validation.report.Table;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Solves one case. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Solve one case, on a grid, with particles or both, and judge the result.")
final class RunCommand implements Callable<Integer> {

    @Mixin
    private CaseOptions source = new CaseOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private ThreadOptions threads = new ThreadOptions();

    @Option(
            names = "--resume",
            description = "Go on from the checkpoints in the folder of the results, if there are any.")
    private boolean resume;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter err = java.util.Objects.requireNonNull(spec).commandLine().getErr();
        PrintWriter out = spec.commandLine().getOut();
        ReadCase read = source.read();
        read.remarks().forEach(remark -> remark.warning().ifPresent(line -> err.println("warning: " + line)));
        err.flush();
        Path folder = output.folder(read.file().name());
        Provenance provenance =
                Provenance.now(source.command("run") + (resume ? " --resume" : ""), threads.count(), seeds(read));
        RunFolder run = new RunFolder(folder, read, provenance, resume);
        Optional<FoundRun> finished = run.finished();
        if (finished.isPresent()) {
            return report(finished.get(), out, folder);
        }
        List<String> continued = run.check();
        if (!continued.isEmpty()) {
            err.println("Continued from checkpoints: " + String.join(", ", continued));
            err.flush();
        }
        if (run.forgetsCheckpoints()) {
            err.println("warning: " + folder
                    + " holds the checkpoints of an interrupted run; --resume would go on from them");
            err.flush();
        }
        try (Interruption interruption = new Interruption()) {
            RunResult result = new CaseRun(read, threads.count(), run::checkpoints)
                    .solve(provenance, err, Terminal.onStderr(), interruption);
            Optional<String> undrawn = ResultWriter.write(run, result);
            undrawn.ifPresent(err::println);
            if (output.json()) {
                out.print(Json.indented(Summary.of(result)));
            } else {
                print(out, result, folder);
            }
            out.flush();
            return result.good() ? Dualflow.SUCCESS : Dualflow.FAILED;
        }
    }

    private int report(FoundRun finished, PrintWriter out, Path folder) {
        if (output.json()) {
            out.print(finished.text());
        } else {
            out.println("Nothing is left to do: this run was finished before.");
            out.println("Results: " + folder.resolve("report.html"));
        }
        out.flush();
        return finished.good() ? Dualflow.SUCCESS : Dualflow.FAILED;
    }

    static List<Long> seeds(ReadCase read) {
        List<Long> seeds = new ArrayList<>();
        read.file().particles().filter(p -> p.start().equals("random")).ifPresent(p -> p.seed()
                .ifPresent(seeds::add));
        read.file().training().ifPresent(t -> t.seed().ifPresent(seeds::add));
        return seeds;
    }

    private static void print(PrintWriter out, RunResult result, Path folder) {
        out.println(result.title());
        for (Table table : List.of(
                RunTables.data(result),
                RunTables.observables(result),
                DistanceTable.of(result),
                RunTables.invariants(result),
                RunTables.solutions(result),
                ClaimLine.table(result.claims()))) {
            if (!table.rows().isEmpty()) {
                out.println();
                out.print(table.toText());
            }
        }
        out.println();
        out.println(RunPage.verdict(result) + ": " + RunPage.explanation(result));
        out.println("Results: " + folder.resolve("report.html"));
    }
}
