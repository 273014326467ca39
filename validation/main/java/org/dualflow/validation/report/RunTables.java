package org.dualflow.validation.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.dualflow.run.Event;
import org.dualflow.run.Invariant;
import org.dualflow.run.Recurrence;
import org.dualflow.run.Solution;

/** The tables of a {@link RunResult}. */
public final class RunTables {

    private RunTables() {}

    /** One row per solution: how it ended, how long it took. */
    public static Table solutions(RunResult result) {
        List<List<String>> rows = new ArrayList<>();
        for (Solution solution : result.solutions()) {
            rows.add(List.of(
                    solution.name(),
                    solution.status().name().toLowerCase(Locale.ROOT),
                    Long.toString(solution.steps()),
                    Long.toString(solution.rejections()),
                    Numbers.duration(solution.seconds()),
                    Integer.toString(solution.last().state().measures().stream()
                            .mapToInt(m -> m.size())
                            .sum())));
        }
        return new Table("", List.of("solution", "status", "steps", "rejected", "time", "points"), rows);
    }

    /** Final values of all observables, one column per solution, then the differences to the reference. */
    public static Table observables(RunResult result) {
        Set<String> names = new LinkedHashSet<>();
        result.solutions().forEach(s -> names.addAll(s.observables().keySet()));
        List<String> head = new ArrayList<>(List.of("observable"));
        result.solutions().forEach(s -> head.add(s.name()));
        var reference = result.solution("reference");
        List<Solution> compared = result.solutions().stream()
                .filter(s -> reference.isPresent() && !s.name().equals("reference"))
                .toList();
        compared.forEach(s -> head.add("Δ " + s.name()));
        List<List<String>> rows = new ArrayList<>();
        for (String name : names) {
            List<String> row = new ArrayList<>(List.of(name));
            for (Solution solution : result.solutions()) {
                Double value = solution.observables().get(name);
                row.add(value == null ? "–" : Numbers.significant(value, 9));
            }
            for (Solution solution : compared) {
                Double value = solution.observables().get(name);
                Double exact = reference.get().observables().get(name);
                row.add(value == null || exact == null ? "–" : Numbers.significant(value - exact, 2));
            }
            rows.add(row);
        }
        return new Table("", head, rows);
    }

    /** Period and amplitude of every observable that swings, from the recorded values. */
    public static Table recurrence(RunResult result) {
        List<List<String>> rows = new ArrayList<>();
        for (Solution solution : result.solutions()) {
            for (String name : solution.series().keySet()) {
                Recurrence found = solution.recurrence(name);
                if (found.kind() != Recurrence.Kind.NONE) {
                    rows.add(List.of(
                            name,
                            solution.name(),
                            found.kind().name().toLowerCase(Locale.ROOT),
                            Numbers.significant(found.period(), 9) + " ± "
                                    + Numbers.significant(found.periodUncertainty(), 2),
                            Numbers.significant(found.amplitude(), 9) + " ± "
                                    + Numbers.significant(found.amplitudeUncertainty(), 2),
                            Integer.toString(found.cycles())));
                }
            }
        }
        return new Table("", List.of("observable", "solution", "motion", "period", "amplitude", "cycles"), rows);
    }

    /** One row per fact about the data that a case names. */
    public static Table data(RunResult result) {
        List<List<String>> rows = new ArrayList<>();
        for (Remark remark : result.remarks()) {
            remark.facts()
                    .forEach((what, value) -> rows.add(List.of(
                            remark.path(),
                            what,
                            value instanceof List<?> list
                                    ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
                                    : value.toString())));
        }
        return new Table("", List.of("data", "what", "value"), rows);
    }

    /** Every invariant of every solution against its budget. */
    public static Table invariants(RunResult result) {
        List<List<String>> rows = new ArrayList<>();
        for (Solution solution : result.solutions()) {
            for (Invariant invariant : solution.invariants()) {
                rows.add(List.of(
                        solution.name(),
                        invariant.name(),
                        Numbers.significant(invariant.value(), 3),
                        Numbers.significant(invariant.budget(), 3),
                        invariant.ok() ? "ok" : "broken"));
            }
        }
        return new Table("", List.of("solution", "invariant", "breach", "budget", "verdict"), rows);
    }

    /** All events, solution by solution. */
    public static Table events(RunResult result) {
        List<List<String>> rows = new ArrayList<>();
        for (Solution solution : result.solutions()) {
            for (Event event : solution.events()) {
                double width = event.latest() - event.earliest();
                rows.add(List.of(
                        Numbers.significant(event.time(), 8),
                        width > 0 ? "± " + Numbers.significant(width / 2, 2) : "located",
                        event.kind().label(),
                        solution.name(),
                        event.species(),
                        event.detail()));
            }
        }
        return new Table("", List.of("time", "bracket", "event", "solution", "species", "detail"), rows);
    }
}
