package org.dualflow.validation.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dualflow.validation.study.ConvergenceTable;
import org.dualflow.validation.study.Verdict;

/**
 * What came out of a claim's check.
 *
 * @param verdict the judgement: the worst of all tables and bounds
 * @param measured the numbers in a line
 * @param tables convergence tables
 * @param bounds numbers with their intervals
 * @param plots curves
 * @param notes anything else worth reading: setup, seeds, the trace of an exception
 */
public record ClaimResult(
        Verdict verdict,
        String measured,
        List<ConvergenceTable> tables,
        List<Bound> bounds,
        List<Plot> plots,
        List<String> notes) {

    /** Copies the lists. */
    public ClaimResult {
        tables = List.copyOf(tables);
        bounds = List.copyOf(bounds);
        plots = List.copyOf(plots);
        notes = List.copyOf(notes);
    }

    /** The result of tables and bounds, at least one of either; each table also becomes a plot. */
    public static ClaimResult of(List<ConvergenceTable> tables, List<Bound> bounds) {
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
        return new ClaimResult(verdict, measured, tables, bounds, plots, List.of());
    }

    /** The result of one table. */
    public static ClaimResult of(ConvergenceTable table) {
        return of(List.of(table), List.of());
    }

    /** The result of bounds alone. */
    public static ClaimResult of(Bound... bounds) {
        return of(List.of(), List.of(bounds));
    }

    /** The result of a check that broke down. */
    public static ClaimResult failure(Throwable cause) {
        List<String> trace = new ArrayList<>();
        for (Throwable t = cause; t != null; t = t.getCause()) {
            trace.add(t.toString());
            Stream.of(t.getStackTrace()).limit(8).forEach(frame -> trace.add("    at " + frame));
        }
        return new ClaimResult(Verdict.FAIL, "exception: " + cause, List.of(), List.of(), List.of(), trace);
    }

    /** With more plots. */
    public ClaimResult withPlots(Plot... more) {
        return new ClaimResult(verdict, measured, tables, bounds, join(plots, List.of(more)), notes);
    }

    /** With more notes. */
    public ClaimResult withNotes(String... more) {
        return new ClaimResult(verdict, measured, tables, bounds, plots, join(notes, List.of(more)));
    }

    private static <T> List<T> join(List<T> a, List<T> b) {
        return Stream.concat(a.stream(), b.stream()).toList();
    }
}
