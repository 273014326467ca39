package org.dualflow.validation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dualflow.run.Event;
import org.dualflow.run.Solution;
import org.dualflow.run.Solution.Status;
import org.dualflow.validation.study.Verdict;

/** The {@link Report} about one case that was run. */
public final class RunPage {

    private RunPage() {}

    /** The report. */
    public static Report of(RunResult result) {
        List<Section> sections = new ArrayList<>();
        if (!result.claims().isEmpty()) {
            sections.add(new Section(
                    "Expected of this case", List.of(), List.of(ClaimLine.table(result.claims())), List.of()));
        }
        sections.add(new Section("The equations", List.of(), List.of(), List.of()).withEquations(result.equations()));
        sections.add(new Section(
                "What came out",
                List.of(),
                List.of(RunTables.observables(result), DistanceTable.of(result)).stream()
                        .filter(table -> !table.rows().isEmpty())
                        .toList(),
                Stream.concat(RunPlots.phase(result).stream(), GanPlots.phase(result).stream())
                        .toList()));
        sections.add(new Section("The generated law", List.of(), List.of(), GanPlots.laws(result)));
        sections.add(new Section(
                "Over time",
                List.of("Drag and scroll to zoom; click a name in a legend to hide it."),
                List.of(),
                RunPlots.series(result)));
        sections.add(new Section("How far apart", List.of(), List.of(), RunPlots.distances(result)));
        sections.add(new Section("The beginning", List.of(), List.of(), RunPlots.beginning(result)));
        sections.add(new Section("Where the mass is", List.of(), List.of(), RunPlots.measures(result)));
        if (!RunTables.recurrence(result).rows().isEmpty()) {
            sections.add(new Section(
                    "Does it come back",
                    List.of(
                            "Cycles about the mean, the later half of those seen. Modulated: no two alike to a hundredth, "
                                    + "as in quasi-periodic motion. Uncertainties: scatter over the cycles plus interpolation."),
                    List.of(RunTables.recurrence(result)),
                    List.of()));
        }
        if (!RunTables.events(result).rows().isEmpty()) {
            sections.add(new Section("Events", List.of(), List.of(RunTables.events(result)), List.of()));
        }
        sections.add(new Section(
                "Can it be trusted",
                List.of("A budget is what rounding explains, derived from the number of operations. "
                        + "A breach beyond it stops a run."),
                List.of(RunTables.invariants(result), RunTables.solutions(result)),
                List.of()));
        if (!result.remarks().isEmpty()) {
            sections.add(new Section(
                    "Data",
                    List.of("Rows in which a named column is missing are left out. Standardised: mean 0, population "
                            + "standard deviation 1; mean and sd are those of the rows used, before that."),
                    List.of(RunTables.data(result)),
                    List.of()));
        }
        sections.add(result.provenance().toSection());
        return new Report(
                result.title(),
                "Case " + result.caseName() + ", solved by "
                        + result.solutions().stream().map(Solution::name).collect(Collectors.joining(", ")),
                result.good(),
                verdict(result),
                explanation(result),
                figures(result),
                sections.stream().filter(Section::hasContent).toList());
    }

    /** PASS or FAIL of what was expected; how the run ended if nothing was, or if it did not complete. */
    public static String verdict(RunResult result) {
        if (result.good()) {
            return result.claims().isEmpty() ? Status.COMPLETED.name() : Verdict.PASS.name();
        }
        return result.status() == Status.COMPLETED
                ? Verdict.FAIL.name()
                : result.status().name();
    }

    /** One sentence: what the status means. */
    public static String explanation(RunResult result) {
        if (result.status() == Status.FAILED) {
            return result.solutions().stream()
                    .flatMap(s -> s.failure().stream().map(f -> s.name() + ": " + f.getMessage()))
                    .collect(Collectors.joining("; "));
        }
        if (result.status() == Status.INTERRUPTED) {
            return "Stopped from outside; what had been computed by then is kept, and run --resume goes on from there.";
        }
        if (!result.good()) {
            return "An invariant or a claim did not hold; see below.";
        }
        long watched = result.solutions().stream()
                .mapToLong(s -> s.invariants().size())
                .sum();
        return "Every solution reached its end, and all " + watched + " invariants stayed within their budgets"
                + (result.claims().isEmpty() ? "." : "; all " + result.claims().size() + " expectations hold.");
    }

    private static List<Report.KeyFigure> figures(RunResult result) {
        List<Report.KeyFigure> figures = new ArrayList<>();
        if (!result.solutions().isEmpty()) {
            Solution best = result.solutions().get(0);
            for (String name : List.of("period", "generatorAmplitude")) {
                Double value = best.observables().get(name);
                if (value != null) {
                    figures.add(new Report.KeyFigure(name, Numbers.significant(value, 8), best.name()));
                }
            }
            best.first(Event.Kind.COLLAPSE)
                    .filter(e -> e.latest() > best.times()[0])
                    .ifPresent(e -> figures.add(
                            new Report.KeyFigure("collapse", Numbers.significant(e.time(), 7), best.name())));
        }
        result.errors().forEach((solution, errors) -> errors.entrySet().stream()
                .findFirst()
                .ifPresent(e -> figures.add(new Report.KeyFigure(
                        "error of " + solution,
                        Numbers.significant(e.getValue(), 3),
                        e.getKey() + withinCells(result, solution, e.getKey())))));
        result.agreement().entrySet().stream()
                .findFirst()
                .ifPresent(e -> figures.add(
                        new Report.KeyFigure("grid – particles", Numbers.significant(e.getValue(), 3), e.getKey())));
        return figures;
    }

    private static String withinCells(RunResult result, String solution, String metric) {
        double part = DistanceTable.withinCells(result, Set.of(solution), metric);
        return part > 0 ? ", ± " + Numbers.brief(part) + " within cells" : "";
    }
}
