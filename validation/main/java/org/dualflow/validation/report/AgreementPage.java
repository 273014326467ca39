package org.dualflow.validation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dualflow.validation.agreement.AgreementReport;
import org.dualflow.validation.agreement.ErrorPart;

/** The {@link Report} about the agreement of grid and particles. */
public final class AgreementPage {

    private static final String WHY = "triangle inequality: two solutions of one model are at most as far apart as the"
            + " sum of what refinement leaves of their errors";

    private AgreementPage() {}

    /** The report. */
    public static Report of(String name, String title, AgreementReport report, Provenance provenance) {
        boolean good = report.agreement().passes();
        List<ErrorPart> parts = Stream.concat(report.grid().stream(), report.particles().stream())
                .toList();
        List<Table> tables = new ArrayList<>(List.of(table(report)));
        List<Plot> plots = new ArrayList<>();
        for (ErrorPart part : parts) {
            tables.add(StudyTables.of(part.table()));
            plots.add(StudyTables.plot("part-" + part.name(), part.table()));
        }
        return new Report(
                title,
                "Case " + name + ", grid against particles",
                good,
                good ? "Agree" : "Not shown to agree",
                explanation(report),
                List.of(new Report.KeyFigure(
                        "grid – particles", Numbers.significant(report.distance(), 3), report.metric())),
                List.of(
                        new Section("Whose error it is", List.of("Why: " + WHY + "."), tables, plots),
                        provenance.toSection()));
    }

    /** The distance, and what each part leaves at the finest level. */
    public static Table table(AgreementReport report) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "grid – particles", Numbers.brief(report.distance()), "≤ " + Numbers.brief(report.explained()), "–"));
        report.grid().forEach(part -> rows.add(row("grid, ", part)));
        report.particles().forEach(part -> rows.add(row("particles, ", part)));
        report.triangle().ifPresent(sides -> {
            rows.add(List.of("grid – exact", Numbers.brief(sides.gridError()), "–", "–"));
            rows.add(List.of("particles – exact", Numbers.brief(sides.particleError()), "–", "–"));
        });
        return new Table("", List.of("what", report.metric(), "at most", "order"), rows);
    }

    private static List<String> row(String side, ErrorPart part) {
        String order =
                switch (part.source()) {
                    case FIT -> part.table().fit().describe();
                    case ROUND_OFF -> "round-off";
                    case THEORY ->
                        "≥ " + Numbers.brief(part.table().expectation().order()) + " by theory";
                };
        return List.of(side + part.name(), Numbers.brief(part.size()), "≤ " + Numbers.brief(part.upper()), order);
    }

    /** One sentence. */
    public static String explanation(AgreementReport report) {
        return "grid and particles are " + Numbers.brief(report.distance()) + " apart in " + report.metric()
                + "; their estimated errors explain at most " + Numbers.brief(report.explained()) + ".";
    }

    /** The agreement as a judged claim. */
    public static ClaimLine line(AgreementReport report) {
        return new ClaimLine(
                "agreement-" + report.metric(),
                report.agreement(),
                "distance " + Numbers.brief(report.distance()),
                "at most " + Numbers.brief(report.explained()),
                WHY);
    }
}
