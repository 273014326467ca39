package org.dualflow.validation.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.dualflow.validation.claim.Claim;
import org.dualflow.validation.claim.ClaimOutcome;
import org.dualflow.validation.claim.Claims;
import org.dualflow.validation.defect.Defect;
import org.dualflow.validation.defect.DefectOutcome;
import org.dualflow.validation.defect.DefectRunner;
import org.dualflow.validation.defect.Defects;
import org.dualflow.validation.io.schema.BadCaseException;
import org.dualflow.validation.io.schema.CaseProblem;
import org.dualflow.validation.io.schema.Nearest;
import org.dualflow.validation.report.Table;
import org.jspecify.annotations.Nullable;

/** The part of {@link VerifyCommand} that verifies the claims. */
final class PlantedDefect {

    private PlantedDefect() {}

    /** The defect that the user named, if one. */
    static Optional<Defect> find(@Nullable String id) throws BadCaseException {
        if (id == null) {
            return Optional.empty();
        }
        Optional<Defect> defect = Defects.find(id);
        if (defect.isEmpty()) {
            List<String> known = Defects.all().stream().map(Defect::id).toList();
            String near = Nearest.question(id, known);
            throw problem(id, "unknown", near + "all, and the names that \"list defects\" shows, are allowed");
        }
        needCompiler(id);
        return defect;
    }

    /** Refuses a runtime that cannot compile. */
    static void needCompiler(String id) throws BadCaseException {
        if (!DefectRunner.isAvailable()) {
            throw problem(
                    id,
                    "needs a compiler",
                    "this Java runtime has none; one with the module jdk.compiler, as every JDK has, is allowed");
        }
    }

    /** The defects that must be noticed by one of these claims. */
    static List<Defect> named(List<Claim> claims) {
        List<String> ids = claims.stream().map(Claim::id).toList();
        return Defects.all().stream()
                .filter(defect -> defect.caughtBy().stream().anyMatch(ids::contains))
                .toList();
    }

    private static BadCaseException problem(String id, String value, String allowed) {
        return new BadCaseException(List.of(new CaseProblem("--defect", 0, id, value, allowed)));
    }

    /** The claims that must not pass. */
    static List<Claim> claims(Defect defect) {
        Claims all = Claims.all();
        return defect.caughtBy().stream().map(id -> all.find(id).orElseThrow()).toList();
    }

    static List<ClaimOutcome> run(Defect defect, List<Claim> claims, PrintWriter err) {
        try (ProgressDisplay display = new ProgressDisplay(err, "verify", 1, Terminal.onStderr())) {
            int[] done = {0};
            display.report(0, 0, claims.get(0).id());
            DefectRunner runner = new DefectRunner(outcome -> {
                done[0]++;
                display.report(
                        0, (double) done[0] / claims.size(), outcome.claim().id());
                display.line(outcome.result().verdict() + " " + outcome.claim().id() + ": "
                        + outcome.result().measured());
            });
            return runner.run(defect, claims).outcomes();
        }
    }

    /** Says who noticed. */
    static String explain(Defect defect, List<ClaimOutcome> outcomes) {
        DefectOutcome outcome = new DefectOutcome(defect, outcomes);
        String what = "planted in " + defect.source() + ": " + defect.description();
        return (outcome.caught() ? "CAUGHT by " + String.join(", ", outcome.caughtBy()) : "NOT CAUGHT") + "; " + what;
    }

    static Table table() {
        return new Table(
                "",
                List.of("defect", "file", "what is wrong", "caught by"),
                Defects.all().stream()
                        .map(d -> List.of(
                                d.id(),
                                d.source().substring(d.source().lastIndexOf('/') + 1),
                                d.description(),
                                String.join(", ", d.caughtBy())))
                        .toList());
    }
}
