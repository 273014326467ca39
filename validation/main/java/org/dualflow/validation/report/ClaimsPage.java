package org.dualflow.validation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.dualflow.validation.claim.ClaimOutcome;
import org.dualflow.validation.claim.ClaimResult;

/** The {@link Report} about claims that were run. */
public final class ClaimsPage {

    private static final int WIDEST = 64;

    private ClaimsPage() {}

    /**
     * The report.
     *
     * @param claims how many were to be run; more than outcomes if the run was interrupted
     * @param links where more can be read about the claim of an id
     */
    public static Report of(
            String suite,
            int claims,
            List<ClaimOutcome> outcomes,
            Provenance provenance,
            Function<String, List<Link>> links) {
        long passed = outcomes.stream().filter(ClaimOutcome::passes).count();
        boolean good = passed == claims;
        double seconds = outcomes.stream().mapToDouble(ClaimOutcome::seconds).sum();
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("All claims", List.of(), List.of(overview(outcomes)), List.of()));
        outcomes.forEach(outcome -> sections.add(
                section(outcome).withLinks(links.apply(outcome.claim().id()))));
        sections.add(provenance.toSection());
        return new Report(
                "What Dualflow claims, and whether it is so",
                "Suite " + suite,
                good,
                good ? "All pass" : outcomes.size() < claims ? "Interrupted" : outcomes.size() - passed + " not passed",
                passed + " of " + claims + " claims passed. Every claim says what is measured, what theory"
                        + " expects and why; only a fitted interval inside the expected one passes.",
                List.of(
                        new Report.KeyFigure("claims", Integer.toString(claims), ""),
                        new Report.KeyFigure("passed", Long.toString(passed), ""),
                        new Report.KeyFigure("time", Numbers.duration(seconds), "sum over all claims")),
                sections);
    }

    /** One row per claim. */
    public static Table overview(List<ClaimOutcome> outcomes) {
        return new Table(
                "",
                List.of("claim", "verdict", "measured", "expected", "time"),
                outcomes.stream()
                        .map(o -> List.of(
                                o.claim().id(),
                                o.result().verdict().name(),
                                shortened(o.result().measured()),
                                shortened(o.claim().expected()),
                                Numbers.duration(o.seconds())))
                        .toList());
    }

    /** What fits into a column; a claim's own section has the rest. */
    private static String shortened(String text) {
        return text.length() <= WIDEST ? text : text.substring(0, WIDEST - 1).stripTrailing() + "…";
    }

    private static List<Table> tables(ClaimResult result) {
        List<Table> tables =
                new ArrayList<>(result.tables().stream().map(StudyTables::of).toList());
        if (!result.bounds().isEmpty()) {
            tables.add(new Table(
                    "",
                    List.of("verdict", "measured and allowed"),
                    result.bounds().stream()
                            .map(bound -> List.of(bound.verdict().name(), bound.describe()))
                            .toList()));
        }
        return tables;
    }

    private static Section section(ClaimOutcome outcome) {
        ClaimResult result = outcome.result();
        List<String> text = new ArrayList<>(List.of(
                result.verdict() + ". " + outcome.claim().statement(),
                "Expected: " + outcome.claim().expected() + ". Why: "
                        + outcome.claim().why(),
                "Measured: " + result.measured()));
        text.addAll(result.notes());
        List<Plot> plots = new ArrayList<>();
        for (org.dualflow.validation.claim.Plot plot : result.plots()) {
            plots.add(plot(outcome.claim().id() + "-" + (plots.size() + 1), plot));
        }
        return new Section(outcome.claim().title(), text, tables(result), plots)
                .withAnchor(outcome.claim().id());
    }

    private static Plot plot(String id, org.dualflow.validation.claim.Plot plot) {
        List<Curve> curves = new ArrayList<>();
        for (var curve : plot.curves()) {
            curves.add(new Curve(
                    curve.name(),
                    curve.x().stream().mapToDouble(Double::doubleValue).toArray(),
                    curve.y().stream().mapToDouble(Double::doubleValue).toArray(),
                    curves.isEmpty() ? Curve.Style.MARKED : Curve.Style.DASHED));
        }
        return new LinePlot(
                id,
                plot.title(),
                "",
                new Plot.Axis(plot.xLabel(), plot.logarithmic()),
                new Plot.Axis(plot.yLabel(), plot.logarithmic()),
                curves,
                List.of());
    }
}
