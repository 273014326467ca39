package org.dualflow.validation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dualflow.validation.study.ConvergenceTable;
import org.dualflow.validation.study.OrderExpectation;
import org.dualflow.validation.study.ValueLadder;
import org.dualflow.validation.study.Verdict;

/** The {@link Report} about refinement ladders and their verdicts. */
public final class LadderPage {

    private final List<Section> sections = new ArrayList<>();
    private final List<ClaimLine> lines = new ArrayList<>();

    /**
     * Adds a ladder of errors.
     *
     * @param id of its claim
     */
    public void add(String id, ConvergenceTable table) {
        add(
                ClaimLine.of(id, table),
                table.title(),
                table.expectation(),
                StudyTables.of(table),
                StudyTables.plot(plotId(), table));
    }

    /**
     * Adds a ladder of values.
     *
     * @param id of its claim
     */
    public void add(String id, ValueLadder ladder) {
        add(
                ClaimLine.of(id, ladder),
                ladder.title(),
                ladder.expectation(),
                ValueTables.of(ladder),
                ValueTables.plot(plotId(), ladder));
    }

    private String plotId() {
        return "ladder-" + (sections.size() + 1);
    }

    private void add(ClaimLine line, String title, OrderExpectation expectation, Table table, Plot plot) {
        lines.add(line);
        sections.add(new Section(
                title,
                List.of(
                        line.verdict() + ". Measured: " + line.measured() + ". Expected: " + line.expected() + ".",
                        "Why: " + expectation.reason()),
                List.of(table),
                List.of(plot)));
    }

    /** The verdicts so far. */
    public List<ClaimLine> lines() {
        return List.copyOf(lines);
    }

    /** Whether every verdict lets a build pass. */
    public boolean passes() {
        return lines.stream().allMatch(ClaimLine::passes);
    }

    /** All ladders as text for a terminal, each with its verdict. */
    public String toText() {
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < sections.size(); k++) {
            ClaimLine line = lines.get(k);
            text.append(sections.get(k).tables().get(0).toText());
            text.append(line.verdict() + ": measured " + line.measured() + "; expected " + line.expected() + "\n");
            text.append("Why: " + line.why() + "\n\n");
        }
        return text.toString();
    }

    /**
     * The page.
     *
     * @param title of the page
     * @param subtitle one line
     */
    public Report report(String title, String subtitle, Provenance provenance) {
        boolean good = passes();
        List<Section> all = new ArrayList<>(sections);
        all.add(provenance.toSection());
        return new Report(
                title,
                subtitle,
                good,
                good ? "Converges" : worst(),
                good
                        ? "Every fitted order lies inside the expected band."
                        : "A fitted order is not where theory puts it.",
                List.of(),
                all);
    }

    private String worst() {
        String name = lines.stream()
                .map(ClaimLine::verdict)
                .max(Comparable::compareTo)
                .map(Verdict::name)
                .orElse("");
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
