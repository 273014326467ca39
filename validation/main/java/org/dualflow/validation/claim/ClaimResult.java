package org.dualflow.validation.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dualflow.validation.study.ConvergenceTable;
import org.dualflow.validation.study.Verdict;

/**
 * What came out of a claim's check.
 *
 * @param verdict the judgement: the worst of all tables and bounds
 * @param measured the numbers in a line
 * @param expectations each thing that was expected, with its verdict: the order, and the leading constant if one is claimed,
 *     of each table or kind of tables, then the bounds; none if the check broke down
 * @param tables convergence tables
 * @param bounds numbers with their intervals
 * @param plots curves
 * @param notes anything else worth reading: setup, seeds, the causes of an exception
 */
public record ClaimResult(
        Verdict verdict,
        String measured,
        List<Expectation> expectations,
        List<ConvergenceTable> tables,
        List<Bound> bounds,
        List<Plot> plots,
        List<String> notes) {

    private static final String PROJECT = "org.dualflow.";

    /** Copies the lists. */
    public ClaimResult {
        expectations = List.copyOf(expectations);
        tables = List.copyOf(tables);
        bounds = List.copyOf(bounds);
        plots = List.copyOf(plots);
        notes = List.copyOf(notes);
    }

    /** The result of tables and bounds, at least one of either; each table also becomes a plot and is an expectation of its own. */
    public static ClaimResult of(List<ConvergenceTable> tables, List<Bound> bounds) {
        return of(tables, table -> tables.size() > 1 ? table.title() + ": " : "", bounds);
    }

    /** The same with tables of several kinds: what is expected of all tables of a kind is one expectation, met by the worst of them. */
    static ClaimResult ofKinds(
            List<ConvergenceTable> tables, Function<ConvergenceTable, String> kind, List<Bound> bounds) {
        return of(tables, table -> kind.apply(table) + ": ", bounds);
    }

    private static ClaimResult of(
            List<ConvergenceTable> tables, Function<ConvergenceTable, String> prefix, List<Bound> bounds) {
        if (tables.isEmpty() && bounds.isEmpty()) {
            throw new IllegalArgumentException("tables and bounds: none; a claim that measures nothing is not allowed");
        }
        Verdict verdict = Stream.concat(
                        tables.stream().map(ConvergenceTable::verdict),
                        bounds.stream().map(Bound::verdict))
                .reduce(Verdict.PASS, Verdict::and);
        String measured = Stream.concat(
                        tables.stream().map(t -> (tables.size() > 1 ? t.title() + ": " : "") + t.measured()),
                        bounds.stream().map(Bound::measured))
                .collect(Collectors.joining("; "));
        List<Plot> plots = tables.stream().map(TablePlot::of).toList();
        return new ClaimResult(
                verdict, measured, expectations(tables, prefix, bounds), tables, bounds, plots, List.of());
    }

    /** The result of one table. */
    public static ClaimResult of(ConvergenceTable table) {
        return of(List.of(table), List.of());
    }

    /** The result of bounds alone. */
    public static ClaimResult of(Bound... bounds) {
        return of(List.of(), List.of(bounds));
    }

    /** The result of a check that broke down: the exception, what caused it, and where in this project it was thrown. */
    public static ClaimResult failure(Throwable thrown) {
        List<String> causes = new ArrayList<>();
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            String place = Stream.of(t.getStackTrace())
                    .filter(frame -> frame.getClassName().startsWith(PROJECT))
                    .findFirst()
                    .map(frame -> " (" + frame.getFileName() + ", line " + frame.getLineNumber() + ")")
                    .orElse("");
            causes.add((causes.isEmpty() ? "" : "caused by ") + t + place);
        }
        return new ClaimResult(
                Verdict.FAIL, "exception: " + thrown, List.of(), List.of(), List.of(), List.of(), causes);
    }

    /** The result of a check that was given up after so many seconds: nothing is known. */
    public static ClaimResult endless(double seconds) {
        String late = "no end within " + Math.round(seconds) + " s";
        return new ClaimResult(Verdict.INCONCLUSIVE, late, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    private static List<Expectation> expectations(
            List<ConvergenceTable> tables, Function<ConvergenceTable, String> prefix, List<Bound> bounds) {
        Map<String, Verdict> all = new LinkedHashMap<>();
        for (ConvergenceTable table : tables) {
            String title = prefix.apply(table);
            boolean exact = table.expectation().expectsRoundOff();
            all.merge(title + (exact ? "round-off" : "order"), table.orderVerdict(), Verdict::and);
            if (table.expectation().constant().isPresent()) {
                Verdict constant = table.constantVerdict().orElse(Verdict.INCONCLUSIVE);
                all.merge(title + "constant", constant, Verdict::and);
            }
        }
        bounds.forEach(bound -> all.merge(bound.name(), bound.verdict(), Verdict::and));
        return all.entrySet().stream()
                .map(one -> new Expectation(one.getKey(), one.getValue()))
                .toList();
    }

    /** Whether nothing was measured since the check broke down. */
    public boolean brokeDown() {
        return expectations.isEmpty() && verdict == Verdict.FAIL;
    }

    /** Whether the check was given up before its end. */
    public boolean isEndless() {
        return expectations.isEmpty() && verdict == Verdict.INCONCLUSIVE;
    }

    /**
     * One of the things that a claim expects.
     *
     * @param name what it is about
     * @param verdict whether it is so
     */
    public record Expectation(String name, Verdict verdict) {}

    /** With more plots. */
    public ClaimResult withPlots(Plot... more) {
        return new ClaimResult(verdict, measured, expectations, tables, bounds, join(plots, List.of(more)), notes);
    }

    /** With more notes. */
    public ClaimResult withNotes(String... more) {
        return new ClaimResult(verdict, measured, expectations, tables, bounds, plots, join(notes, List.of(more)));
    }

    private static <T> List<T> join(List<T> a, List<T> b) {
        return Stream.concat(a.stream(), b.stream()).toList();
    }
}
