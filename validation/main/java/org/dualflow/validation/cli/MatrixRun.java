package org.dualflow.validation.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dualflow.validation.claim.Claim;
import org.dualflow.validation.defect.Defect;
import org.dualflow.validation.defect.DefectMatrix;
import org.dualflow.validation.defect.Defects;
import org.dualflow.validation.defect.MatrixRunner;
import org.dualflow.validation.defect.MatrixScope;
import org.dualflow.validation.io.Digest;
import org.dualflow.validation.io.RecordFolder;
import org.dualflow.validation.io.ResultWriter;
import org.dualflow.validation.io.schema.BadCaseException;
import org.dualflow.validation.report.Json;
import org.dualflow.validation.report.MatrixPage;
import org.dualflow.validation.report.Provenance;
import org.dualflow.validation.report.Summary;

/** The part of {@link VerifyCommand} that shows which claim notices which defect; a run that was cut off can go on. */
final class MatrixRun {

    private final List<Claim> claims;
    private final MatrixScope scope;
    private final List<Defect> defects;
    private final RecordFolder records;

    /**
     * @param claims the columns
     * @param scope which pairs are run
     * @param folder where results go
     * @param resume whether to go on from records that are there
     * @throws BadCaseException if what is there is no such run
     */
    MatrixRun(List<Claim> claims, MatrixScope scope, Path folder, boolean resume) throws BadCaseException, IOException {
        this.claims = claims;
        this.scope = scope;
        this.defects = scope == MatrixScope.SPARSE ? PlantedDefect.named(claims) : Defects.all();
        this.records = new RecordFolder(folder, plan(), resume);
        records.check();
    }

    private String plan() {
        StringBuilder plan =
                new StringBuilder("dualflow matrix, ").append(scope.label()).append('\n');
        plan.append("build ").append(Provenance.buildLabel()).append('\n');
        claims.forEach(claim -> plan.append("claim ").append(claim.id()).append('\n'));
        defects.forEach(defect -> plan.append("defect ")
                .append(defect.id())
                .append(' ')
                .append(Digest.of(defect.toString()))
                .append('\n'));
        return plan.toString();
    }

    /**
     * What there is to tell.
     *
     * @param page the report
     * @param summary the content of {@code summary.json}
     * @param good whether everything was run and is as it should be
     */
    record Told(MatrixPage page, Map<String, Object> summary, boolean good) {}

    /** Runs what is missing and writes the results. */
    Told run(String suite, Path folder, Provenance provenance, Interruption interruption, PrintWriter err)
            throws IOException {
        if (records.forgets()) {
            err.println(
                    "warning: " + folder + " holds the records of an interrupted run; --resume would go on from them");
            err.flush();
        }
        records.begin(Json.indented(Summary.ofClaims("verify", "interrupted", provenance, List.of())));
        DefectMatrix matrix;
        try (MatrixProgress progress = new MatrixProgress(err)) {
            MatrixRunner runner = new MatrixRunner(provenance.threads(), interruption::requested, progress, records);
            matrix = runner.run(scope, defects, claims);
        }
        MatrixPage page = new MatrixPage(matrix, scope);
        Map<String, Object> summary = page.summary(provenance);
        ResultWriter.write(records, page.report(suite, provenance), summary).ifPresent(err::println);
        return new Told(page, summary, page.good());
    }
}
