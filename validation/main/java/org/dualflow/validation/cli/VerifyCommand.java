package org.dualflow.validation.cli;

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
import org.dualflow.validation.io.ResultWriter;
import org.dualflow.validation.io.schema.BadCaseException;
import org.dualflow.validation.io.schema.CaseProblem;
import org.dualflow.validation.io.schema.Nearest;
import org.dualflow.validation.report.ClaimLine;
import org.dualflow.validation.report.ClaimsPage;
import org.dualflow.validation.report.Json;
import org.dualflow.validation.report.Provenance;
import org.dualflow.validation.report.SourceTree;
import org.dualflow.validation.report.Summary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs claims. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Check what this project claims about its numbers; exit code 0 only if every claim passes.")
final class VerifyCommand implements Callable<Integer> {

    @Option(names = "--suite", paramLabel = "fast|full", description = "Which claims (default: fast).")
    private Claim.Suite suite = Claim.Suite.FAST;

    @Option(names = "--claim", paramLabel = "ID", description = "Only this claim, of either suite; may be repeated.")
    private List<String> ids = new ArrayList<>();

    @Option(
            names = "--defect",
            paramLabel = "ID",
            description = "Plant this mistake in the library first, and run the claims that must notice it, or those of"
                    + " --claim. \"list defects\" shows all.")
    private @Nullable String defectId;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        PrintWriter out = spec.commandLine().getOut();
        Optional<Defect> defect = PlantedDefect.find(defectId);
        List<Claim> claims = defect.isPresent() && ids.isEmpty() ? PlantedDefect.claims(defect.get()) : chosen();
        Path folder = output.folder("verify");
        String name = suite.name().toLowerCase(Locale.ROOT);
        Provenance provenance = Provenance.now(command(name), 1, List.of());
        List<ClaimOutcome> outcomes =
                defect.isPresent() ? PlantedDefect.run(defect.get(), claims, err) : run(claims, err);
        List<ClaimLine> lines = outcomes.stream().map(ClaimLine::of).toList();
        boolean good = lines.stream().allMatch(ClaimLine::passes);
        Map<String, Object> summary = Summary.ofClaims("verify", "completed", provenance, lines);
        Optional<SourceTree> tree = SourceTree.around(Path.of(""));
        ResultWriter.write(
                        folder,
                        ClaimsPage.of(name, outcomes, provenance, id -> tree.map(t -> t.about(id, folder))
                                .orElse(List.of())),
                        summary)
                .ifPresent(err::println);
        if (output.json()) {
            out.print(Json.indented(summary));
        } else {
            out.print(ClaimsPage.overview(outcomes).toText());
            out.println();
            long passed = lines.stream().filter(ClaimLine::passes).count();
            defect.ifPresent(d -> out.println(PlantedDefect.explain(d, outcomes)));
            out.println((good ? "PASS" : "FAIL") + ": " + passed + " of " + lines.size() + " claims passed");
            out.println("Results: " + folder.resolve("report.html"));
        }
        out.flush();
        return good ? Dualflow.SUCCESS : Dualflow.FAILED;
    }

    private String command(String suiteName) {
        StringBuilder command = new StringBuilder("verify --suite " + suiteName);
        if (defectId != null) {
            command.append(" --defect ").append(defectId);
        }
        ids.forEach(id -> command.append(" --claim ").append(id));
        return command.toString();
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
                                    Nearest.to(id, known)
                                                    .map(near -> "did you mean \"" + near + "\"? ")
                                                    .orElse("") + "the names that \"list claims\" shows are allowed")));
        }
        if (!problems.isEmpty()) {
            throw new BadCaseException(problems);
        }
        return chosen;
    }

    private static List<ClaimOutcome> run(List<Claim> claims, PrintWriter err) {
        try (ProgressDisplay display = new ProgressDisplay(err, "verify", 1, Terminal.onStderr())) {
            return new ClaimRunner(new ClaimRunner.Listener() {
                        private int index;

                        @Override
                        public void started(Claim claim, int number, int total) {
                            index = number;
                            display.report(0, (double) number / total, claim.id());
                        }

                        @Override
                        public void progressed(Claim claim, double fraction, String what) {
                            display.report(0, (index + fraction) / claims.size(), claim.id() + ": " + what);
                        }

                        @Override
                        public void finished(ClaimOutcome outcome) {
                            display.line(outcome.result().verdict() + " "
                                    + outcome.claim().id() + ": "
                                    + outcome.result().measured());
                        }
                    })
                    .run(claims);
        }
    }
}
