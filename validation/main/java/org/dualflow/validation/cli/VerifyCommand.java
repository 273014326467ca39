package org.dualflow.validation.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dualflow.validation.claim.Claim;
import org.dualflow.validation.claim.ClaimOutcome;
import org.dualflow.validation.claim.ClaimRunner;
import org.dualflow.validation.claim.Claims;
import org.dualflow.validation.defect.Defect;
import org.dualflow.validation.defect.MatrixScope;
import org.dualflow.validation.io.ResultWriter;
import org.dualflow.validation.io.schema.BadCaseException;
import org.dualflow.validation.io.schema.CaseProblem;
import org.dualflow.validation.io.schema.Nearest;
import org.dualflow.validation.report.ClaimLine;
import org.dualflow.validation.report.ClaimsPage;
import org.dualflow.validation.report.Json;
import org.dualflow.validation.report.Provenance;
import org.dualflow.validation.report.Report;
import org.dualflow.validation.report.SourceTree;
import org.dualflow.validation.report.Summary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs claims. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Check what this project claims about its numbers; exit code 0 only if every claim passes.")
final class VerifyCommand implements Callable<Integer> {

    private static final String EVERY_DEFECT = "all";

    @Option(names = "--suite", paramLabel = "fast|full", description = "Which claims (default: fast).")
    private Claim.Suite suite = Claim.Suite.FAST;

    @Option(names = "--claim", paramLabel = "ID", description = "Only this claim, of either suite; may be repeated.")
    private List<String> ids = new ArrayList<>();

    @Option(
            names = "--defect",
            paramLabel = "ID|all",
            description = "Plant this mistake in the library first, and run the claims that must notice it, or those"
                    + " of --claim. \"list defects\" shows all. With \"all\": show which claim notices which defect; exit"
                    + " code 0 only if every defect is noticed and every claim notices one. The fast suite runs each"
                    + " defect and each claim once or twice; --suite full each claim until every expectation of it has"
                    + " been broken; --claim every pair that can matter.")
    private @Nullable String defectId;

    @Option(names = "--resume", description = "With --defect all: continue, keep the defects and claims that are done.")
    private boolean resume;

    @Mixin
    private ThreadOptions threads = new ThreadOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        boolean matrix = EVERY_DEFECT.equals(defectId);
        Optional<Defect> defect = matrix ? Optional.empty() : PlantedDefect.find(defectId);
        if (matrix) {
            PlantedDefect.needCompiler(EVERY_DEFECT);
        } else if (resume) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(), "--resume: allowed with --defect all only");
        }
        List<Claim> claims = defect.isPresent() && ids.isEmpty() ? PlantedDefect.claims(defect.get()) : chosen();
        Path folder = output.folder("verify");
        int fitting = ClaimThreads.fitting(threads.count(), err());
        Provenance provenance = Provenance.now(command(), fitting, List.of());
        try (Interruption interruption = new Interruption()) {
            return matrix
                    ? matrix(claims, folder, provenance, interruption)
                    : claims(defect, claims, folder, provenance, interruption);
        }
    }

    private int claims(
            Optional<Defect> defect, List<Claim> claims, Path folder, Provenance provenance, Interruption interruption)
            throws IOException {
        List<ClaimOutcome> outcomes;
        if (defect.isPresent()) {
            outcomes = PlantedDefect.run(defect.get(), claims, err());
        } else {
            try (ClaimsProgress progress = new ClaimsProgress(err(), claims)) {
                outcomes = new ClaimRunner(progress).run(claims, provenance.threads(), interruption::requested);
            }
        }
        List<ClaimLine> lines = outcomes.stream().map(ClaimLine::of).toList();
        long passed = lines.stream().filter(ClaimLine::passes).count();
        boolean whole = outcomes.size() == claims.size();
        Map<String, Object> summary = Summary.ofClaims("verify", status(whole), provenance, lines);
        Optional<SourceTree> tree = SourceTree.around(Path.of(""));
        Report report =
                ClaimsPage.of(suiteName(), claims.size(), outcomes, provenance, id -> tree.map(t -> t.about(id, folder))
                        .orElse(List.of()));
        finish(folder, report, summary, () -> {
            out().print(ClaimsPage.overview(outcomes).toText());
            out().println();
            defect.ifPresent(d -> out().println(PlantedDefect.explain(d, outcomes)));
            out().println((whole ? passed == claims.size() ? "PASS" : "FAIL" : "INTERRUPTED") + ": " + passed + " of "
                    + claims.size() + " claims passed");
        });
        return passed == claims.size() ? Dualflow.SUCCESS : Dualflow.FAILED;
    }

    private int matrix(List<Claim> claims, Path folder, Provenance provenance, Interruption interruption)
            throws BadCaseException, IOException {
        MatrixScope scope = !ids.isEmpty()
                ? MatrixScope.COMPLETE
                : suite == Claim.Suite.FAST ? MatrixScope.SPARSE : MatrixScope.THOROUGH;
        MatrixRun.Told told =
                new MatrixRun(claims, scope, folder, resume).run(suiteName(), folder, provenance, interruption, err());
        tell(folder, told.summary(), () -> out().print(told.page().toText()));
        return told.good() ? Dualflow.SUCCESS : Dualflow.FAILED;
    }

    private void finish(Path folder, Report report, Map<String, Object> summary, Runnable text) throws IOException {
        ResultWriter.write(folder, report, summary).ifPresent(err()::println);
        tell(folder, summary, text);
    }

    private void tell(Path folder, Map<String, Object> summary, Runnable text) {
        if (output.json()) {
            out().print(Json.indented(summary));
        } else {
            text.run();
            out().println("Results: " + folder.resolve("report.html"));
        }
        out().flush();
    }

    private static String status(boolean whole) {
        return whole ? "completed" : "interrupted";
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    private PrintWriter err() {
        return Objects.requireNonNull(spec).commandLine().getErr();
    }

    private String suiteName() {
        return suite.name().toLowerCase(Locale.ROOT);
    }

    private String command() {
        StringBuilder command = new StringBuilder("verify --suite " + suiteName());
        command.append(defectId == null ? "" : " --defect " + defectId);
        ids.forEach(id -> command.append(" --claim ").append(id));
        return command.append(resume ? " --resume" : "").toString();
    }

    private List<Claim> chosen() throws BadCaseException {
        Claims all = Claims.all();
        if (ids.isEmpty()) {
            return all.suite(suite);
        }
        List<Claim> chosen = new ArrayList<>();
        List<CaseProblem> problems = new ArrayList<>();
        List<String> known = all.list().stream().map(Claim::id).toList();
        for (String id : ids) {
            all.find(id)
                    .ifPresentOrElse(
                            chosen::add,
                            () -> problems.add(new CaseProblem(
                                    "--claim",
                                    0,
                                    id,
                                    "unknown",
                                    Nearest.question(id, known) + "the names that \"list claims\" shows are allowed")));
        }
        if (!problems.isEmpty()) {
            throw new BadCaseException(problems);
        }
        return chosen;
    }
}
