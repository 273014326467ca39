package org.dualflow.validation.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dualflow.measure.Measure;
import org.dualflow.run.Solution;
import org.dualflow.validation.io.fields.FieldFiles;
import org.dualflow.validation.io.fields.Stamp;
import org.dualflow.validation.report.HtmlReport;
import org.dualflow.validation.report.Json;
import org.dualflow.validation.report.Latex;
import org.dualflow.validation.report.Pictures;
import org.dualflow.validation.report.Plot;
import org.dualflow.validation.report.Report;
import org.dualflow.validation.report.RunPage;
import org.dualflow.validation.report.RunResult;
import org.dualflow.validation.report.SeriesCsv;
import org.dualflow.validation.report.SolutionPair;
import org.dualflow.validation.report.Summary;

/** Fills a result folder: {@code summary.json}, series, last states, pictures, report. */
public final class ResultWriter {

    private static final String[] COORDINATES = {"x", "y", "z"};

    private ResultWriter() {}

    /**
     * Writes the result of a run.
     *
     * @return why there are no pictures, if this machine cannot draw
     */
    public static Optional<String> write(Path target, RunResult result) throws IOException {
        try (ResultFolder folder = ResultFolder.begin(target)) {
            Optional<String> undrawn = fill(folder, result, List.of());
            folder.finish();
            return undrawn;
        }
    }

    /**
     * Writes the result of a run, fields in the formats of its case included, into the folder that its checkpoints are in, if they are
     * in one.
     *
     * @return why there are no pictures, if this machine cannot draw
     */
    public static Optional<String> write(RunFolder run, RunResult result) throws IOException {
        try (ResultFolder folder = ResultFolder.begin(run.path())) {
            Optional<String> undrawn = fill(folder, result, run.fields());
            if (run.isMarked()) {
                folder.finishWithin(
                        ResultFolder.CHECKPOINTS,
                        result.solutions().stream().anyMatch(s -> s.status() == Solution.Status.INTERRUPTED));
            } else {
                folder.finish();
            }
            return undrawn;
        }
    }

    private static Optional<String> fill(ResultFolder folder, RunResult result, List<String> formats)
            throws IOException {
        Stamp stamp = Stamp.of(result.caseName(), result.digest());
        for (Solution solution : result.solutions()) {
            Map<String, double[]> columns = new LinkedHashMap<>();
            columns.put("time", solution.times());
            columns.putAll(solution.series());
            folder.write("series-" + solution.name() + ".csv", SeriesCsv.write(columns));
            for (int s = 0; s < solution.model().species().size(); s++) {
                String species = solution.model().species().get(s).name();
                folder.write(
                        "final-" + solution.name() + "-" + species + ".csv",
                        SeriesCsv.write(points(solution.last().state().measure(s))));
            }
            FieldFiles.write(folder::open, solution, formats, stamp);
        }
        for (Map.Entry<SolutionPair, Map<String, double[]>> history :
                result.histories().entrySet()) {
            folder.write("distance-" + history.getKey().fileName() + ".csv", SeriesCsv.write(history.getValue()));
        }
        return fill(folder, RunPage.of(result), Summary.of(result));
    }

    /** Writes a report, its pictures and a summary, and puts the folder in its place. */
    public static Optional<String> write(Path target, Report report, Map<String, Object> summary) throws IOException {
        try (ResultFolder folder = ResultFolder.begin(target)) {
            Optional<String> undrawn = fill(folder, report, summary);
            folder.finish();
            return undrawn;
        }
    }

    /** The same, into the folder that records are in; they stay. */
    public static Optional<String> write(RecordFolder records, Report report, Map<String, Object> summary)
            throws IOException {
        try (ResultFolder folder = ResultFolder.begin(records.path())) {
            Optional<String> undrawn = fill(folder, report, summary);
            folder.finishWithin(RecordFolder.RECORDS, true);
            return undrawn;
        }
    }

    private static Optional<String> fill(ResultFolder folder, Report report, Map<String, Object> summary)
            throws IOException {
        folder.write("report.html", HtmlReport.render(report));
        folder.write("report.md", report.toMarkdown());
        folder.write("tables.tex", Latex.tables(report));
        folder.write(ResultFolder.SUMMARY, Json.indented(summary));
        return pictures(folder, report);
    }

    /** A machine without fonts cannot draw text; everything else is then written all the same. */
    private static Optional<String> pictures(ResultFolder folder, Report report) throws IOException {
        for (Plot plot : report.plots()) {
            try (OutputStream out = folder.open("pictures/" + plot.file())) {
                Pictures.write(plot, out);
            } catch (LinkageError | java.awt.AWTError e) {
                return Optional.of("pictures could not be drawn: " + e.getMessage());
            }
        }
        return Optional.empty();
    }

    private static Map<String, double[]> points(Measure measure) {
        double[][] columns = new double[measure.dimension() + 1][measure.size()];
        int[] at = {0};
        measure.forEachBlock((x, w, n) -> {
            for (int d = 0; d < x.length; d++) {
                System.arraycopy(x[d], 0, columns[d], at[0], n);
            }
            System.arraycopy(w, 0, columns[x.length], at[0], n);
            at[0] += n;
        });
        Map<String, double[]> named = new LinkedHashMap<>();
        for (int d = 0; d < measure.dimension(); d++) {
            named.put(measure.dimension() > COORDINATES.length ? "x" + (d + 1) : COORDINATES[d], columns[d]);
        }
        named.put("mass", columns[measure.dimension()]);
        return named;
    }
}
