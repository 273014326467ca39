package org.dualflow.validation.defect;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dualflow.validation.claim.Claim;
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

    /** With claims that were run later. */
    DefectOutcome with(DefectOutcome later) {
        return new DefectOutcome(
                defect,
                Stream.concat(outcomes.stream(), later.outcomes.stream()).toList());
    }

    /** Whether at least one claim noticed. */
    public boolean caught() {
        return !caughtBy().isEmpty();
    }

    /** The claims that noticed: they came to an end and did not pass. */
    public List<String> caughtBy() {
        return outcomes.stream()
                .filter(outcome -> !outcome.passes() && !outcome.result().isEndless())
                .map(outcome -> outcome.claim().id())
                .toList();
    }

    /** Claim → verdict. */
    public Map<String, Verdict> verdicts() {
        return outcomes.stream()
                .collect(Collectors.toMap(outcome -> outcome.claim().id(), outcome -> outcome.result()
                        .verdict()));
    }

    /** As a record of {@link MatrixRecords}. */
    List<List<String>> lines() {
        return outcomes.stream().map(DefectProbe::write).toList();
    }

    /** Reads what {@link #lines} wrote. */
    static DefectOutcome read(Defect defect, List<Claim> claims, List<List<String>> lines) {
        return new DefectOutcome(
                defect,
                IntStream.range(0, claims.size())
                        .mapToObj(c -> DefectProbe.read(claims.get(c), lines.get(c)))
                        .toList());
    }
}
