package org.dualflow.validation.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dualflow.run.Event;
import org.dualflow.run.Invariant;
import org.dualflow.run.Recurrence;
import org.dualflow.run.Solution;
import org.dualflow.validation.agreement.AgreementReport;

/** The content of {@code summary.json}, the file that scripts rely on. */
public final class Summary {

    private Summary() {}

    /** The summary of a case that was run. */
    public static Map<String, Object> of(RunResult result) {
        Map<String, Object> solutions = new LinkedHashMap<>();
        for (Solution solution : result.solutions()) {
            solutions.put(solution.name(), solution(result, solution));
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("case", result.caseName());
        map.put("digest", result.digest());
        map.put("status", result.status().name().toLowerCase(Locale.ROOT));
        map.put("provenance", result.provenance().toMap());
        map.put("data", result.remarks().stream().map(Remark::toMap).toList());
        map.put("solutions", solutions);
        map.put("agreement", result.agreement());
        Map<String, Object> differences = new LinkedHashMap<>();
        result.differences().forEach((pair, distances) -> differences.put(pair.label(), distances));
        map.put("differences", differences);
        map.put("claims", result.claims().stream().map(ClaimLine::toMap).toList());
        return map;
    }

    /** The summary of a case that is being run. */
    public static Map<String, Object> begun(String name, String digest, Provenance provenance) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("case", name);
        map.put("digest", digest);
        map.put("status", "interrupted");
        map.put("provenance", provenance.toMap());
        map.put("solutions", Map.of());
        map.put("agreement", Map.of());
        map.put("claims", List.of());
        return map;
    }

    private static Map<String, Object> solution(RunResult result, Solution solution) {
        Map<String, Object> invariants = new LinkedHashMap<>();
        for (Invariant invariant : solution.invariants()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("value", invariant.value());
            entry.put("budget", invariant.budget());
            entry.put("ok", invariant.ok());
            invariants.put(invariant.name(), entry);
        }
        List<Object> events = new ArrayList<>();
        for (Event event : solution.events()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("time", event.time());
            entry.put("kind", event.kind().label());
            entry.put("species", event.species());
            entry.put("detail", event.detail());
            entry.put("bracket", List.of(event.earliest(), event.latest()));
            events.add(entry);
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("status", solution.status().name().toLowerCase(Locale.ROOT));
        map.put("steps", solution.steps());
        map.put("rejections", solution.rejections());
        map.put("seconds", solution.seconds());
        map.put("invariants", invariants);
        map.put("observables", solution.observables());
        map.put("recurrence", recurrence(solution));
        map.put("events", events);
        map.put("errors", result.errors().getOrDefault(solution.name(), Map.of()));
        map.put("certificate", finite(result.certificates().getOrDefault(solution.name(), Map.of())));
        solution.failure().ifPresent(failure -> {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("cause", failure.reason().name().toLowerCase(Locale.ROOT));
            entry.put("time", failure.time());
            entry.put("species", failure.species());
            entry.put("index", failure.index());
            entry.put("detail", String.valueOf(failure.getMessage()));
            map.put("failure", entry);
        });
        return map;
    }

    /** Period and amplitude of every observable that swings. */
    private static Map<String, Object> recurrence(Solution solution) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (String name : solution.series().keySet()) {
            Recurrence found = solution.recurrence(name);
            if (found.kind() != Recurrence.Kind.NONE) {
                Map<String, Object> entry = new LinkedHashMap<>();
                entry.put("kind", found.kind().name().toLowerCase(Locale.ROOT));
                entry.put("period", found.period());
                entry.put("periodUncertainty", found.periodUncertainty());
                entry.put("amplitude", found.amplitude());
                entry.put("amplitudeUncertainty", found.amplitudeUncertainty());
                entry.put("level", found.level());
                entry.put("cycles", found.cycles());
                all.put(name, entry);
            }
        }
        return all;
    }

    /** A bound that is infinite bounds nothing. */
    private static Map<String, Double> finite(Map<String, Double> bounds) {
        Map<String, Double> kept = new LinkedHashMap<>(bounds);
        kept.values().removeIf(bound -> bound.isInfinite());
        return kept;
    }

    /** The summary of an agreement. */
    public static Map<String, Object> ofAgreement(
            String name, Provenance provenance, String species, AgreementReport report) {
        Map<String, Object> map = ofClaims(name, "completed", provenance, List.of(AgreementPage.line(report)));
        map.put("agreement", Map.of(report.metric() + ":" + species, report.distance()));
        return map;
    }

    /** The summary of a command that ran claims or ladders and solved no case. */
    public static Map<String, Object> ofClaims(
            String name, String status, Provenance provenance, List<ClaimLine> claims) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("case", name);
        map.put("status", status);
        map.put("provenance", provenance.toMap());
        map.put("solutions", Map.of());
        map.put("agreement", Map.of());
        map.put("claims", claims.stream().map(ClaimLine::toMap).toList());
        return map;
    }
}
