package org.dualflow.validation.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dualflow.validation.io.schema.BadCaseException;
import org.dualflow.validation.io.schema.CaseProblem;
import org.dualflow.validation.report.Json;
import org.dualflow.validation.study.Verdict;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The result of a run of a case, as it was found in a folder.
 *
 * @param text its summary
 * @param summary what that says
 */
public record FoundRun(String text, JsonNode summary) {

    /**
     * Reads the summary in a folder.
     *
     * @param digest of the case that must have been run
     * @throws BadCaseException if it is the summary of anything else, or none
     */
    static FoundRun of(Path folder, String digest) throws BadCaseException, IOException {
        String text = Files.readString(folder.resolve(ResultFolder.SUMMARY));
        try {
            JsonNode summary = Json.read(text);
            if (summary.path("digest").asString("").equals(digest)) {
                return new FoundRun(text, summary);
            }
        } catch (JacksonException e) {
            throw refused(folder, "a folder whose " + ResultFolder.SUMMARY + " is damaged");
        }
        throw refused(folder, "results of another case, or of other data");
    }

    private static BadCaseException refused(Path folder, String what) {
        return new BadCaseException(List.of(new CaseProblem(
                "--resume", 0, folder.toString(), what, "a new folder, or one of this case, is allowed")));
    }

    /** Whether no solution was interrupted, so that nothing is left to do. */
    public boolean isFinished() {
        boolean stopped = summary.path("status").asString("").equals("interrupted");
        for (JsonNode solution : summary.path("solutions")) {
            stopped |= solution.path("status").asString("").equals("interrupted");
        }
        return !stopped;
    }

    /** Whether every solution was completed with all invariants in their budgets and every claim passed. */
    public boolean good() {
        boolean good = summary.path("status").asString("").equals("completed");
        for (JsonNode solution : summary.path("solutions")) {
            for (JsonNode invariant : solution.path("invariants")) {
                good &= invariant.path("ok").asBoolean(false);
            }
        }
        for (JsonNode claim : summary.path("claims")) {
            good &= Verdict.valueOf(claim.path("verdict").asString("FAIL")).passes();
        }
        return good;
    }
}
