package org.dualflow.validation.sweep;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dualflow.validation.io.ResultFolder;
import org.dualflow.validation.report.HtmlReport;
import org.dualflow.validation.report.Json;
import org.dualflow.validation.report.Pictures;
import org.dualflow.validation.report.Plot;
import org.dualflow.validation.report.Provenance;
import org.dualflow.validation.report.Report;
import org.dualflow.validation.report.Summary;

/**
 * The files of a finished sweep: {@code sweep.csv}, {@code statistics.csv} if there are seeds, {@code sweep.h5} with both,
 * pictures, report, and last {@code summary.json}. Except for the provenance in the last two they do not depend on who
 * computed which point when.
 *
 * @param name of the case
 * @param title of the case
 * @param plan of the sweep
 * @param threshold of the boundary along the last of two axes, if that is asked for
 * @param provenance of the process that writes
 */
public record SweepResults(
        String name, String title, SweepPlan plan, Optional<Threshold> threshold, Provenance provenance) {

    /** {@code summary.json} before a sweep is finished. */
    public String interrupted() {
        return Json.indented(summary("interrupted"));
    }

    private Map<String, Object> summary(String status) {
        Map<String, Object> sweep = new LinkedHashMap<>();
        Map<String, Object> axes = new LinkedHashMap<>();
        plan.axes().forEach(axis -> axes.put(axis.path(), axis.values()));
        sweep.put("points", plan.points());
        sweep.put("axes", axes);
        sweep.put("replicates", plan.replicates());
        sweep.put("baseSeeds", plan.seeds());
        Map<String, Object> map = new LinkedHashMap<>(Summary.ofClaims(name, status, provenance, List.of()));
        map.put("sweep", sweep);
        return map;
    }

    /**
     * Writes everything.
     *
     * @param chosen parts of names of results to draw; empty for all
     * @return what {@code summary.json} holds, and why there are no pictures, if this machine cannot draw
     */
    public Written write(SweepFolder folder, List<PointRecord> points, List<String> chosen) throws IOException {
        SweepTable table = SweepTable.of(plan, points);
        SweepStatistics statistics = SweepStatistics.of(plan, table);
        Map<String, List<Column>> tables = new LinkedHashMap<>();
        tables.put("sweep", table.columns());
        if (plan.replicates() > 0) {
            tables.put("statistics", statistics.columns());
            folder.write("statistics.csv", Tables.csv(statistics.columns(), plan.combinations()));
        }
        Optional<Boundary> boundary = plan.bisection() == null
                ? threshold.flatMap(level -> Boundary.of(plan, table, level))
                : Optional.empty();
        if (boundary.isPresent()) {
            tables.put("boundary", boundary.get().columns());
            folder.write(
                    "boundary.csv",
                    Tables.csv(boundary.get().columns(), boundary.get().open().length));
        }
        folder.write("sweep.h5", Tables.hdf5(tables, plan.describe()));
        Report report = SweepPage.of(name, title, plan, points, statistics, chosen, boundary, provenance);
        folder.write("report.html", HtmlReport.render(report).getBytes(StandardCharsets.UTF_8));
        folder.write("report.md", report.toMarkdown().getBytes(StandardCharsets.UTF_8));
        Optional<String> undrawn = pictures(folder, report);
        folder.write(SweepFolder.TABLE, table.csv());
        Map<String, Object> summary = summary("completed");
        long failed = SweepPage.failed(points);
        long unmet = SweepPage.unmet(points);
        summary.put("failed", failed);
        summary.put("unmet", unmet);
        String json = Json.indented(summary);
        folder.write(ResultFolder.SUMMARY, json.getBytes(StandardCharsets.UTF_8));
        return new Written(json, failed + unmet, SweepPage.summary(points.size(), failed, unmet), undrawn);
    }

    /**
     * What was written.
     *
     * @param summary the text of {@code summary.json}
     * @param bad how many points have a solution that failed, or an expectation that was not met
     * @param explanation one sentence
     * @param undrawn why there are no pictures, if there are none
     */
    public record Written(String summary, long bad, String explanation, Optional<String> undrawn) {}

    /** A machine without fonts cannot draw text; everything else is then written all the same. */
    private static Optional<String> pictures(SweepFolder folder, Report report) {
        return report.plots().parallelStream()
                .map(plot -> picture(folder, plot))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> picture(SweepFolder folder, Plot plot) {
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        try {
            Pictures.write(plot, picture);
            folder.write("pictures/" + plot.id() + ".png", picture.toByteArray());
            return Optional.empty();
        } catch (LinkageError | java.awt.AWTError e) {
            return Optional.of("pictures could not be drawn: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
