package org.dualflow.validation.defect;

import java.util.ArrayList;
import java.util.List;
import org.dualflow.validation.claim.Claim;
import org.dualflow.validation.claim.ClaimOutcome;
import org.dualflow.validation.claim.ClaimResult;
import org.dualflow.validation.claim.ClaimRunner;
import org.dualflow.validation.claim.Claims;
import org.dualflow.validation.study.ConvergenceTable;
import org.dualflow.validation.study.Verdict;

/**
 * What is called inside a {@link DefectiveLibrary}. Its classes are not those outside, so that only strings go in and out.
 */
public final class DefectProbe {

    private DefectProbe() {}

    /**
     * Runs the claim of this name.
     *
     * @return what {@link #read} reads
     */
    public static String[] run(String claimId) {
        Claim claim = Inside.CLAIMS
                .find(claimId)
                .orElseThrow(() -> new IllegalArgumentException(
                        "claim = " + claimId + ": the id of a claim of the project is allowed"));
        return write(new ClaimRunner(ClaimRunner.Listener.SILENT).run(claim)).toArray(new String[0]);
    }

    /** The claims, made once, and not before one is run. */
    private static final class Inside {
        static final Claims CLAIMS = Claims.all();
    }

    /** An outcome as strings. */
    static List<String> write(ClaimOutcome outcome) {
        ClaimResult result = outcome.result();
        List<String> answer = new ArrayList<>();
        answer.add(result.verdict().name());
        answer.add(Double.toString(outcome.seconds()));
        answer.add(result.measured());
        answer.add(Integer.toString(result.expectations().size()));
        for (ClaimResult.Expectation expectation : result.expectations()) {
            answer.add(expectation.name());
            answer.add(expectation.verdict().name());
        }
        result.tables().stream().map(ConvergenceTable::toMarkdown).forEach(answer::add);
        answer.addAll(result.notes());
        return answer;
    }

    /** What {@link #write} has written: the tables have become notes. */
    static ClaimOutcome read(Claim claim, List<String> answer) {
        List<ClaimResult.Expectation> expectations = new ArrayList<>();
        int end = 4 + 2 * Integer.parseInt(answer.get(3));
        for (int i = 4; i < end; i += 2) {
            expectations.add(new ClaimResult.Expectation(answer.get(i), Verdict.valueOf(answer.get(i + 1))));
        }
        List<String> notes = answer.subList(end, answer.size());
        ClaimResult result = new ClaimResult(
                Verdict.valueOf(answer.get(0)), answer.get(2), expectations, List.of(), List.of(), List.of(), notes);
        return new ClaimOutcome(claim, result, Double.parseDouble(answer.get(1)));
    }
}
