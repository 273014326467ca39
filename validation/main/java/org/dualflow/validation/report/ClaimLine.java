package org.dualflow.validation.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dualflow.validation.claim.ClaimOutcome;
import org.dualflow.validation.study.ConvergenceTable;
import org.dualflow.validation.study.ValueLadder;
import org.dualflow.validation.study.Verdict;

/**
 * A judged claim in a line.
 *
 * @param id its name
 * @param verdict the judgement
 * @param measured what came out
 * @param expected what must come out
 * @param why the reason
 */
public record ClaimLine(String id, Verdict verdict, String measured, String expected, String why) {

    /** The line of a claim that was run. */
    public static ClaimLine of(ClaimOutcome outcome) {
        return new ClaimLine(
                outcome.claim().id(),
                outcome.result().verdict(),
                outcome.result().measured(),
                outcome.claim().expected(),
                outcome.claim().why());
    }

    /** The line of a convergence table. */
    public static ClaimLine of(String id, ConvergenceTable table) {
        return new ClaimLine(
                id,
                table.verdict(),
                table.measured(),
                table.expectation().describe(),
                table.expectation().reason());
    }

    /** The line of a ladder of values. */
    public static ClaimLine of(String id, ValueLadder ladder) {
        return new ClaimLine(
                id,
                ladder.verdict(),
                ladder.measured(),
                ladder.expectation().describe(),
                ladder.expectation().reason());
    }

    /** Whether the verdict lets a build pass. */
    public boolean passes() {
        return verdict.passes();
    }

    /** As {@code summary.json} holds it. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", id);
        map.put("verdict", verdict.name());
        map.put("measured", measured);
        map.put("expected", expected);
        map.put("why", why);
        return map;
    }

    /** Claims as a table. */
    public static Table table(List<ClaimLine> claims) {
        return new Table(
                "",
                List.of("claim", "verdict", "measured", "expected"),
                claims.stream()
                        .map(c -> List.of(c.id(), c.verdict().name(), c.measured(), c.expected()))
                        .toList());
    }
}
