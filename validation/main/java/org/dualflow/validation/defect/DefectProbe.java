package org.dualflow.validation.defect;

import java.util.ArrayList;
import java.util.List;
import org.dualflow.validation.claim.ClaimOutcome;
import org.dualflow.validation.claim.ClaimRunner;
import org.dualflow.validation.claim.Claims;
import org.dualflow.validation.study.ConvergenceTable;

/**
 * What is called inside a {@link DefectiveLibrary}. Its classes are not those outside, so that only strings go in and out.
 */
public final class DefectProbe {

    private DefectProbe() {}

    /**
     * Runs the claim of this name.
     *
     * @return verdict, seconds, measured numbers, notes
     */
    public static String[] run(String claimId) {
        ClaimOutcome outcome = new ClaimRunner(ClaimRunner.Listener.SILENT)
                .run(Claims.all()
                        .find(claimId)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "claim = " + claimId + ": the id of a claim of the project is allowed")));
        List<String> answer = new ArrayList<>();
        answer.add(outcome.result().verdict().name());
        answer.add(Double.toString(outcome.seconds()));
        answer.add(outcome.result().measured());
        outcome.result().tables().stream().map(ConvergenceTable::toMarkdown).forEach(answer::add);
        answer.addAll(outcome.result().notes());
        return answer.toArray(new String[0]);
    }
}
