package org.dualflow.validation.defect;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dualflow.validation.claim.ClaimOutcome;
import org.dualflow.validation.study.Verdict;

/**
 * What claims said about the library with a defect in it.
 *
 * @param defect the defect
 * @param outcomes the claims that were run, in their order
 */
public record DefectOutcome(Defect defect, List<ClaimOutcome> outcomes) {

    /** Copies the list. */
    public DefectOutcome {
        outcomes = List.copyOf(outcomes);
    }

    /** Whether at least one claim did not pass. */
    public boolean caught() {
        return !caughtBy().isEmpty();
    }

    /** The claims that did not pass. */
    public List<String> caughtBy() {
        return outcomes.stream()
                .filter(outcome -> !outcome.passes())
                .map(outcome -> outcome.claim().id())
                .toList();
    }

    /** Claim → verdict. */
    public Map<String, Verdict> verdicts() {
        return outcomes.stream()
                .collect(Collectors.toMap(outcome -> outcome.claim().id(), outcome -> outcome.result()
                        .verdict()));
    }
}
