package org.dualflow.validation.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.dualflow.validation.agreement.AgreementReport;
import org.dualflow.validation.agreement.Refinement;
import org.dualflow.validation.io.CaseFile;
import org.dualflow.validation.io.CaseReader.ReadCase;
import org.dualflow.validation.io.ResultWriter;
import org.dualflow.validation.io.schema.BadCaseException;
import org.dualflow.validation.io.schema.CaseProblem;
import org.dualflow.validation.report.AgreementPage;
import org.dualflow.validation.report.ClaimLine;
import org.dualflow.validation.report.Json;
import org.dualflow.validation.report.Provenance;
import org.dualflow.validation.report.Summary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Compares grid and particles. */
@Command(
        name = "agree",
        mixinStandardHelpOptions = true,
        description = "Compare grid and particles, and say which part of the difference is whose error.")
final class AgreeCommand implements Callable<Integer> {

    private static final int MOST_LEVELS = 12;
    private static final int FEWEST_CELLS = 16;

    @Option(
            names = "--levels",
            paramLabel = "N",
            defaultValue = "6",
            description = "Levels of every ladder; the finest is the case itself (default: ${DEFAULT-VALUE}).")
    private int levels;

    @Mixin
    private CaseOptions source = new CaseOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        PrintWriter out = spec.commandLine().getOut();
        if (levels < Refinement.FEWEST_LEVELS || levels > MOST_LEVELS) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--levels = " + levels + ": " + Refinement.FEWEST_LEVELS + " to " + MOST_LEVELS + " is allowed");
        }
        ReadCase read = source.read();
        CaseFile file = read.file();
        if (file.grid().isEmpty() || file.particles().isEmpty()) {
            throw new BadCaseException(List.of(new CaseProblem(
                    source.path().toString(),
                    0,
                    file.grid().isEmpty() ? "grid" : "particles",
                    "missing",
                    "both sections must be given to compare them")));
        }
        if (file.grid().get().cells().get(0) < FEWEST_CELLS) {
            throw new BadCaseException(List.of(new CaseProblem(
                    source.path().toString(),
                    0,
                    "grid.cells",
                    file.grid().get().cells().toString(),
                    "at least " + FEWEST_CELLS + " is allowed, to halve them often enough")));
        }
        Path folder = output.folder(file.name() + "-agree");
        Provenance provenance = Provenance.now(source.command("agree"), 1, RunCommand.seeds(read));
        AgreementReport report = new AgreementLadders(levels).of(read).examine();
        ClaimLine line = AgreementPage.line(report);
        boolean good = line.passes();
        String species = read.setup().model().species().get(0).name();
        Map<String, Object> summary = Summary.ofAgreement(file.name(), provenance, species, report);
        ResultWriter.write(folder, AgreementPage.of(file.name(), file.title(), report, provenance), summary)
                .ifPresent(err::println);
        if (output.json()) {
            out.print(Json.indented(summary));
        } else {
            out.print(AgreementPage.table(report).toText());
            out.println();
            out.println(line.verdict() + ": " + AgreementPage.explanation(report));
            out.println("Results: " + folder.resolve("report.html"));
        }
        out.flush();
        return good ? Dualflow.SUCCESS : Dualflow.FAILED;
    }
}
