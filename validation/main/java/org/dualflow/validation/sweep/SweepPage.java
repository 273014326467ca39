package org.dualflow.validation.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dualflow.validation.report.Numbers;
import org.dualflow.validation.report.Plot;
import org.dualflow.validation.report.Provenance;
import org.dualflow.validation.report.Report;
import org.dualflow.validation.report.Section;
import org.dualflow.validation.report.Table;
import org.dualflow.validation.sweep.SweepStatistics.Spread;

/** The {@link Report} about a finished sweep. */
final class SweepPage {

    private static final int MOST_ROWS = 400;
    private static final int MOST_FAILURES = 20;

    private SweepPage() {}

    /** The report. */
    static Report of(
            String name,
            String title,
            SweepPlan plan,
            List<PointRecord> points,
            SweepStatistics statistics,
            List<String> chosen,
            Optional<Boundary> boundary,
            Provenance provenance) {
        long failed = failed(points);
        long unmet = unmet(points);
        List<Plot> plots = new SweepPlots(plan, chosen, boundary).of(statistics);
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("What was varied", List.of(), List.of(axes(plan)), List.of()));
        sections.add(new Section("Results over the axes", List.of(explanation(plan, plots)), List.of(), plots));
        boundary.ifPresent(line ->
                sections.add(new Section("Boundary", List.of(line.caption()), List.of(line.table()), List.of())));
        sections.add(results(plan, statistics));
        if (failed > 0) {
            sections.add(failures(points, failed));
        }
        sections.add(provenance.toSection());
        return new Report(
                title,
                "Sweep of case " + name,
                failed + unmet == 0,
                failed > 0 ? "Not all completed" : unmet > 0 ? "Not as expected" : "Completed",
                summary(points.size(), failed, unmet),
                List.of(
                        new Report.KeyFigure("combinations", Integer.toString(plan.combinations()), ""),
                        new Report.KeyFigure("points", Integer.toString(plan.points()), seeds(plan))),
                sections);
    }

    /** How many points have a solution that was not completed. */
    static long failed(List<PointRecord> points) {
        return points.stream().filter(point -> !point.failures().isEmpty()).count();
    }

    /** How many points have an expectation that was not met. */
    static long unmet(List<PointRecord> points) {
        return points.stream().filter(PointRecord::isUnmet).count();
    }

    /** A sentence or two. */
    static String summary(int points, long failed, long unmet) {
        String all = failed == 0
                ? points + " points, every solution was completed with its invariants in their budgets."
                : failed + " of " + points + " points have a solution that failed.";
        return unmet == 0 ? all : all + " At " + unmet + " of them an expectation of the case was not met.";
    }

    private static String seeds(SweepPlan plan) {
        return plan.replicates() == 0
                ? ""
                : plan.replicates() + (plan.replicates() == 1 ? " seed each" : " seeds each");
    }

    private static Table axes(SweepPlan plan) {
        List<List<String>> rows = new ArrayList<>();
        for (SweepAxis axis : plan.axes()) {
            String first = axis.values().get(0);
            String last = axis.values().get(axis.size() - 1);
            rows.add(List.of(
                    axis.path(),
                    Integer.toString(axis.size()),
                    axis.size() <= 8 ? String.join(", ", axis.values()) : first + " to " + last));
        }
        return new Table("", List.of("key", "values", "which"), rows);
    }

    private static String explanation(SweepPlan plan, List<Plot> plots) {
        String all = "All numbers are in " + SweepFolder.TABLE + " and sweep.h5.";
        if (plan.axes().size() > 2 || plan.axes().isEmpty()) {
            return "One axis is drawn as lines, two as maps; " + plan.axes().size() + " are not drawn. " + all;
        }
        return "Results that do not vary are not drawn"
                + (plots.size() == SweepPlots.MOST ? ", and no more than " + SweepPlots.MOST : "")
                + "; --resume --plot TEXT draws those whose name contains the text. " + all;
    }

    /** One row per combination: the mean, and the deviation if there are seeds. */
    private static Section results(SweepPlan plan, SweepStatistics statistics) {
        List<Spread> shown =
                statistics.spreads().stream().filter(Spread::varies).toList();
        if (plan.combinations() > MOST_ROWS) {
            return new Section(
                    "Table",
                    List.of("More than " + MOST_ROWS + " combinations: see " + SweepFolder.TABLE + "."),
                    List.of(),
                    List.of());
        }
        List<String> head = new ArrayList<>();
        statistics.axes().forEach(column -> head.add(column.name()));
        shown.forEach(spread -> head.add(spread.name()));
        List<List<String>> rows = new ArrayList<>();
        for (int c = 0; c < plan.combinations(); c++) {
            List<String> row = new ArrayList<>();
            for (Column column : statistics.axes()) {
                row.add(column.cell(c));
            }
            for (Spread spread : shown) {
                row.add(cell(spread, c));
            }
            rows.add(row);
        }
        String what = plan.replicates() > 1 ? "Mean ± standard deviation over the seeds." : "";
        return new Section(
                "Table", what.isEmpty() ? List.of() : List.of(what), List.of(new Table("", head, rows)), List.of());
    }

    private static String cell(Spread spread, int c) {
        if (spread.count()[c] == 0) {
            return "–";
        }
        String mean = Numbers.significant(spread.mean()[c], 6);
        return Double.isNaN(spread.deviation()[c])
                ? mean
                : mean + " ± " + Numbers.significant(spread.deviation()[c], 2);
    }

    private static Section failures(List<PointRecord> points, long failed) {
        List<List<String>> rows = points.stream()
                .filter(point -> !point.failures().isEmpty())
                .limit(MOST_FAILURES)
                .map(point -> List.of(Integer.toString(point.point()), String.join("; ", point.failures())))
                .toList();
        String more = failed > MOST_FAILURES ? "The first " + MOST_FAILURES + " of " + failed + "." : "";
        return new Section(
                "Failures",
                more.isEmpty() ? List.of() : List.of(more),
                List.of(new Table("", List.of("point", "what failed"), rows)),
                List.of());
    }
}
